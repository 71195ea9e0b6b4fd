"use client";
import { escapeHtml } from "@tidao/kernel";
import { useMemo } from "react";
import { useFacets } from "./facet-values";
import type { FacetValue } from "./facets";

/** Facets as links with counts; a client component, and its lists as one text, for the same reasons as the table. */
export function FacetList() {
  const facets = useFacets();
  const lists = useMemo(() => facets.map((facet) => ({ ...facet, html: valuesHtml(facet.values) })), [facets]);
  return (
    <div className="grid gap-6 text-sm">
      {lists.map(({ name, label, html }) => (
        <section key={name} aria-labelledby={`facet-${name}`}>
          <h2 id={`facet-${name}`} className="mb-1 text-sm text-muted">
            {label}
          </h2>
          {/* oxlint-disable-next-line react/no-danger -- valuesHtml escapes */}
          <ul className="counted-links" dangerouslySetInnerHTML={{ __html: html }} />
        </section>
      ))}
    </div>
  );
}

export const valuesHtml = (values: readonly FacetValue[]): string =>
  values
    .map(
      ({ label, count, chosen, href }) =>
        `<li><a data-soft="" href="${escapeHtml(href)}"${chosen ? ' aria-current="true"' : ""}>` +
        `<span>${escapeHtml(label)}</span><span>${escapeHtml(count)}</span></a></li>`,
    )
    .join("");
