import { relativeTime, type ZonedTime } from "@tidao/i18n/format";
import { LinkButton } from "@tidao/ui/button";
import { Card } from "@tidao/ui/card";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { firstChange } from "../assignments/first-change";
import { RefreshAt } from "../assignments/refresh-at";
import { pageWords } from "../../page-words";

interface AssignmentsCardProps {
  assignments: ApiData["home"]["getHome"]["assignments"];
  zone: string;
  now: Date;
}

/** What a class wants of the learner now, the soonest due first. */
export function AssignmentsCard({ assignments, zone, now }: AssignmentsCardProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.home.assignments;
  const worded = (time: ZonedTime) => ({ ...time, text: say(texts.due, { time: time.text }) });
  const change = firstChange(assignments, now);
  return (
    <Card title={texts.title}>
      {change && <RefreshAt at={change} now={now.toISOString()} />}
      {assignments.length === 0 ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-muted">{texts.none}</p>
          <LinkButton link={AppLink} href={to("/join")} size="small" variant="quiet">
            {texts.join}
          </LinkButton>
        </div>
      ) : (
        <ul className="-my-3 divide-y divide-line">
          {assignments.map(({ id, title, className, dueAt, answered, questions }) => (
            <li key={id} className="grid gap-0.5 py-3">
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                <AppLink className="link font-semibold wrap-anywhere" href={to(`/assignments/${id}`)}>
                  {title}
                </AppLink>
                <span className="text-sm">
                  <TimeText time={worded(relativeTime(locale, dueAt, now, zone))} />
                </span>
              </span>
              <span className="flex flex-wrap justify-between gap-x-4 text-sm text-muted">
                <span className="wrap-anywhere">{className}</span>
                <span>{say(texts.answered, { answered, total: questions })}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
