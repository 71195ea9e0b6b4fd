/** Moves the focus to the next link marked as a row of a list; from elsewhere, to the first one. */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at < 0 ? 0 : at + step;
  rows[Math.max(0, Math.min(next, rows.length - 1))]?.focus();
}
