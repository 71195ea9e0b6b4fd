import { pool } from "@tidao/prisma";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCourseDatabase } from "../testing/course-database";
import { seedDemo } from ".";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openCourseDatabase>>;
beforeAll(async () => {
  database = await openCourseDatabase();
});
afterAll(() => database.close());

test("whoever has made the course their own starts with the demo accounts, and is told that they have no history", async () => {
  await pool.query(`update path set archived_at = now() where slug = 'whole-course'`);
  const heard: unknown[] = [];
  const options = { password: "a password", hashPassword: async (password: string) => password, history: true, onUnmade: (error: unknown) => void heard.push(error) };
  expect(await seedDemo(options, new Date("2026-05-20T22:00:00Z"))).toHaveLength(4);
  expect(heard).toMatchObject([{ code: "NOT_FOUND" }]);
});
