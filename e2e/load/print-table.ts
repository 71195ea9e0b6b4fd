import type { Row } from "./run-load";

function table(head: string[], lines: (string | number | null)[][]): string {
  const cells = [head, ...lines.map((line) => line.map((cell) => (cell === null ? "-" : String(cell))))];
  const widths = head.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")).join("\n");
}

/** One of each app: a process that idles between its requests costs more for each of them than one that is kept busy. */
export const EMPTY_PAGES = { web: "empty signed-in page", admin: "empty page of the desk" } as const;

export function printTable(rows: (Row & { submissions: number })[], pages: { name: string; app: keyof typeof EMPTY_PAGES; scriptKB: number }[]): void {
  const growth = rows.flatMap((small) => {
    const large = rows.find((row) => row.name === small.name && row.clients === small.clients && row.submissions > small.submissions);
    if (!large) return [];
    const times = (a: number | null, b: number | null) => (a && b ? `${(b / a).toFixed(2)}x` : null);
    return [[small.name, small.clients, times(small.nodeCpuMs, large.nodeCpuMs), times(small.postgresCpuMs, large.postgresCpuMs), times(small.p50Ms, large.p50Ms)]];
  });
  const appOf = new Map(pages.map(({ name, app }) => [name, app]));
  /** What the bound of a page is about: it was measured in turn with the empty one of its app. */
  const aboveEmpty = (row: (typeof rows)[number]) => {
    const app = appOf.get(row.name);
    const empty = rows.find(({ name, clients, submissions }) => app && name === EMPTY_PAGES[app] && clients === row.clients && submissions === row.submissions);
    return empty && empty !== row ? (row.nodeCpuMs - empty.nodeCpuMs).toFixed(2) : null;
  };
  const lines = rows.map((r) => [r.name, r.submissions.toLocaleString("en"), r.clients, r.nodeCpuMs, aboveEmpty(r), r.postgresCpuMs, r.p50Ms, r.p99Ms, r.requestsPerSecond]);
  process.stdout.write(`${table(["per request", "submissions", "clients", "node CPU ms", "above empty", "postgres CPU ms", "p50 ms", "p99 ms", "requests/s"], lines)}\n\n`);
  if (growth.length) process.stdout.write(`${table(["growth from the least to the most submissions", "clients", "node CPU", "postgres CPU", "p50"], growth)}\n\n`);
  process.stdout.write(`${table(["first load of", "script kB (gzip)"], pages.map((p) => [p.name, p.scriptKB]))}\n`);
}
