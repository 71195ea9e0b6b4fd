"use client";
import type { Answer } from "@tidao/player";
import { emptyAnswer } from "@tidao/player/answer-state";
import { QuestionPlayer, type QuestionPlayerProps } from "@tidao/player/question-player";

type Props = Omit<QuestionPlayerProps, "value" | "onChange" | "disabled" | "keys"> & { answer: Answer | null };

/** The variant as it stood before the learner, with their answer in it, closed. */
export function ReportedQuestion({ answer, ...rest }: Props) {
  return (
    <QuestionPlayer value={answer ?? emptyAnswer(rest.question)} onChange={() => {}} disabled keys={false} {...rest} />
  );
}
