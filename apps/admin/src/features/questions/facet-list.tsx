import { escapeHtml } from "@tidao/kernel";
import { HtmlOnce } from "@tidao/next-kit/html-once";
import type { Facet, FacetValue } from "./facets";

/** Facets as links with counts; its lists as text, for the same reason as the table. */
export const FacetList = ({ facets }: { facets: readonly Facet[] }) => (
  <div className="grid gap-6 text-sm">
    {facets.map(({ name, label, values }) => (
      <section key={name} aria-labelledby={`facet-${name}`}>
        <h2 id={`facet-${name}`} className="mb-1 text-sm text-muted">
          {label}
        </h2>
        <HtmlOnce as="ul" className="counted-links" html={valuesHtml(values)} />
      </section>
    ))}
  </div>
);

export const valuesHtml = (values: readonly FacetValue[]): string =>
  values
    .map(
      ({ label, count, between, chosen, href }) =>
        `<li><a data-soft="" href="${escapeHtml(href)}"${chosen ? ' aria-current="true"' : ""}>` +
        `<span>${escapeHtml(label)}</span><span class="sr-only">${escapeHtml(between)}</span><span>${escapeHtml(count)}</span></a></li>`,
    )
    .join("");
