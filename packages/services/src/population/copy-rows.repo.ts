import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Connection } from "@tidao/prisma";
import { from } from "pg-copy-streams";

export type Row = Record<string, unknown>;
const escaped: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escape = (text: string) => text.replace(/[\\\t\n\r]/g, (character) => escaped[character]!);
const arrayItem = (item: unknown) => `"${String(item).replace(/["\\]/g, "\\$&")}"`;

/** One value in the text format of COPY (postgresql.org/docs/18/sql-copy.html, "Text Format"). */
export function copyValue(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escape(`{${value.map(arrayItem).join(",")}}`);
  return escape(typeof value === "string" ? value : JSON.stringify(value));
}

/** Writes rows of one table, all with the columns of the first, by COPY. */
export async function copyRows(connection: Connection, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const into = connection.query(from(`copy "${table}" (${columns.map((name) => `"${name}"`).join(", ")}) from stdin`));
  function* lines() {
    for (const row of rows) yield `${columns.map((name) => copyValue(row[name])).join("\t")}\n`;
  }
  await pipeline(Readable.from(lines()), into);
}
