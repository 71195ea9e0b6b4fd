import { playerLabels } from "@tidao/i18n";
import { FeedbackView } from "@tidao/player/feedback-view";
import type { ReactNode } from "react";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { AnswerAsGiven } from "../assignments/answer-as-given";

interface WorkItemProps {
  item: ApiData["teach"]["getLearnerWork"]["attempts"][number]["items"][number];
  number: number;
  time: (sentence: string, instant: string) => ReactNode;
}

/** One question as the learner had it, the answer given to it, and what became of it. */
export function WorkItem({ item, number, time }: WorkItemProps) {
  const { locale, words, say } = pageWords();
  const texts = words.teachResults.work;
  const labels = playerLabels(locale);
  const { shown, answer, feedback, submittedAt } = item;
  return (
    <li id={item.questionId} className="grid scroll-mt-20 gap-5">
      <header className="grid gap-0.5 border-b border-line pb-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="text-base font-semibold">{say(texts.question, { number })}</h3>
          <span className="text-sm text-muted">{say(texts.points, { points: item.points })}</span>
        </div>
        <p className="flex flex-wrap gap-x-4 text-sm text-muted">
          <span className="wrap-anywhere">{item.questionId}</span>
          <span>{say(texts.as, { number: item.versionNumber })}</span>
          {submittedAt && time(texts.answered, submittedAt)}
        </p>
      </header>
      <AnswerAsGiven
        question={shown}
        answer={answer}
        {...(feedback && { graded: feedback.parts })}
        labels={labels}
        locale={locale}
      />
      {feedback ? (
        <FeedbackView question={shown} answer={answer} feedback={feedback} labels={labels} locale={locale} />
      ) : (
        <p className="text-sm text-muted">{texts.unanswered}</p>
      )}
    </li>
  );
}
