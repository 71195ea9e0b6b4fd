import { plotHtml, type Tick, xAxisHtml, yAxisHtml } from "./axes-html";
import { coordinate } from "./html-text";

export interface ColumnAxes {
  /** Rising, from zero; the last one is the top. */
  yTicks: readonly Tick[];
  /** `at` counts columns from 0. */
  xTicks: readonly Tick[];
}

/** Where columns from zero stand in a plot of 100 by 100. */
export function columnPlaces(count: number, yTicks: readonly Tick[]) {
  const top = yTicks.at(-1)?.at || 1;
  const step = 100 / Math.max(1, count);
  const down = (value: number) => 100 - Math.min(100, (100 * value) / top);
  return {
    down,
    /** The middle of a column. */
    middle: (index: number) => (index + 0.5) * step,
    /** Attributes of the part of a column between two values, as wide as its share of the step. */
    part: (index: number, from: number, to: number, share: number) =>
      `x="${coordinate((index + (1 - share) / 2) * step)}" y="${coordinate(down(to))}" width="${coordinate(step * share)}" height="${coordinate(down(from) - down(to))}"`,
  };
}

/**
 * The axes around the drawing of columns.
 * @param below what stands between the columns and the names under them
 */
export function columnPlotHtml(
  { yTicks, xTicks }: ColumnAxes,
  { down, middle }: ReturnType<typeof columnPlaces>,
  drawing: string,
  below = "",
): string {
  return `<div class="chart-plot">${yAxisHtml(yTicks, down)}${plotHtml(yTicks, down, drawing)}${below}${xAxisHtml(xTicks, middle)}</div>`;
}
