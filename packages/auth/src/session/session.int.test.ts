import { createHash } from "node:crypto";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cookieHeaderFor, createSessionFor, createUser } from "../testing";
import { actorFromCookie } from "./actor-from-cookie";
import { listSessions, revokeAllSessions, revokeSession } from "./session.repo";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe("a signed-in browser", () => {
  test("is its user, with every role that was granted and learner always", async () => {
    const user = await createUser({
      roles: ["editor", "instructor"],
      name: "林一",
      locale: "zh",
      zone: "Asia/Shanghai",
      theme: "dark",
    });
    const actor = await actorFromCookie(`other=1; ${await cookieHeaderFor(user.id)}; more=2`);
    expect(actor).toMatchObject({
      kind: "user",
      id: user.id,
      subjectId: user.subjectId,
      name: "林一",
      email: user.email,
      roles: ["learner", "instructor", "editor"],
      locale: "zh",
      zone: "Asia/Shanghai",
      theme: "dark",
    });
  });
  test("sees a role that was granted after it signed in", async () => {
    const user = await createUser();
    const cookie = await cookieHeaderFor(user.id);
    await pool.query(`insert into user_role (user_id, role) values ($1, 'admin')`, [user.id]);
    expect(await actorFromCookie(cookie)).toMatchObject({ roles: ["learner", "admin"] });
  });
  test("is recognised by one statement, planned once", async () => {
    const cookie = await cookieHeaderFor((await createUser()).id);
    let begun = 0;
    const count = () => begun++;
    pool.on("acquire", count);
    await actorFromCookie(cookie);
    pool.off("acquire", count);
    expect(begun).toBe(1);
  });
});

describe("nobody is signed in", () => {
  const cases: [string, (userId: string, token: string) => Promise<unknown>][] = [
    ["with a revoked session", (id) => revokeAllSessions(id)],
    ["with an expired session", (id) => pool.query("update session set expires_at = now() - interval '1 second' where user_id = $1", [id])],
    ["once the account is suspended", (id) => pool.query(`update "user" set suspended_at = now() where id = $1`, [id])],
    ["once the account is erased", async (id) => {
      await pool.query(`update "user" set deletion_requested_at = now() where id = $1`, [id]);
      await pool.query(`select erase_user($1)`, [id]);
    }],
  ];
  test.each(cases)("%s", async (_, end) => {
    const user = await createUser();
    const token = await createSessionFor(user.id);
    expect((await actorFromCookie(`tidao.session=${token}`)).kind).toBe("user");
    await end(user.id, token);
    expect(await actorFromCookie(`tidao.session=${token}`)).toEqual({ kind: "anonymous" });
  });
  test("without a cookie, with an invented one, or with one of an impossible shape", async () => {
    const user = await createUser();
    const token = await createSessionFor(user.id);
    for (const cookie of [
      undefined,
      null,
      "",
      "tidao.session=",
      `tidao.session=${"a".repeat(43)}`,
      "tidao.session=x'; drop table session",
      `other=${token}`,
    ])
      expect(await actorFromCookie(cookie), String(cookie)).toEqual({ kind: "anonymous" });
  });
});

test("the database knows only the hash of a session's token", async () => {
  const user = await createUser();
  const token = await createSessionFor(user.id);
  const { rows } = await pool.query("select s.*, encode(token_hash, 'hex') as hex from session s where user_id = $1", [
    user.id,
  ]);
  expect(rows[0].hex).toBe(createHash("sha256").update(token).digest("hex"));
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("a session used after five minutes is noted once, and within five minutes not at all", async () => {
  const user = await createUser();
  const cookie = await cookieHeaderFor(user.id);
  const seen = async () => (await listSessions(user.id))[0]?.lastSeenAt.getTime() ?? 0;
  const first = await seen();
  await actorFromCookie(cookie);
  await settle();
  expect(await seen()).toBe(first);
  await pool.query("update session set last_seen_at = now() - interval '6 minutes' where user_id = $1", [user.id]);
  await Promise.all(Array.from({ length: 5 }, () => actorFromCookie(cookie)));
  await expect.poll(seen).toBeGreaterThanOrEqual(first);
});

test("a learner ends one session of theirs, the others stay, and nobody else's can be ended", async () => {
  const [mine, other] = [await createUser(), await createUser()];
  const [here, there] = [await cookieHeaderFor(mine.id), await cookieHeaderFor(mine.id)];
  const theirs = await cookieHeaderFor(other.id);
  const [actorThere, actorTheirs] = [await actorFromCookie(there), await actorFromCookie(theirs)];
  if (actorThere.kind !== "user" || actorTheirs.kind !== "user") throw new Error("not signed in");
  expect(await revokeSession(mine.id, actorThere.sessionId)).toBe(true);
  expect(await revokeSession(mine.id, actorThere.sessionId)).toBe(false);
  expect(await revokeSession(mine.id, actorTheirs.sessionId)).toBe(false);
  expect((await actorFromCookie(there)).kind).toBe("anonymous");
  expect((await actorFromCookie(here)).kind).toBe("user");
  expect((await actorFromCookie(theirs)).kind).toBe("user");
});

test("a learner ends all sessions but the one in hand", async () => {
  const user = await createUser();
  const [here, there] = [await cookieHeaderFor(user.id), await cookieHeaderFor(user.id)];
  const actor = await actorFromCookie(here);
  if (actor.kind !== "user") throw new Error("not signed in");
  expect(await revokeAllSessions(user.id, { except: actor.sessionId })).toBe(1);
  expect((await listSessions(user.id)).map((s) => s.id)).toEqual([actor.sessionId]);
  expect((await actorFromCookie(there)).kind).toBe("anonymous");
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 50));
