import { fixedClock } from "@tidao/kernel";
import type { UserActor } from "@tidao/access";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClass, getClass, joinClass, listMembers } from "../classes";
import { exportResults, getLearnerWork, getResults } from "../results";
import { makeActor, makeBank } from "../testing";
import { during, newAssignment, newSet, on } from "../testing/class-work";
import { getUser, listUsers, userFilterInput } from "../users";
import { listAccesses } from "./list-accesses";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let teacher: UserActor;
let learner: UserActor;
let assignmentId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeBank();
  teacher = await makeActor(["instructor"]);
  learner = await makeActor();
  assignmentId = (await newAssignment(teacher, await newSet(teacher), [learner])).id;
});
afterAll(() => database.close());
/** Some minutes later. */
const after = (minutes: number) => ({ ...during, clock: fixedClock(new Date(during.clock.now().getTime() + minutes * 60_000).toISOString()) });
const looksAt = async (who: UserActor, page = 1) => (await listAccesses(who, { page }, during)).accesses;

test("a table that is loaded again within a minute, as by sorting it, is one look", async () => {
  const [other, listed] = [await makeActor(["instructor"]), await makeActor()];
  const { id } = await newAssignment(other, await newSet(other), [listed]);
  for (const minute of [0, 0.5, 0.9, 3]) await getResults(other, { assignmentId: id }, after(minute));
  expect(await looksAt(listed)).toMatchObject([{ what: "results", times: 2, lastAt: after(3).clock.now().toISOString() }]);
});

test("a learner sees who opened their answers, the class's results and the file of them, once a day with a count", async () => {
  for (const minute of [0, 2, 4]) await getLearnerWork(teacher, { assignmentId, userId: learner.id }, after(minute));
  await getResults(teacher, { assignmentId }, during);
  await exportResults(teacher, { assignmentId }, during);
  await getLearnerWork(teacher, { assignmentId, userId: learner.id }, on("06"));
  const seen = (await looksAt(learner)).map(({ what, times, lastAt }) => [what, times, lastAt.slice(0, 10)]);
  expect(seen[0]).toEqual(["work", 1, "2026-03-06"]);
  expect(seen.slice(1).toSorted()).toEqual([
    ["csv", 1, "2026-03-05"],
    ["results", 1, "2026-03-05"],
    ["work", 3, "2026-03-05"],
  ]);
  expect((await looksAt(learner))[0]).toMatchObject({ viewer: teacher.name, role: "instructor", assignment: "Week 1", class: "Class" });
});

test("a learner sees who opened the list of their class, in which their address stands, once a day and not for a look at the class alone", async () => {
  const [other, listed] = [await makeActor(["instructor"]), await makeActor()];
  const room = await createClass(other, { name: "Room 7" }, during);
  await joinClass(listed, { code: room.joinCode }, during);
  await getClass(other, { classId: room.id }, during);
  expect(await looksAt(listed)).toEqual([]);
  for (const minute of [0, 2]) expect((await listMembers(other, { classId: room.id }, after(minute))).learners).toMatchObject([{ email: listed.email }]);
  expect(await looksAt(listed)).toMatchObject([{ viewer: other.name, role: "instructor", what: "members", assignment: null, class: "Room 7", times: 2 }]);
  expect(await looksAt(other)).toEqual([]);
  const stranger = await makeActor(["instructor"]);
  await expect(listMembers(stranger, { classId: room.id }, during)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await looksAt(listed)).toHaveLength(1);
});

test("an administrator who opens an account is seen by its owner, and one who opens their own is not", async () => {
  const admin = await makeActor(["admin"]);
  const context = { clock: fixedClock("2026-03-07T10:00:00Z") };
  await getUser(admin, { userId: learner.id }, context);
  await getUser(admin, { userId: admin.id }, context);
  expect((await looksAt(learner))[0]).toMatchObject({ what: "account", role: "admin", assignment: null });
  expect(await looksAt(admin)).toEqual([]);
});

test("whoever stands on a page of the list of accounts sees that an administrator opened it, and nobody who does not", async () => {
  const [admin, listed, elsewhere] = [await makeActor(["admin"]), await makeActor(), await makeActor()];
  const find = (text: string, context = during) => listUsers(admin, userFilterInput.parse({ text }), context);
  for (const minute of [0, 2]) expect((await find(listed.email, after(minute))).users).toMatchObject([{ email: listed.email }]);
  await find(admin.email);
  await find("nobody of this name");
  expect(await looksAt(listed)).toMatchObject([{ viewer: admin.name, role: "admin", what: "accounts", assignment: null, class: null, times: 2 }]);
  for (const person of [elsewhere, admin]) expect(await looksAt(person)).toEqual([]);
});

test("nobody sees who looked at somebody else", async () => {
  expect(await looksAt(await makeActor())).toEqual([]);
  expect(await looksAt(teacher)).toEqual([]);
});

test("a stranger's try at a class leaves no trace with its learners", async () => {
  const stranger = await makeActor(["instructor"]);
  const before = await looksAt(learner);
  await expect(getResults(stranger, { assignmentId }, during)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await looksAt(learner)).toEqual(before);
});

test("a long list comes a page at a time", async () => {
  const watched = await makeActor();
  const admin = await makeActor(["admin"]);
  for (let day = 1; day <= 23; day++) await getUser(admin, { userId: watched.id }, on(String(day).padStart(2, "0")));
  expect(await listAccesses(watched, { page: 1 }, during)).toMatchObject({ more: true, page: 1 });
  expect((await listAccesses(watched, { page: 2 }, during)).accesses).toHaveLength(3);
});
