import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock, seededRandom } from "@tidao/kernel";
import type { BindingMemoryState } from "@open-spaced-repetition/binding";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { type Card, defaultParameters, logLoss, type Memory, newCard, nextMemory, type Rating, retrievability, reviewCard, reviewItems, splitByTime } from "@tidao/scheduling";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readWishes } from "../learning-record/review-wishes.repo";
import { rebuildLearner } from "../rebuild";
import { getReviews, updateReviewSettings } from "../reviews";
import { makeActor, makeBank } from "../testing";
import { fitParameters } from "./fit-parameters";
import { listLoggedReviews } from "./fitting-attempt.repo";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versionId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  versionId = (await makeBank()).single!;
});
afterAll(() => database.close());

const dayMs = 86_400_000;
const begin = new Date("2026-01-01T08:00:00Z");
const clock = fixedClock("2027-01-01T04:23:00Z");
/** Somebody who keeps first answers a sixth as long as most people gains less by each review, and forgets on a steeper curve. */
const forgetful = defaultParameters.map((weight, index) => (index < 4 ? weight / 6 : index === 8 ? 0.6 : index === 20 ? 0.5 : weight));

/** Months of answers: each question comes when the default schedule says, and is known as this memory has it. */
async function live(learner: UserActor, questions: number, reviewsEach: number, truth: readonly number[]): Promise<void> {
  const random = seededRandom(11);
  const answers: { questionId: string; rating: Rating; at: Date }[] = [];
  const cards: [string, Card][] = [];
  for (let q = 0; q < questions; q++) {
    const first = new Date(begin.getTime() + q * dayMs);
    let scheduled = newCard(first);
    let real = newCard(first);
    for (let n = 0; n < reviewsEach; n++) {
      const at = n === 0 ? first : new Date(Math.max(scheduled.due.getTime(), scheduled.lastReview!.getTime() + dayMs));
      const knows = n === 0 ? random.next() < 0.6 : random.next() < retrievability(real, at, { parameters: truth });
      const rating: Rating = knows ? 3 : 1;
      scheduled = reviewCard(scheduled, rating, at);
      real = reviewCard(real, rating, at, { parameters: truth });
      answers.push({ questionId: `sim-${q}`, rating, at });
    }
    cards.push([`sim-${q}`, scheduled]);
  }
  answers.sort((a, b) => a.at.getTime() - b.at.getTime());
  const rows = answers.map((answer, index) => ({ ...answer, id: randomUUID(), grading: randomUUID(), key: randomUUID(), seq: 2 * index + 1 }));
  await pool.query(
    `with r as (select * from jsonb_to_recordset($1) as r(id uuid, grading uuid, key uuid, seq int, "questionId" text, rating int, at timestamptz)),
     s as (insert into submission (id, subject_id, seq, submission_key, question_id, question_version_id, seed, answer, hints_used, duration_ms, context, submitted_at, local_date)
       select id, $2, seq, key, "questionId", $3, 0, '{"kind":"blank"}', 0, 30000, 'practice', at, to_char(at, 'YYYY-MM-DD') from r)
     insert into grading (id, subject_id, seq, submission_id, cause, key_version_id, verdict, points, misconceptions, parts, rating, item_difficulty, graded_at, local_date)
       select grading, $2, seq + 1, id, 'automatic', $3, case when rating > 1 then 'right' else 'wrong' end, case when rating > 1 then 1 else 0 end, '{}', '[]', rating, 0, at, to_char(at, 'YYYY-MM-DD') from r`,
    [JSON.stringify(rows), learner.subjectId, versionId],
  );
  await pool.query(`update learner set last_seq = $2 where subject_id = $1`, [learner.subjectId, 2 * rows.length]);
  await rebuildLearner(learner.subjectId);
}
const fittingOf = async (learner: UserActor) => (await getReviews(learner, {}, { clock, locale: "en" })).fitting;

test("a learner who forgets otherwise than most gets parameters that predict unseen reviews better, and can go back", async () => {
  const learner = await makeActor();
  await live(learner, 70, 9, forgetful);
  expect(await fittingOf(learner)).toMatchObject({ state: "soon", reviews: 630, needed: 400, logLoss: null });
  expect(await fitParameters(clock)).toBe(1);

  const { fitted } = await readWishes(learner.subjectId);
  expect(fitted?.parameters).toHaveLength(21);
  expect(fitted!.logLossAfter).toBeLessThan(fitted!.logLossBefore - 0.02);
  // what is shown is what was measured: on the newest fifth, which the fit did not see
  const { test: unseen } = splitByTime(reviewItems(await listLoggedReviews(learner.subjectId, 0, 5000)), 0.8);
  expect(logLoss(unseen)).toBe(fitted!.logLossBefore);
  expect(logLoss(unseen, fitted!.parameters)).toBe(fitted!.logLossAfter);
  expect(await fittingOf(learner)).toMatchObject({ state: "fitted", logLoss: { reviews: 630 } });

  expect(await fitParameters(clock)).toBe(0);
  await rebuildLearner(learner.subjectId);
  expect((await readWishes(learner.subjectId)).fitted).toEqual(fitted);

  const { settings } = await getReviews(learner, {}, { clock, locale: "en" });
  await updateReviewSettings(learner, { ...settings, fitting: false, reschedule: false }, { clock });
  expect(await fittingOf(learner)).toMatchObject({ state: "off", logLoss: null });
  expect((await readWishes(learner.subjectId)).fitted).toBeNull();

  await updateReviewSettings(learner, { ...settings, fitting: true, reschedule: false }, { clock });
  expect(await fittingOf(learner)).toMatchObject({ state: "soon", logLoss: null });
  expect(await fitParameters(clock)).toBe(1);
  expect((await readWishes(learner.subjectId)).fitted?.parameters).toEqual(fitted!.parameters);
});

test("a night that breaks off before the parameters are kept is made up for the next night, and keeps nobody else waiting", async () => {
  const [learner, other] = (await Promise.all([makeActor(), makeActor()])).toSorted((a, b) => (a.subjectId < b.subjectId ? -1 : 1)) as [UserActor, UserActor];
  for (const each of [learner, other]) await live(each, 70, 9, forgetful);
  // the number that the event would get is taken
  await pool.query(`update learner set last_seq = last_seq - 1 where subject_id = $1`, [learner.subjectId]);
  await pool.query(`insert into learner_event (subject_id, seq, kind, body, occurred_at, local_date) select subject_id, last_seq + 1, 'lesson_read', '{}', now(), '2027-01-01' from learner where subject_id = $1`, [learner.subjectId]);
  await expect(fitParameters(clock)).rejects.toThrow("1 failed, 1 done");
  expect((await readWishes(other.subjectId)).fitted).not.toBeNull();
  await pool.query(`update learner set last_seq = last_seq + 1 where subject_id = $1`, [learner.subjectId]);
  expect(await fitParameters(clock)).toBe(1);
});

test("a learner with few reviews keeps the defaults and is told how many are missing", async () => {
  const learner = await makeActor();
  await live(learner, 20, 5, defaultParameters);
  expect(await fitParameters(clock)).toBe(0);
  expect(await fittingOf(learner)).toMatchObject({ state: "few", reviews: 100, needed: 400 });
});

test("a memory that log-loss is measured with is the one that fsrs-rs computes, answer by answer", async () => {
  const { FSRSBinding } = await import("@open-spaced-repetition/binding");
  const rust = new FSRSBinding([...defaultParameters]);
  const random = seededRandom(5);
  for (let history = 0; history < 40; history++) {
    let ours: Memory | null = null;
    let theirs: BindingMemoryState | null = null;
    for (let n = 0; n < 8; n++) {
      const rating = random.integer(1, 4) as Rating;
      const days = n === 0 ? 0 : random.integer(0, 40);
      ours = nextMemory(ours, days, rating);
      const states = rust.nextStates(theirs, 0.9, days);
      theirs = [states.again, states.hard, states.good, states.easy][rating - 1]!.memory;
      expect(ours.stability / theirs.stability).toBeCloseTo(1, 2);
      expect(ours.difficulty).toBeCloseTo(theirs.difficulty, 2);
    }
  }
});
