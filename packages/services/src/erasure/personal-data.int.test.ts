import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportedFiles, fileOf } from "../data-export/exported-files";
import { erasureStatements } from "./erasure.repo";
import { answerWords, eventBodies, personalData } from "./personal-data";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let columns: { table: string; column: string }[];
beforeAll(async () => {
  database = await openTestDatabase();
  const { rows } = await pool.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> '_prisma_migrations'`,
  );
  columns = rows;
});
afterAll(() => database.close());

const decided = Object.entries(personalData).flatMap(([table, { columns: by }]) =>
  Object.entries(by).flatMap(([meaning, names]) => names.map((column) => ({ table, column, meaning }))),
);

test("every column of every table has been decided on, once: a new one says here what it is to a person", () => {
  expect(columns.length).toBeGreaterThan(200);
  const name = ({ table, column }: { table: string; column: string }) => `${table}.${column}`;
  expect(decided.map(name).toSorted()).toEqual(columns.map(name).toSorted());
});

describe("a decision", () => {
  test("that says a column is nobody's is not made for one that names an account or a learner", () => {
    const suspicious = /(^|_)(user|subject|actor|author|owner|viewer|learner)(_id)?$|_by$/;
    const about = decided.filter(({ column, meaning }) => suspicious.test(column) && meaning === "house");
    expect(about).toEqual([]);
  });
  test("about a person's column comes with the way to find whose row it is, or with the row that it belongs to", () => {
    const lost = Object.entries(personalData).filter(([, d]) => !d.whose && d.erasure !== "parent" && (d.columns.personal ?? d.columns.secret ?? d.columns.words));
    expect(lost.map(([table]) => table)).toEqual([]);
    const torn = Object.entries(personalData).filter(([, d]) => d.whose && !d.columns.whose?.includes(d.whose.column));
    expect(torn.map(([table]) => table)).toEqual([]);
  });
  test("that rows stay is not made for a table with something personal in it", () => {
    const kept = Object.entries(personalData).filter(([, d]) => d.erasure === "stays" && (d.columns.personal ?? d.columns.secret ?? d.columns.words));
    expect(kept.map(([table]) => table)).toEqual([]);
  });
  test("that something is exported names a file that the export has, and what is a person's is exported", () => {
    const files = new Set(exportedFiles());
    const missing = Object.entries(personalData).filter(([table, { exported }]) => exported && !files.has(exported === "rows" ? fileOf(table) : exported));
    expect(missing.map(([table]) => table)).toEqual([]);
    const silent = Object.entries(personalData).filter(([, { exported, columns: c }]) => !exported && (c.personal ?? c.words ?? c.record ?? c.derived));
    // the export is not part of the export
    expect(silent.map(([table]) => table)).toEqual(["data_export"]);
  });
});

test("each statement of erasure runs with the application's rights", async () => {
  const statements = erasureStatements();
  expect(statements.length).toBeGreaterThan(10);
  for (const statement of statements) await pool.query(statement, ["00000000-0000-4000-8000-000000000000"]);
});

test("the function of the database empties exactly the answers and events that are decided to hold words", async () => {
  const { rows } = await pool.query<{ body: string }>(`select prosrc as body from pg_proc where proname = 'erase_user'`);
  const body = rows[0]!.body;
  const named = (kinds: Record<string, unknown>) => Object.keys(kinds).filter((kind) => body.includes(`'kind' = '${kind}'`) || body.includes(`AND kind = '${kind}'`));
  expect(named(answerWords)).toEqual(Object.entries(answerWords).filter(([, where]) => where).map(([kind]) => kind));
  expect(named(eventBodies)).toEqual(Object.entries(eventBodies).filter(([, is]) => is === "words").map(([kind]) => kind));
});
