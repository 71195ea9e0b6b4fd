"use client";
import { AppLink } from "@tidao/next-kit/app-link";
import type { Facet } from "./facets";

/** Facets as links with counts; a client component for the same reason as the table. */
export function FacetList({ facets }: { facets: readonly Facet[] }) {
  return (
    <div className="grid gap-6 text-sm">
      {facets.map(({ name, label, values }) => (
        <section key={name} aria-labelledby={`facet-${name}`}>
          <h2 id={`facet-${name}`} className="mb-1 text-sm text-muted">
            {label}
          </h2>
          <ul>
            {values.map(({ value, label, count, chosen, href }) => (
              <li key={value}>
                <AppLink
                  href={href}
                  aria-current={chosen ? "true" : undefined}
                  className="-mx-2 flex justify-between gap-3 rounded-sm px-2 py-1 hover:bg-accent-soft aria-[current=true]:bg-accent-soft aria-[current=true]:font-semibold aria-[current=true]:text-accent-strong"
                >
                  <span className="min-w-0 break-words">{label}</span>
                  <span className="text-muted tabular-nums">{count}</span>
                </AppLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
