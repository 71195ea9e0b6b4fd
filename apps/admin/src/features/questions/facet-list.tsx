import { formatNumber } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import type { Facet } from "./facets";
import { questionsHref } from "./question-filter";

/** Facets as links with counts; a value that would leave nothing is not offered. */
export function FacetList({ facets }: { facets: readonly Facet[] }) {
  const { locale, to } = pageWords();
  return (
    <div className="grid gap-6 text-sm">
      {facets.map(({ name, label, values }) => (
        <section key={name} aria-labelledby={`facet-${name}`}>
          <h2 id={`facet-${name}`} className="mb-1 text-sm text-muted">
            {label}
          </h2>
          <ul>
            {values
              .filter(({ count, chosen }) => count > 0 || chosen)
              .map(({ value, label, count, chosen, filter }) => (
                <li key={value}>
                  <AppLink
                    href={to(questionsHref(filter))}
                    aria-current={chosen ? "true" : undefined}
                    className="-mx-2 flex justify-between gap-3 rounded-sm px-2 py-1 hover:bg-accent-soft aria-[current=true]:bg-accent-soft aria-[current=true]:font-semibold aria-[current=true]:text-accent-strong"
                  >
                    <span className="min-w-0 break-words">{label}</span>
                    <span className="text-muted tabular-nums">{formatNumber(locale, count)}</span>
                  </AppLink>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
