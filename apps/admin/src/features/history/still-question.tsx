"use client";
import type { PlayerLabels } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import type { ShownQuestion } from "@tidao/player";
import { emptyAnswer } from "@tidao/player/answer-state";
import { QuestionPlayer } from "@tidao/player/question-player";

/** The question to look at, not to answer. */
export function StillQuestion({
  question,
  labels,
  locale,
}: {
  question: ShownQuestion;
  labels: PlayerLabels;
  locale: Locale;
}) {
  return (
    <QuestionPlayer
      question={question}
      value={emptyAnswer(question)}
      onChange={() => {}}
      labels={labels}
      locale={locale}
      keys={false}
      disabled
    />
  );
}
