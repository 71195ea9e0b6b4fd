import { Disclosure } from "@tidao/ui/disclosure";
import { pageWords } from "../../page-words";

/** What can be typed, for those who like to. */
export function SearchSyntax() {
  const { syntax } = pageWords().words.search;
  return (
    <Disclosure summary={syntax.title}>
      <dl className="grid gap-x-6 gap-y-1 py-2 text-sm sm:grid-cols-[max-content_1fr]">
        {(["phrase", "not", "topic", "in", "kind", "is", "difficulty"] as const).map((name) => (
          <div key={name} className="contents">
            <dt className="font-mono">{syntax[name]}</dt>
            <dd className="text-muted max-sm:mb-2">{syntax[`${name}Meaning`]}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
