import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
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

async function answer(questionId: string): Promise<void> {
  const version = await getPublishedVersion(versions[questionId]!);
  const given = hideAnswer(sampleAnswers[questionId]![0]!, disguiseOf(version, 0, instantiateVersion(version, 0)));
  await submitAnswer(learner, { submissionKey: randomUUID(), versionId: version.id, seed: 0, answer: given, confidence: null, durationMs: 9000 }, before);
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
