import type { Answer, Feedback, ShownQuestion } from "../question-props";
import { ChoicesExplained } from "./choices-explained";
import { type ExplanationProps, isAnswerOf } from "./feedback-props";
import {
  ClozeExplained,
  FindErrorExplained,
  MatchingExplained,
  NumericExplained,
  OrderingExplained,
  ShortAnswerExplained,
} from "./parts-explained";

interface AnyExplanationProps extends Pick<ExplanationProps<"numeric">, "labels" | "locale"> {
  question: ShownQuestion;
  answer: Answer | null;
  feedback: Feedback;
}

/** Choices bring their own headings; of everything else the parts stand under one. */
export function Explanation({ question, answer, ...rest }: AnyExplanationProps) {
  if (question.kind === "single-choice" || question.kind === "multiple-choice") {
    const own = isAnswerOf("single-choice", answer) ? answer : null;
    return question.kind === "single-choice" ? (
      <ChoicesExplained question={question} answer={own} {...rest} />
    ) : (
      <ChoicesExplained question={question} answer={isAnswerOf("multiple-choice", answer) ? answer : null} {...rest} />
    );
  }
  const heading =
    question.kind === "short-answer"
      ? rest.labels.feedback.keyPoints
      : question.kind === "ordering"
        ? rest.labels.feedback.rightOrder
        : rest.labels.feedback.parts;
  return (
    <section>
      {question.kind !== "numeric" && <h3 className="feedback-heading">{heading}</h3>}
      <Parts question={question} answer={answer} {...rest} />
    </section>
  );
}

function Parts({ question, answer, ...rest }: AnyExplanationProps) {
  switch (question.kind) {
    case "numeric":
      return <NumericExplained question={question} answer={isAnswerOf("numeric", answer) ? answer : null} {...rest} />;
    case "cloze":
      return <ClozeExplained question={question} answer={isAnswerOf("cloze", answer) ? answer : null} {...rest} />;
    case "matching":
      return (
        <MatchingExplained question={question} answer={isAnswerOf("matching", answer) ? answer : null} {...rest} />
      );
    case "ordering":
      return (
        <OrderingExplained question={question} answer={isAnswerOf("ordering", answer) ? answer : null} {...rest} />
      );
    case "find-error":
      return (
        <FindErrorExplained question={question} answer={isAnswerOf("find-error", answer) ? answer : null} {...rest} />
      );
    case "short-answer":
      return (
        <ShortAnswerExplained
          question={question}
          answer={isAnswerOf("short-answer", answer) ? answer : null}
          {...rest}
        />
      );
    default:
      return null;
  }
}
