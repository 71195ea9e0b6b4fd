import type { PlayerLabels } from "@tidao/i18n";
import { formatNumber, formatPercent, formatPoints } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Disclosure } from "@tidao/ui/disclosure";
import { Mark } from "@tidao/ui/mark";
import { type ReactNode, type Ref, useId } from "react";
import { isBlank, verdictText } from "./answer-state";
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

/** The rule of the kind, what it leaves open for this question, and what the hints took. */
function ruleText({ rule, tolerance, hintsTaken = 0 }: Feedback, labels: PlayerLabels, locale: Locale): string {
  const texts = [labels.rules[rule]];
  if (tolerance) texts.push(toleranceText(tolerance, labels.tolerance, locale));
  if (hintsTaken > 0) {
    const percent = formatPercent(locale, Math.min(1, hintsTaken * HINT_CHARGE));
    texts.push(formatMessage(locale, labels.feedback.hints, { count: hintsTaken, percent }));
  }
  return texts.join(locale === "zh" ? "" : " ");
}

/** "Here that is 1% of the right value, up or down." */
function toleranceText(
  tolerance: NonNullable<Feedback["tolerance"]>,
  texts: PlayerLabels["tolerance"],
  locale: Locale,
): string {
  if ("relative" in tolerance)
    return formatMessage(locale, texts.relative, { percent: formatPercent(locale, tolerance.relative, 2) });
  if (tolerance.absolute === 0) return texts.exact;
  return formatMessage(locale, texts.absolute, { amount: formatNumber(locale, tolerance.absolute, 6) });
}

export function FeedbackView({ question, answer, feedback, labels, locale, verdictRef, children }: FeedbackViewProps) {
  const { verdict, points, maxPoints, misconceptions, modelAnswerHtml, solutionHtml, sources } = feedback;
  const texts = labels.feedback;
  const id = useId();
  const scored = verdict !== "pending";
  return (
    <section className={`feedback tone-${tones[verdict]}`} lang={locale}>
      <header className="feedback-head">
        {/* keyed: where one heading takes another verdict, Orca says the one before */}
        <h2
          key={verdict}
          ref={verdictRef}
          tabIndex={-1}
          className="verdict"
          aria-describedby={scored ? `${id}-points` : undefined}
        >
          <Mark shape={verdict} size={22} />
          {verdictText(labels.verdicts, verdict, isBlank(answer))}
        </h2>
        {scored && (
          <p id={`${id}-points`} className="feedback-points">
            {formatMessage(locale, texts.points, {
              points: formatPoints(locale, points),
              max: maxPoints,
            })}
          </p>
        )}
        <Disclosure summary={texts.rule}>
          <p className="field-hint">{ruleText(feedback, labels, locale)}</p>
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
