import type { PlayerLabels } from "@tidao/i18n";
import { formatPercent, formatPoints } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Disclosure } from "@tidao/ui/disclosure";
import { Mark } from "@tidao/ui/mark";
import type { ReactNode, Ref } from "react";
import { Explanation } from "./feedback/explanation";
import type { Answer, Feedback, ShownQuestion } from "./question-props";
import { compact, Rendered } from "./rendered";
import { SourceList } from "./source-list";

interface FeedbackViewProps {
  question: ShownQuestion;
  /** What was handed in; null or `blank` for "I don't know". */
  answer: Answer | null;
  feedback: Feedback;
  labels: PlayerLabels;
  locale: Locale;
  /** Focus it when feedback opens: the verdict is then read out first. */
  verdictRef?: Ref<HTMLHeadingElement>;
  /** Stands right under the verdict: the tick-list of a pending short answer. */
  children?: ReactNode;
}

const tones = { right: "right", partial: "partial", wrong: "wrong", pending: "accent" } as const;
/** As charged by the grader: a fifth of the points for each hint. */
const HINT_CHARGE = 0.2;

export function FeedbackView({ question, answer, feedback, labels, locale, verdictRef, children }: FeedbackViewProps) {
  const {
    verdict,
    points,
    maxPoints,
    rule,
    hintsTaken = 0,
    misconceptions,
    modelAnswerHtml,
    solutionHtml,
    sources,
  } = feedback;
  const texts = labels.feedback;
  return (
    <section className={`feedback tone-${tones[verdict]}`} lang={locale}>
      <header className="feedback-head">
        <h2 ref={verdictRef} tabIndex={-1} className="verdict">
          <Mark shape={verdict} size={22} />
          {labels.verdicts[verdict]}
        </h2>
        {verdict !== "pending" && (
          <p className="feedback-points">
            {formatMessage(locale, texts.points, {
              points: formatPoints(locale, points),
              max: formatPoints(locale, maxPoints),
            })}
          </p>
        )}
        <Disclosure summary={texts.rule}>
          <p className="field-hint">
            {labels.rules[rule]}{" "}
            {hintsTaken > 0 &&
              formatMessage(locale, texts.hints, {
                count: hintsTaken,
                percent: formatPercent(locale, Math.min(1, hintsTaken * HINT_CHARGE)),
              })}
          </p>
        </Disclosure>
      </header>
      {children}
      <Explanation question={question} answer={answer} feedback={feedback} labels={labels} locale={locale} />
      {misconceptions.map(({ id, beliefHtml, truthHtml }) => (
        <section key={id} className="misconception">
          <h3 className="feedback-heading">{texts.misconception}</h3>
          <Rendered html={beliefHtml} className={`misconception-belief ${compact}`} />
          <h4 className="feedback-heading">{texts.inFact}</h4>
          <Rendered html={truthHtml} className={compact} />
        </section>
      ))}
      {modelAnswerHtml && (
        <section>
          <h3 className="feedback-heading">{texts.modelAnswer}</h3>
          <Rendered html={modelAnswerHtml} className={compact} />
        </section>
      )}
      <section>
        <h3 className="feedback-heading">{texts.solution}</h3>
        <Rendered html={solutionHtml} className={compact} />
      </section>
      {sources.length > 0 && (
        <section className="feedback-sources">
          <h3 className="feedback-heading">{texts.sources}</h3>
          <SourceList sources={sources} />
        </section>
      )}
    </section>
  );
}
