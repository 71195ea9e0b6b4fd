import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signUp } from "./sign-up";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const ada = {
  email: "Ada@Example.com ",
  password: "tulip-under-stairs",
  name: "  Ada   Lovelace ",
  locale: "en" as const,
};

test("signing up makes an account, a learner and a password that nobody can read", async () => {
  const { userId, subjectId } = await signUp({ ...ada, zone: "Europe/London" });
  const { rows } = await pool.query(
    `select u.*, l.subject_id from "user" u join learner l on l.user_id = u.id where u.id = $1`,
    [userId],
  );
  expect(rows[0]).toMatchObject({
    email: "ada@example.com",
    email_verified_at: null,
    name: "Ada Lovelace",
    locale: "en",
    zone: "Europe/London",
    theme: "system",
    subject_id: subjectId,
  });
  expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(subjectId).not.toBe(userId);
});

test("two people who press the button at once with one address get one account and one clear answer", async () => {
  const outcomes = await Promise.allSettled(
    ["Bo@example.com", "bo@EXAMPLE.com", "bo@example.com"].map((email) => signUp({ ...ada, email })),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "EMAIL_TAKEN" });
  const { rows } = await pool.query(
    `select count(*)::int as n from learner l join "user" u on u.id = l.user_id where u.email = 'bo@example.com'`,
  );
  expect(rows[0].n).toBe(1);
});

test.each([
  [
    "a weak password",
    { password: "Password123" },
    { code: "PASSWORD_TOO_WEAK", params: { reason: "common", minLength: 10 } },
  ],
  ["no name", { name: " \n " }, { code: "INPUT_INVALID", params: { field: "name" } }],
  ["a name as long as a letter", { name: "x".repeat(81) }, { code: "INPUT_INVALID", params: { field: "name" } }],
  ["no address", { email: "nobody" }, { code: "INPUT_INVALID", params: { field: "email" } }],
])("with %s nothing is made", async (_, change, failure) => {
  const before = await pool.query(`select count(*) from "user"`);
  await expect(signUp({ ...ada, email: "new@example.com", ...change })).rejects.toMatchObject(failure);
  expect((await pool.query(`select count(*) from "user"`)).rows).toEqual(before.rows);
});

test("a browser with an unknown time zone signs up all the same", async () => {
  const { userId } = await signUp({ ...ada, email: "mars@example.com", zone: "Mars/Olympus" });
  const { rows } = await pool.query(`select zone from "user" where id = $1`, [userId]);
  expect(rows[0].zone).toBe("Asia/Shanghai");
});
