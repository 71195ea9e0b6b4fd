import { formatPercent, formatPoints } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import { escapeHtml, type Locale } from "@tidao/kernel";
import { buttonClass } from "@tidao/ui/button";
import type { LearnerState } from "./results-query";
import type { ResultsRow, ResultsTableData, Verdict } from "./results-table";

const stateShapes: Record<LearnerState, string> = {
  finished: "right",
  "under-way": "partial",
  "not-started": "unanswered",
};
const extendClass = buttonClass({ variant: "quiet", size: "small" });
/** Names an attribute's value, and leaves out the attribute that has none. */
const attribute = (name: string, value: string | null | undefined) => (value ? ` ${name}="${escapeHtml(value)}"` : "");

/**
 * The rows of the table as HTML: a class of 25 and ten questions are 900 elements, and React writes each of them at the
 * price of a small page's header. Every text goes through `escapeHtml`. A button says in `data-extend` whose it is.
 */
export function rowsHtml(rows: readonly ResultsRow[], table: ResultsTableData): string {
  const { assignmentId, questionIds, readOnly, words, failure } = table;
  const { locale } = failure;
  const ids = questionIds.map(escapeHtml);
  const percents = new Map<number, string>();
  const percent = (share: number) => {
    const known = percents.get(share) ?? formatPercent(locale, share);
    percents.set(share, known);
    return known;
  };
  const shown: Shown = { verdicts: words.verdicts, percent };
  return rows
    .map((row) => {
      // relative to the page of the assignment: a class of 25 and ten questions have 275 of these
      const work = escapeHtml(`${assignmentId}/learners/${row.userId}`);
      const state = escapeHtml(words.states[row.state]);
      return (
        `<tr><th scope="row" class="results-name"${attribute("title", row.email)}><a data-soft="" class="link" href="${work}">${escapeHtml(row.name)}</a></th>` +
        `<td class="number">${row.points === null ? "–" : escapeHtml(formatPoints(locale, row.points))}${outOfHtml(row, locale)}</td>` +
        `<td class="results-state" data-copied="${state}"${attribute("title", row.about)}><span class="verdict-shape verdict-${stateShapes[row.state]}">${state}` +
        `${row.attempts ? `<span class="text-muted">${escapeHtml(row.attempts)}</span>` : ""}</span></td>` +
        `${row.cells.map((cell, index) => cellHtml(cell, `${work}#q-${ids[index] ?? ""}`, shown)).join("")}${readOnly ? "" : extendHtml(row, table)}</tr>`
      );
    })
    .join("");
}

const outOfHtml = ({ points, outOf }: ResultsRow, locale: Locale) =>
  points === null || outOf === null
    ? ""
    : ` <span class="text-muted">/${escapeHtml(formatPoints(locale, outOf))}</span>`;

/** A class has few different shares: each is worded once. */
type Shown = { verdicts: Record<Verdict, string>; percent: (share: number) => string };

function cellHtml(cell: ResultsRow["cells"][number], href: string, { verdicts, percent: worded }: Shown): string {
  if (!cell) return `<td class="number text-muted">–</td>`;
  // nobody has decided yet: no share is better than a wrong one
  const { share, verdict } = cell;
  const percent = escapeHtml(verdict === "pending" ? "…" : worded(share));
  // an ordinary link: it leaves the table for an answer far down another page
  return `<td class="number verdict-cell verdict-${verdict}"><a href="${href}" tabindex="-1" aria-label="${percent} ${escapeHtml(verdicts[verdict])}">${percent}</a></td>`;
}

function extendHtml({ userId, name, override }: ResultsRow, { words, failure: { locale } }: ResultsTableData): string {
  const word = override ? words.extended : words.extend;
  const label = escapeHtml(formatMessage(locale, words.about, { word, what: name }));
  return (
    `<td class="results-extend" data-not-copied=""><button type="button" class="${extendClass}" data-extend="${escapeHtml(userId)}"` +
    ` aria-label="${label}"${attribute("title", override?.dueText)}>${escapeHtml(word)}</button></td>`
  );
}
