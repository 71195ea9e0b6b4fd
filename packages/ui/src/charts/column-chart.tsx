import type { ReactNode } from "react";
import { ChartFrame, type ChartTable } from "./chart-frame";
import { coordinate, htmlText } from "./html-text";
import type { Tick } from "./line-chart";

export interface Column {
  /** Names it among the others: its day. */
  key: string;
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
export function ColumnChart({ sentence, columns, axis, markName, yTicks, xTicks, table, action }: ColumnChartProps) {
  const top = yTicks.at(-1)?.at || 1;
  const step = 100 / Math.max(1, columns.length);
  const width = `${Math.max(1, ...yTicks.map((tick) => tick.text.length)) + 0.5}ch`;
  const height = (value: number) => Math.min(100, (100 * value) / top);
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
      <div className="chart-plot">
        <div className="chart-y" aria-hidden="true" style={{ width }}>
          {yTicks.map(({ at, text }) => (
            <span key={at} style={{ top: `${100 - height(at)}%` }}>
              {text}
            </span>
          ))}
        </div>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={sentence}>
          {yTicks.map(({ at }, index) => (
            <path key={at} className={index === 0 ? "chart-base" : "chart-grid"} d={`M0 ${100 - height(at)}H100`} />
          ))}
          {/* oxlint-disable-next-line react/no-danger -- columnsHtml escapes */}
          <g dangerouslySetInnerHTML={{ __html: columnsHtml(columns, top) }} />
        </svg>
        <div className="chart-marks" aria-hidden="true">
          {columns.map(
            ({ key, marked }, index) =>
              marked && <span key={key} className="chart-mark" style={{ left: `${(index + 0.5) * step}%` }} />,
          )}
        </div>
        <div className="chart-x" aria-hidden="true">
          {xTicks.map(({ at, text }) => (
            <span key={at} style={{ left: `${(at + 0.5) * step}%` }}>
              {text}
            </span>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}

function columnsHtml(columns: readonly Column[], top: number): string {
  const step = 100 / Math.max(1, columns.length);
  return columns
    .map(({ value, describe }, index) => {
      const height = Math.min(100, (100 * value) / top);
      const place = `x="${coordinate((index + 0.15) * step)}" y="${coordinate(100 - height)}" width="${coordinate(step * 0.7)}" height="${coordinate(height)}"`;
      return `<rect class="chart-column" ${place}><title>${htmlText(describe)}</title></rect>`;
    })
    .join("");
}
