import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { cookieHeaderFor, createUser } from "@tidao/auth/testing";
import pg from "pg";
import { dataOf, mutate, type NextQuestion, query, submissionOf } from "../load/calls";
import { postmasterPid, servingPid } from "../load/processes";
import { expect, test, webUrl } from "../fixtures";

/** What a browser does: the same key again until an answer comes. */
async function untilStored(input: { submissionKey: string }, cookie: string): Promise<string> {
  for (let attempt = 0; attempt < 120; attempt++) {
    const answer = await mutate(webUrl, "practice.submitAnswer", input, cookie).catch(() => null);
    if (answer?.status === 200) return dataOf<{ submissionId: string }>(answer).submissionId;
    if (answer && answer.status < 500) throw new Error(`${answer.status}: ${answer.body}`);
    await sleep(250);
  }
  throw new Error("no answer was ever stored");
}

async function learners(count: number) {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const user = await createUser();
      return { ...user, cookie: await cookieHeaderFor(user.id) };
    }),
  );
}
async function answerTen(cookie: string, acknowledged: string[]) {
  for (let i = 0; i < 10; i++) {
    let next: NextQuestion | null = null;
    while (!next) next = await query(webUrl, "practice.getNextQuestion", { topic: "tokenisation" }, cookie).then((a) => (a.status === 200 ? dataOf<NextQuestion>(a) : sleep(250).then(() => null)), () => sleep(250).then(() => null));
    acknowledged.push(await untilStored(submissionOf(next.question!), cookie));
  }
}
async function count(sql: string, values: unknown[]): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(sql, values);
  await client.end();
  return rows[0]!.n;
}

test.describe.configure({ mode: "serial" });

test("the web process is killed in the middle of 200 answers by 20 learners: each is stored once and graded once", async () => {
  test.setTimeout(180_000);
  const class20 = await learners(20);
  const acknowledged: string[] = [];
  const work = Promise.all(class20.map(({ cookie }) => answerTen(cookie, acknowledged)));
  for (const at of [40, 110]) {
    while (acknowledged.length < at) await sleep(20);
    process.kill(servingPid("web"), "SIGKILL");
  }
  await work;
  expect(new Set(acknowledged).size).toBe(200);
  const subjects = class20.map((l) => l.subjectId);
  expect(await count(`select count(*)::int as n from submission where subject_id = any($1)`, [subjects])).toBe(200);
  expect(await count(`select count(*)::int as n from grading where subject_id = any($1)`, [subjects])).toBe(200);
  expect(await count(`select sum(answers)::int as n from daily_activity where subject_id = any($1)`, [subjects])).toBe(200);
  expect(await count(`select sum(last_seq)::int as n from learner where subject_id = any($1)`, [subjects])).toBe(400);
});

test("PostgreSQL is killed and started again: every acknowledged answer is there", async () => {
  test.setTimeout(180_000);
  const postmaster = postmasterPid();
  expect(postmaster, "only a server that these tests started may be killed").not.toBeNull();
  const few = await learners(5);
  const acknowledged: string[] = [];
  const work = Promise.all(few.map(({ cookie }) => answerTen(cookie, acknowledged)));
  while (acknowledged.length < 15) await sleep(20);
  process.kill(postmaster!, "SIGKILL");
  await work;
  expect(await count(`select count(*)::int as n from submission where id = any($1::uuid[])`, [acknowledged])).toBe(50);
  expect(await count(`select count(*)::int as n from grading where submission_id = any($1::uuid[])`, [acknowledged])).toBe(50);
});

test("pressing submit twice at the same instant makes one submission", async () => {
  const [learner] = await learners(1);
  const next = dataOf<NextQuestion>(await query(webUrl, "practice.getNextQuestion", { topic: "evaluation" }, learner!.cookie));
  const input = { ...submissionOf(next.question!), submissionKey: randomUUID() };
  const ids = await Promise.all(Array.from({ length: 6 }, () => untilStored(input, learner!.cookie)));
  expect(new Set(ids).size).toBe(1);
});
