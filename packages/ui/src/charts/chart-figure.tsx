import type { ComponentType } from "react";
import { buttonClass } from "../button";
import { type ChartTable, disclosedHtml } from "./chart-table";
import { htmlText } from "./html-text";

/** Writes a `<figure className="chart">` around HTML. An app may pass one that sends long HTML to the browser once. */
export type FigureComponent = ComponentType<{ html: string }>;

export interface ChartProps {
  /** What the chart shows, as a sentence: "You are surer than right in serving." */
  sentence: string;
  table: ChartTable;
  /** The button that follows from it. */
  action?: { href: string; text: string };
  figure?: FigureComponent;
}

const PlainFigure: FigureComponent = ({ html }) => (
  // oxlint-disable-next-line react/no-danger -- made by ChartFigure, which escapes
  <figure className="chart" dangerouslySetInnerHTML={{ __html: html }} />
);

/** Sentence, drawing, what follows from it, and the figures behind a press, as HTML. */
export function ChartFigure({
  sentence,
  table,
  action,
  figure: Figure = PlainFigure,
  drawing,
}: ChartProps & { drawing: string }) {
  const button = action
    ? `<div><a data-soft="" class="${buttonClass({})}" href="${htmlText(action.href)}">${htmlText(action.text)}</a></div>`
    : "";
  return (
    <Figure
      html={
        `<figcaption class="chart-sentence">${htmlText(sentence)}</figcaption>${drawing}${button}` +
        `<details class="disclosure">${disclosedHtml(table, sentence)}</details>`
      }
    />
  );
}
