import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock, type Locale } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  finishAttempt,
  getAssignment,
  getAttempt,
  listAssignments,
  startAttempt,
  submitAttemptAnswer,
} from "../assignments";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { createClass, joinClass, updateClass } from "../classes";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { createSet, updateSet } from "../sets";
import { makeActor, makeBank, sampleAnswers } from "../testing";
import {
  createAssignment,
  exportResults,
  getLearnerWork,
  getResults,
  listAssignmentQuestions,
  listClassAssignments,
  removeOverride,
  setOverride,
  updateAssignment,
} from "./index";

process.env.NEXTAUTH_SECRET = "a secret of this test";
const on = (day: string) => ({ clock: fixedClock(`2026-03-${day}T10:00:00Z`), locale: "en" as Locale });
const before = on("01");
const during = on("05");
const after = on("09");
const opensAt = "2026-03-02T00:00:00.000Z";
const dueAt = "2026-03-08T00:00:00.000Z";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let instructor: UserActor;
let stranger: UserActor;
let setId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeBank();
  instructor = await makeActor(["learner", "instructor"]);
  stranger = await makeActor(["learner", "instructor"]);
  setId = (await createSet(instructor, { title: "Two questions" }, before)).id;
  await updateSet(
    instructor,
    {
      setId,
      items: [
        { questionId: "single", points: 3, pin: false },
        { questionId: "cloze", points: 1, pin: true },
      ],
    },
    before,
  );
});
afterAll(() => database.close());

async function newAssignment(
  learners: UserActor[],
  change: { attempts?: number; feedback?: "immediately" | "after_due" | "never" } = {},
) {
  const room = await createClass(instructor, { name: "Class" }, before);
  for (const learner of learners) await joinClass(learner, { code: room.joinCode }, before);
  return createAssignment(
    instructor,
    {
      classId: room.id,
      setId,
      title: "Week 1",
      opensAt,
      dueAt,
      attempts: 1,
      feedback: "after_due",
      shuffle: false,
      ...change,
    },
    before,
  );
}
/** Answers the questions in their order; an answer that is left out is not given. */
async function work(learner: UserActor, assignmentId: string, answers: (number | null)[]): Promise<string> {
  const { attemptId } = await startAttempt(learner, { assignmentId }, during);
  const { items } = await getAttempt(learner, { attemptId }, during);
  for (const [index, which] of answers.entries()) {
    if (which === null) continue;
    const { question, position } = items[index]!;
    const version = await getPublishedVersion(question.versionId);
    const disguise = disguiseOf(version, question.seed, instantiateVersion(version, question.seed));
    const answer = hideAnswer(sampleAnswers[question.questionId]![which]!, disguise);
    await submitAttemptAnswer(
      learner,
      { attemptId, position, answer, submissionKey: randomUUID(), confidence: 3, durationMs: 9000 },
      during,
    );
  }
  return attemptId;
}
const notFound = { code: "NOT_FOUND" };
const archived = { code: "CLASS_ARCHIVED" };

describe("assigning", () => {
  test("copies the set: what is changed in it afterwards changes nothing in the assignment", async () => {
    const learner = await makeActor();
    const own = await createSet(instructor, { title: "Moving" }, before);
    await updateSet(instructor, { setId: own.id, items: [{ questionId: "matching", points: 2, pin: false }] }, before);
    const room = await createClass(instructor, { name: "Class" }, before);
    await joinClass(learner, { code: room.joinCode }, before);
    const made = await createAssignment(
      instructor,
      {
        classId: room.id,
        setId: own.id,
        title: "Fixed",
        opensAt,
        dueAt,
        attempts: 1,
        feedback: "never",
        shuffle: false,
      },
      before,
    );
    await updateSet(
      instructor,
      { setId: own.id, items: [{ questionId: "error", points: 9, pin: false }], archived: true },
      during,
    );
    expect(await getResults(instructor, { assignmentId: made.id }, during)).toMatchObject({
      assignment: { questions: 1, points: 2 },
      items: [{ questionId: "matching", points: 2, pinned: false, kind: "matching", topicTitle: "Sample" }],
    });
    const { attemptId } = await startAttempt(learner, { assignmentId: made.id }, during);
    expect((await getAttempt(learner, { attemptId }, during)).items.map((i) => i.question.questionId)).toEqual([
      "matching",
    ]);
  });

  test("needs a set with questions, a due time after the opening, and a class and a set of one's own", async () => {
    const room = await createClass(instructor, { name: "Class" }, before);
    const empty = await createSet(instructor, { title: "Empty" }, before);
    const input = {
      classId: room.id,
      setId,
      title: "T",
      opensAt,
      dueAt,
      attempts: 1,
      feedback: "never" as const,
      shuffle: true,
    };
    await expect(createAssignment(instructor, { ...input, setId: empty.id }, before)).rejects.toMatchObject({
      code: "SET_EMPTY",
    });
    await expect(createAssignment(instructor, { ...input, dueAt: opensAt }, before)).rejects.toMatchObject({
      code: "DUE_BEFORE_OPEN",
    });
    await expect(createAssignment(stranger, input, before)).rejects.toMatchObject(notFound);
    const theirs = await createClass(stranger, { name: "Theirs" }, before);
    await expect(createAssignment(stranger, { ...input, classId: theirs.id }, before)).rejects.toMatchObject(notFound);
    expect(await listClassAssignments(instructor, { classId: room.id }, before)).toEqual([]);
  });

  test("in an archived class is refused, and so is every change of what was assigned", async () => {
    const learner = await makeActor();
    const { id: assignmentId, classId } = await newAssignment([learner]);
    await updateClass(instructor, { classId, archived: true }, during);
    const input = {
      classId,
      setId,
      title: "T",
      opensAt,
      dueAt,
      attempts: 1,
      feedback: "never" as const,
      shuffle: true,
    };
    const who = { assignmentId, userId: learner.id };
    await expect(createAssignment(instructor, input, during)).rejects.toMatchObject(archived);
    await expect(updateAssignment(instructor, { assignmentId, title: "New" }, during)).rejects.toMatchObject(archived);
    await expect(
      setOverride(instructor, { ...who, dueAt: null, attempts: 2, reason: "ill" }, during),
    ).rejects.toMatchObject(archived);
    await expect(removeOverride(instructor, who, during)).rejects.toMatchObject(archived);
    expect((await getResults(instructor, { assignmentId }, during)).learners).toHaveLength(1);
  });
});

describe("another instructor", () => {
  test("finds neither the assignment, nor its results, nor its learners", async () => {
    const learner = await makeActor();
    const { id: assignmentId, classId } = await newAssignment([learner]);
    const who = { assignmentId, userId: learner.id };
    const tries = [
      () => updateAssignment(stranger, { assignmentId, title: "Mine" }, during),
      () => setOverride(stranger, { ...who, dueAt: null, attempts: 5, reason: "mine" }, during),
      () => removeOverride(stranger, who, during),
      () => getResults(stranger, { assignmentId }, during),
      () => listAssignmentQuestions(stranger, { assignmentId }, during),
      () => getLearnerWork(stranger, who, during),
      () => exportResults(stranger, { assignmentId }, during),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(notFound);
    expect(await listClassAssignments(stranger, { classId }, during)).toEqual([]);
    const { rows } = await pool.query(`select 1 from audit_entry where actor_id = $1 and resource_id = any($2)`, [
      stranger.id,
      [assignmentId, learner.id],
    ]);
    expect(rows).toEqual([]);
  });

  test("cannot reach a learner of theirs through an assignment of another class", async () => {
    const [mine, elsewhere] = [await makeActor(), await makeActor()];
    const { id: assignmentId } = await newAssignment([mine]);
    await newAssignment([elsewhere]);
    const who = { assignmentId, userId: elsewhere.id };
    await expect(getLearnerWork(instructor, who, during)).rejects.toMatchObject(notFound);
    await expect(
      setOverride(instructor, { ...who, dueAt: null, attempts: 2, reason: "r" }, during),
    ).rejects.toMatchObject(notFound);
    await expect(getLearnerWork(instructor, { assignmentId, userId: instructor.id }, during)).rejects.toMatchObject(
      notFound,
    );
  });
});

describe("an extension for one learner", () => {
  const own = async (learner: UserActor, assignmentId: string, context = during) =>
    (await listAssignments(learner, {}, context)).find((a) => a.id === assignmentId)!;

  test("changes only the fields it names, for that learner alone, and can be taken back", async () => {
    const [ill, other] = [await makeActor(), await makeActor()];
    const { id: assignmentId } = await newAssignment([ill, other]);
    const who = { assignmentId, userId: ill.id };

    await setOverride(instructor, { ...who, dueAt: null, attempts: 3, reason: "power cut" }, during);
    expect(await own(ill, assignmentId)).toMatchObject({ dueAt, attempts: 3 });
    expect(await own(other, assignmentId)).toMatchObject({ dueAt, attempts: 1 });

    await setOverride(instructor, { ...who, dueAt: "2026-03-12T00:00:00.000Z", attempts: null, reason: "ill" }, during);
    expect(await own(ill, assignmentId)).toMatchObject({ dueAt: "2026-03-12T00:00:00.000Z", attempts: 1 });
    await updateAssignment(instructor, { assignmentId, attempts: 2 }, during);
    expect(await own(ill, assignmentId)).toMatchObject({ attempts: 2 });

    const row = (await getResults(instructor, { assignmentId }, during)).learners.find((l) => l.userId === ill.id);
    expect(row).toMatchObject({
      dueAt: "2026-03-12T00:00:00.000Z",
      attempts: 2,
      override: { dueAt: "2026-03-12T00:00:00.000Z", attempts: null, reason: "ill" },
    });
    expect((await own(ill, assignmentId, after)).state).toBe("open");
    expect((await own(other, assignmentId, after)).state).toBe("closed");

    await removeOverride(instructor, who, during);
    expect(await own(ill, assignmentId)).toMatchObject({ dueAt, attempts: 2 });
  });

  test("keeps its reason beside the audit trail, where it can be erased", async () => {
    const learner = await makeActor();
    const { id: assignmentId } = await newAssignment([learner]);
    await setOverride(
      instructor,
      { assignmentId, userId: learner.id, dueAt: null, attempts: 2, reason: "a broken arm" },
      during,
    );
    const { rows } = await pool.query<{ detail: object; value: string }>(
      `select e.detail, p.value from audit_entry e join audit_personal p on p.audit_id = e.id where e.action = 'assignment.overridden' and e.resource_id = $1`,
      [assignmentId],
    );
    expect(rows).toMatchObject([{ value: "a broken arm", detail: { userId: learner.id, dueAt: null, attempts: 2 } }]);
    expect(JSON.stringify(rows[0]!.detail)).not.toContain("broken");
  });

  test("may not end before the assignment opens, and an assignment may not be due before it opens", async () => {
    const learner = await makeActor();
    const { id: assignmentId } = await newAssignment([learner]);
    const early = { code: "DUE_BEFORE_OPEN" };
    await expect(
      setOverride(
        instructor,
        { assignmentId, userId: learner.id, dueAt: opensAt, attempts: null, reason: "r" },
        during,
      ),
    ).rejects.toMatchObject(early);
    await expect(updateAssignment(instructor, { assignmentId, dueAt: opensAt }, during)).rejects.toMatchObject(early);
    await expect(
      updateAssignment(instructor, { assignmentId, opensAt: "2026-04-01T00:00:00Z" }, during),
    ).rejects.toMatchObject(early);
  });
});

describe("results", () => {
  test("show who has not started, who is under way and who handed in, with each answer's share", async () => {
    const [absent, busy, done] = [await makeActor(), await makeActor(), await makeActor()];
    const { id: assignmentId } = await newAssignment([absent, busy, done]);
    await work(busy, assignmentId, [1]);
    await finishAttempt(done, { attemptId: await work(done, assignmentId, [0, 0]) }, during);
    const { assignment, items, learners } = await getResults(instructor, { assignmentId }, during);
    expect(assignment).toMatchObject({ learners: 3, started: 2, finished: 1, points: 4 });
    const of = (learner: UserActor) => learners.find((l) => l.userId === learner.id);
    expect(of(absent)).toMatchObject({ state: "not-started", points: null, cells: [null, null] });
    expect(of(busy)).toMatchObject({
      state: "under-way",
      points: 0,
      answered: 1,
      cells: [{ share: 0, verdict: "wrong" }, null],
    });
    expect(of(done)).toMatchObject({
      state: "finished",
      points: 4,
      answered: 2,
      cells: [
        { share: 1, verdict: "right" },
        { share: 1, verdict: "right" },
      ],
    });
    expect(items).toMatchObject([
      { meanShare: 0.5, answers: 2 },
      { meanShare: 1, answers: 1 },
    ]);
    expect(
      (await listAssignmentQuestions(instructor, { assignmentId }, during)).map((q) => q.question.questionId),
    ).toEqual(["single", "cloze"]);
  });

  test("count the best attempt", async () => {
    const learner = await makeActor();
    const { id: assignmentId } = await newAssignment([learner], { attempts: 2 });
    await finishAttempt(learner, { attemptId: await work(learner, assignmentId, [0, 1]) }, during);
    await finishAttempt(learner, { attemptId: await work(learner, assignmentId, [1, 0]) }, during);
    expect((await getResults(instructor, { assignmentId }, during)).learners).toMatchObject([
      { attemptsStarted: 2, points: 3 },
    ]);
  });

  test("of a learner show each attempt as it was asked, and the look is written into the audit trail", async () => {
    const learner = await makeActor();
    const { id: assignmentId } = await newAssignment([learner], { attempts: 2 });
    const attemptId = await work(learner, assignmentId, [1, null]);
    const asked = (await getAttempt(learner, { attemptId }, during)).items;
    await finishAttempt(learner, { attemptId }, during);
    const found = await getLearnerWork(instructor, { assignmentId, userId: learner.id }, during);
    expect(found.attempts).toMatchObject([
      {
        number: 1,
        points: 0,
        maxPoints: 4,
        answered: 1,
        items: [{ feedback: { verdict: "wrong" } }, { answer: null, feedback: null, submittedAt: null }],
      },
    ]);
    expect(found.attempts[0]!.items.map((i) => [i.shown, i.answer])).toEqual(
      asked.map((i) => [i.question.shown, i.answer]),
    );
    const { rows } = await pool.query(
      `select actor_id, detail from audit_entry where action = 'learner.viewed' and resource_kind = 'user' and resource_id = $1`,
      [learner.id],
    );
    expect(rows).toEqual([{ actor_id: instructor.id, detail: { assignmentId } }]);
    // what the instructor sees opens nothing to the learner
    expect((await getAssignment(learner, { assignmentId }, during)).attempts).toMatchObject([{ points: null }]);
  });

  test("lead from one learner to the next in the order of the class", async () => {
    const learners = [await makeActor(), await makeActor(), await makeActor()];
    const { id: assignmentId } = await newAssignment(learners);
    const order = (await getResults(instructor, { assignmentId }, during)).learners.map((l) => l.userId);
    const { neighbours } = await getLearnerWork(instructor, { assignmentId, userId: order[1]! }, during);
    expect(neighbours).toEqual({ previous: order[0], next: order[2] });
  });

  test("as a file keep Chinese names and titles, disarm formulas, and are noted in the audit trail", async () => {
    const [lin, evil] = [await makeActor(), await makeActor()];
    await pool.query(`update "user" set name = '林学，一班' where id = $1`, [lin.id]);
    await pool.query(`update "user" set name = '=cmd|"/c calc"!A1' where id = $1`, [evil.id]);
    const { id: assignmentId } = await newAssignment([lin, evil]);
    await updateAssignment(instructor, { assignmentId, title: "第一周 / 记忆：显存" }, during);
    await finishAttempt(lin, { attemptId: await work(lin, assignmentId, [0, 1]) }, during);
    const { fileName, csv } = await exportResults(instructor, { assignmentId }, during);
    expect(fileName).toBe("第一周-记忆-显存.csv");
    expect(csv.startsWith("\uFEFFname,email,state,")).toBe(true);
    const lines = csv.trimEnd().split("\r\n");
    expect(lines[0]!.endsWith(",single,cloze")).toBe(true);
    expect(lines).toHaveLength(3);
    expect(lines.find((line) => line.startsWith("林学，一班,"))).toContain(",finished,1,2,0,3,4,");
    expect(lines.some((line) => line.startsWith(`"'=cmd|""/c calc""!A1",`))).toBe(true);
    const { rows } = await pool.query(
      `select detail from audit_entry where action = 'results.exported' and resource_id = $1`,
      [assignmentId],
    );
    expect(rows).toEqual([{ detail: { learners: 2 } }]);
  });

  test("of an archived assignment stay readable, and it is gone for its learners until it is brought back", async () => {
    const learner = await makeActor();
    const { id: assignmentId, classId } = await newAssignment([learner]);
    await updateAssignment(instructor, { assignmentId, archived: true }, during);
    expect(await listAssignments(learner, {}, during)).toEqual([]);
    expect(await listClassAssignments(instructor, { classId }, during)).toMatchObject([
      { id: assignmentId, archived: true },
    ]);
    expect((await getResults(instructor, { assignmentId }, during)).learners).toHaveLength(1);
    await updateAssignment(instructor, { assignmentId, archived: false }, during);
    expect(await listAssignments(learner, {}, during)).toHaveLength(1);
  });
});
