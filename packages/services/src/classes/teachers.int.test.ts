import type { UserActor } from "@tidao/access";
import { fixedClock } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeActor } from "../testing";
import { handOverClass } from "./hand-over-class";
import { joinClass } from "./join-class";
import { listMembers } from "./list-members";
import { createClass, getClass, listClasses, updateClass } from "./manage-class";
import { addTeacher, removeTeacher } from "./manage-teachers";

const context = { clock: fixedClock("2026-03-02T10:00:00Z") };
const notFound = { code: "NOT_FOUND" };
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let owner: UserActor;
let colleague: UserActor;
let third: UserActor;
let classId: string;
let joinCode: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  [owner, colleague, third] = await Promise.all([makeActor(["instructor"]), makeActor(["instructor"]), makeActor(["instructor"])]);
  ({ id: classId, joinCode } = await createClass(owner, { name: "Shared" }, context));
});
const add = (who: UserActor, added: UserActor) => addTeacher(who, { classId, email: added.email }, context);
const remove = (who: UserActor, removed: UserActor) => removeTeacher(who, { classId, userId: removed.id }, context);
const teachers = async (asked: UserActor) => (await listMembers(asked, { classId }, context)).teachers.map(({ userId, owner: owns, self }) => [userId, owns, self]);

describe("the owner of a class", () => {
  test("lets a colleague teach in it, who then sees it as they do, and is told of each other", async () => {
    await add(owner, colleague);
    await add(owner, colleague);
    expect((await listClasses(colleague, {}, context)).map(({ id }) => id)).toEqual([classId]);
    expect(await teachers(colleague)).toEqual([[owner.id, true, false], [colleague.id, false, true]]);
    await updateClass(colleague, { classId, name: "Renamed" }, context);
    const { rows } = await pool.query(`select action, detail from audit_entry where resource_id = $1 and action = 'class.teacherAdded'`, [classId]);
    expect(rows).toEqual([{ action: "class.teacherAdded", detail: { userId: colleague.id } }]);
  });

  test("is told that a learner, a stranger and they themselves are nobody to add", async () => {
    const learner = await makeActor();
    for (const email of [learner.email, owner.email, "nobody@example.org"])
      await expect(addTeacher(owner, { classId, email }, context)).rejects.toMatchObject({ code: "HANDOVER_UNKNOWN" });
    expect(await teachers(owner)).toHaveLength(1);
  });

  test("takes a colleague out again: the class is gone for them, and its code makes them a learner", async () => {
    await add(owner, colleague);
    await remove(owner, colleague);
    await expect(getClass(colleague, { classId }, context)).rejects.toMatchObject(notFound);
    await expect(remove(owner, colleague)).rejects.toMatchObject(notFound);
    await joinClass(colleague, { code: joinCode }, context);
    await expect(getClass(colleague, { classId }, context)).rejects.toMatchObject(notFound);
    expect((await listMembers(owner, { classId }, context)).learners).toMatchObject([{ userId: colleague.id }]);
    await add(owner, colleague);
    expect((await listMembers(owner, { classId }, context)).learners).toEqual([]);
  });

  test("cannot go before the class is handed over, and then can", async () => {
    await add(owner, colleague);
    await expect(remove(owner, owner)).rejects.toMatchObject(notFound);
    await expect(remove(colleague, owner)).rejects.toMatchObject(notFound);
    await handOverClass(owner, { classId, email: colleague.email }, context);
    expect(await teachers(owner)).toEqual([[colleague.id, true, false], [owner.id, false, true]]);
    await remove(owner, owner);
    expect(await listClasses(owner, {}, context)).toEqual([]);
    expect(await teachers(colleague)).toEqual([[colleague.id, true, true]]);
  });

  test("adds nobody to a class that is archived", async () => {
    await updateClass(owner, { classId, archived: true }, context);
    await expect(add(owner, colleague)).rejects.toMatchObject({ code: "CLASS_ARCHIVED" });
  });
});

describe("who teaches in a colleague's class", () => {
  test("leaves it when they want to, but decides of nobody else", async () => {
    await add(owner, colleague);
    await add(owner, third);
    const learner = await makeActor();
    await joinClass(learner, { code: joinCode }, context);
    await expect(add(colleague, await makeActor(["instructor"]))).rejects.toMatchObject(notFound);
    await expect(remove(colleague, third)).rejects.toMatchObject(notFound);
    await expect(remove(owner, learner)).rejects.toMatchObject(notFound);
    await expect(handOverClass(colleague, { classId, email: third.email }, context)).rejects.toMatchObject(notFound);
    await remove(colleague, colleague);
    expect(await teachers(owner)).toEqual([[owner.id, true, true], [third.id, false, false]]);
  });

  test("is not there for an instructor of another class", async () => {
    await add(owner, colleague);
    await expect(add(third, third)).rejects.toMatchObject(notFound);
    await expect(remove(third, colleague)).rejects.toMatchObject(notFound);
  });
});
