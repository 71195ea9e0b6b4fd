import { formatPoints, zonedTime } from "@tidao/i18n/format";
import { Icon } from "@tidao/ui/icon";
import { Notice } from "@tidao/ui/notice";
import { PageHeader } from "@tidao/ui/page-header";
import { Tabs } from "@tidao/ui/tabs";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../../page-words";
import { BackLink } from "../back-link";
import { WorkItem } from "./work-item";

type Work = ApiData["teach"]["getLearnerWork"];
type Attempt = Work["attempts"][number];
interface WorkViewProps {
  work: Work;
  /** The attempt that the address names; else the best, which is the one that counts. */
  attempt: Attempt | null;
  path: (userId: string) => string;
  zone: string;
}

/** What one learner answered: attempt by attempt, question by question. */
export function WorkView({ work: { assignment, learner, neighbours, attempts }, attempt, path, zone }: WorkViewProps) {
  const { words, say, to } = pageWords();
  const texts = words.teach.work;
  const step = (userId: string | null, label: string, icon: "chevron-left" | "chevron-right") =>
    userId && (
      <AppLink className="button button-secondary button-small" href={path(userId)}>
        {icon === "chevron-left" && <Icon name={icon} size={14} />}
        {label}
        {icon === "chevron-right" && <Icon name={icon} size={14} />}
      </AppLink>
    );
  return (
    <>
      <PageHeader
        over={<BackLink href={to(`/teach/assignments/${assignment.id}`)}>{assignment.title}</BackLink>}
        title={<span className="wrap-anywhere">{learner.name}</span>}
        lead={<span className="wrap-anywhere">{learner.email}</span>}
        actions={
          <>
            {step(neighbours.previous, texts.previous, "chevron-left")}
            {step(neighbours.next, texts.next, "chevron-right")}
          </>
        }
      />
      <div className="grid gap-6">
        <Notice kind="info" word={words.app.notice.info} title={texts.recorded}>
          {texts.recordedBody}
        </Notice>
        {attempt ? (
          <>
            {attempts.length > 1 && (
              <Tabs
                label={texts.attempts}
                link={AppLink}
                tabs={attempts.map(({ id, number }) => ({
                  href: `${path(learner.userId)}?attempt=${number}`,
                  label: say(texts.attempt, { number }),
                  current: id === attempt.id,
                }))}
              />
            )}
            <div className="grid gap-3">
              <AttemptLine attempt={attempt} zone={zone} />
              <QuestionIndex attempt={attempt} />
            </div>
            {attempt.items.map((item) => (
              <WorkItem key={item.position} item={item} zone={zone} />
            ))}
          </>
        ) : (
          <p>{say(texts.none, { name: learner.name })}</p>
        )}
      </div>
    </>
  );
}

/** Where the learner lost points, and the way there. */
function QuestionIndex({ attempt }: { attempt: Attempt }) {
  const { words, say } = pageWords();
  const texts = words.teach.work;
  return (
    <nav aria-label={texts.index} className="flex flex-wrap gap-1">
      {attempt.items.map(({ position, questionId, feedback }) => {
        const verdict = feedback?.verdict ?? "unanswered";
        return (
          <a
            key={position}
            href={`#q-${questionId}`}
            aria-label={say(words.app.about, {
              word: say(texts.question, { number: position }),
              what: words.verdicts[verdict],
            })}
            title={words.verdicts[verdict]}
            className={`verdict-shape verdict-${verdict} min-h-8 min-w-12 justify-center rounded-sm border border-line bg-raised px-2 text-sm tabular-nums hover:border-accent`}
          >
            {position}
          </a>
        );
      })}
    </nav>
  );
}

function AttemptLine({ attempt, zone }: { attempt: Attempt; zone: string }) {
  const { locale, words, say } = pageWords();
  const texts = words.teach.work;
  const timed = (instant: string, sentence: string) => {
    const time = zonedTime(locale, instant, zone);
    return <TimeText time={{ ...time, text: say(sentence, { time: time.text }) }} />;
  };
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 text-muted">
      <strong className="font-semibold text-ink tabular-nums">
        {say(texts.attemptPoints, {
          points: formatPoints(locale, attempt.points),
          max: attempt.maxPoints,
        })}
      </strong>
      {timed(attempt.startedAt, texts.started)}
      {attempt.finishedAt ? timed(attempt.finishedAt, texts.handedIn) : <span>{texts.underWay}</span>}
      {attempt.pending > 0 && <span>{say(words.teach.results.pending, { count: attempt.pending })}</span>}
    </p>
  );
}
