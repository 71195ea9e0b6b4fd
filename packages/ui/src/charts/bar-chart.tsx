import type { ReactNode } from "react";
import type { Tone } from "../badge";
import { ChartFrame, type ChartTable } from "./chart-frame";

export interface Bar {
  key: string;
  label: ReactNode;
  value: number;
  /** The value as it is read: "61%". */
  text: string;
  /** What the value rests on: "n = 23". */
  note?: string;
  tone?: Exclude<Tone, "neutral">;
  /** What the value is compared with, drawn as a tick: before, promised, wished for. */
  mark?: number;
}

interface BarChartProps {
  sentence: string;
  bars: Bar[];
  /** What a full bar stands for. Bars begin at zero. */
  max: number;
  table: ChartTable;
  action?: ReactNode;
  /** What a tick on a bar stands for. */
  markName?: string;
}

export function BarChart({ sentence, bars, max, table, action, markName }: BarChartProps) {
  const across = (value: number) => (max > 0 ? Math.min(100, (100 * value) / max) : 0);
  return (
    <ChartFrame sentence={sentence} table={table} action={action}>
      {markName && (
        <p className="chart-mark-name">
          <svg viewBox="0 0 4 16" aria-hidden="true">
            <path d="M2 0v16" />
          </svg>
          {markName}
        </p>
      )}
      <ul className="chart-bars">
        {bars.map(({ key, label, value, text, note, tone, mark }) => (
          <li key={key}>
            <span className="chart-bar-label">{label}</span>
            <svg
              className={tone ? `chart-bar tone-${tone}` : "chart-bar"}
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect width={across(value)} height="10" />
              {mark !== undefined && <path className="chart-mark" d={`M${across(mark)} 0V10`} />}
            </svg>
            <span className="chart-bar-value">
              {text} {note && <span className="chart-bar-note">{note}</span>}
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
