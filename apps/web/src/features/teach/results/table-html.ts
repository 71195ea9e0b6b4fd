import { formatPercent, formatPoints } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import { escapeHtml, type Locale } from "@tidao/kernel";
import { buttonClass } from "@tidao/ui/button";
import { iconHtml } from "@tidao/ui/icon";
import type { LearnerState } from "./results-query";

export type Verdict = "right" | "partial" | "wrong" | "pending";
export interface ResultsRow {
  userId: string;
  name: string;
  email: string;
  state: LearnerState;
  /** "2/3", where there may be more than one attempt. */
  attempts: string | null;
  /** Attempts and times in words. */
  about: string | null;
  /** Whether the key of the questions was shown to this learner. */
  sawKey: boolean;
  /** Attempts that were begun. */
  started: number;
  points: number | null;
  /** What this learner could earn, where that is not what the column says. */
  outOf: number | null;
  /** What was changed for this learner, its due time as it stands in a field. */
  override: { due: string; dueText: string | null; attempts: number | null; reason: string } | null;
  cells: ({ share: number; verdict: Verdict } | null)[];
}
export interface ResultsColumn {
  /** `name`, `state`, `points`, `q3`. */
  key: string;
  label: string;
  title?: string;
  /** The address that sorts by it, and how it is sorted now. */
  href: string;
  sorted: "ascending" | "descending" | null;
}
/** What the table says beside its rows. */
export interface ResultsTexts {
  assignmentId: string;
  locale: Locale;
  columns: readonly ResultsColumn[];
  /** By question: the mean share, already worded. */
  means: readonly string[];
  meanPoints: string;
  /** "17/24" */
  handedIn: string;
  questionIds: readonly string[];
  /** Nothing can be changed in an archived class. */
  readOnly: boolean;
  words: {
    states: Record<LearnerState, string>;
    verdicts: Record<Verdict, string>;
    mean: string;
    extend: string;
    extended: string;
    about: string;
  };
}

const stateShapes: Record<LearnerState, string> = {
  finished: "right",
  "under-way": "partial",
  "not-handed-in": "partial",
  "not-started": "unanswered",
};
const extendClass = buttonClass({ variant: "quiet", size: "small" });
/** Names an attribute's value, and leaves out the attribute that has none. */
const attribute = (name: string, value: string | null | undefined) => (value ? ` ${name}="${escapeHtml(value)}"` : "");

/**
 * What is in the table, as HTML, a piece for each row: a class of 25 and ten questions are 900 elements, and React writes
 * each of them at the price of a small page's header. Every text goes through `escapeHtml`. A button says in `data-extend`
 * whose it is.
 */
export const tableHtml = (rows: readonly ResultsRow[], table: ResultsTexts): string[] => [
  `<thead>${headHtml(table)}</thead><tbody>`,
  ...rowsHtml(rows, table),
  `</tbody><tfoot>${meansHtml(table)}</tfoot>`,
];

function headHtml({ columns, readOnly, words }: ResultsTexts): string {
  const heads = columns.map(({ key, label, title, href, sorted }) => {
    const look = key === "name" || key === "state" ? "" : ` class="number"`;
    const arrow = sorted ? iconHtml(sorted === "descending" ? "chevron-down" : "chevron-up", 12) : "";
    return (
      `<th scope="col"${look}${attribute("aria-sort", sorted)}><a class="results-sort" data-soft="still"` +
      ` href="${escapeHtml(href)}"${attribute("title", title)}>${escapeHtml(label)}${arrow}</a></th>`
    );
  });
  const extend = readOnly ? "" : `<th scope="col" data-not-copied="">${escapeHtml(words.extend)}</th>`;
  return `<tr>${heads.join("")}${extend}</tr>`;
}

function meansHtml({ means, meanPoints, handedIn, readOnly, words }: ResultsTexts): string {
  const number = (text: string) => `<td class="number">${escapeHtml(text)}</td>`;
  return (
    `<tr class="results-mean"><th scope="row">${escapeHtml(words.mean)}</th>${number(meanPoints)}` +
    `<td class="tabular-nums">${escapeHtml(handedIn)}</td>${means.map(number).join("")}` +
    `${readOnly ? "" : `<td data-not-copied="">–</td>`}</tr>`
  );
}

function rowsHtml(rows: readonly ResultsRow[], table: ResultsTexts): string[] {
  const { assignmentId, questionIds, readOnly, words, locale } = table;
  const anchors = questionIds.map((id) => `#q-${escapeHtml(id)}`);
  const ends = cellEnds(table);
  return rows.map((row) => {
    // relative to the page of the assignment: a class of 25 and ten questions have 275 of these
    const work = escapeHtml(`${assignmentId}/learners/${row.userId}`);
    const state = escapeHtml(words.states[row.state]);
    let cells = "";
    for (const [index, cell] of row.cells.entries()) {
      const end = cell && ends(cell);
      cells += end ? end.before + work + (anchors[index] ?? "") + end.after : `<td class="number text-muted">–</td>`;
    }
    return (
      `<tr><th scope="row" class="results-name"${attribute("title", row.email)}><a data-soft="" class="link" href="${work}">${escapeHtml(row.name)}</a></th>` +
      `<td class="number">${row.points === null ? "–" : escapeHtml(formatPoints(locale, row.points))}${outOfHtml(row, locale)}</td>` +
      `<td class="results-state" data-copied="${state}"${attribute("title", row.about)}><span class="verdict-shape verdict-${stateShapes[row.state]}">${state}` +
      `${row.attempts ? `<span class="text-muted">${escapeHtml(row.attempts)}</span>` : ""}</span></td>` +
      `${cells}${readOnly ? "" : extendHtml(row, table)}</tr>`
    );
  });
}

const outOfHtml = ({ points, outOf }: ResultsRow, locale: Locale) =>
  points === null || outOf === null
    ? ""
    : ` <span class="text-muted">/${escapeHtml(formatPoints(locale, outOf))}</span>`;

type Cell = NonNullable<ResultsRow["cells"][number]>;
/** What stands before and after a cell's address. A class has few different verdicts and shares: each pair is worded once. */
function cellEnds({ words: { verdicts }, locale }: ResultsTexts): (cell: Cell) => { before: string; after: string } {
  const known: Record<Verdict, Map<number, { before: string; after: string }>> = {
    right: new Map(),
    partial: new Map(),
    wrong: new Map(),
    pending: new Map(),
  };
  return ({ share, verdict }) => {
    let end = known[verdict].get(share);
    if (!end) {
      // nobody has decided yet: no share is better than a wrong one
      const percent = escapeHtml(verdict === "pending" ? "…" : formatPercent(locale, share));
      // an ordinary link: it leaves the table for an answer far down another page
      end = {
        before: `<td class="number verdict-cell verdict-${verdict}"><a href="`,
        after: `" tabindex="-1" aria-label="${percent} ${escapeHtml(verdicts[verdict])}">${percent}</a></td>`,
      };
      known[verdict].set(share, end);
    }
    return end;
  };
}

/** What the dialog needs to know stands on the button (`extendedBy` reads it): most learners have nothing to tell. */
function extendHtml({ userId, name, started, sawKey, override }: ResultsRow, { words, locale }: ResultsTexts): string {
  const changed = override && JSON.stringify({ ...override, dueText: undefined });
  const word = override ? words.extended : words.extend;
  const label = escapeHtml(formatMessage(locale, words.about, { word, what: name }));
  return (
    `<td class="results-extend" data-not-copied=""><button type="button" class="${extendClass}" data-extend="${escapeHtml(userId)}"` +
    ` data-started="${started}"${sawKey ? ` data-saw-key=""` : ""}${attribute("data-override", changed)}` +
    ` aria-label="${label}"${attribute("title", override?.dueText)}>${escapeHtml(word)}</button></td>`
  );
}
