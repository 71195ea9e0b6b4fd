import { formatPoints, relativeTime } from "@tidao/i18n/format";
import { Badge, type Tone } from "@tidao/ui/badge";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";

type Listed = ApiData["assignments"]["listAssignments"][number];
type Assignment = Omit<Listed, "points">;

const tones: Record<Assignment["state"], Tone> = {
  upcoming: "neutral",
  open: "accent",
  done: "right",
  closed: "neutral",
};

/** Where an assignment stands for this learner, in a word. */
export function AssignmentState({ assignment }: { assignment: Assignment }) {
  const { status } = pageWords().words.classes.assignment;
  const handedIn = assignment.attemptsFinished > 0;
  const word = {
    upcoming: status.notOpen,
    open: assignment.underWay ? status.inProgress : status.open,
    done: handedIn ? status.handedIn : status.usedUp,
    closed: handedIn ? status.handedIn : status.closed,
  }[assignment.state];
  const tone = assignment.state === "done" && !handedIn ? "neutral" : tones[assignment.state];
  return <Badge tone={tone}>{word}</Badge>;
}

export function AssignmentList({
  title,
  assignments,
  zone,
  now,
}: {
  title: string;
  assignments: Listed[];
  zone: string;
  now: Date;
}) {
  const { locale, words, say, to } = pageWords();
  const texts = words.classes.assignment;
  if (assignments.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2>{title}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {assignments.map((assignment) => {
          const time = relativeTime(
            locale,
            assignment.state === "upcoming" ? assignment.opensAt : assignment.dueAt,
            now,
            zone,
          );
          const sentence = { upcoming: texts.opens, open: texts.due, done: texts.due, closed: texts.closed }[
            assignment.state
          ];
          return (
            <li key={assignment.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
              <div className="grid min-w-0 gap-0.5">
                <AppLink
                  className="link text-lg font-semibold wrap-anywhere"
                  href={to(`/assignments/${assignment.id}`)}
                >
                  {assignment.title}
                </AppLink>
                <span className="flex flex-wrap gap-x-4 text-sm text-muted">
                  <span className="wrap-anywhere">{assignment.className}</span>
                  <span>{say(texts.questions, { count: assignment.questions })}</span>
                  <span>{say(texts.attempts, { used: assignment.attemptsStarted, allowed: assignment.attempts })}</span>
                </span>
              </div>
              <div className="flex flex-wrap items-center gap-4 text-sm">
                {assignment.points && (
                  <span className="font-semibold">
                    {say(texts.score, {
                      points: formatPoints(locale, assignment.points.points),
                      max: assignment.points.max,
                    })}
                  </span>
                )}
                <TimeText time={{ ...time, text: say(sentence, { time: time.text }) }} />
                <AssignmentState assignment={assignment} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
