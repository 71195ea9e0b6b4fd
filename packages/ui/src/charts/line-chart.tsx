import type { ReactNode } from "react";
import { ChartFrame, type ChartTable } from "./chart-frame";
import { dotsPath, linePath, place, type Point } from "./line-path";

export interface Line {
  key: string;
  name: string;
  points: Point[];
  /** The learner's own line is drawn in the accent; what it is compared with is grey and dashed. */
  role?: "own" | "compare";
}
export interface Tick {
  at: number;
  text: string;
}

interface LineChartProps {
  sentence: string;
  lines: Line[];
  /** Ticks in rising order; the first and the last are the frame. */
  xTicks: Tick[];
  yTicks: Tick[];
  table: ChartTable;
  action?: ReactNode;
}

export function LineChart({ sentence, lines, xTicks, yTicks, table, action }: LineChartProps) {
  const span = (ticks: Tick[]) => [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 1] as const;
  const frame = { x: span(xTicks), y: span(yTicks) };
  const width = `${Math.max(1, ...yTicks.map((tick) => tick.text.length)) + 0.5}ch`;
  return (
    <ChartFrame sentence={sentence} table={table} action={action}>
      {lines.length > 1 && (
        <ul className="chart-legend">
          {lines.map(({ key, name, role }) => (
            <li key={key} className={role === "compare" ? "chart-compare" : undefined}>
              <svg viewBox="0 0 28 8" aria-hidden="true">
                <path d="M0 4h28" strokeDasharray={role === "compare" ? "6 5" : undefined} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <div className="chart-plot">
        <div className="chart-y" aria-hidden="true" style={{ width }}>
          {yTicks.map(({ at, text }) => (
            <span key={at} style={{ top: `${place({ x: 0, y: at }, frame).y}%` }}>
              {text}
            </span>
          ))}
        </div>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={sentence}>
          {yTicks.map(({ at }, index) => (
            <path
              key={at}
              className={index === 0 ? "chart-base" : "chart-grid"}
              d={`M0 ${place({ x: 0, y: at }, frame).y}H100`}
            />
          ))}
          {lines.map(({ key, points, role }) => (
            <g key={key} className={role === "compare" ? "chart-compare" : undefined}>
              <path className={role === "compare" ? "chart-dashed" : undefined} d={linePath(points, frame)} />
              {role !== "compare" && <path className="chart-dots" d={dotsPath(points, frame)} />}
            </g>
          ))}
        </svg>
        <div className="chart-x" aria-hidden="true">
          {xTicks.map(({ at, text }) => (
            <span key={at} style={{ left: `${place({ x: at, y: 0 }, frame).x}%` }}>
              {text}
            </span>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}
