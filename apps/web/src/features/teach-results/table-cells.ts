const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const openerOf = (cell: Element | undefined) => cell?.querySelector<HTMLElement>("[data-cell]") ?? null;

/** The next cell in that direction that opens something; those that do not are passed over. */
export function nextCell(from: Element, key: string): HTMLElement | null {
  const step = steps[key];
  const cell = from.closest("[data-cell]")?.closest<HTMLTableCellElement>("td, th");
  const row = cell?.closest("tr");
  const table = row?.closest("table");
  if (!step || !cell || !row || !table) return null;
  let [y, x] = [row.rowIndex + step[0], cell.cellIndex + step[1]];
  for (let next = table.rows[y]?.cells[x]; next; y += step[0], x += step[1], next = table.rows[y]?.cells[x]) {
    const opener = openerOf(next);
    if (opener) return opener;
  }
  return null;
}

/** Tab-separated, as spreadsheets take it; a cell says what `data-copy` says, else its own text. */
export function rowsAsText(table: HTMLTableElement): string {
  return [...table.rows]
    .map((row) =>
      [...row.cells]
        .filter((cell) => !("skip" in cell.dataset))
        .map(textOf)
        .join("\t"),
    )
    .join("\n");
}

/** Text that begins like a formula stays text in a spreadsheet, as in the file that is downloaded. */
const formula = /^[=+\-@＝＋－＠]/;
function textOf(cell: HTMLTableCellElement): string {
  const text = (cell.dataset["copy"] ?? cell.innerText).replaceAll(/\s+/g, " ").trim();
  return formula.test(text) ? `'${text}` : text;
}
