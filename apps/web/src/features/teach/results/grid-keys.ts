const steps: Record<string, readonly [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** From cell to cell with the arrow keys, over cells that have nothing to go to. @returns what takes the focus */
export function neighbourIn(table: HTMLTableElement, from: HTMLElement, key: string): HTMLElement | null {
  const step = steps[key];
  const cell = from.closest<HTMLTableCellElement>("td, th");
  const row = cell?.closest("tr");
  if (!step || !cell || !row) return null;
  let [y, x] = [row.rowIndex, cell.cellIndex];
  for (;;) {
    y += step[0];
    x += step[1];
    const next = table.rows[y]?.cells[x];
    if (!next) return null;
    const found = next.querySelector<HTMLElement>("a, button");
    if (found) return found;
  }
}

/** The table as a spreadsheet takes it from the clipboard: tabs between cells, one line a row. */
export const tableText = (table: HTMLTableElement): string =>
  [...table.rows]
    .map((row) =>
      [...row.cells]
        .filter((cell) => !cell.hasAttribute("data-not-copied"))
        .map((cell) => cellText(cell))
        .join("\t"),
    )
    .join("\n");

/** As in the file: text that begins like a formula stays text. */
function cellText(cell: HTMLTableCellElement): string {
  const text = (cell.dataset["copied"] ?? cell.textContent).replaceAll(/\s+/g, " ").trim();
  return /^[=+\-@＝＋－＠]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
}
