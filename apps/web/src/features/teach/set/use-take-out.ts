"use client";
import { showToast } from "@tidao/ui/toast";
import { putBack, removeQuestion } from "./draft-items";
import { useSetDraft } from "./set-draft";

/** Takes a question out at once; the toast puts it back where it was, with its points and its version. */
export function useTakeOut(words: { removed: string; undo: string }) {
  const { draft, change } = useSetDraft();
  return (questionId: string) => {
    const position = draft.findIndex((item) => item.questionId === questionId);
    const item = draft[position];
    if (!item) return;
    change((items) => removeQuestion(items, questionId));
    const run = () => change((items) => putBack(items, item, position));
    showToast(words.removed, { label: words.undo, run });
  };
}
