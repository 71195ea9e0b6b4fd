"use client";
import type { PlayerLabels } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { MultipleChoice, SingleChoice } from "./kinds/choices";
import { Cloze } from "./kinds/cloze";
import { FindError } from "./kinds/find-error";
import { Matching } from "./kinds/matching";
import { Numeric } from "./kinds/numeric";
import { Ordering } from "./kinds/ordering";
import { ShortAnswer } from "./kinds/short-answer";
import type { Answer, AnswerOf, FeedbackPart, QuestionKind, ShownQuestion } from "./question-props";
import { compact, Rendered } from "./rendered";

export interface QuestionPlayerProps {
  question: ShownQuestion;
  /** What names the place that the focus comes to when the question is new. */
  stemId?: string;
  /** Start with `emptyAnswer(question)`. */
  value: Answer | null;
  onChange: (answer: Answer) => void;
  labels: PlayerLabels;
  locale: Locale;
  /** `feedback.parts`, once there is feedback: the answer then shows its marks and is closed. */
  graded?: readonly FeedbackPart[];
  disabled?: boolean;
  /** Single keys choose (1 to 6). Off where two questions stand on one page. */
  keys?: boolean;
}

export function QuestionPlayer({ question, locale, stemId, ...rest }: QuestionPlayerProps) {
  return (
    <div className="question" lang={locale}>
      <Rendered id={stemId} html={question.stem} className={`stem ${compact}`} />
      <AnswerInput question={question} locale={locale} {...rest} />
    </div>
  );
}

function AnswerInput({
  question,
  value,
  graded,
  disabled = graded !== undefined,
  keys = true,
  ...rest
}: QuestionPlayerProps) {
  const own = { ...rest, graded, disabled, keys };
  switch (question.kind) {
    case "single-choice":
      return <SingleChoice question={question} value={answerOf("single-choice", value)} {...own} />;
    case "multiple-choice":
      return <MultipleChoice question={question} value={answerOf("multiple-choice", value)} {...own} />;
    case "numeric":
      return <Numeric question={question} value={answerOf("numeric", value)} {...own} />;
    case "ordering":
      return <Ordering question={question} value={answerOf("ordering", value)} {...own} />;
    case "matching":
      return <Matching question={question} value={answerOf("matching", value)} {...own} />;
    case "cloze":
      return <Cloze question={question} value={answerOf("cloze", value)} {...own} />;
    case "find-error":
      return <FindError question={question} value={answerOf("find-error", value)} {...own} />;
    case "short-answer":
      return <ShortAnswer question={question} value={answerOf("short-answer", value)} {...own} />;
  }
}

const isOf = <K extends QuestionKind>(kind: K, answer: Answer): answer is AnswerOf<K> => answer.kind === kind;

/** An answer to another kind, or "I don't know", shows as no answer. */
const answerOf = <K extends QuestionKind>(kind: K, answer: Answer | null): AnswerOf<K> | null =>
  answer && isOf(kind, answer) ? answer : null;
