import { formatDay, formatNumber } from "@tidao/i18n/format";
import { StackedColumns } from "@tidao/ui/charts/stacked-columns";
import { pageWords } from "../../page-words";
import type { PlanData } from "./why-text";

type Days = PlanData["outlook"]["days"];
/** More columns than this cannot be told apart on a phone. */
const mostColumns = 70;

/** Days as they are, or a column a week with the mean of its days. */
function columnsOf(days: Days) {
  const size = days.length > mostColumns ? 7 : 1;
  return Array.from({ length: Math.ceil(days.length / size) }, (_, index) => {
    const part = days.slice(index * size, (index + 1) * size);
    const mean = (of: (day: Days[number]) => number) => part.reduce((sum, day) => sum + of(day), 0) / part.length;
    return {
      date: part[0]?.date ?? "",
      news: mean((day) => day.newSeconds) / 60,
      reviews: mean((day) => day.reviewSeconds) / 60,
      questions: part.reduce((sum, day) => sum + day.newItems + day.reviewItems, 0),
    };
  });
}

export function DaysChart({ days, minutesADay }: { days: Days; minutesADay: number }) {
  const { locale, words, say } = pageWords();
  const texts = words.plan.days;
  const columns = columnsOf(days);
  const byWeek = columns.length < days.length;
  const minutes = (of: (day: Days[number]) => number) => Math.round(days.reduce((sum, day) => sum + of(day), 0) / 60);
  const sentence = say(texts.sentence, {
    news: minutes((day) => day.newSeconds),
    reviews: minutes((day) => day.reviewSeconds),
    days: days.filter((day) => day.newItems + day.reviewItems > 0).length,
  });
  const last = columns.length - 1;
  const number = (value: number) => formatNumber(locale, value, 0);
  const ends = last > 0 ? [0, last] : [0];
  return (
    <section className="grid gap-4" aria-labelledby="days">
      <h2 id="days">{texts.title}</h2>
      <StackedColumns
        sentence={byWeek ? `${sentence} ${texts.byWeek}` : sentence}
        series={[texts.review, texts.new]}
        columns={columns.map(({ date, news, reviews }) => ({
          values: [reviews, news],
          describe: say(texts.describe, { day: formatDay(locale, date), news: number(news), reviews: number(reviews) }),
        }))}
        xTicks={ends.map((at) => ({ at, text: formatDay(locale, columns[at]?.date ?? "") }))}
        yTicks={[0, minutesADay / 2, minutesADay].map((at) => ({ at, text: formatNumber(locale, at, 1) }))}
        table={{
          label: words.app.chart.table,
          columns: [byWeek ? texts.week : texts.day, texts.newMinutes, texts.reviewMinutes, texts.questions],
          rows: columns.map(({ date, news, reviews, questions }) => [
            formatDay(locale, date),
            number(news),
            number(reviews),
            number(questions),
          ]),
        }}
      />
    </section>
  );
}
