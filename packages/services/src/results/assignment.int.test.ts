import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { UserActor } from "@tidao/access";
import { inTransaction, pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getAttempt, listAssignments, startAttempt } from "../assignments";
import { createClass, joinClass, updateClass } from "../classes";
import { createSet, updateSet } from "../sets";
import { makeActor, makeBank } from "../testing";
import { after, before, dueAt, during, newAssignment, newSet, opensAt } from "../testing/class-work";
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
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let instructor: UserActor;
let stranger: UserActor;
let setId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeBank();
  instructor = await makeActor(["learner", "instructor"]);
  stranger = await makeActor(["learner", "instructor"]);
  setId = await newSet(instructor);
});
afterAll(() => database.close());

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

  test("twice with one press makes one assignment, and the press of somebody else cannot take it", { repeats: 20 }, async () => {
    const learner = await makeActor();
    const room = await createClass(instructor, { name: "Class" }, before);
    await joinClass(learner, { code: room.joinCode }, before);
    const id = randomUUID();
    const input = {
      id,
      classId: room.id,
      setId,
      title: "Once",
      opensAt,
      dueAt,
      attempts: 1,
      feedback: "never" as const,
      shuffle: true,
    };
    const both = await Promise.all([
      createAssignment(instructor, input, before),
      createAssignment(instructor, input, before),
    ]);
    expect(both.map((made) => [made.id, made.questions])).toEqual([
      [id, 2],
      [id, 2],
    ]);
    expect(await listClassAssignments(instructor, { classId: room.id }, before)).toHaveLength(1);
    // the form keeps its press while its answer is lost: what was changed in it since is not dropped in silence
    const otherSet = await newSet(instructor);
    for (const change of [{ title: "Other" }, { attempts: 3 }, { setId: otherSet }, { dueAt: "2026-03-09T00:00:00.000Z" }])
      await expect(createAssignment(instructor, { ...input, ...change }, before)).rejects.toMatchObject({
        code: "ASSIGNED_BEFORE",
        params: { title: "Once" },
      });
    expect(await listClassAssignments(instructor, { classId: room.id }, before)).toMatchObject([{ title: "Once", attempts: 1 }]);
    const theirs = await createClass(stranger, { name: "Theirs" }, before);
    const theirSet = await newSet(stranger);
    await expect(
      createAssignment(stranger, { ...input, classId: theirs.id, setId: theirSet }, before),
    ).rejects.toMatchObject(notFound);
    const { rows } = await pool.query(
      `select 1 from audit_entry where action = 'assignment.created' and resource_id = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);
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
    const { id: assignmentId, classId } = await newAssignment(instructor, setId, [learner]);
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

describe("two edits at once", () => {
  /** Holds what one edit holds until the other one has had time to read past it. */
  async function whileOpeningMoves<T>(assignmentId: string, to: string, call: () => Promise<T>): Promise<unknown> {
    let second: Promise<T> | null = null;
    await inTransaction(async (connection) => {
      await connection.query(`update assignment set opens_at = $2 where id = $1`, [assignmentId, to]);
      second = call();
      second.catch(() => undefined);
      await setTimeout(300);
    });
    const [settled] = await Promise.allSettled([second!]);
    return settled;
  }

  test("leave no assignment, and no extension, that is due before it opens", async () => {
    const learner = await makeActor();
    const { id: assignmentId } = await newAssignment(instructor, setId, [learner]);
    const refused = { status: "rejected", reason: { code: "DUE_BEFORE_OPEN" } };
    const early = "2026-03-05T00:00:00.000Z";
    const edit = () => updateAssignment(instructor, { assignmentId, dueAt: early }, before);
    expect(await whileOpeningMoves(assignmentId, "2026-03-06T00:00:00Z", edit)).toMatchObject(refused);
    const extend = () => setOverride(instructor, { assignmentId, userId: learner.id, dueAt: "2026-03-07T00:00:00Z", attempts: null, reason: "r" }, before);
    expect(await whileOpeningMoves(assignmentId, "2026-03-07T12:00:00Z", extend)).toMatchObject(refused);
  });
});

describe("another instructor", () => {
  test("finds neither the assignment, nor its results, nor its learners", async () => {
    const learner = await makeActor();
    const { id: assignmentId, classId } = await newAssignment(instructor, setId, [learner]);
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
    const { id: assignmentId } = await newAssignment(instructor, setId, [mine]);
    await newAssignment(instructor, setId, [elsewhere]);
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
    const { id: assignmentId } = await newAssignment(instructor, setId, [ill, other]);
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
    const { id: assignmentId } = await newAssignment(instructor, setId, [learner]);
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

  test("that gives neither time nor attempts is refused, and what was granted before stays", async () => {
    const learner = await makeActor();
    const { id: assignmentId } = await newAssignment(instructor, setId, [learner]);
    const who = { assignmentId, userId: learner.id };
    const nothing = { ...who, dueAt: null, attempts: null, reason: "r" };
    await expect(setOverride(instructor, nothing, during)).rejects.toMatchObject({ code: "EXTENSION_EMPTY" });
    await setOverride(instructor, { ...who, dueAt: null, attempts: 3, reason: "ill" }, during);
    await expect(setOverride(instructor, nothing, during)).rejects.toMatchObject({ code: "EXTENSION_EMPTY" });
    // another class's learner does not exist before anything is said of the extension
    await expect(setOverride(stranger, nothing, during)).rejects.toMatchObject(notFound);
    expect((await getResults(instructor, { assignmentId }, during)).learners).toMatchObject([{ override: { attempts: 3, reason: "ill" } }]);
  });

  test("may not end before the assignment opens, and an assignment may not be due before it opens", async () => {
    const learner = await makeActor();
    const { id: assignmentId } = await newAssignment(instructor, setId, [learner]);
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
