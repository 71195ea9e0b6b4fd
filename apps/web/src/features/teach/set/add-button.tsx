"use client";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { showProblem } from "@tidao/ui/toast";
import { addQuestion, type BankQuestion, maxItems } from "./draft-items";
import { useSetDraft } from "./set-draft";
import { useTakeOut } from "./use-take-out";

export interface AddWords {
  add: string;
  added: string;
  full: string;
  removed: string;
  undo: string;
  about: string;
}

/** Puts a question into the set, and takes it out again: the same button, pressed or not. */
export function AddButton({ question, words, locale }: { question: BankQuestion; words: AddWords; locale: Locale }) {
  const { draft, change } = useSetDraft();
  const takeOut = useTakeOut(words);
  const isIn = draft.some((item) => item.questionId === question.questionId);
  const text = isIn ? words.added : words.add;
  const press = () => {
    if (isIn) return takeOut(question.questionId);
    if (draft.length >= maxItems) return showProblem(formatMessage(locale, words.full, { max: maxItems }));
    change((items) => addQuestion(items, question));
  };
  return (
    <Button
      size="small"
      variant={isIn ? "quiet" : "secondary"}
      aria-pressed={isIn}
      aria-label={formatMessage(locale, words.about, { word: text, what: question.questionId })}
      className="whitespace-nowrap"
      onClick={press}
    >
      <Icon name={isIn ? "check" : "plus"} size={14} />
      {text}
    </Button>
  );
}
