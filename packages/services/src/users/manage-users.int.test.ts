import { randomBytes } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeActor } from "../testing";
import { getUser, listUsers, setRole, signOutUser, suspendUser, userFilterInput } from "./manage-users";

const context = { clock: fixedClock("2026-03-02T10:00:00Z") };
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let admin: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await pool.query(`delete from user_role`);
  admin = await makeActor(["admin"]);
});
afterAll(() => database.close());

const setAdmin = (by: UserActor, of: UserActor, granted: boolean) =>
  setRole(by, { userId: of.id, role: "admin", granted }, context);
const suspend = (by: UserActor, of: UserActor, suspended = true) =>
  suspendUser(by, { userId: of.id, suspended, reason: "shared the account with a whole office" }, context);
const activeAdmins = async () =>
  (
    await pool.query(
      `select 1 from user_role r join "user" u on u.id = r.user_id where r.role = 'admin' and u.suspended_at is null`,
    )
  ).rowCount;
const openSession = (userId: string) =>
  pool.query(`insert into session (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 day')`, [
    randomBytes(32),
    userId,
  ]);

describe("roles", () => {
  test("an administrator makes an editor, and takes the role back", async () => {
    const person = await makeActor();
    expect((await setRole(admin, { userId: person.id, role: "editor", granted: true }, context)).roles).toEqual([
      "editor",
    ]);
    expect((await setRole(admin, { userId: person.id, role: "editor", granted: false }, context)).roles).toEqual([]);
  });
  test("granting twice is one change in the trail", async () => {
    const person = await makeActor();
    for (let i = 0; i < 2; i++) await setRole(admin, { userId: person.id, role: "editor", granted: true }, context);
    expect((await pool.query(`select 1 from audit_entry where resource_id = $1`, [person.id])).rowCount).toBe(1);
  });
  test("the last administrator keeps the role", async () => {
    await expect(setAdmin(admin, admin, false)).rejects.toMatchObject({ code: "LAST_ADMIN" });
    expect(await activeAdmins()).toBe(1);
  });
  test("nobody takes the administrator's role from themselves, even when others are left", async () => {
    await makeActor(["admin"]);
    await expect(setAdmin(admin, admin, false)).rejects.toMatchObject({ code: "CANNOT_CHANGE_SELF" });
  });
  test("two administrators who take the role from each other at once leave one", async () => {
    for (let round = 0; round < 5; round++) {
      const rival = await makeActor(["admin"]);
      const results = await Promise.allSettled([setAdmin(admin, rival, false), setAdmin(rival, admin, false)]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect(await activeAdmins()).toBe(1);
      await pool.query(`delete from user_role`);
      admin = await makeActor(["admin"]);
    }
  });
  test("one who suspends and one who removes the role, at once, leave one", async () => {
    const rival = await makeActor(["admin"]);
    const results = await Promise.allSettled([suspend(admin, rival), setAdmin(rival, admin, false)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await activeAdmins()).toBe(1);
  });
  test("a suspended administrator does not count, and can lose the role", async () => {
    const former = await makeActor(["admin"]);
    await suspend(admin, former);
    expect((await setAdmin(admin, former, false)).roles).toEqual([]);
  });
});

describe("suspension", () => {
  test("ends every session of the account at once, and of nobody else", async () => {
    const [person, bystander] = await Promise.all([makeActor(), makeActor()]);
    await Promise.all([openSession(person.id), openSession(person.id), openSession(bystander.id)]);
    expect((await getUser(admin, { userId: person.id }, context)).sessions).toBe(2);
    const after = await suspend(admin, person);
    expect(after.suspendedAt).not.toBeNull();
    expect(after.sessions).toBe(0);
    expect((await getUser(admin, { userId: bystander.id }, context)).sessions).toBe(1);
  });
  test("is lifted again, and its sessions stay ended", async () => {
    const person = await makeActor();
    await openSession(person.id);
    await suspend(admin, person);
    expect(await suspend(admin, person, false)).toMatchObject({ suspendedAt: null, sessions: 0 });
  });
  test("is nothing that one does to oneself", async () => {
    await expect(suspend(admin, admin)).rejects.toMatchObject({ code: "CANNOT_CHANGE_SELF" });
  });
  test("signing out everywhere ends sessions and leaves the account open", async () => {
    const person = await makeActor();
    await openSession(person.id);
    expect(await signOutUser(admin, { userId: person.id }, context)).toMatchObject({ sessions: 0, suspendedAt: null });
  });
  test("signing out whoever is signed in nowhere is no act for the trail, which counts sessions that were open", async () => {
    const person = await makeActor();
    const ended = async () => (await pool.query(`select detail from audit_entry where resource_id = $1`, [person.id])).rows;
    const runOut = () =>
      pool.query(`update session set expires_at = now() - interval '1 second' where user_id = $1`, [person.id]);
    await openSession(person.id);
    await runOut();
    await signOutUser(admin, { userId: person.id }, context);
    expect(await ended()).toEqual([]);
    await openSession(person.id);
    await runOut();
    await Promise.all([openSession(person.id), openSession(person.id)]);
    await signOutUser(admin, { userId: person.id }, context);
    expect(await ended()).toEqual([{ detail: { ended: 2 } }]);
  });
});

test("people are found by name, address, role and state, a page at a time, with the total", async () => {
  const person = await makeActor(["instructor"]);
  const find = async (filter: object) => listUsers(admin, userFilterInput.parse(filter), context);
  expect((await find({ text: person.email.slice(0, 13).toUpperCase() })).users.map((u) => u.id)).toEqual([person.id]);
  expect(await find({ role: "instructor" })).toMatchObject({ total: 1 });
  expect((await find({ suspended: true })).users.every((u) => u.suspendedAt)).toBe(true);
  const all = await find({ page: 2 });
  expect(all.users).toHaveLength(Math.max(0, Math.min(25, all.total - 25)));
});
