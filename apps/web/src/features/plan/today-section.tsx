import { formatDay, formatDuration } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { LinkButton } from "@tidao/ui/button";
import { Disclosure } from "@tidao/ui/disclosure";
import { ProgressLine } from "@tidao/ui/meter";
import { pageWords } from "../../page-words";
import { ItemList } from "./item-list";
import { restOfToday } from "./rest-of-today";
import type { PlanData } from "./why-text";

/** As many as can be taken in at a glance; the others are behind a press. */
const shownAtOnce = 5;

export function TodaySection({ plan, date, names }: { plan: PlanData; date: string; names: Record<string, string> }) {
  const { locale, words, say, to } = pageWords();
  const texts = words.plan.today;
  const left = plan.items.filter(({ done }) => !done);
  const done = plan.items.filter((item) => item.done);
  const ordered = [...left, ...done];
  const rest = restOfToday(texts, left.length, done.length, shownAtOnce);
  const quiet = plan.outlook.days[0]?.off ? texts.off : done.length > 0 ? texts.done : texts.nothing;
  return (
    <section className="card grid gap-5" aria-labelledby="today">
      <div className="grid gap-1">
        <h2 id="today" className="flex flex-wrap items-baseline justify-between gap-x-4">
          {texts.title}
          <span className="text-base font-normal text-muted">
            {say(texts.until, { days: plan.daysLeft, day: formatDay(locale, date) })}
          </span>
        </h2>
        <p className="text-lg">
          {left.length > 0
            ? say(texts.line, { left: left.length, time: formatDuration(locale, plan.secondsLeft) })
            : quiet}
        </p>
      </div>
      {done.length > 0 && (
        <ProgressLine
          value={done.length}
          max={plan.items.length}
          label={say(words.practice.planned.seen, { seen: done.length, total: plan.items.length })}
        />
      )}
      <div>
        {left.length > 0 ? (
          <LinkButton variant="primary" href={to("/practice?plan=today")}>
            {done.length > 0 ? texts.goOn : texts.begin}
          </LinkButton>
        ) : (
          <LinkButton link={AppLink} href={to("/practice")}>
            {texts.free}
          </LinkButton>
        )}
      </div>
      {ordered.length > 0 && <ItemList items={ordered.slice(0, shownAtOnce)} names={names} />}
      {rest && (
        <Disclosure summary={say(rest.sentence, rest.params)}>
          <ItemList items={ordered.slice(shownAtOnce)} names={names} start={shownAtOnce + 1} />
        </Disclosure>
      )}
    </section>
  );
}
