import { formatPercent } from "@tidao/i18n/format";
import { Mark } from "@tidao/ui/mark";
import { AppLink } from "../../app-link";
import { pageWords } from "../../page-words";
import type { Learner } from "./result-query";

export const verdictColor = {
  right: "text-(color:--color-right)",
  partial: "text-(color:--color-partial)",
  wrong: "text-(color:--color-wrong)",
  pending: "text-accent",
} as const;

interface VerdictCellProps {
  cell: Learner["cells"][number];
  /** The question's place in the assignment. */
  number: number;
  /** Where the answer is; null where nothing was begun. */
  href: string | null;
}

/** A shape and a share for the eye, a sentence for the ear. */
export function VerdictCell({ cell, number, href }: VerdictCellProps) {
  const { locale, words, say } = pageWords();
  const texts = words.teachResults.list;
  const verdict = words.verdicts[cell?.verdict ?? "unanswered"];
  const percent = cell && cell.verdict !== "pending" ? formatPercent(locale, cell.share) : null;
  const said = percent
    ? say(texts.cell, { number, verdict, percent })
    : say(texts.cellWithoutShare, { number, verdict });
  const shown = (
    <>
      {cell && <Mark shape={cell.verdict} size={12} className={verdictColor[cell.verdict]} />}
      <span aria-hidden="true">{percent ?? texts.nothingYet}</span>
      <span className="sr-only">{said}</span>
    </>
  );
  // relative: what only the ear gets would otherwise stand outside the frame that scrolls, and widen the page
  const look = "relative inline-flex min-h-8 min-w-14 items-center justify-end gap-1.5";
  return href ? (
    <AppLink data-cell className={`${look} rounded-sm hover:text-accent hover:underline`} href={href} title={said}>
      {shown}
    </AppLink>
  ) : (
    <span className={`${look} text-muted`}>{shown}</span>
  );
}
