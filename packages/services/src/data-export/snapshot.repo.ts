import type { Locale } from "@tidao/kernel";
import { named, onConnectionApart, type Queryable } from "@tidao/prisma";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";

const page = 200;

/** One account as it stood at one instant, read page by page. */
export interface Snapshot {
  account: { id: string; subjectId: string; name: string; email: string; locale: Locale; zone: string; lastSeq: number };
  at: Date;
  /** Questions that an open assignment withholds: their verdicts are not told. */
  withheld: readonly string[];
  /** Rows of a query as PostgreSQL writes them in JSON, `page` at a time. */
  rows<Row extends object>(query: string, values: readonly unknown[]): AsyncGenerator<Row[]>;
  /** That the rows are read on: whatever else is read for them stands in the same snapshot and waits for no other connection. */
  connection: Queryable;
}

/** The transaction ends with its connection. @returns what `read` returns, or null when there is no such account */
export function readSnapshot<T>(userId: string, at: Date, read: (snapshot: Snapshot) => Promise<T>): Promise<T | null> {
  return onConnectionApart(async (connection) => {
    await connection.query("begin isolation level repeatable read read only");
    const account = await findAccount(connection, userId);
    if (!account) return null;
    const withheld = await listWithheldQuestionIds({ id: userId, subjectId: account.subjectId }, at, connection);
    return read({ account, at, withheld, rows: (query, values) => pagesOf(connection, query, values), connection });
  });
}

async function findAccount(connection: Queryable, userId: string): Promise<Snapshot["account"] | null> {
  const { rows } = await connection.query<Snapshot["account"]>(
    named(
      `select u.id, l.subject_id as "subjectId", u.name, u.email, u.locale, u.zone, l.last_seq as "lastSeq"
       from "user" u join learner l on l.user_id = u.id where u.id = $1`,
      [userId],
    ),
  );
  return rows[0] ?? null;
}

let cursors = 0;
async function* pagesOf<Row extends object>(connection: Queryable, query: string, values: readonly unknown[]): AsyncGenerator<Row[]> {
  const cursor = `export_${(cursors = (cursors + 1) % 1_000_000)}`;
  await connection.query(`declare ${cursor} no scroll cursor for select to_jsonb(r) as row from (${query}) r`, [...values]);
  for (;;) {
    const { rows } = await connection.query<{ row: Row }>(`fetch ${page} from ${cursor}`);
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < page) break;
  }
  await connection.query(`close ${cursor}`);
}
