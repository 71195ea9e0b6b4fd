/** A byte order mark makes spreadsheets read Chinese right; lines end as RFC 4180 says. */
export const csvText = (lines: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;

/** Text that begins like a formula must stay text in a spreadsheet (OWASP, CSV injection), full-width signs included. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

export function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
