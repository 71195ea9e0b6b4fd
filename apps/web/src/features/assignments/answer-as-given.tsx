"use client";
import { QuestionPlayer, type QuestionPlayerProps } from "@tidao/player/question-player";
import type { Answer } from "@tidao/player";

const nothing = () => {};

/** A question with the answer that was given to it, closed. */
export function AnswerAsGiven({
  answer,
  ...rest
}: Omit<QuestionPlayerProps, "value" | "onChange" | "disabled" | "keys"> & { answer: Answer | null }) {
  return <QuestionPlayer value={answer} onChange={nothing} disabled keys={false} {...rest} />;
}
