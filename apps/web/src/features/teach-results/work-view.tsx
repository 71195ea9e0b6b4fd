import { formatPoints, relativeTime } from "@tidao/i18n/format";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { Notice } from "@tidao/ui/notice";
import { PageHeader } from "@tidao/ui/page-header";
import { Tabs } from "@tidao/ui/tabs";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { AppLink } from "../../app-link";
import { pageWords } from "../../page-words";
import { BackLink } from "../teach/back-link";
import { WorkItem } from "./work-item";

export type Work = ApiData["teach"]["getLearnerWork"];
interface WorkViewProps {
  work: Work;
  /** As the address has it; null for the attempt that counts. */
  attempt: number | null;
  zone: string;
  now: Date;
}

/** The attempt that counts, as the results have it: most points, then the newest. */
const best = (attempts: Work["attempts"]) => attempts.toSorted((a, b) => b.points - a.points || b.number - a.number)[0];

/** Every answer of one learner to one assignment, as it was asked. */
export function WorkView({ work, attempt: asked, zone, now }: WorkViewProps) {
  const { locale, words, say, to } = pageWords();
  const { assignment, learner, neighbours, attempts } = work;
  const texts = words.teachResults.work;
  const results = to(`/teach/assignments/${assignment.id}`);
  const attempt = attempts.find((one) => one.number === asked) ?? best(attempts);
  const hrefOf = (userId: string) => `${results}/learners/${userId}`;
  const time = (sentence: string, instant: string) => {
    const { text, ...when } = relativeTime(locale, instant, now, zone);
    return <TimeText time={{ ...when, text: say(sentence, { time: text }) }} />;
  };
  return (
    <>
      <PageHeader
        over={<BackLink href={results}>{assignment.title}</BackLink>}
        title={<span className="wrap-anywhere">{learner.name}</span>}
        lead={<span className="wrap-anywhere">{learner.email}</span>}
        actions={
          (neighbours.previous || neighbours.next) && (
            <nav aria-label={texts.neighbours} className="flex flex-wrap gap-2">
              {neighbours.previous && (
                <LinkButton link={AppLink} variant="quiet" href={hrefOf(neighbours.previous)}>
                  {texts.previous}
                </LinkButton>
              )}
              {neighbours.next && (
                <LinkButton link={AppLink} href={hrefOf(neighbours.next)}>
                  {texts.next}
                </LinkButton>
              )}
            </nav>
          )
        }
      />
      <div className="grid gap-8">
        <Notice kind="info" word={words.app.notice.info} title={texts.recorded}>
          {texts.recordedBody}
        </Notice>
        {attempts.length > 1 && (
          <Tabs
            label={texts.attempts}
            link={AppLink}
            tabs={attempts.map(({ number }) => ({
              href: `${hrefOf(learner.userId)}?attempt=${number}`,
              label: say(texts.attempt, { number }),
              current: number === attempt?.number,
            }))}
          />
        )}
        {attempt ? (
          <>
            <div>
              <h2 className="text-xl">
                {say(texts.attemptPoints, {
                  points: formatPoints(locale, attempt.points),
                  max: formatPoints(locale, attempt.maxPoints),
                })}
              </h2>
              <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
                {attempts.length === 1 && <span>{say(texts.attempt, { number: attempt.number })}</span>}
                {time(texts.started, attempt.startedAt)}
                {attempt.finishedAt ? time(texts.handedIn, attempt.finishedAt) : <span>{texts.underWay}</span>}
                {attempt.pending > 0 && <span>{say(words.teachResults.list.pending, { count: attempt.pending })}</span>}
                {assignment.shuffle && <span>{say(texts.askedIn, { name: learner.name })}</span>}
              </p>
            </div>
            <ol className="grid gap-12">
              {attempt.items.map((item, index) => (
                <WorkItem key={item.position} item={item} number={index + 1} time={time} />
              ))}
            </ol>
          </>
        ) : (
          <Empty title={texts.none.title}>{say(texts.none.body, { name: learner.name })}</Empty>
        )}
      </div>
    </>
  );
}
