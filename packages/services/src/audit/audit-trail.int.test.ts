import type { UserActor } from "@tidao/access";
import { fixedClock } from "@tidao/kernel";
import { inTransaction, pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeActor } from "../testing";
import { suspendUser } from "../users/manage-users";
import { auditFilterInput, listAudit } from "./list-audit";
import { recordAudit } from "./record-audit";
import { findBrokenAuditEntry } from "./verify-chain";

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 10, 0, second));
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let admin: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  admin = await makeActor(["admin"]);
});
afterAll(() => database.close());

/** As somebody who has the owner's password, past every rule of the application: these tests connect as the owner. */
const asOwner = (sql: string, values: unknown[]) =>
  inTransaction(async (connection) => {
    await connection.query(`set local role none`);
    await connection.query(sql, values);
  });
const record = (n: number) =>
  inTransaction((connection) =>
    recordAudit(
      connection,
      admin,
      {
        action: "question.draftSaved",
        resource: ["question", `q-${n}`],
        detail: { version: n, nested: { b: 1, a: [n, null] } },
      },
      at(n),
    ),
  );

test("fifty entries written at once make one chain", async () => {
  await Promise.all(Array.from({ length: 50 }, (_, n) => record(n)));
  const { rows } = await pool.query<{ n: number; previous: number }>(
    `select count(*)::int as n, count(distinct previous_hash)::int as previous from audit_entry`,
  );
  expect(rows[0]).toEqual({ n: 50, previous: 50 });
  expect(await findBrokenAuditEntry()).toBeNull();
});

test("an entry whose transaction is undone leaves no gap in the chain", async () => {
  const undone = inTransaction(async (connection) => {
    await recordAudit(connection, admin, { action: "question.created", resource: ["question", "never"] }, at(1));
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await record(51);
  expect(await findBrokenAuditEntry()).toBeNull();
});

test("a reason is kept aside: the chain holds only its salted hash, and stays whole when the reason is erased", async () => {
  const person = await makeActor();
  const reason = "sold the answers";
  await suspendUser(admin, { userId: person.id, suspended: true, reason }, { clock: fixedClock(at(2).toISOString()) });
  const { rows } = await pool.query<{ text: string }>(
    `select a::text as text from audit_entry a where resource_id = $1`,
    [person.id],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.text).not.toContain(reason);
  const find = async () =>
    (await listAudit(admin, auditFilterInput.parse({ resourceKind: "user", resourceId: person.id }))).entries[0];
  expect((await find())?.personal).toEqual({ reason });
  await asOwner(`delete from audit_personal where user_id = $1`, [person.id]);
  expect((await find())?.personal).toEqual({});
  expect(await findBrokenAuditEntry()).toBeNull();
});

test("the trail is filtered by what was done, to what, and by whom", async () => {
  const list = async (filter: object) => (await listAudit(admin, auditFilterInput.parse(filter))).entries;
  expect((await list({ action: "user.suspended" })).map((e) => e.action)).toEqual(["user.suspended"]);
  expect(await list({ resourceKind: "question", resourceId: "q-7" })).toHaveLength(1);
  expect((await list({ actor: admin.id })).length).toBeGreaterThan(40);
  expect((await list({ actor: "TEST PERS" })).length).toBeGreaterThan(40);
  expect(await list({ actor: "nobody at all" })).toEqual([]);
});

test("pages go on where the last one ended, newest first, each entry once", async () => {
  const first = await listAudit(admin, auditFilterInput.parse({}));
  const second = await listAudit(admin, auditFilterInput.parse({ before: first.next }));
  const ids = [...first.entries, ...second.entries].map((entry) => Number(entry.id));
  expect(ids).toHaveLength(52);
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a));
  expect(second.next).toBeNull();
});

test("a row that the owner of the database changes is found, and so is one that is taken out", async () => {
  const { rows } = await pool.query<{ id: string; detail: object }>(
    `select id, detail from audit_entry order by id offset 20 limit 1`,
  );
  const row = rows[0]!;
  await asOwner(`update audit_entry set detail = '{"version": 999}' where id = $1`, [row.id]);
  expect(await findBrokenAuditEntry()).toBe(row.id);
  await asOwner(`update audit_entry set detail = $2 where id = $1`, [row.id, row.detail]);
  expect(await findBrokenAuditEntry()).toBeNull();
  await asOwner(`delete from audit_entry where id = $1`, [row.id]);
  expect(Number(await findBrokenAuditEntry())).toBeGreaterThan(Number(row.id));
});
