"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { moveItem } from "@tidao/player/answer-state";
import { useEffect, useRef, useState } from "react";
import type { DraftItem } from "./draft-items";
import { useSetDraft } from "./set-draft";
import { SetItem } from "./set-item";
import { useTakeOut } from "./use-take-out";

interface SetItemsProps {
  words: Messages["teach"]["set"];
  kinds: Messages["questionKinds"];
  undo: string;
  locale: Locale;
  /** The address of this page without a preview; the question's id is put behind it. */
  previewHref: string;
}

/** The questions in their order: by the arrows, by dragging, out and back. */
export function SetItems({ words, kinds, undo, locale, previewHref }: SetItemsProps) {
  const { draft, change } = useSetDraft();
  const takeOut = useTakeOut({ removed: words.removed, undo });
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  /** Where the focus goes once the list is drawn anew, and what is said. */
  const [after, setAfter] = useState<{ focus: string; said: string } | null>(null);
  const say = (sentence: string, params: Record<string, string | number>) => formatMessage(locale, sentence, params);

  // the browser drops the focus of a node that React moves
  useEffect(() => {
    if (after) list.current?.querySelector<HTMLElement>(`[data-press="${CSS.escape(after.focus)}"]`)?.focus();
  }, [after]);

  const moveTo = (questionId: string, to: number) => {
    const from = draft.findIndex((item) => item.questionId === questionId);
    if (from === to || to < 0 || to >= draft.length) return false;
    change((items) => moveItem(items, from, to));
    return true;
  };
  const press = (questionId: string, position: number, direction: "up" | "down") => {
    const to = position + (direction === "up" ? -1 : 1);
    if (moveTo(questionId, to))
      setAfter({
        focus: `${direction} ${questionId}`,
        said: say(words.moved, { position: to + 1, total: draft.length }),
      });
  };
  const remove = (item: DraftItem, position: number) => {
    takeOut(item.questionId);
    const next = draft[position + 1] ?? draft[position - 1];
    // the message with the way back says the rest
    setAfter({ focus: next ? `remove ${next.questionId}` : "", said: "" });
  };

  if (draft.length === 0) return <p className="text-muted">{words.empty}</p>;
  return (
    <div className="grid gap-2">
      <ol ref={list} aria-label={words.order} className="divide-y divide-line">
        {draft.map((item, index) => (
          <SetItem
            key={item.questionId}
            item={item}
            index={index}
            last={draft.length - 1}
            words={words}
            kinds={kinds}
            locale={locale}
            previewHref={`${previewHref}${encodeURIComponent(item.questionId)}`}
            isDragged={dragged === item.questionId}
            onMove={(direction) => press(item.questionId, index, direction)}
            onRemove={() => remove(item, index)}
            onDrag={setDragged}
            onDragOver={() => dragged && dragged !== item.questionId && moveTo(dragged, index)}
          />
        ))}
      </ol>
      <p className="text-sm text-muted">
        {[...(draft.length > 1 ? [words.reorder] : []), words.versionHint].join(locale === "zh" ? "" : " ")}
      </p>
      <p className="sr-only" role="status">
        {after?.said}
      </p>
    </div>
  );
}
