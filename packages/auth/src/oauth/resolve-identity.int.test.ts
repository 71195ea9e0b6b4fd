import { randomUUID } from "node:crypto";
import { fixedClock } from "@tidao/kernel";
import { inTransaction, pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moveEmail } from "../account/owner.repo";
import { issueLink } from "../links/link.repo";
import { createUser } from "../testing";
import { resolveIdentity } from "./resolve-identity";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const identity = {
  provider: "github",
  providerAccountId: "1",
  email: "ada@example.com",
  emailVerified: true,
  name: "Ada",
};

test("somebody new gets an account with a learner, a verified address and no password", async () => {
  const userId = await resolveIdentity(identity, "zh");
  const { rows } = await pool.query(
    `select u.email, u.password_hash, u.email_verified_at is not null as verified, u.locale, l.subject_id is not null as learns
     from "user" u left join learner l on l.user_id = u.id where u.id = $1`,
    [userId],
  );
  expect(rows[0]).toEqual({
    email: "ada@example.com",
    password_hash: null,
    verified: true,
    locale: "zh",
    learns: true,
  });
  expect(await resolveIdentity({ ...identity, email: "changed@example.com", emailVerified: false }, "en")).toBe(userId);
});

test("two windows that come back from the provider at once make one account", async () => {
  const both = { ...identity, providerAccountId: "2", email: "twice@example.com" };
  const [first, second] = await Promise.all([resolveIdentity(both, "en"), resolveIdentity(both, "en")]);
  expect(first).toBe(second);
});

test("an account with a verified address is linked and keeps its password", async () => {
  const user = await createUser({ email: "both@example.com", password: "tulip-under-stairs", emailVerified: true });
  expect(await resolveIdentity({ ...identity, providerAccountId: "3", email: "Both@example.com" }, "en")).toBe(user.id);
  const { rows } = await pool.query("select provider from oauth_account where user_id = $1", [user.id]);
  expect(rows).toEqual([{ provider: "github" }]);
});

test("an account that was made in advance with somebody's unverified address is not joined to its owner's identity", async () => {
  const squatter = await createUser({ email: "owner@example.com", password: "tulip-under-stairs" });
  await expect(
    resolveIdentity({ ...identity, providerAccountId: "4", email: "owner@example.com" }, "en"),
  ).rejects.toMatchObject({
    code: "OAUTH_ACCOUNT_UNVERIFIED",
  });
  const { rows } = await pool.query("select 1 from oauth_account where user_id = $1", [squatter.id]);
  expect(rows).toEqual([]);
});

test.each([{ emailVerified: false }, { email: null }])(
  "an identity without a verified address (%o) is refused",
  async (change) => {
    await expect(resolveIdentity({ ...identity, providerAccountId: "5", ...change }, "en")).rejects.toMatchObject({
      code: "OAUTH_EMAIL_UNVERIFIED",
    });
  },
);

test("a suspended account stays shut for its provider too", async () => {
  const user = await createUser({ email: "shut@example.com", emailVerified: true });
  const shut = { ...identity, providerAccountId: "6", email: "shut@example.com" };
  await resolveIdentity(shut, "en");
  await pool.query(`update "user" set suspended_at = now() where id = $1`, [user.id]);
  await expect(resolveIdentity(shut, "en")).rejects.toMatchObject({ code: "ACCOUNT_SUSPENDED" });
});

test("an address that an account was moved away from makes no second account while the move can be undone", async () => {
  const day = (n: number) => fixedClock(`2026-03-0${n}T10:00:00Z`);
  const user = await createUser({ emailVerified: true });
  const came = { ...identity, providerAccountId: "7", email: user.email };
  await inTransaction(async (connection) => {
    await moveEmail(connection, user.id, `${randomUUID()}@example.com`, day(1).now());
    await issueLink(connection, { userId: user.id, kind: "undo-email", email: user.email }, day(1).now());
  });
  await expect(resolveIdentity(came, "en", day(2))).rejects.toMatchObject({ code: "OAUTH_ADDRESS_HELD" });
  const { rowCount } = await pool.query(`select 1 from "user" where email = $1`, [user.email]);
  expect(rowCount).toBe(0);
  expect(await resolveIdentity(came, "en", day(9))).not.toBe(user.id);
});
