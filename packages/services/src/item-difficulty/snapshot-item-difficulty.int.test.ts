import { randomUUID } from "node:crypto";
import { questionSpec } from "@tidao/grading";
import { fixedClock } from "@tidao/kernel";
import { estimateDifficulty, type GeneratedAnswer, generateAnswers } from "@tidao/measurement";
import { inTransaction, pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { versionContent } from "../bank/version-row";
import { insertVersion } from "../bank/version.repo";
import { copyRows } from "../population/copy-rows.repo";
import { makeBank } from "../testing";
import { sampleSpecs } from "../testing/sample-specs";
import { snapshotItemDifficulty } from "./snapshot-item-difficulty";

const long = process.env.TIDAO_TEST_SIZE === "long";
const world = { seed: 9, learners: long ? 1000 : 150, skills: 1, items: long ? 120 : 40, answers: long ? 60_000 : 6000, choosiness: 1, growth: 0 };
const { items, answers } = generateAnswers(world);
const on = (day: number) => fixedClock(new Date(Date.UTC(2026, 2, day)).toISOString());

let database: Awaited<ReturnType<typeof openTestDatabase>>;
const versions = new Map<string, string>();
beforeAll(async () => {
  database = await openTestDatabase();
  await makeBank();
  for (const { id, guess } of items) {
    // a typed answer cannot be guessed; one of four or five choices can
    const content = guess ? single(Math.round(1 / guess)) : cloze;
    await pool.query(`insert into question (id, topic_slug, kind) values ($1, 'sample', $2)`, [id, (await content).kind]);
    const versionId = await insertVersion(pool, {
      questionId: id, topicSlug: "sample", number: 1, status: "published", content: await content, origin: "import", authorId: null, note: null, correctsVersionId: null, at: on(1).now(),
    });
    await pool.query(`update question set published_version_id = $2 where id = $1`, [id, versionId]);
    versions.set(id, versionId);
  }
  await store([...answers]);
});
afterAll(() => database.close());

const cloze = versionContent(questionSpec.parse(sampleSpecs.cloze));
const choice = (id: string) => ({ id, text: { zh: id, en: id }, correct: id === "a", why: { zh: "因为", en: "Because" } });
const single = (choices: number) =>
  versionContent(questionSpec.parse({ ...sampleSpecs.single, interaction: { kind: "single-choice", choices: ["a", "b", "c", "d", "e"].slice(0, choices).map(choice) } }));

const subjects = new Map<string, string>();
let seq = 0;
/** Straight into the log: what is asked here is how it is read. */
async function store(given: readonly Pick<GeneratedAnswer, "learner" | "item" | "correct">[], day = 1, verdict?: "pending") {
  const rows = given.map(({ learner, item, correct }) => {
    const subject_id = subjects.get(learner) ?? randomUUID();
    subjects.set(learner, subject_id);
    return { id: randomUUID(), subject_id, seq: ++seq, item, correct };
  });
  const at = on(day).now();
  await inTransaction(async (connection) => {
    await copyRows(connection, "submission", rows.map(({ id, subject_id, seq, item }) => ({
      id, subject_id, seq, submission_key: randomUUID(), question_id: item, question_version_id: versions.get(item), seed: 0, answer: {}, confidence: null,
      hints_used: 0, duration_ms: 1000, context: "practice", submitted_at: at, local_date: "2026-03-01",
    })));
    await copyRows(connection, "grading", rows.map(({ id, subject_id, item, correct }) => ({
      id: randomUUID(), subject_id, seq: ++seq, submission_id: id, cause: "automatic", key_version_id: versions.get(item), verdict: verdict ?? (correct ? "right" : "wrong"),
      points: Number(correct), misconceptions: [], parts: [], item_difficulty: 0, graded_at: at, local_date: "2026-03-01",
    })));
  });
}

interface SnapshotRow {
  snapshot: number;
  question_id: string;
  difficulty: number;
  responses: number;
}
const snapshots = async () => (await pool.query<SnapshotRow>(`select snapshot, question_id, difficulty, responses from item_difficulty order by snapshot, question_id`)).rows;
const newest = async () => {
  const rows = await snapshots();
  return new Map(rows.filter(({ snapshot }) => snapshot === rows.at(-1)?.snapshot).map((row) => [row.question_id, row]));
};

function correlation(xs: number[], ys: number[]): number {
  const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const product = (as: number[], ma: number, bs: number[], mb: number) => as.reduce((sum, a, i) => sum + (a - ma) * (bs[i]! - mb), 0);
  return product(xs, mx, ys, my) / Math.sqrt(product(xs, mx, xs, mx) * product(ys, my, ys, my));
}

test("difficulties come out of the log as they went in, though able learners chose harder items, at any size of page", async () => {
  expect(await snapshotItemDifficulty(on(2), 997)).toBe(items.length);
  const found = await newest();
  const drawn = items.map((item) => item.difficulty);
  const r = correlation(items.map(({ id }) => found.get(id)!.difficulty), drawn);
  expect(r).toBeGreaterThan(0.9);

  const { rows } = await pool.query<{ id: string; n: number; right: number }>(
    `select s.question_id as id, count(*)::int as n, sum(g.points)::float8 as "right" from submission s join grading g on g.submission_id = s.id group by 1`,
  );
  const counted = new Map(rows.map((row) => [row.id, row]));
  const fromCounters = items.map(({ id }) => estimateDifficulty({ submissions: counted.get(id)!.n, microPoints: counted.get(id)!.right * 1e6, authorDifficulty: 0 }));
  // what stays unexplained is at most half of what counters alone leave
  expect(1 - r ** 2).toBeLessThan((1 - correlation(fromCounters, drawn) ** 2) / 2);
});

test("a night in which nobody was graded writes nothing, whoever runs the job", async () => {
  const before = await snapshots();
  expect(await snapshotItemDifficulty(on(3))).toBe(0);
  expect(await snapshots()).toEqual(before);
});

test("of two workers at once one writes, and the next number", async () => {
  await store([{ learner: "new", item: items[0]!.id, correct: true }], 3);
  const written = await Promise.all([snapshotItemDifficulty(on(4)), snapshotItemDifficulty(on(4)), snapshotItemDifficulty(on(4))]);
  expect(written.sort((a, b) => a - b)).toEqual([0, 0, items.length]);
  expect([...new Set((await snapshots()).map(({ snapshot }) => snapshot))]).toEqual([1, 2]);
});

test("a learner who answers again in review makes an item no easier, and what waits for a grader says nothing", async () => {
  const before = await newest();
  const item = items[1]!.id;
  await store(Array.from({ length: 50 }, () => ({ learner: "learner-1", item, correct: true })), 5);
  await store([{ learner: "waiting", item, correct: false }], 5, "pending");
  await snapshotItemDifficulty(on(6));
  const after = await newest();
  const met = before.get(item)!.responses;
  const isFirst = (await pool.query(`select 1 from submission where subject_id = $1 and question_id = $2 and submitted_at < $3`, [subjects.get("learner-1"), item, on(5).now()])).rowCount === 0;
  expect(after.get(item)!.responses).toBe(met + (isFirst ? 1 : 0));
  expect(Math.abs(after.get(item)!.difficulty - before.get(item)!.difficulty)).toBeLessThan(0.3);
});

test("a snapshot reads the verdict that holds: a regrade is a reason to write anew", async () => {
  const before = await newest();
  const item = items[2]!.id;
  await pool.query(
    `insert into grading (id, subject_id, seq, submission_id, cause, key_version_id, verdict, points, misconceptions, parts, item_difficulty, graded_at, local_date)
     select gen_random_uuid(), s.subject_id, $2 + row_number() over (), s.id, 'regrade', s.question_version_id, 'right', 1, '{}', '[]', 0, $3, '2026-03-07'
     from submission s where s.question_id = $1`,
    [item, seq, on(7).now()],
  );
  expect(await snapshotItemDifficulty(on(8))).toBe(items.length);
  const after = await newest();
  expect(after.get(item)!.responses).toBe(before.get(item)!.responses);
  expect(after.get(item)!.difficulty).toBeLessThan(before.get(item)!.difficulty - 0.5);
});
