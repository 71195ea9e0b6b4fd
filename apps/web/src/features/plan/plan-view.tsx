import { formatDay, weekdayNames } from "@tidao/i18n/format";
import { Static } from "@tidao/next-kit/static";
import { Disclosure } from "@tidao/ui/disclosure";
import { Notice } from "@tidao/ui/notice";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { ClearPlan } from "./clear-plan";
import { DaysChart } from "./days-chart";
import { DropSection } from "./drop-section";
import { ForecastSection } from "./forecast-section";
import { PlanForm } from "./plan-form";
import { SoonSection } from "./soon-section";
import { TodaySection } from "./today-section";
import { TopicsChart } from "./topics-chart";

type Plan = ApiData["plan"]["getPlan"];

/** A learner's plan: today first, then what to expect, the days, what is dropped; without one, the form. */
export function PlanView({ today, setting, missedDays, plan, topics }: Plan) {
  const { locale, words, say } = pageWords();
  const texts = words.plan;
  const names = Object.fromEntries(topics.map(({ slug, title }) => [slug, title]));
  const form = (
    <PlanForm
      key={JSON.stringify(setting)}
      setting={setting}
      topics={topics.map(({ slug, title }) => ({ slug, title }))}
      dates={{ first: dayAfter(today, 1), last: dayAfter(today, 366) }}
      weekdays={weekdayNames(locale)}
      locale={locale}
      words={texts}
      offline={words.app.state.offline}
    />
  );
  if (!setting)
    return (
      <section className="card grid gap-5" aria-labelledby="set-up">
        <h2 id="set-up">{texts.setUp.title}</h2>
        {form}
      </section>
    );
  const clear = (
    <ClearPlan
      setting={setting}
      undoable={plan !== null}
      locale={locale}
      words={{ clear: texts.clear, cleared: texts.cleared, restored: texts.restored, undo: texts.undo }}
      offline={words.app.state.offline}
    />
  );
  if (!plan)
    return (
      <div className="grid gap-6">
        <Notice
          kind="info"
          word={texts.warning}
          title={say(texts.over.title, { day: formatDay(locale, setting.date) })}
        >
          <p>{texts.over.body}</p>
        </Notice>
        <section className="card grid gap-5">
          {form}
          <div>{clear}</div>
        </section>
      </div>
    );
  return (
    <div className="grid gap-12">
      <div className="grid gap-6">
        {missedDays > 0 && (
          <Notice kind="info" word={texts.warning} title={say(texts.missed.title, { days: missedDays })}>
            <p>{say(texts.missed.body, { minutes: setting.minutesADay })}</p>
          </Notice>
        )}
        <TodaySection plan={plan} date={setting.date} names={names} />
      </div>
      <ForecastSection outlook={plan.outlook} date={setting.date} today={today} />
      <Static as="div">
        <DaysChart days={plan.outlook.days} minutesADay={setting.minutesADay} />
      </Static>
      <SoonSection outlook={plan.outlook} names={names} />
      <DropSection outlook={plan.outlook} minutesADay={setting.minutesADay} names={names} />
      <TopicsChart outlook={plan.outlook} names={names} />
      <section className="grid gap-4 border-t border-line pt-6">
        <Disclosure summary={texts.change}>
          <div className="card mt-3">{form}</div>
        </Disclosure>
        <div>{clear}</div>
      </section>
    </div>
  );
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
