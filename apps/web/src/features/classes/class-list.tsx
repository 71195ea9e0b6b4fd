import { relativeTime } from "@tidao/i18n/format";
import { Badge } from "@tidao/ui/badge";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { LeaveButton } from "./leave-button";

/** The classes that the learner is in. */
export function ClassList({
  classes,
  zone,
  now,
}: {
  classes: ApiData["classes"]["listJoinedClasses"];
  zone: string;
  now: Date;
}) {
  const { locale, words, say, to } = pageWords();
  const texts = words.classes;
  const { leave, left, leaveTitle, leaveBody } = texts;
  const leaving = { leave, left, leaveTitle, leaveBody, cancel: words.app.actions.cancel };
  const join = (
    <LinkButton link={AppLink} href={to("/join")} variant={classes.length ? "secondary" : "primary"}>
      {texts.none.action}
    </LinkButton>
  );
  if (classes.length === 0)
    return (
      <Empty title={texts.none.title} action={join}>
        {texts.none.body}
      </Empty>
    );
  return (
    <div className="grid justify-items-start gap-6">
      <ul className="w-full divide-y divide-line border-y border-line">
        {classes.map(({ id, name, instructor, joinedAt, archived }) => {
          const since = relativeTime(locale, joinedAt, now, zone);
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
              <div className="grid min-w-0 gap-0.5">
                <span className="flex flex-wrap items-center gap-2 font-semibold wrap-anywhere">
                  {name}
                  {archived && <Badge>{texts.archived}</Badge>}
                </span>
                <span className="flex flex-wrap gap-x-4 text-sm text-muted">
                  <span className="wrap-anywhere">{say(texts.taughtBy, { name: instructor })}</span>
                  <TimeText time={{ ...since, text: say(texts.joinedAt, { time: since.text }) }} />
                </span>
              </div>
              <LeaveButton classId={id} name={name} words={leaving} locale={locale} offline={words.app.state.offline} />
            </li>
          );
        })}
      </ul>
      {join}
    </div>
  );
}
