import type { ReactNode } from "react";
import { plotHtml, type Tick, xAxisHtml, yAxisHtml } from "./axes-html";
import { ChartFrame, type ChartTable } from "./chart-frame";
import { coordinate, htmlText } from "./html-text";

export interface Column {
  value: number;
  /** What it says: "3 Mar 2026: 12 reviews". */
  describe: string;
  /** Carries the mark that `markName` explains. */
  marked?: boolean;
}

interface ColumnChartProps {
  sentence: string;
  columns: Column[];
  /** What the height of the columns is: "Reviews a day". */
  axis: string;
  markName: string;
  /** Rising, from zero; the last one is the top. */
  yTicks: Tick[];
  /** `at` counts columns from 0. */
  xTicks: Tick[];
  table: ChartTable;
  action?: ReactNode;
}

/** One column a day, from zero. */
export function ColumnChart(props: ColumnChartProps) {
  const { sentence, columns, axis, markName, table, action } = props;
  return (
    <ChartFrame sentence={sentence} table={table} action={action}>
      <ul className="chart-legend">
        <li className="text-muted">{axis}</li>
        {columns.some(({ marked }) => marked) && (
          <li className="text-muted">
            <span className="chart-mark" aria-hidden="true" />
            {markName}
          </li>
        )}
      </ul>
      {/* oxlint-disable-next-line react/no-danger -- columnsHtml escapes */}
      <div className="chart-plot" dangerouslySetInnerHTML={{ __html: columnsHtml(props) }} />
    </ChartFrame>
  );
}

/** Thirty columns with what each says are a hundred elements. Every text goes through `htmlText`. */
function columnsHtml({ sentence, columns, yTicks, xTicks }: ColumnChartProps): string {
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
