import { iconHtml } from "../icon";
import { htmlText } from "./html-text";

export interface ChartTable {
  /** What opens it: "Show as a table". */
  label: string;
  columns: readonly string[];
  /** The first cell of a row names it; the others are numbers. */
  rows: readonly (readonly string[])[];
}

/**
 * What opens the table, and the table, as HTML: a year of days is fifteen hundred cells that hardly anybody unfolds, and React
 * writes each of them twice. Cells and rows close themselves, as HTML lets them. Every text goes through `htmlText`. The frame
 * scrolls, so the keyboard has to reach it.
 */
export function disclosedHtml({ label, columns, rows }: ChartTable, sentence: string): string {
  const head = columns.map((column) => `<th scope="col">${htmlText(column)}`).join("");
  const body = rows.map(
    ([name = "", ...cells]) =>
      `<tr><th scope="row">${htmlText(name)}${cells.map((cell) => `<td>${htmlText(cell)}`).join("")}`,
  );
  return (
    `<summary>${iconHtml("chevron-right", 12)}${htmlText(label)}</summary>` +
    `<div class="table-frame chart-table-frame" role="region" aria-label="${htmlText(sentence)}" tabindex="0">` +
    `<table class="data-table chart-table"><thead><tr>${head}<tbody>${body.join("")}</table></div>`
  );
}
