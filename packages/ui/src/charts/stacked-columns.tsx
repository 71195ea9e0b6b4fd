import type { ReactNode } from "react";
import { ChartFrame, type ChartTable } from "./chart-frame";
import type { Tick } from "./line-chart";

export interface StackedColumn {
  key: string;
  /** From the bottom up, one for each series. */
  values: [number, number];
  /** What the column says on hovering: "3 Mar: 12 min new, 8 min review". */
  title: string;
}

interface StackedColumnsProps {
  sentence: string;
  /** Names of the lower and the upper part. */
  series: [string, string];
  columns: StackedColumn[];
  /** At the index of a column, in rising order. */
  xTicks: Tick[];
  /** In rising order from zero; the last is the top of the frame. */
  yTicks: Tick[];
  table: ChartTable;
  action?: ReactNode;
}

/** Two amounts by day, one upon the other. Columns begin at zero; the lower part is filled, the upper one outlined, so colour is not all. */
export function StackedColumns({ sentence, series, columns, xTicks, yTicks, table, action }: StackedColumnsProps) {
  const top = yTicks.at(-1)?.at || 1;
  const height = (value: number) => (100 * value) / top;
  const width = `${Math.max(1, ...yTicks.map((tick) => tick.text.length)) + 0.5}ch`;
  return (
    <ChartFrame sentence={sentence} table={table} action={action}>
      <ul className="chart-legend">
        {series.map((name, index) => (
          <li key={name}>
            <svg className={`chart-part-${index}`} viewBox="0 0 28 8" aria-hidden="true">
              <rect x="0.5" y="0.5" width="27" height="7" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <div className="chart-plot">
        <div className="chart-y" aria-hidden="true" style={{ width }}>
          {yTicks.map(({ at, text }) => (
            <span key={at} style={{ top: `${100 - height(at)}%` }}>
              {text}
            </span>
          ))}
        </div>
        <svg
          viewBox={`0 0 ${Math.max(1, columns.length)} 100`}
          preserveAspectRatio="none"
          role="img"
          aria-label={sentence}
        >
          {yTicks.map(({ at }, index) => (
            <path
              key={at}
              className={index === 0 ? "chart-base" : "chart-grid"}
              d={`M0 ${100 - height(at)}H${columns.length}`}
            />
          ))}
          {columns.map(({ key, values: [low, high], title }, index) => (
            <g key={key}>
              <title>{title}</title>
              <rect className="chart-part-0" x={index + 0.12} y={100 - height(low)} width="0.76" height={height(low)} />
              <rect
                className="chart-part-1"
                x={index + 0.12}
                y={100 - height(low + high)}
                width="0.76"
                height={height(high)}
              />
            </g>
          ))}
        </svg>
        <div className="chart-x" aria-hidden="true">
          {xTicks.map(({ at, text }) => (
            <span key={at} style={{ left: `${(100 * (at + 0.5)) / Math.max(1, columns.length)}%` }}>
              {text}
            </span>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}
