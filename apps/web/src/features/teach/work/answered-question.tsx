"use client";
import type { PlayerLabels } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { QuestionPlayer } from "@tidao/player/question-player";
import type { ApiData } from "../../../api-data";

type Item = ApiData["teach"]["getLearnerWork"]["attempts"][number]["items"][number];

/** A question as it stood before the learner, with what was answered and its marks; nothing can be changed. */
export function AnsweredQuestion({
  item: { shown, answer, feedback },
  labels,
  locale,
}: {
  item: Pick<Item, "shown" | "answer" | "feedback">;
  labels: PlayerLabels;
  locale: Locale;
}) {
  return (
    <QuestionPlayer
      question={shown}
      value={answer}
      onChange={() => {}}
      graded={feedback?.parts}
      disabled
      labels={labels}
      locale={locale}
      keys={false}
    />
  );
}
