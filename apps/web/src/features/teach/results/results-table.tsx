"use client";
import "../verdict-shape.css";
import "./results-table.css";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { Table } from "@tidao/ui/table";
import { showProblem, showToast } from "@tidao/ui/toast";
import { AppLink } from "@tidao/next-kit/app-link";
import { type Packed, unpack } from "@tidao/next-kit/packed";
import { useSentOnce } from "@tidao/next-kit/use-sent-once";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
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
export interface ResultsWords {
  label: string;
  states: Record<LearnerState, string>;
  verdicts: Record<Verdict, string>;
  mean: string;
  extend: string;
  extended: string;
  about: string;
  copy: string;
  copied: string;
  notCopied: string;
  extension: ExtensionWords;
}
/** Whom the table can give an extension. */
export type Extended = Pick<ResultsRow, "userId" | "name" | "override">;
export interface ResultsTableData {
  assignmentId: string;
  learners: readonly Extended[];
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

/** What `sendOnce` returned of the rows. */
export interface SentOnce {
  id: string;
  html?: string;
}

/** Learners by questions. Every cell opens its answer; it goes into a spreadsheet as it stands. */
export function ResultsTable({ data, rows }: { data: Packed<ResultsTableData>; rows: SentOnce }) {
  const { assignmentId, learners, columns, means, meanPoints, handedIn, questionIds, readOnly, zone, words, failure } =
    useMemo(() => unpack(data), [data]);
  const frame = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Extended | null>(null);
  const [extending, setExtending] = useState(false);
  const table = () => frame.current?.querySelector("table") ?? null;

  // the row that was changed is new: who had the focus on its button keeps it, whether the row comes before the dialog goes
  // or after that
  useEffect(() => {
    if (chosen && !extending && document.activeElement === document.body)
      frame.current?.querySelector<HTMLElement>(`[data-extend="${CSS.escape(chosen.userId)}"]`)?.focus();
  }, [rows.id, chosen, extending]);

  const move = (event: KeyboardEvent) => {
    const [within, from] = [table(), event.target];
    const next = within && from instanceof HTMLElement ? neighbourIn(within, from, event.key) : null;
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const extend = ({ target }: MouseEvent) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-extend]") : null;
    const row = learners.find(({ userId }) => userId === button?.dataset["extend"]);
    if (!row) return;
    setChosen(row);
    setExtending(true);
  };
  const copy = async () => {
    const within = table();
    if (!within) return;
    try {
      await navigator.clipboard.writeText(tableText(within));
      showToast(words.copied);
    } catch {
      showProblem(words.notCopied);
    }
  };

  return (
    <div className="grid min-w-0 gap-3">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the links inside are what is operated; arrows go between them */}
      <div ref={frame} className="results min-w-0" onKeyDown={move}>
        <Table label={words.label} stickyColumn height="min(max(24rem, 75dvh), 92dvh)">
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
          <Rows key={rows.id} rows={rows} onClick={extend} />
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

function Rows({ rows: { id, html }, onClick }: { rows: SentOnce; onClick: (event: MouseEvent) => void }) {
  const inside = useSentOnce(id, html);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions, react/no-danger -- a click on one of the buttons inside, which keys press too; rowsHtml escapes
    <tbody id={id} data-acts="" onClick={onClick} dangerouslySetInnerHTML={{ __html: inside }} />
  );
}
