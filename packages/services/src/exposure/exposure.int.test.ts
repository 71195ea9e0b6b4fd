import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock, type Locale } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getOverview } from "../analytics";
import { finishAttempt, getAssignment, getAttempt, startAttempt, submitAttemptAnswer } from "../assignments";
import { openDueFeedback } from "../assignments/open-due-feedback";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { listTopics } from "../course";
import { getHome } from "../home";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { getNextQuestion } from "../practice/get-next-question";
import { getSubmission } from "../practice/get-submission";
import { submitAnswer } from "../practice/submit-answer";
import { takeHint } from "../practice/take-hint";
import { makeActor, makeBank, sampleAnswers } from "../testing";
import { rowsRead } from "../testing/rows-read";
import { listWithheldQuestionIds } from "./graded-use.repo";

process.env.NEXTAUTH_SECRET = "a secret of this test";
const on = (day: number) => ({ clock: fixedClock(`2026-03-${String(day).padStart(2, "0")}T10:00:00Z`), locale: "en" as Locale });
const [beforeOpening, during, afterDue] = [on(1), on(5), on(9)];
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

/** An assignment of the single-choice question, open from the 2nd to the 8th. */
async function assign(feedback = "after_due", attempts = 1): Promise<string> {
  const teacher = await makeActor(["instructor"]);
  const [classId, id] = [randomUUID(), randomUUID()];
  await pool.query(`insert into class (id, name, owner_id, join_code) values ($1, 'c', $2, $3)`, [classId, teacher.id, classId]);
  await pool.query(`insert into class_member (class_id, user_id, role) values ($1, $2, 'learner')`, [classId, learner.id]);
  await pool.query(
    `insert into assignment (id, class_id, title, opens_at, due_at, attempts, feedback, created_by)
     values ($1, $2, 't', '2026-03-02T00:00:00Z', '2026-03-08T00:00:00Z', $4, $5::"FeedbackRelease", $3)`,
    [id, classId, teacher.id, attempts, feedback],
  );
  await pool.query(`insert into assignment_item (assignment_id, position, question_id) values ($1, 1, 'single')`, [id]);
  return id;
}
async function answer(question: string, seed = 3) {
  const version = await getPublishedVersion(versions[question]!);
  const hidden = hideAnswer(sampleAnswers[question]![0]!, disguiseOf(version, seed, instantiateVersion(version, seed)));
  return { submissionKey: randomUUID(), versionId: version.id, seed, answer: hidden, confidence: 3, durationMs: 9000 };
}
async function doAttempt(assignmentId: string, finish = true): Promise<string> {
  const { attemptId } = await startAttempt(learner, { assignmentId }, during);
  const { items } = await getAttempt(learner, { attemptId }, during);
  const { versionId: _v, seed: _s, ...given } = await answer("single", items[0]!.question.seed);
  await submitAttemptAnswer(learner, { ...given, attemptId, position: 1 }, during);
  if (finish) await finishAttempt(learner, { attemptId }, during);
  return attemptId;
}

describe("while an assignment is open to a learner, its question", () => {
  beforeEach(() => assign());
  test("is not offered in practice", async () => {
    const asked = await getNextQuestion(learner, { question: "single", except: [], dueOnly: false }, during);
    expect(asked.question).toBeNull();
    expect((await getNextQuestion(learner, { question: "single", except: [], dueOnly: false }, beforeOpening)).question).not.toBeNull();
  });
  test("cannot be answered in practice, nor a hint of it taken", async () => {
    await expect(submitAnswer(learner, await answer("single"), during)).rejects.toMatchObject({ code: "QUESTION_WITHHELD" });
    await expect(takeHint(learner, { versionId: versions.single!, seed: 3, index: 0 }, during)).rejects.toMatchObject({ code: "QUESTION_WITHHELD" });
  });
  test("takes back the feedback of an answer given before it opened, also for a repeated press", async () => {
    const input = await answer("single");
    const { submissionId } = await submitAnswer(learner, input, beforeOpening);
    expect((await getSubmission(learner, { submissionId }, during)).submission.feedback).toBeNull();
    expect((await submitAnswer(learner, input, during)).feedback).toBeNull();
    expect((await getSubmission(learner, { submissionId }, afterDue)).submission.feedback).not.toBeNull();
  });
  test("is not counted as due", async () => {
    await submitAnswer(learner, await answer("single"), beforeOpening);
    const dueOn = async (context: typeof during) => (await listTopics(learner, {}, context))[0]!.due;
    expect([await dueOn(during), await dueOn(afterDue)]).toEqual([0, 1]);
  });
  test("is not what home says comes next for review", async () => {
    await submitAnswer(learner, await answer("single"), beforeOpening);
    await pool.query(`update review_card set due = $2 where subject_id = $1`, [learner.subjectId, afterDue.clock.now()]);
    expect((await getHome(learner, {}, beforeOpening)).nextReviewAt).toBe(afterDue.clock.now().toISOString());
    expect((await getHome(learner, {}, during)).nextReviewAt).toBeNull();
  });
  test("stays withheld when they leave the class or are taken out of it, until it is due: the code lets them back in", async () => {
    await pool.query(`update class_member set left_at = $2 where user_id = $1`, [learner.id, during.clock.now()]);
    await expect(submitAnswer(learner, await answer("single"), during)).rejects.toMatchObject({ code: "QUESTION_WITHHELD" });
    expect((await submitAnswer(learner, await answer("single"), afterDue)).feedback?.verdict).toBe("right");
  });
  test("stays withheld when the instructor archives the assignment, until it is due: it can be brought back", async () => {
    await pool.query(`update assignment set archived_at = $2 where class_id in (select class_id from class_member where user_id = $1)`, [learner.id, during.clock.now()]);
    await expect(submitAnswer(learner, await answer("single"), during)).rejects.toMatchObject({ code: "QUESTION_WITHHELD" });
    expect((await submitAnswer(learner, await answer("single"), afterDue)).feedback?.verdict).toBe("right");
  });
  test("is free for a learner who left before it opened", async () => {
    await pool.query(`update class_member set left_at = $2 where user_id = $1`, [learner.id, beforeOpening.clock.now()]);
    expect((await submitAnswer(learner, await answer("single"), during)).feedback?.verdict).toBe("right");
  });
  test("stays withheld after it was handed in, as its feedback does, until it is due", async () => {
    const { rows } = await pool.query<{ id: string }>(`select a.id from assignment a join class_member m using (class_id) where m.user_id = $1`, [learner.id]);
    await doAttempt(rows[0]!.id);
    await expect(submitAnswer(learner, await answer("single"), during)).rejects.toMatchObject({ code: "QUESTION_WITHHELD" });
    expect((await submitAnswer(learner, await answer("single"), afterDue)).feedback?.verdict).toBe("right");
  });
  test("stays free for a learner who is not in the class", async () => {
    const stranger = await makeActor();
    expect((await submitAnswer(stranger, await answer("single"), during)).feedback?.verdict).toBe("right");
  });
});

describe("what was assigned to a learner's classes before and is over", () => {
  test("is not read with each question, however much it is, but for what is extended for them", async () => {
    const assignmentId = await assign();
    await pool.query(
      `insert into assignment (class_id, title, opens_at, due_at, created_by) select class_id, 'past', opens_at - n * interval '1 week', due_at - n * interval '1 week', created_by
       from assignment, generate_series(1, 500) n where id = $1`,
      [assignmentId],
    );
    const read = () => rowsRead("assignment", (connection) => listWithheldQuestionIds(learner, during.clock.now(), connection));
    expect(await read()).toBe(1);
    expect(await listWithheldQuestionIds(learner, afterDue.clock.now())).toEqual([]);
    await pool.query(`insert into assignment_override (assignment_id, user_id, due_at, reason) values ($1, $2, '2026-03-12T00:00:00Z', 'ill')`, [assignmentId, learner.id]);
    expect(await listWithheldQuestionIds(learner, afterDue.clock.now())).toEqual(["single"]);
    await pool.query(`update assignment_override set due_at = '2026-03-04T00:00:00Z' where assignment_id = $1`, [assignmentId]);
    expect(await listWithheldQuestionIds(learner, during.clock.now())).toEqual([]);
  });
});

describe("an attempt under way", () => {
  test("can be finished when the instructor lowers the attempts, and its question stays withheld until then", async () => {
    const assignmentId = await assign("immediately", 2);
    const first = await doAttempt(assignmentId);
    const second = await doAttempt(assignmentId, false);
    await pool.query(`update assignment set attempts = 1 where id = $1`, [assignmentId]);
    await openDueFeedback(during.clock);
    await expect(submitAnswer(learner, await answer("single"), during)).rejects.toMatchObject({ code: "QUESTION_WITHHELD" });
    expect((await getAttempt(learner, { attemptId: first }, during)).items[0]!.submission!.feedback).toBeNull();
    expect((await getAssignment(learner, { assignmentId }, during)).assignment).toMatchObject({ state: "open", attempts: 2, attemptsStarted: 2 });
    const { versionId: _v, seed: _s, ...given } = await answer("single", (await getAttempt(learner, { attemptId: second }, during)).items[0]!.question.seed);
    await submitAttemptAnswer(learner, { ...given, attemptId: second, position: 1 }, during);
    await finishAttempt(learner, { attemptId: second }, during);
    await expect(startAttempt(learner, { assignmentId }, during)).rejects.toMatchObject({ code: "ATTEMPTS_USED_UP" });
    expect((await getAttempt(learner, { attemptId: second }, during)).items[0]!.submission!.feedback?.verdict).toBe("right");
  });
  test("is over once its feedback opened: more time alone reopens nothing, one attempt more does", async () => {
    const assignmentId = await assign();
    const attemptId = await doAttempt(assignmentId, false);
    await openDueFeedback(afterDue.clock);
    await pool.query(`insert into assignment_override (assignment_id, user_id, due_at, reason, created_by) values ($1, $2, '2026-03-12T00:00:00Z', 'ill', $2)`, [assignmentId, learner.id]);
    expect((await getAssignment(learner, { assignmentId }, afterDue)).assignment).toMatchObject({ state: "done", underWay: false, attemptsFinished: 0 });
    expect((await getAttempt(learner, { attemptId }, afterDue)).open).toBe(false);
    await expect(startAttempt(learner, { assignmentId }, afterDue)).rejects.toMatchObject({ code: "ATTEMPTS_USED_UP" });
    await pool.query(`update assignment_override set attempts = 2 where assignment_id = $1`, [assignmentId]);
    const { attemptId: second } = await startAttempt(learner, { assignmentId }, afterDue);
    expect(second).not.toBe(attemptId);
    expect((await getAttempt(learner, { attemptId: second }, afterDue)).open).toBe(true);
    expect((await getAssignment(learner, { assignmentId }, afterDue)).assignment).toMatchObject({ state: "open", underWay: true });
    await expect(submitAnswer(learner, await answer("single"), afterDue)).rejects.toMatchObject({ code: "QUESTION_WITHHELD" });
  });
  test("keeps its question withheld when the opening time is moved to later, also from who leaves the class then", async () => {
    const assignmentId = await assign();
    const attemptId = await doAttempt(assignmentId, false);
    await pool.query(`update assignment set opens_at = '2026-03-07T00:00:00Z' where id = $1`, [assignmentId]);
    await expect(submitAnswer(learner, await answer("single"), during)).rejects.toMatchObject({ code: "QUESTION_WITHHELD" });
    expect((await getAttempt(learner, { attemptId }, during)).open).toBe(false);
    await pool.query(`update class_member set left_at = $2 where user_id = $1`, [learner.id, during.clock.now()]);
    await expect(submitAnswer(learner, await answer("single"), during)).rejects.toMatchObject({ code: "QUESTION_WITHHELD" });
    const stranger = await makeActor();
    expect((await submitAnswer(stranger, await answer("single"), during)).feedback?.verdict).toBe("right");
  });
});

describe("an answer in an assignment", () => {
  const visible = async (context: typeof during) => ({
    overview: await getOverview(learner, { q: "" }, context),
    week: (await getHome(learner, {}, context)).week,
    topics: await listTopics(learner, {}, context),
  });
  test("moves nothing that the learner can see until feedback opens, then everything", async () => {
    const assignmentId = await assign();
    const before = await visible(during);
    const attemptId = await doAttempt(assignmentId);
    const after = await visible(during);
    expect(after.overview.totals).toEqual(before.overview.totals);
    expect(after.week).toEqual(before.week);
    expect(after.topics).toEqual(before.topics);
    const shown = await getAttempt(learner, { attemptId }, during);
    expect([shown.feedbackOpen, shown.attempt.points, shown.items[0]!.submission!.feedback]).toEqual([false, null, null]);

    await openDueFeedback(afterDue.clock);
    expect((await visible(afterDue)).overview.totals.answers).toBe(before.overview.totals.answers + 1);
    const open = await getAttempt(learner, { attemptId }, afterDue);
    expect([open.attempt.points, open.items[0]!.submission!.feedback?.verdict]).toEqual([1, "right"]);
  });
  test("counts when feedback opens, also where it cannot be opened for somebody else, which is heard of", async () => {
    const attempts: { of: UserActor; attemptId: string }[] = [];
    for (const of of [await makeActor(), await makeActor()]) {
      learner = of;
      attempts.push({ of, attemptId: await doAttempt(await assign()) });
    }
    const [first, second] = attempts.toSorted((a, b) => (a.attemptId < b.attemptId ? -1 : 1)) as [(typeof attempts)[0], (typeof attempts)[0]];
    const live = (zone: string) => pool.query(`update "user" set zone = $2 where id = $1`, [first.of.id, zone]);
    const counted = async ({ of }: typeof first) => (await getOverview(of, { q: "" }, afterDue)).totals.answers;
    await live("Mars/Olympus");
    await expect(openDueFeedback(afterDue.clock)).rejects.toThrow(/^1 failed/);
    expect([await counted(first), await counted(second)]).toEqual([0, 1]);
    await live("UTC");
    await openDueFeedback(afterDue.clock);
    expect(await counted(first)).toBe(1);
  });
  test("with feedback \"immediately\" opens when the last attempt is handed in, not between two", async () => {
    const assignmentId = await assign("immediately", 2);
    const first = await doAttempt(assignmentId);
    expect((await getAttempt(learner, { attemptId: first }, during)).items[0]!.submission!.feedback).toBeNull();
    const second = await doAttempt(assignmentId);
    for (const attemptId of [first, second])
      expect((await getAttempt(learner, { attemptId }, during)).items[0]!.submission!.feedback?.verdict).toBe("right");
    expect((await getOverview(learner, { q: "" }, during)).totals.answers).toBe(2);
  });
  test("moves nothing while another open assignment asks the same: whether it was right would show in one's figures", async () => {
    const [first, second] = [await assign("immediately"), await assign("immediately")];
    const before = await visible(during);
    await doAttempt(first);
    await openDueFeedback(during.clock);
    expect(await visible(during)).toEqual(before);
    // and the page of the first says so
    const page = async () => (({ held, attempts }) => [held, attempts[0]!.points])(await getAssignment(learner, { assignmentId: first }, during));
    expect(await page()).toEqual([true, null]);
    expect(await getAssignment(learner, { assignmentId: second }, during)).toMatchObject({ held: false });
    // the second is over with being handed in, and the first waits no longer
    await doAttempt(second);
    await openDueFeedback(during.clock);
    expect((await visible(during)).overview.totals.answers).toBe(before.overview.totals.answers + 2);
    expect(await page()).toEqual([false, expect.any(Number)]);
  });
  test("moves nothing after its due time either while another is open, and everything when that one is due", async () => {
    const [first, second] = [await assign(), await assign()];
    await doAttempt(first);
    await pool.query(`update assignment set due_at = '2026-03-12T00:00:00Z' where id = $1`, [second]);
    await openDueFeedback(afterDue.clock);
    expect((await visible(afterDue)).overview.totals.answers).toBe(0);
    await openDueFeedback(on(13).clock);
    expect((await visible(on(13))).overview.totals.answers).toBe(1);
  });
  test("with feedback \"never\" stays closed after the due time", async () => {
    const assignmentId = await assign("never");
    const attemptId = await doAttempt(assignmentId);
    await openDueFeedback(afterDue.clock);
    expect((await getAttempt(learner, { attemptId }, afterDue)).items[0]!.submission!.feedback).toBeNull();
    expect((await getAssignment(learner, { assignmentId }, afterDue)).attempts[0]!.points).toBeNull();
    // the single submission behind it must not tell either
    const { rows } = await pool.query<{ id: string }>(`select id from submission where attempt_id = $1`, [attemptId]);
    expect((await getSubmission(learner, { submissionId: rows[0]!.id }, afterDue)).submission.feedback).toBeNull();
  });
  test("is refused after it was handed in, and after the due time", async () => {
    const assignmentId = await assign("after_due", 1);
    const attemptId = await doAttempt(assignmentId, false);
    const { versionId: _v, seed: _s, ...given } = await answer("single");
    await expect(submitAttemptAnswer(learner, { ...given, attemptId, position: 1 }, afterDue)).rejects.toMatchObject({ code: "ASSIGNMENT_CLOSED" });
    await expect(finishAttempt(learner, { attemptId }, afterDue)).rejects.toMatchObject({ code: "ASSIGNMENT_CLOSED" });
    expect((await getAttempt(learner, { attemptId }, afterDue)).attempt.finishedAt).toBeNull();
    await finishAttempt(learner, { attemptId }, during);
    expect(await finishAttempt(learner, { attemptId }, afterDue)).toBeNull();
    await expect(submitAttemptAnswer(learner, { ...given, attemptId, position: 1 }, during)).rejects.toMatchObject({ code: "ATTEMPT_FINISHED" });
    await expect(startAttempt(learner, { assignmentId }, during)).rejects.toMatchObject({ code: "ATTEMPTS_USED_UP" });
    await expect(startAttempt(learner, { assignmentId: await assign() }, beforeOpening)).rejects.toMatchObject({ code: "ASSIGNMENT_NOT_OPEN" });
  });
  test("of another learner does not exist", async () => {
    const attemptId = await doAttempt(await assign());
    const stranger = await makeActor();
    await expect(getAttempt(stranger, { attemptId }, during)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(finishAttempt(stranger, { attemptId }, during)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
