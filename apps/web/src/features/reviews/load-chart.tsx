import { formatDay, formatNumber } from "@tidao/i18n/format";
import { ColumnChart } from "@tidao/ui/charts/column-chart";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { busiestDay } from "./busiest-day";

/** A round number at or above the highest column, and half of it. */
function ticksOf(highest: number): number[] {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, highest)));
  const top = [2, 4, 6, 10].map((step) => step * size).find((step) => step >= highest) ?? highest;
  return [0, top / 2, top];
}

interface LoadChartProps {
  forecast: ApiData["reviews"]["getReviews"]["forecast"];
  /** What the figures are made of, in a sentence. */
  basis: string;
  /** Where the cards that are due now can be reviewed; null while none is. */
  review: string | null;
}

/** The load of the coming weeks in expectation; easy days carry a ring. */
export function LoadChart({ forecast, basis, review }: LoadChartProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.reviews.forecast;
  const days = forecast.length;
  const whole = (value: number) => formatNumber(locale, Math.round(value));
  const total = Math.round(forecast.reduce((sum, day) => sum + day.reviews, 0));
  const minutes = forecast.reduce((sum, day) => sum + day.minutes, 0) / Math.max(1, days);
  const busiest = busiestDay(locale, forecast);
  const sentence =
    total === 0
      ? say(texts.nothing, { days })
      : say(texts.sentence, {
          days,
          reviews: total,
          minutes: minutes < 10 ? Math.round(minutes * 10) / 10 : Math.round(minutes),
          ...busiest.params,
        });
  // the year would run into the next date on a phone
  const short = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", {
    month: "short",
    day: "numeric",
    timeZone: "UTC",
  });
  const name = (date: string, weight: number) =>
    weight < 1 ? say(texts.onEasyDay, { day: formatDay(locale, date) }) : formatDay(locale, date);
  return (
    <section className="grid gap-4" aria-labelledby="forecast">
      <h2 id="forecast">{say(texts.title, { days })}</h2>
      <ColumnChart
        sentence={sentence}
        axis={texts.axis}
        markName={texts.easy}
        columns={forecast.map((day) => ({
          value: day.reviews,
          describe: say(texts.describe, { day: formatDay(locale, day.date), reviews: Math.round(day.reviews) }),
          marked: day.weight < 1,
        }))}
        yTicks={ticksOf(busiest.reviews).map((at) => ({ at, text: formatNumber(locale, at) }))}
        xTicks={[0, Math.floor(days / 2), days - 1].map((at) => ({
          at,
          text: short.format(new Date(`${forecast[at]!.date}T00:00:00Z`)),
        }))}
        table={{
          label: words.app.chart.table,
          columns: [texts.day, texts.due, texts.reviews, texts.waiting, texts.minutes],
          rows: forecast.map(({ date, due: falling, reviews, waiting, minutes: spent, weight }) => [
            name(date, weight),
            whole(falling),
            whole(reviews),
            whole(waiting),
            whole(spent),
          ]),
        }}
        {...(review !== null && { action: { href: to(review), text: texts.go } })}
      />
      <p className="text-sm text-muted">{basis}</p>
    </section>
  );
}
