import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isTextUnstorable } from "./database-health.repo";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test.each([
  ["U+0000 in a name", "text", "a\0b", true],
  ["U+0000 in an answer", "jsonb", { text: "a\0b" }, true],
  ["half of an emoji in an answer", "jsonb", { text: "🙂".slice(0, 1) }, true],
  ["the other half", "jsonb", { text: "🙂".slice(1) }, true],
  ["two first halves", "jsonb", { text: "🙂".slice(0, 1).repeat(2) }, true],
  ["what is no id, which is not about characters,", "uuid", "seven", false],
  ["what is no JSON", "jsonb", "{", false],
])("%s is refused by the database, and whose fault that is is known", async (_, type, value, unstorable) => {
  const error: unknown = await pool.query(`select $1::${type}`, [value]).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(isTextUnstorable(error)).toBe(unstorable);
});
