import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rebuildAll } from "../rebuild";
import { makeBank } from "../testing";
import { copyValue } from "./copy-rows.repo";
import { growPopulation, madeUpUserId } from "./grow-population";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
  // the log is written as the owner: the application's role may insert, but COPY of a whole history is no product path
  process.env.DATABASE_URL = database.ownerUrl;
  await makeBank({ basis: true });
});
afterAll(() => database.close());

test("made-up learners have the state that their logs lead to", async () => {
  const now = new Date("2026-03-01T12:00:00Z");
  expect(await growPopulation({ submissions: 300, answersEach: 60 }, now)).toEqual({ learners: 5, submissions: 300 });
  expect(await growPopulation({ submissions: 400, answersEach: 60 }, now)).toEqual({ learners: 7, submissions: 400 });
  const derived = ["review_card", "topic_mastery", "objective_mastery", "daily_activity", "topic_day", "question_state", "question_counter"];
  const snapshot = () => Promise.all(derived.map(async (table) => (await pool.query(`select to_jsonb(t) as row from ${table} t order by 1`)).rows));
  const grown = await snapshot();
  expect(await rebuildAll()).toBe(7);
  expect(await snapshot()).toEqual(grown);
  const { rows } = await pool.query(`select count(*)::int as n from submission s join learner l using (subject_id) where l.user_id = $1`, [madeUpUserId(1)]);
  expect(rows).toEqual([{ n: 60 }]);
});

test("what COPY reads as its own signs is written so that it comes back as text", () => {
  expect(copyValue("a\tb\\c\nd")).toBe("a\\tb\\\\c\\nd");
  expect(copyValue(null)).toBe("\\N");
  expect(copyValue(["x", 'y"z'])).toBe('{"x","y\\\\"z"}');
  expect(copyValue({ a: "b\\" })).toBe('{"a":"b\\\\\\\\"}');
});
