import { formatDuration, formatNumber, formatPercent } from "@tidao/i18n/format";
import { BarChart } from "@tidao/ui/charts/bar-chart";
import { pageWords } from "../../page-words";
import { progressOf } from "./practice-of";
import type { Overview } from "./totals";

type Figures = Pick<Overview["totals"], "answers" | "right" | "accuracy" | "secondsPerAnswer">;
export interface FigureRow extends Figures {
  name: string;
  /** What finds this row's questions and no others. */
  query: string;
}

/** Share right and time an answer, a bar a row; the table adds the interval that the number of answers allows. */
export function FigureBars({
  sentence,
  head,
  rows,
  action,
}: {
  sentence: string;
  head: string;
  rows: FigureRow[];
  action?: { href: string; text: string };
}) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics;
  const percent = (share: number | null) => formatPercent(locale, share ?? 0);
  const time = (seconds: number | null) => (seconds === null ? "–" : formatDuration(locale, Math.round(seconds)));
  return (
    <BarChart
      sentence={sentence}
      max={1}
      bars={rows.map(({ name, query, accuracy, answers, secondsPerAnswer }) => ({
        label: name,
        link: { href: to(progressOf(query)), title: say(texts.scope.only, { name }) },
        value: accuracy.share ?? 0,
        text: percent(accuracy.share),
        note: `n = ${formatNumber(locale, answers)} · ${time(secondsPerAnswer)}`,
      }))}
      table={{
        label: words.app.chart.table,
        columns: [head, texts.right, texts.interval, texts.answers, texts.accuracy.time],
        rows: rows.map(({ name, accuracy, answers, secondsPerAnswer }) => [
          name,
          percent(accuracy.share),
          `${percent(accuracy.low)}–${percent(accuracy.high)}`,
          formatNumber(locale, answers),
          time(secondsPerAnswer),
        ]),
      }}
      action={action}
    />
  );
}
