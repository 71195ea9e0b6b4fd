import { plotHtml, type Tick, xAxisHtml, yAxisHtml } from "./axes-html";
import { ChartFigure, type ChartProps } from "./chart-figure";
import { htmlText } from "./html-text";
import { dotsPath, linePath, place, type Point } from "./line-path";

export interface Line {
  key: string;
  name: string;
  points: Point[];
  /** The learner's own line is drawn in the accent; what it is compared with is grey and dashed. */
  role?: "own" | "compare";
}
export type { Tick } from "./axes-html";

interface LinesProps {
  lines: readonly Line[];
  /** What lies across and what upwards: "Across: how sure you said you were; up: how often you were right". */
  axes?: string;
  /** Ticks in rising order; the first and the last are the frame. */
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
}

export function LineChart({ lines, axes, xTicks, yTicks, ...chart }: LinesProps & ChartProps) {
  const legend = lines.length > 1 ? `<ul class="chart-legend">${legendHtml(lines)}</ul>` : "";
  const named = axes ? `<p class="chart-axes">${htmlText(axes)}</p>` : "";
  const plot = linesHtml({ lines, xTicks, yTicks });
  return <ChartFigure {...chart} drawing={`${legend}${named}<div class="chart-plot">${plot}</div>`} />;
}

const compareClass = ({ role }: Line) => (role === "compare" ? ' class="chart-compare"' : "");

const legendHtml = (lines: readonly Line[]): string =>
  lines
    .map((line) => {
      const dashes = line.role === "compare" ? ' stroke-dasharray="6 5"' : "";
      return `<li${compareClass(line)}><svg viewBox="0 0 28 8" aria-hidden="true"><path d="M0 4h28"${dashes}/></svg>${htmlText(line.name)}</li>`;
    })
    .join("");

function linesHtml({ lines, xTicks, yTicks }: LinesProps): string {
  const span = (ticks: readonly Tick[]) => [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 1] as const;
  const frame = { x: span(xTicks), y: span(yTicks) };
  const down = (y: number) => place({ x: 0, y }, frame).y;
  const across = (x: number) => place({ x, y: 0 }, frame).x;
  const drawing = lines.map((line) => {
    const compared = line.role === "compare";
    const path = `<path${compared ? ' class="chart-dashed"' : ""} d="${linePath(line.points, frame)}"/>`;
    const dots = compared ? "" : `<path class="chart-dots" d="${dotsPath(line.points, frame)}"/>`;
    return `<g${compareClass(line)}>${path}${dots}</g>`;
  });
  return yAxisHtml(yTicks, down) + plotHtml(yTicks, down, drawing.join("")) + xAxisHtml(xTicks, across);
}
