import { relativeTime } from "@tidao/i18n/format";
import { Disclosure } from "@tidao/ui/disclosure";
import { Icon } from "@tidao/ui/icon";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { JoinCode } from "./join-code";

type TaughtClass = ApiData["teach"]["listClasses"][number];
interface ClassCardsProps {
  classes: readonly TaughtClass[];
  zone: string;
  now: Date;
}

/** The classes that somebody teaches, those in use as cards. */
export function ClassCards({ classes, zone, now }: ClassCardsProps) {
  const { words, say, to } = pageWords();
  const archived = classes.filter((one) => one.archived);
  return (
    <div className="grid gap-8">
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {classes
          .filter((one) => !one.archived)
          .map((one) => (
            <li key={one.id} className="grid">
              <ClassCard one={one} zone={zone} now={now} />
            </li>
          ))}
      </ul>
      {archived.length > 0 && (
        <Disclosure summary={say(words.teach.classes.archived, { count: archived.length })}>
          <ul className="mt-2 grid gap-2 ps-5">
            {archived.map(({ id, name, learners }) => (
              <li key={id} className="flex flex-wrap gap-x-4">
                <AppLink className="link wrap-anywhere" href={to(`/teach/classes/${id}`)}>
                  {name}
                </AppLink>
                <span className="text-muted">{say(words.teach.classes.learners, { count: learners })}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function ClassCard({ one, zone, now }: { one: TaughtClass; zone: string; now: Date }) {
  const { locale, words, say, to } = pageWords();
  const texts = words.teach.classes;
  const due = one.nextDueAt && relativeTime(locale, one.nextDueAt, now, zone);
  return (
    <article className="card grid content-between gap-5">
      <div className="grid gap-1">
        <h2 className="text-lg">
          <AppLink className="link wrap-anywhere" href={to(`/teach/classes/${one.id}`)}>
            {one.name}
          </AppLink>
        </h2>
        <p>{say(texts.learners, { count: one.learners })}</p>
        <p className={one.open ? undefined : "text-muted"}>
          {say(texts.open, { count: one.open })}
          {due && (
            <span className="block text-sm text-muted">
              <TimeText time={{ ...due, text: say(texts.nextDue, { time: due.text }) }} />
            </span>
          )}
        </p>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
        <span className="flex items-baseline gap-2 text-muted">
          {texts.code}
          <JoinCode code={one.joinCode} className="font-mono text-ink" />
        </span>
        <AppLink
          className="flex min-h-6 items-center gap-1.5 text-accent"
          href={to(`/teach/classes/${one.id}/assign`)}
          aria-label={say(words.app.about, { word: texts.assign, what: one.name })}
        >
          {texts.assign}
          <Icon name="arrow-right" size={14} />
        </AppLink>
      </div>
    </article>
  );
}
