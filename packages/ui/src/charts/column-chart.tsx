import { plotHtml, type Tick, xAxisHtml, yAxisHtml } from "./axes-html";
import { ChartFigure, type ChartProps } from "./chart-figure";
import { coordinate, htmlText } from "./html-text";

export interface Column {
  value: number;
  /** What it says: "3 Mar 2026: 12 reviews". */
  describe: string;
  /** Carries the mark that `markName` explains. */
  marked?: boolean;
}

interface ColumnsProps {
  columns: readonly Column[];
  /** Rising, from zero; the last one is the top. */
  yTicks: readonly Tick[];
  /** `at` counts columns from 0. */
  xTicks: readonly Tick[];
}
interface ColumnChartProps extends ColumnsProps, ChartProps {
  /** What the height of the columns is: "Reviews a day". */
  axis: string;
  markName: string;
}

/** One column a day, from zero. */
export function ColumnChart({ columns, axis, markName, yTicks, xTicks, ...chart }: ColumnChartProps) {
  const mark = `<li class="text-muted"><span class="chart-mark" aria-hidden="true"></span>${htmlText(markName)}</li>`;
  const legend = `<li class="text-muted">${htmlText(axis)}</li>${columns.some(({ marked }) => marked) ? mark : ""}`;
  const plot = columnsHtml({ columns, yTicks, xTicks }, chart.sentence);
  return (
    <ChartFigure {...chart} drawing={`<ul class="chart-legend">${legend}</ul><div class="chart-plot">${plot}</div>`} />
  );
}

/** Thirty columns with what each says are a hundred elements. Every text goes through `htmlText`. */
function columnsHtml({ columns, yTicks, xTicks }: ColumnsProps, sentence: string): string {
  const top = yTicks.at(-1)?.at || 1;
  const step = 100 / Math.max(1, columns.length);
  const height = (value: number) => Math.min(100, (100 * value) / top);
  const down = (value: number) => 100 - height(value);
  const middle = (index: number) => (index + 0.5) * step;
  const drawing = columns.map(({ value, describe }, index) => {
    const place = `x="${coordinate((index + 0.15) * step)}" y="${coordinate(down(value))}" width="${coordinate(step * 0.7)}" height="${coordinate(height(value))}"`;
    return `<rect class="chart-column" ${place}><title>${htmlText(describe)}</title></rect>`;
  });
  const marks = columns.map(({ marked }, index) =>
    marked ? `<span class="chart-mark" style="left:${coordinate(middle(index))}%"></span>` : "",
  );
  return (
    yAxisHtml(yTicks, down) +
    plotHtml(sentence, yTicks, down, drawing.join("")) +
    `<div class="chart-marks" aria-hidden="true">${marks.join("")}</div>` +
    xAxisHtml(xTicks, middle)
  );
}
