"use client";
import "../verdict-shape.css";
import "./results-table.css";
import { formatPercent, formatPoints } from "@tidao/i18n/format";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { Table } from "@tidao/ui/table";
import { showToast } from "@tidao/ui/toast";
import { AppLink } from "@tidao/next-kit/app-link";
import { type Packed, unpack } from "@tidao/next-kit/packed";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { ExtensionDialog, type ExtensionWords } from "./extension-dialog";
import { neighbourIn, tableText } from "./grid-keys";
import type { LearnerState } from "./results-query";
import type { Failure } from "../use-call";

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
  points: number | null;
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
export interface ResultsWords {
  label: string;
  states: Record<LearnerState, string>;
  verdicts: Record<Verdict, string>;
  mean: string;
  extend: string;
  extended: string;
  copy: string;
  copied: string;
  notCopied: string;
  extension: ExtensionWords;
}
export interface ResultsTableData {
  assignmentId: string;
  rows: readonly ResultsRow[];
  columns: readonly ResultsColumn[];
  /** By question: the mean share, already worded. */
  means: readonly string[];
  meanPoints: string;
  /** "17/24" */
  handedIn: string;
  questionIds: readonly string[];
  /** Nothing can be changed in an archived class. */
  readOnly: boolean;
  zone: string;
  words: ResultsWords;
  failure: Failure;
}

const stateShapes: Record<LearnerState, string> = {
  finished: "right",
  "under-way": "partial",
  "not-started": "unanswered",
};

/** Learners by questions. Every cell opens its answer; it goes into a spreadsheet as it stands. */
export function ResultsTable({ data }: { data: Packed<ResultsTableData> }) {
  const { assignmentId, rows, columns, means, meanPoints, handedIn, questionIds, readOnly, zone, words, failure } =
    useMemo(() => unpack(data), [data]);
  const { locale } = failure;
  const frame = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ResultsRow | null>(null);
  const [extending, setExtending] = useState(false);
  const table = () => frame.current?.querySelector("table") ?? null;
  const workHref = (userId: string) => `/${locale}/teach/assignments/${assignmentId}/learners/${userId}`;

  const move = (event: KeyboardEvent) => {
    const [within, from] = [table(), event.target];
    const next = within && from instanceof HTMLElement ? neighbourIn(within, from, event.key) : null;
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const copy = async () => {
    const within = table();
    if (!within) return;
    try {
      await navigator.clipboard.writeText(tableText(within));
      showToast(words.copied);
    } catch {
      showToast(words.notCopied);
    }
  };

  return (
    <div className="grid min-w-0 gap-3">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the links inside are what is operated; arrows go between them */}
      <div ref={frame} className="results min-w-0" onKeyDown={move}>
        <Table label={words.label} stickyColumn height="max(24rem, 75dvh)">
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={column.key === "name" || column.key === "state" ? undefined : "number"}
                  aria-sort={column.sorted ?? undefined}
                >
                  <AppLink className="results-sort" href={column.href} scroll={false} title={column.title}>
                    {column.label}
                    {column.sorted && (
                      <Icon name={column.sorted === "descending" ? "chevron-down" : "chevron-up"} size={12} />
                    )}
                  </AppLink>
                </th>
              ))}
              {!readOnly && (
                <th scope="col" data-not-copied>
                  {words.extend}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.userId}>
                <th scope="row" className="max-w-48 min-w-24 wrap-break-word" title={row.email}>
                  <AppLink className="link" href={workHref(row.userId)}>
                    {row.name}
                  </AppLink>
                </th>
                <td className="number">{row.points === null ? "–" : formatPoints(locale, row.points)}</td>
                <td className="whitespace-nowrap" data-copied={words.states[row.state]} title={row.about ?? undefined}>
                  <span className={`verdict-shape verdict-${stateShapes[row.state]}`}>
                    {words.states[row.state]}
                    {row.attempts && <span className="text-muted">{row.attempts}</span>}
                  </span>
                </td>
                {row.cells.map((cell, index) =>
                  cellOf(cell, questionIds[index] ?? "", workHref(row.userId), words.verdicts, locale),
                )}
                {!readOnly && (
                  <td className="py-0.5! whitespace-nowrap" data-not-copied>
                    <Button
                      variant="quiet"
                      size="small"
                      aria-label={`${row.override ? words.extended : words.extend}: ${row.name}`}
                      title={row.override?.dueText ?? undefined}
                      onClick={() => {
                        setChosen(row);
                        setExtending(true);
                      }}
                    >
                      {row.override && <Icon name="clock" size={14} />}
                      {row.override ? words.extended : words.extend}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="results-mean">
              <th scope="row">{words.mean}</th>
              <td className="number">{meanPoints}</td>
              <td className="tabular-nums">{handedIn}</td>
              {means.map((mean, index) => (
                <td key={questionIds[index]} className="number">
                  {mean}
                </td>
              ))}
              {!readOnly && <td data-not-copied>–</td>}
            </tr>
          </tfoot>
        </Table>
      </div>
      <div>
        <Button size="small" onClick={() => void copy()}>
          <Icon name="copy" size={14} />
          {words.copy}
        </Button>
      </div>
      {chosen && (
        <ExtensionDialog
          key={chosen.userId}
          open={extending}
          onClose={() => setExtending(false)}
          assignmentId={assignmentId}
          learner={chosen}
          zone={zone}
          words={words.extension}
          failure={failure}
        />
      )}
    </div>
  );
}

function cellOf(
  cell: ResultsRow["cells"][number],
  questionId: string,
  workHref: string,
  verdicts: Record<Verdict, string>,
  locale: Locale,
) {
  if (!cell)
    return (
      <td key={questionId} className="number text-muted">
        –
      </td>
    );
  // nobody has decided yet: no share is better than a wrong one
  const percent = cell.verdict === "pending" ? "…" : formatPercent(locale, cell.share);
  // an ordinary link: it leaves the table for an answer far down another page
  return (
    <td key={questionId} className={`number verdict-cell verdict-${cell.verdict}`}>
      <a href={`${workHref}#q-${questionId}`} tabIndex={-1} aria-label={`${percent} ${verdicts[cell.verdict]}`}>
        {percent}
      </a>
    </td>
  );
}
