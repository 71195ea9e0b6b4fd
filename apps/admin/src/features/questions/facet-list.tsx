"use client";
import { escapeHtml } from "@tidao/kernel";
import { type Packed, unpack } from "@tidao/next-kit/packed";
import { useMemo } from "react";
import type { Facet, FacetValue } from "./facets";

const linkClass =
  "-mx-2 flex justify-between gap-3 rounded-sm px-2 py-1 hover:bg-accent-soft aria-[current=true]:bg-accent-soft aria-[current=true]:font-semibold aria-[current=true]:text-accent-strong";

/** Facets as links with counts; a client component, and its lists as one text, for the same reasons as the table. */
export function FacetList({ facets }: { facets: Packed<readonly Facet[]> }) {
  const lists = useMemo(() => unpack(facets).map((facet) => ({ ...facet, html: valuesHtml(facet.values) })), [facets]);
  return (
    <div className="grid gap-6 text-sm">
      {lists.map(({ name, label, html }) => (
        <section key={name} aria-labelledby={`facet-${name}`}>
          <h2 id={`facet-${name}`} className="mb-1 text-sm text-muted">
            {label}
          </h2>
          {/* oxlint-disable-next-line react/no-danger -- valuesHtml escapes */}
          <ul dangerouslySetInnerHTML={{ __html: html }} />
        </section>
      ))}
    </div>
  );
}

export const valuesHtml = (values: readonly FacetValue[]): string =>
  values
    .map(
      ({ label, count, chosen, href }) =>
        `<li><a data-soft="" href="${escapeHtml(href)}"${chosen ? ' aria-current="true"' : ""} class="${linkClass}">` +
        `<span class="min-w-0 break-words">${escapeHtml(label)}</span>` +
        `<span class="text-muted tabular-nums">${escapeHtml(count)}</span></a></li>`,
    )
    .join("");
