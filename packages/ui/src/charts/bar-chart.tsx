import type { ReactNode } from "react";
import type { Tone } from "../badge";
import { ChartFrame, type ChartTable } from "./chart-frame";
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

interface BarChartProps {
  sentence: string;
  bars: readonly Bar[];
  /** What a full bar stands for. Bars begin at zero. */
  max: number;
  table: ChartTable;
  action?: ReactNode;
  /** What a tick on a bar stands for. */
  markName?: string;
}

export function BarChart({ sentence, bars, max, table, action, markName }: BarChartProps) {
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
      {/* oxlint-disable-next-line react/no-danger -- barsHtml escapes */}
      <ul className="chart-bars" dangerouslySetInnerHTML={{ __html: barsHtml(bars, max) }} />
    </ChartFrame>
  );
}

/** A bar a row, as HTML; thirty topics are two hundred elements. Every text goes through `htmlText`. */
export function barsHtml(bars: readonly Bar[], max: number): string {
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
