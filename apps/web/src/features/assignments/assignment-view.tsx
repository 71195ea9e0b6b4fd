import { formatPoints, relativeTime, zonedTime, zoneName } from "@tidao/i18n/format";
import { PageHeader } from "@tidao/ui/page-header";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { AssignmentState } from "./assignment-list";
import { feedbackLine } from "./feedback-line";
import { RefreshAt } from "./refresh-at";
import { StartAttemptButton } from "./start-attempt-button";

interface AssignmentViewProps {
  data: ApiData["assignments"]["getAssignment"];
  zone: string;
  now: Date;
}

/** Times in the learner's own zone, the rules, the button, and what was handed in. */
export function AssignmentView({ data: { assignment, feedback, held, attempts }, zone, now }: AssignmentViewProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.classes.assignment;
  const { underWay } = assignment;
  const canStart = assignment.state === "open" && (underWay || attempts.length < assignment.attempts);
  const [opens, due] = [zonedTime(locale, assignment.opensAt, zone), zonedTime(locale, assignment.dueAt, zone)];
  const line = feedbackLine({ assignment, feedback, held, attempts });
  const lines = { ...texts.feedback, open: texts.feedbackIsOpen, held: texts.pointsLater };
  const isWithheld = assignment.state === "open" || (assignment.state === "done" && !assignment.feedbackOpen);
  const changesAt = assignment.state === "upcoming" ? assignment.opensAt : assignment.dueAt;
  const dueSentence = assignment.state === "closed" ? texts.closedAt : texts.dueIn;
  return (
    <>
      {changesAt > now.toISOString() && <RefreshAt at={changesAt} now={now.toISOString()} />}
      <PageHeader
        over={
          <AppLink className="link" href={to("/assignments")}>
            {texts.all}
          </AppLink>
        }
        title={assignment.title}
        lead={assignment.className}
        actions={<AssignmentState assignment={assignment} />}
      />
      <div className="grid gap-10">
        <section className="card grid gap-4">
          <ul className="grid gap-1">
            {assignment.state === "upcoming" && (
              <li className="font-semibold">
                <TimeText time={{ ...opens, text: say(texts.opensAt, { time: opens.text }) }} />
              </li>
            )}
            <li className="font-semibold">
              <TimeText time={{ ...due, text: say(dueSentence, { time: due.text }) }} />
            </li>
            <li className="text-sm text-muted">
              {say(texts.zone, { zone: zoneName(locale, zone, assignment.dueAt) })}
            </li>
            <li className="mt-2">
              {say(texts.rules, { questions: assignment.questions, attempts: assignment.attempts })}
            </li>
            {line && <li className="text-muted">{lines[line]}</li>}
            {isWithheld && <li className="text-muted">{texts.withheld}</li>}
          </ul>
          {canStart && (
            <StartAttemptButton
              assignmentId={assignment.id}
              label={
                underWay
                  ? texts.resume
                  : attempts.length
                    ? say(texts.begin, { number: attempts.length + 1 })
                    : texts.start
              }
              locale={locale}
              zone={zone}
              offline={words.app.state.offline}
            />
          )}
        </section>
        {attempts.length > 0 && (
          <section className="grid gap-3" aria-labelledby="attempts">
            <h2 id="attempts">{texts.attemptsTitle}</h2>
            <ul className="divide-y divide-line border-y border-line">
              {attempts.map(({ id, number, startedAt, finishedAt, answered, points, maxPoints }) => {
                const time = relativeTime(locale, finishedAt ?? startedAt, now, zone);
                return (
                  <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
                    <AppLink className="link font-semibold" href={to(`/assignments/${assignment.id}/attempts/${id}`)}>
                      {say(texts.attempt, { number })}
                    </AppLink>
                    <span className="flex flex-wrap gap-x-4 text-sm text-muted">
                      <TimeText
                        time={{
                          ...time,
                          text: say(finishedAt ? texts.handedInAt : texts.startedAt, { time: time.text }),
                        }}
                      />
                      <span>{say(words.home.assignments.answered, { answered, total: assignment.questions })}</span>
                      {points !== null && (
                        <span className="font-semibold text-ink">
                          {say(texts.score, {
                            points: formatPoints(locale, points),
                            max: maxPoints,
                          })}
                        </span>
                      )}
                    </span>
                  </li>
                );
              })}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
