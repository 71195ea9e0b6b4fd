import type { UserActor } from "@tidao/access";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { finishAttempt, getAssignment, getAttempt, listAssignments, startAttempt } from "../assignments";
import { tickKeyPoints } from "../practice/tick-key-points";
import { removeMember } from "../classes";
import { createSet, updateSet } from "../sets";
import { makeActor, makeBank } from "../testing";
import { after, answerAll, before, during, newAssignment, newSet } from "../testing/class-work";
import {
  exportResults,
  getLearnerWork,
  getResults,
  listAssignmentQuestions,
  listClassAssignments,
  setOverride,
  updateAssignment,
} from "./index";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let instructor: UserActor;
let setId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeBank();
  instructor = await makeActor(["learner", "instructor"]);
  setId = await newSet(instructor);
});
afterAll(() => database.close());

describe("results", () => {
  test("are told in a learner's list as its own page tells them: the best attempt, not before, and not while another open assignment asks the same", async () => {
    const [learner, idle] = [await makeActor(), await makeActor()];
    const { id: assignmentId } = await newAssignment(instructor, setId, [learner, idle], { attempts: 2, feedback: "immediately" });
    const listed = async (who: UserActor, context: typeof during) => (await listAssignments(who, {}, context)).find(({ id }) => id === assignmentId)?.points;
    await finishAttempt(learner, { attemptId: await answerAll(learner, assignmentId, [0, 0]) }, during);
    expect(await listed(learner, during)).toBeNull();
    await finishAttempt(learner, { attemptId: await answerAll(learner, assignmentId, [1, 0]) }, during);
    expect(await listed(learner, during)).toEqual({ points: 4, max: 4 });
    expect(await listed(idle, after)).toBeNull();
    const { id: other } = await newAssignment(instructor, setId, [learner]);
    expect(await listed(learner, during)).toBeNull();
    expect((await getAssignment(learner, { assignmentId }, during)).attempts.map(({ points }) => points)).toEqual([null, null]);
    expect(await listed(learner, after)).toEqual({ points: 4, max: 4 });
    // begun and never handed in: told after the due time, as on the page
    await answerAll(learner, other, [0]);
    const [late] = (await listAssignments(learner, {}, after)).filter(({ id }) => id === other);
    expect(late?.points).toEqual({ points: 3, max: 4 });
  });
  test("say of who started and never handed in that they did not, once their own time has passed, in the file as well", async () => {
    const [late, extended] = [await makeActor(), await makeActor()];
    const { id: assignmentId } = await newAssignment(instructor, setId, [late, extended]);
    for (const learner of [late, extended]) await answerAll(learner, assignmentId, [0]);
    await setOverride(instructor, { assignmentId, userId: extended.id, dueAt: "2026-03-20T00:00:00.000Z", attempts: null, reason: "ill" }, during);
    const states = async (context: typeof during) =>
      new Map((await getResults(instructor, { assignmentId }, context)).learners.map(({ userId, state }) => [userId, state]));
    expect([...(await states(during)).values()]).toEqual(["under-way", "under-way"]);
    expect(await states(after)).toEqual(new Map([[late.id, "not-handed-in"], [extended.id, "under-way"]]));
    expect((await exportResults(instructor, { assignmentId }, after)).csv).toContain(`${late.email},not-handed-in,`);
  });
  test("show who has not started, who is under way and who handed in, with each answer's share", async () => {
    const [absent, busy, done] = [await makeActor(), await makeActor(), await makeActor()];
    const { id: assignmentId } = await newAssignment(instructor, setId, [absent, busy, done]);
    await answerAll(busy, assignmentId, [1]);
    await finishAttempt(done, { attemptId: await answerAll(done, assignmentId, [0, 0]) }, during);
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

  test("tell who may have seen the key, whom one more attempt would ask the same again", async () => {
    const [done, absent, slow] = [await makeActor(), await makeActor(), await makeActor()];
    const { id: assignmentId } = await newAssignment(instructor, setId, [done, absent, slow], { feedback: "immediately" });
    await answerAll(slow, assignmentId, [1]);
    const attemptId = await answerAll(done, assignmentId, [0, 0]);
    const saw = async (context = during) => {
      const { learners } = await getResults(instructor, { assignmentId }, context);
      return [done, absent, slow].map((one) => learners.find((l) => l.userId === one.id)?.sawFeedback);
    };
    expect(await saw()).toEqual([false, false, false]);
    await finishAttempt(done, { attemptId }, during);
    expect(await saw()).toEqual([true, false, false]);
    await updateAssignment(instructor, { assignmentId, attempts: 2 }, during);
    expect(await saw()).toEqual([true, false, false]);
    expect(await saw(after)).toEqual([true, false, true]);
  });

  test("count the best attempt", async () => {
    const learner = await makeActor();
    const { id: assignmentId } = await newAssignment(instructor, setId, [learner], { attempts: 2 });
    await finishAttempt(learner, { attemptId: await answerAll(learner, assignmentId, [0, 1]) }, during);
    await finishAttempt(learner, { attemptId: await answerAll(learner, assignmentId, [1, 0]) }, during);
    expect((await getResults(instructor, { assignmentId }, during)).learners).toMatchObject([
      { attemptsStarted: 2, points: 3 },
    ]);
  });

  test("do not move with the ticks that a learner sets on an own short answer once the key is shown", async () => {
    const learner = await makeActor();
    const { id: own } = await createSet(instructor, { title: "Short" }, before);
    await updateSet(instructor, { setId: own, items: [{ questionId: "short", points: 2, pin: false }] }, before);
    const { id: assignmentId } = await newAssignment(instructor, own, [learner], { feedback: "immediately" });
    const attemptId = await answerAll(learner, assignmentId, [1]);
    await finishAttempt(learner, { attemptId }, during);
    const results = async () => (await getResults(instructor, { assignmentId }, during)).learners[0]!;
    const asHandedIn = await results();
    expect(asHandedIn).toMatchObject({ pending: 1, cells: [{ verdict: "pending" }] });
    const { submission } = (await getAttempt(learner, { attemptId }, during)).items[0]!;
    const { submissionId, feedback } = submission!;
    const settled = await tickKeyPoints(
      learner,
      { submissionId, ticked: feedback!.keyPoints!.map(({ id }) => id) },
      during,
    );
    expect(settled.feedback?.verdict).toBe("right");
    expect(await results()).toEqual(asHandedIn);
    const { attempts } = await getLearnerWork(instructor, { assignmentId, userId: learner.id }, during);
    expect(attempts[0]).toMatchObject({ pending: 1, points: 1, items: [{ feedback: { verdict: "pending" } }] });
  });

  test("say the same of who handed in wherever they stand: a second attempt under way and a learner who left change nothing", async () => {
    const [again, empty, gone] = [await makeActor(), await makeActor(), await makeActor()];
    const { id: assignmentId, classId } = await newAssignment(instructor, setId, [again, empty, gone], { attempts: 2 });
    for (const [learner, answers] of [
      [again, [1, null]],
      [empty, []],
      [gone, [0, 0]],
    ] as const)
      await finishAttempt(learner, { attemptId: await answerAll(learner, assignmentId, answers) }, during);
    await answerAll(again, assignmentId, [0, null]);
    await removeMember(instructor, { classId, userId: gone.id }, during);
    const { assignment, learners } = await getResults(instructor, { assignmentId }, during);
    expect(learners.map(({ state, points }) => [state, points]).toSorted()).toEqual([
      ["finished", 0],
      ["finished", 3],
    ]);
    expect(assignment).toMatchObject({ learners: 2, started: 2, finished: 2 });
    expect(await listClassAssignments(instructor, { classId }, during)).toEqual([assignment]);
    const ofWhoLeft = { assignmentId, userId: gone.id };
    await expect(getLearnerWork(instructor, ofWhoLeft, during)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const more = { ...ofWhoLeft, dueAt: null, attempts: 3, reason: "ill" };
    await expect(setOverride(instructor, more, during)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { csv } = await exportResults(instructor, { assignmentId }, during);
    expect(csv.match(/,finished,/g)).toHaveLength(2);
    expect((await getAssignment(empty, { assignmentId }, after)).attempts).toMatchObject([{ points: 0 }]);
    for (const learner of [again, empty]) await removeMember(instructor, { classId, userId: learner.id }, during);
    expect(await listClassAssignments(instructor, { classId }, during)).toEqual([
      { ...assignment, learners: 0, started: 0, finished: 0 },
    ]);
  });

  test("count for a learner what was asked of them: a question retired before they started is not, and none left is no attempt", async () => {
    const learner = await makeActor();
    const { id: own } = await createSet(instructor, { title: "Two" }, before);
    const items = ["ordering", "single"].map((questionId) => ({ questionId, points: 3, pin: false }));
    await updateSet(instructor, { setId: own, items }, before);
    const { id: assignmentId } = await newAssignment(instructor, own, [learner], { attempts: 2 });
    const retire = (id: string) =>
      pool.query(`update question set published_version_id = null where id = $1 returning id`, [id]);
    const { rows } = await pool.query(`select id, published_version_id as version from question where id = any($1)`, [
      ["ordering", "single"],
    ]);
    await retire("ordering");
    await finishAttempt(learner, { attemptId: await answerAll(learner, assignmentId, [0]) }, during);
    expect(await getResults(instructor, { assignmentId }, during)).toMatchObject({
      assignment: { points: 6 },
      learners: [{ points: 3, maxPoints: 3 }],
    });
    expect((await exportResults(instructor, { assignmentId }, during)).csv).toContain(",finished,1,1,0,3,3,");
    await retire("single");
    await expect(startAttempt(learner, { assignmentId }, during)).rejects.toMatchObject({ code: "ASSIGNMENT_EMPTY" });
    for (const { id, version } of rows)
      await pool.query(`update question set published_version_id = $2 where id = $1`, [id, version]);
  });

  test("have a number for who started and let the time pass", async () => {
    const learner = await makeActor();
    const { id: assignmentId } = await newAssignment(instructor, setId, [learner]);
    await answerAll(learner, assignmentId, []);
    const points = async (context: typeof during) =>
      (await getResults(instructor, { assignmentId }, context)).learners[0]!.points;
    expect([await points(during), await points(after)]).toEqual([null, 0]);
  });

  test("of a learner show each attempt as it was asked, and the look is written into the audit trail", async () => {
    const learner = await makeActor();
    const { id: assignmentId } = await newAssignment(instructor, setId, [learner], { attempts: 2 });
    const attemptId = await answerAll(learner, assignmentId, [1, null]);
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
    const { id: assignmentId } = await newAssignment(instructor, setId, learners);
    const order = (await getResults(instructor, { assignmentId }, during)).learners.map((l) => l.userId);
    const { neighbours } = await getLearnerWork(instructor, { assignmentId, userId: order[1]! }, during);
    expect(neighbours).toEqual({ previous: order[0], next: order[2] });
  });

  test("as a file keep Chinese names and titles, disarm formulas, and are noted in the audit trail", async () => {
    const [lin, evil] = [await makeActor(), await makeActor()];
    await pool.query(`update "user" set name = '林学，一班' where id = $1`, [lin.id]);
    await pool.query(`update "user" set name = '=cmd|"/c calc"!A1' where id = $1`, [evil.id]);
    const { id: assignmentId } = await newAssignment(instructor, setId, [lin, evil]);
    await updateAssignment(instructor, { assignmentId, title: "第一周 / 记忆：显存" }, during);
    await finishAttempt(lin, { attemptId: await answerAll(lin, assignmentId, [0, 1]) }, during);
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
    const { id: assignmentId, classId } = await newAssignment(instructor, setId, [learner]);
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
