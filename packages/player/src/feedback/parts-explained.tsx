import { formatMessage } from "@tidao/i18n/icu";
import type { ReactNode } from "react";
import { PartMark } from "../part-mark";
import { spanWords } from "../passage-html";
import { compact, Rendered } from "../rendered";
import { ExplainedPart } from "./explained-part";
import type { ExplanationProps } from "./feedback-props";

type Labels = ExplanationProps<"numeric">["labels"];

/** What was given and, where it differs, what is right: the two lines of every part that is not a choice. */
function GivenAndKey({ given, wanted, labels }: { given: ReactNode; wanted?: ReactNode; labels: Labels }) {
  return (
    <dl className="given">
      <dt>{labels.feedback.yourAnswer}</dt>
      <dd>{given ?? <span className="text-muted">{labels.feedback.nothing}</span>}</dd>
      {wanted && (
        <>
          <dt>{labels.feedback.rightAnswer}</dt>
          <dd>{wanted}</dd>
        </>
      )}
    </dl>
  );
}

const mark = (right: boolean, labels: Labels) => <PartMark name={right ? "right" : "wrong"} labels={labels} />;

/** A bare number is read in the unit that stands behind the field. */
const withUnit = (text: string, unit: string | undefined) =>
  unit && /\p{Nd}\s*$/u.test(text) ? `${text} ${unit}` : text;

export function NumericExplained({ question, answer, feedback, labels }: ExplanationProps<"numeric">) {
  const [part] = feedback.parts;
  if (!part) return null;
  return (
    <ExplainedPart whyHtml={part.whyHtml} mark={mark(part.right, labels)}>
      <GivenAndKey
        labels={labels}
        given={answer?.text && withUnit(answer.text, question.unit)}
        wanted={part.keyHtml && <Rendered html={part.keyHtml} className={compact} />}
      />
    </ExplainedPart>
  );
}

export function ClozeExplained({ question, answer, feedback, labels, locale }: ExplanationProps<"cloze">) {
  return feedback.parts.map((part) => {
    const number = question.blanks.indexOf(part.id) + 1;
    return (
      <ExplainedPart key={part.id} whyHtml={part.whyHtml} mark={mark(part.right, labels)}>
        <p className="explained-name">
          {formatMessage(locale, labels.cloze.blank, { number, total: question.blanks.length })}
        </p>
        <GivenAndKey
          labels={labels}
          given={answer?.blanks[part.id]?.trim() || null}
          wanted={!part.right && part.keyHtml && <Rendered html={part.keyHtml} className={compact} />}
        />
      </ExplainedPart>
    );
  });
}

export function MatchingExplained({ question, answer, feedback, labels }: ExplanationProps<"matching">) {
  return feedback.parts.map((part) => {
    const left = question.lefts.find(({ id }) => id === part.id);
    const given = question.rights.find(({ id }) => id === answer?.matches[part.id]);
    return (
      <ExplainedPart key={part.id} whyHtml={part.whyHtml} mark={mark(part.right, labels)}>
        <Rendered html={left?.html ?? ""} className={`explained-name ${compact}`} />
        <GivenAndKey
          labels={labels}
          given={given && <Rendered html={given.html} className={compact} />}
          wanted={!part.right && part.keyHtml && <Rendered html={part.keyHtml} className={compact} />}
        />
      </ExplainedPart>
    );
  });
}

/** The right order, with a mark at what stood outside the longest chain; the reason for the order as a whole. */
export function OrderingExplained({ question, feedback, labels }: ExplanationProps<"ordering">) {
  const { correctAnswer, parts } = feedback;
  if (correctAnswer.kind !== "ordering") return null;
  const why = parts.find(({ whyHtml }) => whyHtml)?.whyHtml;
  return (
    <>
      <ol className="right-order">
        {correctAnswer.itemIds.map((id) => (
          <li key={id}>
            {mark(parts.find((part) => part.id === id)?.right ?? false, labels)}
            <Rendered html={question.items.find((item) => item.id === id)?.html ?? ""} className={compact} />
          </li>
        ))}
      </ol>
      {why && <Rendered html={why} className={`explained-why ${compact}`} />}
    </>
  );
}

/** Marked spans and missed errors; what was rightly left alone needs no words. */
export function FindErrorExplained({ question, feedback, labels }: ExplanationProps<"find-error">) {
  return feedback.parts
    .filter((part) => part.chosen || !part.right)
    .map((part) => (
      <ExplainedPart
        key={part.id}
        whyHtml={part.whyHtml}
        mark={
          <PartMark
            name={part.chosen ? (part.right ? "errorFound" : "soundMarked") : "errorMissed"}
            labels={labels}
            words
          />
        }
      >
        <Rendered html={`“${spanWords(question.passage, part.id)}”`} className={compact} />
        {part.keyHtml && (
          <dl className="given">
            <dt>{labels.feedback.correction}</dt>
            <dd>
              <Rendered html={part.keyHtml} className={compact} />
            </dd>
          </dl>
        )}
      </ExplainedPart>
    ));
}

/** While the learner is still comparing, what was not recognised stands in the tick-list above. */
export function ShortAnswerExplained({ feedback, labels }: ExplanationProps<"short-answer">) {
  const listed = feedback.keyPoints?.filter(({ matched }) => matched || feedback.verdict !== "pending");
  return (
    <ul className="key-points">
      {listed?.map(({ id, html, matched }) => (
        <li key={id}>
          <PartMark name={matched ? "found" : "notFound"} labels={labels} />
          <Rendered html={html} className={compact} />
        </li>
      ))}
    </ul>
  );
}
