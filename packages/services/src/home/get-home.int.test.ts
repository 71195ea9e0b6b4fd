import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { getOverview } from "../analytics";
import { listTopics } from "../course";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { getNextQuestion, nextQuestionInput } from "../practice/get-next-question";
import { submitAnswer } from "../practice/submit-answer";
import { makeActor, makeBank, sampleAnswers } from "../testing";
import { before, during, newAssignment, newSet } from "../testing/class-work";
import { getHome } from "./index";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versions: Record<string, string>;
let learner: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  versions = await makeBank();
});
afterAll(() => database.close());
beforeEach(async () => {
  learner = await makeActor();
});

async function answer(questionId: string, when = before): Promise<void> {
  const version = await getPublishedVersion(versions[questionId]!);
  const given = hideAnswer(sampleAnswers[questionId]![0]!, disguiseOf(version, 0, instantiateVersion(version, 0)));
  await submitAnswer(
    learner,
    { submissionKey: randomUUID(), versionId: version.id, seed: 0, answer: given, confidence: null, durationMs: 9000 },
    when,
  );
}
/** Nothing is due: the day's reviews are none of this test. */
const putReviewsOff = () => pool.query(`update review_card set due = '2030-01-01' where subject_id = $1`, [learner.subjectId]);
const practiceOf = (topic: string) => getNextQuestion(learner, nextQuestionInput.parse({ topic }), during);

test("home says how many questions of the topic are left that practice then asks: none of those that an open assignment holds", async () => {
  await answer("ordering");
  await putReviewsOff();
  const all = Object.keys(versions).length;
  expect((await getHome(learner, {}, during)).next).toMatchObject({ kind: "practice", left: all - 1 });
  const teacher = await makeActor(["instructor"]);
  await newAssignment(teacher, await newSet(teacher), [learner]);
  const { total, seen } = await practiceOf("sample");
  expect((await getHome(learner, {}, during)).next).toMatchObject({ kind: "practice", left: all - 3 });
  expect(total - seen).toBe(all - 3);
});

test("a question that was retired is no longer among those seen: a topic never has more seen than there are", async () => {
  for (const id of ["ordering", "matching"]) await answer(id);
  await putReviewsOff();
  await pool.query(`update question set published_version_id = null where id = 'ordering'`);
  const [topic] = await listTopics(learner, {}, during);
  expect(topic).toMatchObject({ questions: Object.keys(versions).length - 1, seen: 1 });
  const { total, seen } = await practiceOf("sample");
  expect([total, seen]).toEqual([topic!.questions, topic!.seen]);
  await pool.query(`update question set published_version_id = $1 where id = 'ordering'`, [versions.ordering]);
});

test("who flies west over midnight has a week of seven days, on home as in progress: what was answered on the day to come waits for it", async () => {
  const inShanghai = (day: number) => ({ ...before, clock: fixedClock(`2026-03-${String(day).padStart(2, "0")}T17:30:00Z`) });
  learner = { ...learner, zone: "Asia/Shanghai" };
  // half past one at night, of the day after
  for (let day = 1; day <= 8; day++) await answer("single", inShanghai(day));
  learner = { ...learner, zone: "America/New_York" };
  const [{ week }, overview] = [await getHome(learner, {}, inShanghai(8)), await getOverview(learner, { q: "" }, inShanghai(8))];
  expect(overview.today).toBe("2026-03-08");
  expect([week.days, week.answers, week.streak.days]).toEqual([7, 7, overview.streak.days]);
  expect(overview.days.map(({ date }) => date)).toEqual(["02", "03", "04", "05", "06", "07", "08"].map((day) => `2026-03-${day}`));
});
