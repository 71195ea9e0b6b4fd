import { playerLabels } from "@tidao/i18n";
import { formatPoints, zonedTime } from "@tidao/i18n/format";
import { FeedbackView } from "@tidao/player/feedback-view";
import { LinkButton } from "@tidao/ui/button";
import { Notice } from "@tidao/ui/notice";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { AnswerAsGiven } from "./answer-as-given";
import { TakeFocus } from "./take-focus";

interface AttemptResultProps {
  data: ApiData["assignments"]["getAttempt"];
  feedback: ApiData["assignments"]["getAssignment"]["feedback"];
  /** While it is not open yet. */
  opensAt: string | null;
  zone: string;
}

/** What was handed in, with its feedback as far as that is open. */
export function AttemptResult({ data, feedback, opensAt, zone }: AttemptResultProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.classes.assignment;
  const labels = playerLabels(locale);
  const { attempt, items, feedbackOpen } = data;
  const due = zonedTime(locale, data.dueAt, zone);
  const unfinished = opensAt ? say(texts.opensAt, { time: zonedTime(locale, opensAt, zone).text }) : texts.closedNow;
  // time that ran out is no success
  const kind = feedbackOpen || !attempt.finishedAt ? "info" : "success";
  const later =
    feedback === "never"
      ? texts.feedbackNever
      : feedback === "after_due"
        ? say(texts.feedbackLater, { time: due.text })
        : texts.feedback.immediately;
  return (
    <div className="grid gap-10">
      <TakeFocus>
        <Notice kind={kind} word={words.app.notice[kind]} title={attempt.finishedAt ? texts.handedIn : unfinished}>
          {feedbackOpen && attempt.points !== null ? (
            <>
              <p>
                {say(texts.score, {
                  points: formatPoints(locale, attempt.points),
                  max: attempt.maxPoints,
                })}
              </p>
              {attempt.pending ? <p>{say(texts.pendingNote, { count: attempt.pending })}</p> : null}
            </>
          ) : feedbackOpen ? (
            texts.pointsLater
          ) : (
            later
          )}
        </Notice>
      </TakeFocus>
      <ol className="grid gap-12">
        {items.map((item, index) => (
          <li key={item.position} className="grid gap-5">
            <header className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-1">
              <h2 className="text-base font-semibold text-muted">
                {say(texts.question, { current: index + 1, total: items.length })}
              </h2>
              <span className="text-sm text-muted">{say(texts.points, { points: item.points })}</span>
            </header>
            {item.submission?.feedback ? (
              <>
                <AnswerAsGiven
                  question={item.question.shown}
                  answer={item.answer}
                  graded={item.submission.feedback.parts}
                  labels={labels}
                  locale={locale}
                />
                <FeedbackView
                  question={item.question.shown}
                  answer={item.answer}
                  feedback={item.submission.feedback}
                  labels={labels}
                  locale={locale}
                />
              </>
            ) : (
              <>
                <AnswerAsGiven question={item.question.shown} answer={item.answer} labels={labels} locale={locale} />
                {!item.answer && <p className="text-sm text-muted">{texts.noAnswer}</p>}
                {feedbackOpen && item.answer && <p className="text-sm text-muted">{texts.heldElsewhere}</p>}
              </>
            )}
          </li>
        ))}
      </ol>
      <div>
        <LinkButton link={AppLink} href={to("/assignments")}>
          {texts.all}
        </LinkButton>
      </div>
    </div>
  );
}
