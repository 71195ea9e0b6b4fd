import { coordinate, htmlText } from "./html-text";

export interface Tick {
  at: number;
  text: string;
}

/**
 * Ticks beside a plot and under it, as HTML.
 * @param down where a value stands, in percent from the top
 */
export function yAxisHtml(ticks: readonly Tick[], down: (at: number) => number): string {
  const width = Math.max(1, ...ticks.map(({ text }) => text.length)) + 0.5;
  const spans = ticks.map(({ at, text }) => `<span style="top:${coordinate(down(at))}%">${htmlText(text)}</span>`);
  return `<div class="chart-y" aria-hidden="true" style="width:${width}ch">${spans.join("")}</div>`;
}
export function xAxisHtml(ticks: readonly Tick[], across: (at: number) => number): string {
  const spans = ticks.map(({ at, text }) => `<span style="left:${coordinate(across(at))}%">${htmlText(text)}</span>`);
  return `<div class="chart-x" aria-hidden="true">${spans.join("")}</div>`;
}

/**
 * The drawing between them, 100 by 100, with a line at each tick. Hidden from screen readers: what it shows is the sentence
 * of its figure, which they have just read, and the table under it.
 */
export function plotHtml(yTicks: readonly Tick[], down: (at: number) => number, drawing: string): string {
  const lines = yTicks.map(
    ({ at }, index) =>
      `<path class="${index === 0 ? "chart-base" : "chart-grid"}" d="M0 ${coordinate(down(at))}H100"/>`,
  );
  return `<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">${lines.join("")}${drawing}</svg>`;
}
