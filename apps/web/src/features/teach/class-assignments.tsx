import { relativeTime } from "@tidao/i18n/format";
import { Disclosure } from "@tidao/ui/disclosure";
import { Table } from "@tidao/ui/table";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { assignmentState } from "./assignment-state";
import { StateBadge } from "./state-badge";

type Assignment = ApiData["teach"]["listClassAssignments"][number];
interface ClassAssignmentsProps {
  assignments: readonly Assignment[];
  zone: string;
  now: Date;
}

export function ClassAssignments({ assignments, zone, now }: ClassAssignmentsProps) {
  const { words, say } = pageWords();
  const texts = words.teach.room.assignments;
  const archived = assignments.filter((one) => one.archived);
  const inUse = assignments.filter((one) => !one.archived);
  return (
    <div className="grid gap-3">
      {inUse.length > 0 ? (
        <AssignmentTable assignments={inUse} zone={zone} now={now} />
      ) : (
        <p className="max-w-2xl text-muted">{texts.none}</p>
      )}
      {archived.length > 0 && (
        <Disclosure summary={say(texts.archived, { count: archived.length })}>
          <div className="mt-2">
            <AssignmentTable assignments={archived} zone={zone} now={now} />
          </div>
        </Disclosure>
      )}
    </div>
  );
}

function AssignmentTable({ assignments, zone, now }: ClassAssignmentsProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.teach.room.assignments;
  const time = (instant: string) => <TimeText time={relativeTime(locale, instant, now, zone)} />;
  const opening = (instant: string) => {
    const opens = relativeTime(locale, instant, now, zone);
    const sentence = new Date(instant) > now ? texts.opens : texts.opened;
    return <TimeText time={{ ...opens, text: say(sentence, { time: opens.text }) }} />;
  };
  return (
    <Table label={texts.title} stickyColumn>
      <thead>
        <tr>
          {[texts.name, texts.state, texts.due, texts.handedIn].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {assignments.map((one) => (
          <tr key={one.id}>
            {/* all the width that is left: the title is what a row is found by */}
            <th scope="row" className="max-sm:min-w-[44vw] sm:w-full">
              <AppLink className="link" href={to(`/teach/assignments/${one.id}`)}>
                {one.title}
              </AppLink>
              <span className="block font-normal text-muted">
                {say(words.teach.questions, { count: one.questions })}
              </span>
            </th>
            <td>
              <StateBadge state={assignmentState(one, now)} />
            </td>
            <td className="whitespace-nowrap">
              {time(one.dueAt)}
              <span className="block text-muted">{opening(one.opensAt)}</span>
            </td>
            <td className="whitespace-nowrap">
              {say(texts.handedInOf, { finished: one.finished, learners: one.learners })}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
