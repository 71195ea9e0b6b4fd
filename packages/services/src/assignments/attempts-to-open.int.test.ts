import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { updateAssignment } from "../results";
import { makeActor, makeBank } from "../testing";
import { after, during, newAssignment, newSet, on } from "../testing/class-work";
import { rowsRead } from "../testing/rows-read";
import { finishAttempt } from "./finish-attempt";
import { listAttemptsToOpen, listUsesOfTheSame } from "./attempt.repo";
import { openDueFeedback } from "./open-due-feedback";
import { startAttempt } from "./start-attempt";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeBank();
});
afterAll(() => database.close());

/** How many attempts the database reads for one look of the job. */
const attemptsRead = () => rowsRead("attempt", (connection) => listAttemptsToOpen(after.clock.now(), null, 200, connection));

test("the job that opens feedback reads none of what is shown already or never, however much there is, until it is to be shown", async () => {
  const [instructor, learner] = [await makeActor(["instructor"]), await makeActor()];
  const { id: assignmentId } = await newAssignment(instructor, await newSet(instructor), [learner], { feedback: "never" });
  const { attemptId } = await startAttempt(learner, { assignmentId }, during);
  await finishAttempt(learner, { attemptId }, during);
  const { id: shownId } = await newAssignment(instructor, await newSet(instructor), [learner], { feedback: "after_due" });
  await pool.query(
    `insert into attempt (assignment_id, subject_id, number, feedback, finished_at, feedback_opened_at)
     select a.id, uuidv7(), 1, a.feedback, now(), case when a.feedback <> 'never' then now() end
     from assignment a, generate_series(1, 5000) where a.id = any($1::uuid[])`,
    [[assignmentId, shownId]],
  );
  expect(await attemptsRead()).toBe(0);
  expect(await openDueFeedback(after.clock)).toBe(0);
  await updateAssignment(instructor, { assignmentId, feedback: "after_due" }, after);
  expect((await listAttemptsToOpen(after.clock.now(), null, 6000)).filter((each) => each.attemptId === attemptId)).toHaveLength(1);
  await updateAssignment(instructor, { assignmentId, feedback: "never" }, after);
  expect(await listAttemptsToOpen(after.clock.now(), null, 200)).toEqual([]);
});

test("an attempt that begins in the instant in which the instructor changes when feedback opens has what holds", async () => {
  const [instructor, learner] = [await makeActor(["instructor"]), await makeActor()];
  const { id: assignmentId } = await newAssignment(instructor, await newSet(instructor), [learner], { feedback: "never" });
  const instructors = await pool.connect();
  let started: ReturnType<typeof startAttempt>;
  try {
    await instructors.query("begin");
    await instructors.query(`update assignment set feedback = 'after_due' where id = $1`, [assignmentId]);
    started = startAttempt(learner, { assignmentId }, during);
    await expect.poll(async () => (await pool.query(`select 1 from pg_locks where not granted`)).rowCount).toBeGreaterThan(0);
  } finally {
    await instructors.query("commit");
    instructors.release();
  }
  const { attemptId } = await started;
  expect((await pool.query(`select feedback from attempt where id = $1`, [attemptId])).rows).toEqual([{ feedback: "after_due" }]);
});

test("learners who begin and hand in while the instructor changes when feedback opens again and again wait at most, and all have what holds", async () => {
  const instructor = await makeActor(["instructor"]);
  const learners = await Promise.all(Array.from({ length: 8 }, () => makeActor()));
  const { id: assignmentId } = await newAssignment(instructor, await newSet(instructor), learners, { attempts: 4, feedback: "never" });
  const working = new Set(learners);
  const work = async (learner: (typeof learners)[0]) => {
    for (let round = 0; round < 4; round++) await finishAttempt(learner, await startAttempt(learner, { assignmentId }, during), during);
    working.delete(learner);
  };
  let changes = 0;
  const change = async () => {
    for (const feedback of ["immediately", "never", "after_due"] as const) await updateAssignment(instructor, { assignmentId, feedback }, during);
    changes++;
  };
  const again = async (what: () => Promise<unknown>) => {
    do await what();
    while (working.size > 0);
  };
  // a deadlock would be thrown at one of them
  await Promise.all([...learners.map(work), again(change), again(change), again(() => openDueFeedback(during.clock))]);
  expect(changes).toBeGreaterThan(2);
  const { rows } = await pool.query(`select feedback, count(*)::int from attempt where assignment_id = $1 and finished_at is not null group by 1`, [assignmentId]);
  expect(rows).toEqual([{ feedback: "after_due", count: 32 }]);
});

/** How often the work asks the database for a connection: once a statement or transaction. */
async function visitsOf(work: () => Promise<unknown>): Promise<number> {
  let visits = 0;
  const count = () => visits++;
  pool.on("acquire", count);
  await work().finally(() => pool.off("acquire", count));
  return visits;
}
test("attempts that were handed in and wait for another assignment that asks the same are looked at together, however many they are", async () => {
  await openDueFeedback(after.clock);
  const instructor = await makeActor(["instructor"]);
  const [first, second, free, late] = [await makeActor(), await makeActor(), await makeActor(), await makeActor()];
  const setId = await newSet(instructor);
  const { id: assignmentId } = await newAssignment(instructor, setId, [first, second, free, late]);
  const { id: otherId } = await newAssignment(instructor, setId, [first, second, late]);
  await updateAssignment(instructor, { assignmentId: otherId, dueAt: "2026-03-12T00:00:00.000Z" }, during);
  for (const learner of [first, second, free]) await finishAttempt(learner, await startAttempt(learner, { assignmentId }, during), during);
  await startAttempt(late, { assignmentId }, during);
  // who is asked nowhere else, and who did not hand in
  expect(await openDueFeedback(after.clock)).toBe(2);
  expect(await visitsOf(() => openDueFeedback(after.clock))).toBe(2);
  const waiting = async () => (await listAttemptsToOpen(after.clock.now(), null, 200)).map(({ subjectId }) => subjectId).toSorted();
  expect(await waiting()).toEqual([first.subjectId, second.subjectId].toSorted());
  // what the two classes were assigned in years before is not read for it
  await pool.query(
    `insert into assignment (class_id, title, opens_at, due_at, created_by) select class_id, 'past', opens_at - n * interval '1 week', due_at - n * interval '1 week', created_by
     from assignment, generate_series(1, 500) n where id = any($1::uuid[])`,
    [[assignmentId, otherId]],
  );
  const ids = (await listAttemptsToOpen(after.clock.now(), null, 200)).map(({ attemptId }) => attemptId);
  expect(await rowsRead("assignment", (connection) => listUsesOfTheSame(ids, after.clock.now(), connection))).toBe(2);
  await finishAttempt(second, await startAttempt(second, { assignmentId: otherId }, on("10")), on("10"));
  expect(await openDueFeedback(on("10").clock)).toBe(0);
  expect(await openDueFeedback(on("13").clock)).toBe(3);
  expect(await visitsOf(() => openDueFeedback(on("13").clock))).toBe(1);
});
