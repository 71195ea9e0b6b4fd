import { formatDuration, formatNumber, formatPercent } from "@tidao/i18n/format";
import { BarChart } from "@tidao/ui/charts/bar-chart";
import type { ReactNode } from "react";
import { pageWords } from "../../page-words";
import type { Overview } from "./totals";

type Figures = Pick<Overview["totals"], "answers" | "right" | "accuracy" | "secondsPerAnswer">;
export interface FigureRow extends Figures {
  key: string;
  name: string;
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
  action?: ReactNode;
}) {
  const { locale, words } = pageWords();
  const texts = words.analytics;
  const percent = (share: number | null) => formatPercent(locale, share ?? 0);
  const time = (seconds: number | null) => (seconds === null ? "–" : formatDuration(locale, Math.round(seconds)));
  return (
    <BarChart
      sentence={sentence}
      max={1}
      bars={rows.map(({ key, name, accuracy, answers, secondsPerAnswer }) => ({
        key,
        label: name,
        value: accuracy.share ?? 0,
        text: percent(accuracy.share),
        note: `n = ${formatNumber(locale, answers)} · ${time(secondsPerAnswer)}`,
      }))}
      table={{
        label: words.app.chart.table,
        columns: [head, texts.right, texts.interval, texts.answers, texts.accuracy.time],
        rows: rows.map(({ key, name, accuracy, answers, secondsPerAnswer }) => ({
          key,
          cells: [
            name,
            percent(accuracy.share),
            `${percent(accuracy.low)}–${percent(accuracy.high)}`,
            formatNumber(locale, answers),
            time(secondsPerAnswer),
          ],
        })),
      }}
      action={action}
    />
  );
}
