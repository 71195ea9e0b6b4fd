import { formatDay, formatNumber, weekdayNames } from "@tidao/i18n/format";
import { ColumnCalendar } from "@tidao/ui/charts/column-calendar";
import { pageWords } from "../../page-words";
import { practiceWithin } from "./practice-of";
import type { Overview } from "./totals";

const weeks = 53;
type ActivityProps = Pick<Overview, "days" | "today" | "streak" | "scope">;

/** Answers by day of the last year, in the learner's own days, with the run of days and what froze. */
export function ActivityChart({ days, today, streak, scope }: ActivityProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.activity;
  const answers = days.reduce((sum, day) => sum + day.answers, 0);
  const intl = locale === "zh" ? "zh-CN" : "en-GB";
  const month = new Intl.DateTimeFormat(intl, { month: "short", timeZone: "UTC" });
  // freezes are earned by all answers, not by those of a search
  const bridged = scope ? [] : streak.frozen;
  const frozen = new Set(bridged);
  const saidOf = onceEach((value) => say(texts.describe, { day: "{day}", answers: value }));
  return (
    <section className="grid gap-4" aria-labelledby="activity">
      <h2 id="activity">{texts.title}</h2>
      <ColumnCalendar
        name={texts.title}
        sentence={say(texts.sentence, { answers, days: days.length })}
        days={days.map((day) => ({ day: day.date, value: day.answers }))}
        lastDay={today}
        weeks={weeks}
        weekdays={weekdayNames(locale)}
        monthName={(name) => month.format(new Date(`${name}-01T00:00:00Z`))}
        bridged={bridged}
        describe={({ day, value }) =>
          (frozen.has(day) ? texts.frozen : saidOf(value)).replace("{day}", formatDay(locale, day))
        }
        table={{
          label: words.app.chart.table,
          columns: [texts.day, texts.answers, texts.right, texts.minutes],
          rows: days
            .toReversed()
            .map((day) => [
              formatDay(locale, day.date),
              formatNumber(locale, day.answers),
              formatNumber(locale, day.right),
              formatNumber(locale, Math.round(day.seconds / 60)),
            ]),
        }}
        action={{
          href: to(practiceWithin(scope, "", "/practice")),
          text: scope ? words.analytics.scope.practise : texts.go,
        }}
      />
      {!scope && (
        <p className="max-w-2xl text-sm text-muted">
          {say(texts.streak, { days: streak.days, longest: streak.longest })}
        </p>
      )}
    </section>
  );
}

/** Most of a year's cells say the same but for their day. */
function onceEach(word: (value: number) => string): (value: number) => string {
  const words = new Map<number, string>();
  return (value) => {
    const known = words.get(value) ?? word(value);
    words.set(value, known);
    return known;
  };
}
