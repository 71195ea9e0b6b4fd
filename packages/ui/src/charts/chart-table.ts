import { htmlText } from "./html-text";

export interface ChartTable {
  /** What opens it: "Show as a table". */
  label: string;
  columns: readonly string[];
  /** The first cell of a row names it; the others are numbers. */
  rows: readonly (readonly string[])[];
}

/**
 * Head and body of the table as HTML: a year of days is fifteen hundred cells that hardly anybody unfolds, and React writes each
 * of them twice. Cells and rows close themselves, as HTML lets them. Every text goes through `htmlText`.
 */
export function tableHtml({ columns, rows }: ChartTable): string {
  const head = columns.map((column) => `<th scope="col">${htmlText(column)}`).join("");
  const body = rows.map(
    ([name = "", ...cells]) =>
      `<tr><th scope="row">${htmlText(name)}${cells.map((cell) => `<td>${htmlText(cell)}`).join("")}`,
  );
  return `<thead><tr>${head}<tbody>${body.join("")}`;
}
