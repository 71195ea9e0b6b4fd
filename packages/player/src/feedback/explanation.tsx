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

/** Where a part stands in the question as it is shown; feedback comes in its author's order, and so do both languages. */
function shownPartIds(question: ShownQuestion): string[] {
  switch (question.kind) {
    case "single-choice":
    case "multiple-choice":
      return question.choices.map(({ id }) => id);
    case "matching":
      return question.lefts.map(({ id }) => id);
    case "cloze":
      return question.blanks;
    case "find-error":
      return question.spans;
    default:
      return [];
  }
}
function inShownOrder(question: ShownQuestion, feedback: Feedback): Feedback {
  const ids = shownPartIds(question);
  return { ...feedback, parts: feedback.parts.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) };
}

/** Choices bring their own headings; of everything else the parts stand under one. */
export function Explanation({ question, answer, feedback, ...words }: AnyExplanationProps) {
  const rest = { ...words, feedback: inShownOrder(question, feedback) };
  // nothing recognised yet: all of it stands in the tick-list above
  const compares = feedback.verdict === "pending" && feedback.keyPoints?.every(({ matched }) => !matched);
  if (compares) return null;
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
