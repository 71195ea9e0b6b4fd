"use client";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { TableFrame, tableClass } from "@tidao/ui/table";
import { showProblem, showToast } from "@tidao/ui/toast";
import { type Packed, unpack } from "@tidao/next-kit/packed";
import { useSentOnce } from "@tidao/next-kit/use-sent-once";
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { ExtensionDialog, type ExtensionWords } from "./extension-dialog";
import { type Extended, extendedBy } from "./extended-by";
import { neighbourIn, tableText } from "./grid-keys";
import type { Failure } from "../use-call";

export interface ResultsTableData {
  assignmentId: string;
  zone: string;
  words: { label: string; copy: string; copied: string; notCopied: string; extension: ExtensionWords };
  failure: Failure;
}

/** What `sendOnce` returned of the table. */
export interface SentOnce {
  id: string;
  html?: string;
}

/** Learners by questions. Every cell opens its answer; it goes into a spreadsheet as it stands. */
export function ResultsTable({ data, table: sent }: { data: Packed<ResultsTableData>; table: SentOnce }) {
  const { assignmentId, zone, words, failure } = useMemo(() => unpack(data), [data]);
  const frame = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Extended | null>(null);
  const [extending, setExtending] = useState(false);
  const table = () => frame.current?.querySelector("table") ?? null;

  // the row that was changed is new: who had the focus on its button keeps it, whether the row comes before the dialog goes
  // or after that
  useLayoutEffect(() => {
    if (chosen && !extending && document.activeElement === document.body)
      frame.current?.querySelector<HTMLElement>(`[data-extend="${CSS.escape(chosen.userId)}"]`)?.focus();
  }, [sent.id, chosen, extending]);

  const move = (event: KeyboardEvent) => {
    const [within, from] = [table(), event.target];
    const next = within && from instanceof HTMLElement ? neighbourIn(within, from, event.key) : null;
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const extend = ({ target }: MouseEvent) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-extend]") : null;
    if (!button) return;
    setChosen(extendedBy(button));
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
        <TableFrame label={words.label} height="min(max(24rem, 75dvh), 92dvh)">
          <Inside key={sent.id} table={sent} onClick={extend} />
        </TableFrame>
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

function Inside({ table: { id, html }, onClick }: { table: SentOnce; onClick: (event: MouseEvent) => void }) {
  const inside = useSentOnce(id, html);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a click on one of the buttons inside, which keys press too
    <table
      id={id}
      className={tableClass({ stickyColumn: true })}
      data-acts=""
      onClick={onClick}
      // oxlint-disable-next-line react/no-danger -- tableHtml escapes
      dangerouslySetInnerHTML={{ __html: inside }}
    />
  );
}
