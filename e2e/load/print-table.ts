import type { Row } from "./run-load";

function table(head: string[], lines: (string | number | null)[][]): string {
  const cells = [head, ...lines.map((line) => line.map((cell) => (cell === null ? "-" : String(cell))))];
  const widths = head.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")).join("\n");
}

export function printTable(rows: Row[], pages: { name: string; scriptKB: number }[]): void {
  const lines = rows.map((r) => [r.name, r.clients, r.nodeCpuMs, r.postgresCpuMs, r.p50Ms, r.p99Ms, r.requestsPerSecond]);
  process.stdout.write(`${table(["per request", "clients", "node CPU ms", "postgres CPU ms", "p50 ms", "p99 ms", "requests/s"], lines)}\n\n`);
  process.stdout.write(`${table(["first load of", "script kB (gzip)"], pages.map((p) => [p.name, p.scriptKB]))}\n`);
}
