import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock, type Locale, type Random, seededRandom } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { defaultParameters } from "@tidao/scheduling";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { finishAttempt, getAttempt, startAttempt, submitAttemptAnswer } from "../assignments";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { leavePath, setPathDeadline, startPath } from "../course";
import { startTest, submitTestAnswer, unskipTopic } from "../placement";
import { clearPlan, setPlan } from "../plan";
import { submitAnswer } from "../practice/submit-answer";
import { takeHint } from "../practice/take-hint";
import { tickKeyPoints } from "../practice/tick-key-points";
import { openDueFeedback } from "../assignments/open-due-feedback";
import { makeActor, makeBank, sampleAnswers } from "../testing";
import { recordEvent } from "../learning-record/event.repo";
import { applyFittedParameters } from "../learning-record/review-wishes.repo";
import { resumeCard, suspendCard, updateReviewSettings } from "../reviews";
import { rebuildAll } from "./rebuild-all";

process.env.NEXTAUTH_SECRET = "a secret of this test";
const long = process.env.TIDAO_TEST_SIZE === "long";
const learnerCount = long ? 40 : 6;
const stepsEach = long ? 200 : 30;
const derived = [
  "review_card", "topic_mastery", "objective_mastery", "daily_activity", "topic_day", "question_state", "lesson_read", "path_enrolment", "attempt_grade", "question_counter", "choice_counter",
  "review_settings", "study_plan", "topic_skip",
];

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versions: Record<string, string>;
beforeAll(async () => {
  database = await openTestDatabase();
  versions = await makeBank({ basis: true });
  await pool.query(`insert into path (slug, position, body, source_hash) values ('p', 1, '{"title":{},"summary":{},"audience":{},"hours":1,"steps":[]}', 'h')`);
});
afterAll(() => database.close());

const at = (minute: number) => ({ clock: fixedClock(new Date(Date.UTC(2026, 2, 1) + minute * 60_000).toISOString()), locale: "en" as Locale });
const snapshot = async () => {
  const state: Record<string, unknown[]> = {};
  for (const table of derived) state[table] = (await pool.query(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)).rows.map((r) => r.row);
  return state;
};

async function makeAssignment(learners: UserActor[], feedback: string, dueMinute: number): Promise<string> {
  const teacher = await makeActor(["instructor"]);
  const classId = randomUUID();
  const id = randomUUID();
  await pool.query(`insert into class (id, name, owner_id, join_code) values ($1, 'c', $2, $3)`, [classId, teacher.id, classId.slice(0, 8)]);
  for (const l of learners) await pool.query(`insert into class_member (class_id, user_id, role) values ($1, $2, 'learner')`, [classId, l.id]);
  await pool.query(
    `insert into assignment (id, class_id, title, opens_at, due_at, attempts, feedback, created_by) values ($1, $2, 't', $3, $4, 2, $5::"FeedbackRelease", $6)`,
    [id, classId, at(0).clock.now(), at(dueMinute).clock.now(), feedback, teacher.id],
  );
  let position = 1;
  for (const q of ["multiple", "short", "ordering"]) await pool.query(`insert into assignment_item (assignment_id, position, question_id) values ($1, $2, $3)`, [id, position++, q]);
  return id;
}

/** What a learner may wish of reviews, at any place of the log. */
async function wish(learner: UserActor, random: Random, minute: number): Promise<void> {
  const context = at(minute);
  const dice = random.next();
  if (dice < 0.4) {
    const easyDays = Array.from({ length: 7 }, () => random.pick([0, 0.5, 1] as const));
    const choice = { desiredRetention: random.integer(70, 97) / 100, dailyReviews: random.integer(1, 60), dailyNew: 3, easyDays };
    await updateReviewSettings(learner, { ...choice, fitting: random.next() < 0.8, reschedule: random.next() < 0.5 }, context);
  } else if (dice < 0.6) {
    const parameters = defaultParameters.map((weight) => weight * (0.9 + random.next() / 5));
    const body = { parameters, reviews: 400, logLossBefore: 0.4, logLossAfter: 0.3 };
    const now = context.clock.now();
    await recordEvent(learner, { kind: "parameters_fitted", body }, now, (connection) => applyFittedParameters(connection, learner.subjectId, body, now));
  } else await (dice < 0.85 ? suspendCard : resumeCard)(learner, { questionId: random.pick(Object.keys(versions)) }, context);
}

/** A learner goes through a placement or a test to skip a topic, and may leave half-way. */
async function takeTest(learner: UserActor, random: Random, context: ReturnType<typeof at>): Promise<void> {
  const knows = random.next() < 0.8;
  let state = await startTest(learner, { topic: random.pick([null, "sample", "sample"]) }, context);
  while (state.item && random.next() < 0.95) {
    const { question, position } = state.item;
    const version = await getPublishedVersion(question.versionId);
    const given = question.questionId === "basis" ? sampleAnswers.single! : sampleAnswers[question.questionId]!;
    const answer = hideAnswer(given[knows ? 0 : 1]!, disguiseOf(version, question.seed, instantiateVersion(version, question.seed)));
    state = await submitTestAnswer(learner, { testId: state.testId, position, versionId: question.versionId, answer, confidence: null, durationMs: 5000 }, context);
  }
  if (random.next() < 0.5) await unskipTopic(learner, { topic: "sample" }, context);
}

/** One thing that a learner may do next; refusals (withheld, used up) are part of life. */
async function act(learner: UserActor, random: Random, minute: number, assignments: string[]): Promise<void> {
  const context = at(minute);
  const dice = random.next();
  const question = random.pick(Object.keys(versions));
  const versionId = versions[question]!;
  const answerOf = async (id: string, seed: number) => {
    const version = await getPublishedVersion(versions[id]!);
    return hideAnswer(random.pick(sampleAnswers[id]!), disguiseOf(version, seed, instantiateVersion(version, seed)));
  };
  const common = { submissionKey: randomUUID(), confidence: random.integer(1, 4), durationMs: random.integer(1000, 200_000) };
  if (dice < 0.1) await takeHint(learner, { versionId: versions.single!, seed: 0, index: random.integer(0, 1) }, context);
  else if (dice < 0.13) await wish(learner, random, minute);
  else if (dice < 0.15)
    await (random.next() < 0.7 ? setPlan(learner, { date: "2026-06-01", minutesADay: random.integer(10, 60), daysOff: [7], weights: { sample: random.integer(1, 3) } }, context) : clearPlan(learner, {}, context));
  else if (dice < 0.17) await leavePath(learner, { slug: "p" }, context);
  else if (dice < 0.19) await startPath(learner, { slug: "p" }, context);
  else if (dice < 0.22) await startPath(learner, { slug: "p" }, context).then(() => setPathDeadline(learner, { slug: "p", date: random.pick([null, "2026-05-01", "2026-06-01"]) }, context));
  else if (dice < 0.32) await takeTest(learner, random, context);
  else if (dice < 0.52) {
    const { attemptId } = await startAttempt(learner, { assignmentId: random.pick(assignments) }, context);
    const attempt = await getAttempt(learner, { attemptId }, context);
    const item = random.pick(attempt.items);
    const version = await getPublishedVersion(item.question.versionId);
    const answer = hideAnswer(random.pick(sampleAnswers[item.question.questionId]!), disguiseOf(version, item.question.seed, instantiateVersion(version, item.question.seed)));
    await submitAttemptAnswer(learner, { ...common, attemptId, position: item.position, answer }, context);
    if (random.next() < 0.3) await finishAttempt(learner, { attemptId }, context);
  } else {
    const seed = random.integer(0, 199);
    const input = { ...common, versionId, seed, answer: await answerOf(question, seed) };
    const stored = await submitAnswer(learner, input, context);
    if (random.next() < 0.2) await submitAnswer(learner, input, context);
    if (stored.feedback?.verdict === "pending" && random.next() < 0.7)
      await tickKeyPoints(learner, { submissionId: stored.submissionId, ticked: stored.feedback.keyPoints!.map((k) => k.id).slice(random.integer(0, 1)) }, context);
  }
}

test("after random interleavings of learners, the state derived from the log equals what was there", async () => {
  const learners = await Promise.all(Array.from({ length: learnerCount }, (_, i) => makeActor(["learner"], i % 2 ? "Asia/Shanghai" : "America/New_York")));
  const assignments = [await makeAssignment(learners, "immediately", 20 * 60), await makeAssignment(learners, "after_due", 12 * 60), await makeAssignment(learners, "never", 30 * 60)];
  let done = 0;
  await Promise.all(
    learners.map(async (learner, index) => {
      const random = seededRandom(index + 1);
      for (let step = 0; step < stepsEach; step++) {
        // after a break of some days cards that were learned come up for review
        const minute = step * (long ? 8 : 50) + (step > stepsEach * 0.7 ? 5 * 24 * 60 : 0);
        if (index === 0 && step % 5 === 0) await openDueFeedback(at(minute).clock);
        await act(learner, random, minute, assignments).then(() => done++, (error: { code?: string }) => {
          if (!error.code) throw error;
        });
      }
    }),
  );
  await openDueFeedback(at(10 * 24 * 60).clock);
  expect(done).toBeGreaterThan(learnerCount * stepsEach * 0.4);

  const lived = await snapshot();
  expect(lived.attempt_grade!.length).toBeGreaterThan(0);
  const { rows: happened } = await pool.query<{ kind: string }>(`select distinct kind from learner_event`);
  expect(happened.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["placement_finished", "topic_skipped", "path_deadline_set"]));
  // the guard is awake: credit flowed, levels rose, reviews were counted by confidence
  const rows = (table: string) => lived[table] as { topic_slug: string; level: number; confidence_answers: number[]; reviews: number }[];
  expect(rows("topic_mastery").some((r) => r.topic_slug === "basis" && r.level > 0)).toBe(true);
  expect(rows("topic_mastery").some((r) => r.level > 1)).toBe(true);
  expect(rows("question_state").some((r) => r.confidence_answers.some((n) => n > 1))).toBe(true);
  expect(rows("daily_activity").some((r) => r.reviews > 0)).toBe(true);
  for (const table of derived) await pool.query(`delete from ${table}`);
  expect(await rebuildAll()).toBeGreaterThanOrEqual(learnerCount);
  expect(await snapshot()).toEqual(lived);
});

test("rebuilding twice changes nothing", async () => {
  const before = await snapshot();
  await rebuildAll();
  expect(await snapshot()).toEqual(before);
});

test("who flies west answers a question on the day before once more: its days stay in order, live as in a rebuild", async () => {
  const learner = await makeActor(["learner"]);
  const version = await getPublishedVersion(versions.single!);
  const answer = (zone: string, instant: string) => {
    const given = hideAnswer(sampleAnswers.single![0]!, disguiseOf(version, 0, instantiateVersion(version, 0)));
    const context = { clock: fixedClock(instant), locale: "en" as Locale };
    return submitAnswer({ ...learner, zone }, { submissionKey: randomUUID(), versionId: version.id, seed: 0, answer: given, confidence: 2, durationMs: 9000 }, context);
  };
  await answer("Asia/Shanghai", "2026-05-01T02:00:00Z");
  await answer("Asia/Shanghai", "2026-05-04T02:00:00Z");
  await answer("America/New_York", "2026-05-04T03:00:00Z");
  await answer("Asia/Shanghai", "2026-05-04T03:10:00Z");
  await answer("America/New_York", "2026-05-08T03:00:00Z");
  // earlier than all others, as a clock that was set right
  await answer("America/New_York", "2026-04-20T12:00:00Z");
  const lived = await snapshot();
  const own = (lived.question_state as { subject_id: string; days: number[]; day_answers: number[]; answers: number }[]).find((row) => row.subject_id === learner.subjectId)!;
  const dates = own.days.map((day) => new Date(day * 86_400_000).toISOString().slice(5, 10));
  expect(dates).toEqual(["04-20", "05-01", "05-03", "05-04", "05-07"]);
  expect(own.day_answers).toEqual([1, 1, 1, 2, 1]);
  await rebuildAll();
  expect(await snapshot()).toEqual(lived);
});
