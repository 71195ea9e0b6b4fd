import { formatDay, formatNumber, formatPercent } from "@tidao/i18n/format";
import { LineChart } from "@tidao/ui/charts/line-chart";
import { pageWords } from "../../page-words";
import { EmptyChart } from "./empty-chart";
import { practiceWithin } from "./practice-of";
import type { Overview } from "./totals";
import { againstTarget, weeksAfter } from "./what-figures-say";

/** Share of reviews recalled by week, beside what was wished for and what the model had predicted. */
export function RetentionChart({ retention, scope }: Pick<Overview, "retention" | "scope">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.retention;
  const { weeks, desired, reviews, recalled } = retention;
  const percent = (share: number) => formatPercent(locale, share);
  const [first, last] = [weeks[0], weeks.at(-1)];
  const share = reviews > 0 ? recalled / reviews : null;
  const stands = againstTarget(retention.accuracy, desired);
  const below = stands === "below";
  const go = {
    href: to(below ? practiceWithin(scope, words.analytics.due, "/practice?due=1") : "/reviews"),
    text: below ? texts.review : texts.go,
  };
  return (
    <section className="grid gap-4" aria-labelledby="retention">
      <h2 id="retention">{texts.title}</h2>
      {share === null || !first || !last ? (
        <EmptyChart go={{ href: to("/reviews"), text: words.app.nav.reviews }}>{texts.none}</EmptyChart>
      ) : (
        <LineChart
          sentence={say(texts[stands], {
            actual: percent(share),
            desired: percent(desired),
            n: formatNumber(locale, reviews),
          })}
          lines={[
            {
              key: "desired",
              name: texts.desired,
              role: "compare",
              points: [
                { x: 0, y: desired },
                { x: Math.max(1, weeksAfter(first.from, last.from)), y: desired },
              ],
            },
            {
              key: "own",
              name: texts.own,
              points: weeks.map((week) => ({ x: weeksAfter(first.from, week.from), y: week.recalled / week.reviews })),
            },
          ]}
          axes={texts.axes}
          xTicks={
            weeks.length > 1
              ? [
                  { at: 0, text: formatDay(locale, first.from) },
                  { at: weeksAfter(first.from, last.from), text: formatDay(locale, last.from) },
                ]
              : [
                  { at: 0, text: formatDay(locale, first.from) },
                  { at: 1, text: "" },
                ]
          }
          yTicks={[0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: percent(at) }))}
          table={{
            label: words.app.chart.table,
            columns: [texts.week, texts.own, texts.expected, texts.desired, texts.reviews],
            rows: weeks
              .toReversed()
              .map((week) => [
                formatDay(locale, week.from),
                percent(week.recalled / week.reviews),
                percent(week.expected / week.reviews),
                percent(desired),
                formatNumber(locale, week.reviews),
              ]),
          }}
          action={go}
        />
      )}
    </section>
  );
}
