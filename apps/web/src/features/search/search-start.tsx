import { AppLink } from "@tidao/next-kit/app-link";
import { buttonClass } from "@tidao/ui/button";
import { pageWords } from "../../page-words";
import type { Found } from "./marked-html";
import { searchHref } from "./search-query";

/** Before anything is searched: one's own questions at one press, and searches to try. */
export function SearchStart({ filters }: { filters: Found["filters"] }) {
  const { words, to } = pageWords();
  const { presets, examples } = words.search;
  return (
    <div className="grid gap-8">
      <section aria-labelledby="search-presets" className="grid gap-3">
        <h2 id="search-presets" className="text-lg font-semibold">
          {presets.label}
        </h2>
        <div className="flex flex-wrap gap-2">
          {filters.states.map(({ value, query }) => (
            <AppLink key={value} className={buttonClass({})} href={to(searchHref(query))}>
              {presets[value]}
            </AppLink>
          ))}
        </div>
      </section>
      <section aria-labelledby="search-examples" className="grid gap-3">
        <h2 id="search-examples" className="text-lg font-semibold">
          {examples.title}
        </h2>
        <ul className="divide-y divide-line border-y border-line">
          {(["words", "phrase", "wrong", "fresh", "chinese"] as const).map((name) => (
            <li key={name} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
              <AppLink className="link font-mono text-sm wrap-anywhere" href={to(searchHref(examples[name]))}>
                {examples[name]}
              </AppLink>
              <span className="text-sm text-muted">{examples[`${name}Body`]}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
