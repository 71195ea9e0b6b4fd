import { Disclosure } from "@tidao/ui/disclosure";
import { choiceMark, PartMark } from "../part-mark";
import type { FeedbackPart } from "../question-props";
import { compact, Rendered } from "../rendered";
import { ExplainedPart } from "./explained-part";
import type { ExplanationProps } from "./feedback-props";

/** The choice that was taken comes first, then what was missed; the rest is behind a press. */
export function ChoicesExplained({
  question,
  feedback,
  labels,
}: ExplanationProps<"single-choice"> | ExplanationProps<"multiple-choice">) {
  // of a single choice the headings say it already
  const words = question.kind === "multiple-choice";
  const explain = (part: FeedbackPart) => {
    const mark = choiceMark(part);
    return (
      <ExplainedPart
        key={part.id}
        whyHtml={part.whyHtml}
        mark={mark && <PartMark name={mark} labels={labels} words={words} />}
      >
        <Rendered html={question.choices.find(({ id }) => id === part.id)?.html ?? ""} className={compact} />
      </ExplainedPart>
    );
  };
  const taken = feedback.parts.filter((part) => part.chosen);
  // a wrong single choice has one part that is missed: the right one
  const missed = feedback.parts.filter((part) => choiceMark(part) === "missed");
  const others = feedback.parts.filter((part) => choiceMark(part) === null);
  return (
    <>
      {taken.length > 0 && (
        <section>
          <h3 className="feedback-heading">{labels.feedback.yourChoice}</h3>
          {taken.map(explain)}
        </section>
      )}
      {missed.length > 0 && (
        <section>
          <h3 className="feedback-heading">{labels.feedback.rightAnswer}</h3>
          {missed.map(explain)}
        </section>
      )}
      {others.length > 0 && <Disclosure summary={labels.feedback.others}>{others.map(explain)}</Disclosure>}
    </>
  );
}
