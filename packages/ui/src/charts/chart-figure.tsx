import { buttonClass } from "../button";
import { type ChartTable, disclosedHtml } from "./chart-table";
import { htmlText } from "./html-text";

export interface ChartProps {
  /** What the chart shows, as a sentence: "You are surer than right in serving." */
  sentence: string;
  table: ChartTable;
  /** The button that follows from it. */
  action?: { href: string; text: string };
}

/** Sentence, drawing, what follows from it, and the figures behind a press, as HTML. */
export function ChartFigure({ sentence, table, action, drawing }: ChartProps & { drawing: string }) {
  const button = action
    ? `<div><a data-soft="" class="${buttonClass({})}" href="${htmlText(action.href)}">${htmlText(action.text)}</a></div>`
    : "";
  const inside =
    `<figcaption class="chart-sentence">${htmlText(sentence)}</figcaption>${drawing}${button}` +
    `<details class="disclosure">${disclosedHtml(table, sentence)}</details>`;
  // oxlint-disable-next-line react/no-danger -- every text went through htmlText
  return <figure className="chart" dangerouslySetInnerHTML={{ __html: inside }} />;
}
