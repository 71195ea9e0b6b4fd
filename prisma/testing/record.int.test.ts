import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, pool } from "../src/index";
import { openTestDatabase, type TestDatabase } from "./index";

let database: TestDatabase & { close(): Promise<void> };
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe("the application's role", () => {
  test.each(["submission", "grading", "learner_event", "audit_entry"])("cannot change or remove a row of %s", async (table) => {
    await expect(pool.query(`update ${table} set ${table === "audit_entry" ? "action = 'x'" : "seq = 1"}`)).rejects.toThrow(/permission denied/);
    await expect(pool.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
    await expect(pool.query(`truncate ${table} cascade`)).rejects.toThrow(/permission denied/);
  });
  test("cannot make a table", async () => {
    await expect(pool.query("create table mine (id int)")).rejects.toThrow(/permission denied/);
  });
});

test("a published version cannot be changed, but its rendering can be renewed", async () => {
  await db.topic.create({ data: { slug: "t", number: 1, area: "data", body: {}, prerequisites: [], sourceHash: "h" } });
  await db.question.create({ data: { id: "q", topicSlug: "t", kind: "numeric" } });
  const version = await db.questionVersion.create({
    data: { questionId: "q", number: 1, status: "published", kind: "numeric", topicSlug: "t", objective: "o", difficulty: 1, expectedSeconds: 30, spec: { a: 1 }, contentHash: "h", origin: "import" },
  });
  await expect(db.questionVersion.update({ where: { id: version.id }, data: { spec: { a: 2 } } })).rejects.toThrow();
  await expect(db.questionVersion.delete({ where: { id: version.id } })).rejects.toThrow();
  await db.questionVersion.update({ where: { id: version.id }, data: { rendered: { zh: {} }, rendererVersion: 2 } });
});
