import type { Tone } from "../badge";
import { ChartFigure, type ChartProps } from "./chart-figure";
import { coordinate, htmlText } from "./html-text";

export interface Bar {
  label: string;
  /** Where the label leads, and what that is: "Only tokenisation". */
  link?: { href: string; title: string };
  value: number;
  /** The value as it is read: "61%". */
  text: string;
  /** What the value rests on: "n = 23". */
  note?: string;
  tone?: Exclude<Tone, "neutral">;
  /** What the value is compared with, drawn as a tick: before, promised, wished for. */
  mark?: number;
}

interface BarChartProps extends ChartProps {
  bars: readonly Bar[];
  /** What a full bar stands for. Bars begin at zero. */
  max: number;
  /** What a tick on a bar stands for. */
  markName?: string;
}

export function BarChart({ bars, max, markName, ...chart }: BarChartProps) {
  const tick = `<svg viewBox="0 0 4 16" aria-hidden="true"><path d="M2 0v16"/></svg>`;
  const legend = markName ? `<p class="chart-mark-name">${tick}${htmlText(markName)}</p>` : "";
  return <ChartFigure {...chart} drawing={`${legend}<ul class="chart-bars">${barsHtml(bars, max)}</ul>`} />;
}

/** A bar a row, as HTML; thirty topics are two hundred elements. Every text goes through `htmlText`. */
function barsHtml(bars: readonly Bar[], max: number): string {
  const across = (value: number) => coordinate(max > 0 ? Math.min(100, (100 * value) / max) : 0);
  return bars
    .map(({ label, link, value, text, note, tone, mark }) => {
      const name = link
        ? `<a data-soft="" class="link" href="${htmlText(link.href)}" title="${htmlText(link.title)}">${htmlText(label)}</a>`
        : htmlText(label);
      return (
        `<li><span class="chart-bar-label">${name}</span>` +
        `<svg class="chart-bar${tone ? ` tone-${tone}` : ""}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${across(value)}" height="10"/>` +
        `${mark === undefined ? "" : `<path class="chart-mark" d="M${across(mark)} 0V10"/>`}</svg>` +
        `<span class="chart-bar-value">${htmlText(text)}${note ? ` <span class="chart-bar-note">${htmlText(note)}</span>` : ""}</span></li>`
      );
    })
    .join("");
}
