import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeActor } from "../testing";
import { joinClass, leaveClass, listJoinedClasses, previewClass } from "./join-class";
import { listMembers } from "./list-members";
import { createClass, getClass, listClasses, removeMember, updateClass } from "./manage-class";

const context = { clock: fixedClock("2026-03-02T10:00:00Z") };
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let instructor: UserActor;
let stranger: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  instructor = await makeActor(["learner", "instructor"]);
  stranger = await makeActor(["learner", "instructor"]);
});
afterAll(() => database.close());

const newClass = () => createClass(instructor, { name: "一班 · Class one" }, context);
const notFound = { code: "NOT_FOUND" };

describe("an instructor", () => {
  test("who makes a class teaches it, and gets a code to give out", async () => {
    const made = await newClass();
    expect(made).toMatchObject({ name: "一班 · Class one", archived: false, learners: 0, assignments: 0 });
    expect(made.joinCode).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(await listMembers(instructor, { classId: made.id }, context)).toEqual({
      learners: [],
      teachers: [{ userId: instructor.id, name: instructor.name, email: instructor.email, owner: true, self: true }],
    });
    expect((await listClasses(instructor, {}, context)).map((c) => c.id)).toContain(made.id);
  });

  test("who presses twice has made one class, and nobody else's", async () => {
    const input = { id: randomUUID(), name: "Once" };
    const [first, second] = [await createClass(instructor, input, context), await createClass(instructor, input, context)];
    expect(second).toEqual(first);
    await expect(createClass(stranger, input, context)).rejects.toMatchObject(notFound);
  });

  test("finds that another instructor's class does not exist, whatever they try", async () => {
    const { id: classId } = await newClass();
    const learner = await makeActor();
    await expect(getClass(stranger, { classId }, context)).rejects.toMatchObject(notFound);
    await expect(listMembers(stranger, { classId }, context)).rejects.toMatchObject(notFound);
    await expect(updateClass(stranger, { classId, name: "Mine" }, context)).rejects.toMatchObject(notFound);
    await expect(updateClass(stranger, { classId, archived: true }, context)).rejects.toMatchObject(notFound);
    await expect(removeMember(stranger, { classId, userId: learner.id }, context)).rejects.toMatchObject(notFound);
    await expect(getClass(instructor, { classId: randomUUID() }, context)).rejects.toMatchObject(notFound);
    expect((await listClasses(stranger, {}, context)).map((c) => c.id)).not.toContain(classId);
  });

  test("takes a learner out: the class is gone for them, and they may join again", async () => {
    const made = await newClass();
    const learner = await makeActor();
    await joinClass(learner, { code: made.joinCode }, context);
    await removeMember(instructor, { classId: made.id, userId: learner.id }, context);
    expect(await listJoinedClasses(learner, {}, context)).toEqual([]);
    await expect(removeMember(instructor, { classId: made.id, userId: learner.id }, context)).rejects.toMatchObject(
      notFound,
    );
    await joinClass(learner, { code: made.joinCode }, context);
    expect(await listJoinedClasses(learner, {}, context)).toHaveLength(1);
  });

  test("cannot take themselves, or anyone who was never in it, out of the class", async () => {
    const { id: classId } = await newClass();
    await expect(removeMember(instructor, { classId, userId: instructor.id }, context)).rejects.toMatchObject(notFound);
    await expect(removeMember(instructor, { classId, userId: stranger.id }, context)).rejects.toMatchObject(notFound);
  });

  test("leaves a trace of making, changing and taking out, with who did it", async () => {
    const made = await newClass();
    const learner = await makeActor();
    await joinClass(learner, { code: made.joinCode }, context);
    await updateClass(instructor, { classId: made.id, name: "Class two" }, context);
    await removeMember(instructor, { classId: made.id, userId: learner.id }, context);
    const { rows } = await pool.query(
      `select action, actor_id, detail from audit_entry where resource_kind = 'class' and resource_id = $1 order by id`,
      [made.id],
    );
    expect(rows).toEqual([
      { action: "class.created", actor_id: instructor.id, detail: { name: "一班 · Class one" } },
      { action: "class.updated", actor_id: instructor.id, detail: { name: "Class two" } },
      { action: "class.memberRemoved", actor_id: instructor.id, detail: { userId: learner.id } },
    ]);
  });
});

describe("a learner with a code", () => {
  test.each([
    ["as it was given", (code: string) => code],
    ["in small letters", (code: string) => code.toLowerCase()],
    ["with spaces", (code: string) => ` ${code.slice(0, 4)} ${code.slice(4)} `],
    ["with a dash", (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`],
    [
      "in full-width letters",
      (code: string) => [...code].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(""),
    ],
  ])("joins when it is typed %s", async (_, typed) => {
    const made = await newClass();
    const learner = await makeActor();
    const code = typed(made.joinCode);
    expect(await previewClass(learner, { code }, context)).toMatchObject({ id: made.id, member: false });
    expect(await joinClass(learner, { code }, context)).toMatchObject({ id: made.id, member: true });
  });

  test("who joins twice is in the class once", async () => {
    const made = await newClass();
    const learner = await makeActor();
    await joinClass(learner, { code: made.joinCode }, context);
    await joinClass(learner, { code: made.joinCode }, context);
    expect((await getClass(instructor, { classId: made.id }, context)).learners).toBe(1);
  });

  test("that nobody gave out, or that was replaced, joins nothing", async () => {
    const made = await newClass();
    const learner = await makeActor();
    const renewed = await updateClass(instructor, { classId: made.id, renewJoinCode: true }, context);
    expect(renewed.joinCode).not.toBe(made.joinCode);
    const unknown = { code: "JOIN_CODE_UNKNOWN" };
    await expect(joinClass(learner, { code: made.joinCode }, context)).rejects.toMatchObject(unknown);
    await expect(previewClass(learner, { code: "ZZZZZZZZ" }, context)).rejects.toMatchObject(unknown);
    expect(await joinClass(learner, { code: renewed.joinCode }, context)).toMatchObject({ member: true });
  });

  test("leaves a class they are in, and no other", async () => {
    const made = await newClass();
    const learner = await makeActor();
    await expect(leaveClass(learner, { classId: made.id }, context)).rejects.toMatchObject(notFound);
    await joinClass(learner, { code: made.joinCode }, context);
    await leaveClass(learner, { classId: made.id }, context);
    expect(await listJoinedClasses(learner, {}, context)).toEqual([]);
  });

  test("cannot read the class as its instructor does", async () => {
    const made = await newClass();
    const learner = await makeActor();
    await joinClass(learner, { code: made.joinCode }, context);
    await expect(getClass(learner, { classId: made.id }, context)).rejects.toMatchObject(notFound);
    await expect(listMembers(learner, { classId: made.id }, context)).rejects.toMatchObject(notFound);
  });
});

describe("an archived class", () => {
  const archived = { code: "CLASS_ARCHIVED" };
  test("takes nobody in, and changes nothing until it is brought back", async () => {
    const made = await newClass();
    const classId = made.id;
    const inside = await makeActor();
    await joinClass(inside, { code: made.joinCode }, context);
    expect(await updateClass(instructor, { classId, archived: true }, context)).toMatchObject({ archived: true });
    const late = await makeActor();
    // what an instructor is told, to restore the class, is no advice for who wants to join it
    const closed = { code: "JOIN_CLASS_ARCHIVED" };
    await expect(previewClass(late, { code: made.joinCode }, context)).rejects.toMatchObject(closed);
    await expect(joinClass(late, { code: made.joinCode }, context)).rejects.toMatchObject(closed);
    expect(await previewClass(inside, { code: made.joinCode }, context)).toMatchObject({ member: true });
    await expect(updateClass(instructor, { classId, name: "New" }, context)).rejects.toMatchObject(archived);
    await expect(updateClass(instructor, { classId, renewJoinCode: true }, context)).rejects.toMatchObject(archived);
    await expect(updateClass(instructor, { classId, name: "New", archived: true }, context)).rejects.toMatchObject(archived);
    expect(await updateClass(instructor, { classId, archived: true }, context)).toMatchObject({ archived: true });
    await expect(removeMember(instructor, { classId, userId: inside.id }, context)).rejects.toMatchObject(archived);
    expect((await listMembers(instructor, { classId }, context)).learners).toHaveLength(1);

    expect(await updateClass(instructor, { classId, archived: false }, context)).toMatchObject({ archived: false });
    expect(await joinClass(late, { code: made.joinCode }, context)).toMatchObject({ member: true });
  });
});
