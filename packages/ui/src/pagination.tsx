import { Icon } from "./icon";
import type { LinkComponent } from "./link-component";
import { pagesAround } from "./pages-around";

interface PaginationProps {
  page: number;
  pages: number;
  hrefFor: (page: number) => string;
  labels: { label: string; previous: string; next: string; page: (page: number) => string };
  /** "1–25 of 312", already worded. */
  range?: string;
  link?: LinkComponent;
}

export function Pagination({ page, pages, hrefFor, labels, range, link: Link = "a" }: PaginationProps) {
  const step = (to: number, label: string, icon: "chevron-left" | "chevron-right") =>
    to >= 1 && to <= pages ? (
      <Link href={hrefFor(to)} className="pager-link" aria-label={label}>
        <Icon name={icon} />
      </Link>
    ) : (
      <span className="pager-link" aria-disabled="true">
        <Icon name={icon} />
      </span>
    );
  return (
    <nav className="pager" aria-label={labels.label}>
      <span className="pager-range">{range}</span>
      {pages > 1 && (
        <span className="pager-links">
          {step(page - 1, labels.previous, "chevron-left")}
          {pagesAround(page, pages).map((entry, index) =>
            entry === null ? (
              <span key={`gap-${index < 3 ? "before" : "after"}`} className="pager-link">
                …
              </span>
            ) : (
              <Link
                key={entry}
                href={hrefFor(entry)}
                className="pager-link"
                aria-label={labels.page(entry)}
                aria-current={entry === page ? "page" : undefined}
              >
                {entry}
              </Link>
            ),
          )}
          {step(page + 1, labels.next, "chevron-right")}
        </span>
      )}
    </nav>
  );
}
