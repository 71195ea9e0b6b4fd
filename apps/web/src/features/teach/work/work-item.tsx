import { formatPoints, zonedTime } from "@tidao/i18n/format";
import { FeedbackView } from "@tidao/player/feedback-view";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../../api-data";
import { pageWords } from "../../../page-words";
import { AnsweredQuestion } from "./answered-question";
import { workLabels } from "./work-labels";

type Item = ApiData["teach"]["getLearnerWork"]["attempts"][number]["items"][number];

/** One answer: the question as it was asked, what was said to it, and what that earned. */
export function WorkItem({ item, zone }: { item: Item; zone: string }) {
  const { locale, words, say } = pageWords();
  const texts = words.teach.work;
  const labels = workLabels[locale];
  const { feedback, points, submittedAt } = item;
  // grading is by the question, points are by the assignment
  const weighted = feedback && { ...feedback, points: feedback.points * points, maxPoints: points };
  const time = submittedAt && zonedTime(locale, submittedAt, zone);
  return (
    <section id={`q-${item.questionId}`} className="card grid scroll-mt-4 gap-4 sm:p-6">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-lg">{say(texts.question, { number: item.position })}</h2>
        <p className="flex flex-wrap gap-x-4 text-sm text-muted">
          {time && <TimeText time={{ ...time, text: say(texts.answered, { time: time.text }) }} />}
          <span>{say(words.teach.version, { number: item.versionNumber })}</span>
          <strong className="font-semibold text-ink tabular-nums">
            {say(texts.questionPoints, {
              points: feedback?.verdict === "pending" ? "…" : formatPoints(locale, weighted?.points ?? 0),
              max: formatPoints(locale, points),
            })}
          </strong>
        </p>
      </header>
      <AnsweredQuestion item={item} labels={labels} locale={locale} />
      {weighted ? (
        <FeedbackView question={item.shown} answer={item.answer} feedback={weighted} labels={labels} locale={locale} />
      ) : (
        <p className="text-muted">{texts.unanswered}</p>
      )}
    </section>
  );
}
