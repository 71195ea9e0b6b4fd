import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock, type LinkKind, type MailKind } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getLink } from "../links/get-link";
import { actorFromCookie } from "../session/actor-from-cookie";
import { cookieHeaderFor, createUser } from "../testing";
import type { AccountAct } from "./account-act";
import { cancelEmailChange, confirmEmailChange, requestEmailChange, undoEmailChange } from "./change-email";
import { changePassword } from "./change-password";
import { getAccount } from "./get-account";
import { mailOwnPasswordLink, requestPasswordReset, resetPassword } from "./reset-password";
import { verifySignIn } from "./sign-in";
import { signUp } from "./sign-up";
import { resendVerification, verifyEmail } from "./verify-email";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const password = "tulip-under-stairs";
const other = "lantern behind the bakery";
let acts: AccountAct[] = [];
let network = 1;
/** Each moment comes from another network: limits have tests of their own. */
const at = (iso: string) => ({
  clock: fixedClock(iso),
  peer: `198.51.${++network % 250}.7`,
  record: (_: unknown, __: unknown, act: AccountAct) => Promise.resolve(void acts.push(act)),
});
const monday = "2026-03-02T10:00:00Z";
const later = (minutes: number) => at(new Date(Date.parse(monday) + minutes * 60_000).toISOString());
beforeEach(() => {
  acts = [];
});

interface Mail {
  address: string;
  kind: MailKind;
  token?: string;
}
async function mailsTo(userId: string): Promise<Mail[]> {
  const { rows } = await pool.query<Mail>(
    `select address, kind, params->>'token' as token from mail_outbox where user_id = $1 order by id`,
    [userId],
  );
  return rows;
}
const newest = async (userId: string, kind: MailKind) =>
  (await mailsTo(userId)).findLast((mail) => mail.kind === kind)?.token ?? "";
async function person(options: { verified?: boolean; password?: string | null } = {}) {
  const { verified = true, password: word = password } = options;
  const user = await createUser({ emailVerified: verified, ...(word === null ? {} : { password: word }) });
  const cookie = await cookieHeaderFor(user.id);
  const actor = (await actorFromCookie(cookie)) as UserActor;
  const isIn = async (header = cookie) => (await actorFromCookie(header)).kind === "user";
  return { ...user, actor, cookie, isIn };
}
const signsIn = (email: string, word: string) =>
  verifySignIn({ email, password: word, peer: `203.0.113.${++network % 250}` }, () => Promise.resolve());
const invalid = (reason: string) => ({ code: "LINK_INVALID", params: { reason } });

describe("proving an address", () => {
  test("who signs up gets a mail with a link, and its link proves the address", async () => {
    const email = `${randomUUID()}@example.com`;
    const { userId } = await signUp({ email, password, name: "Ada", locale: "en" }, later(0).clock);
    expect((await mailsTo(userId)).map((m) => [m.address, m.kind])).toEqual([[email, "verify"]]);
    await verifyEmail({ token: await newest(userId, "verify") }, later(5));
    const { rows } = await pool.query(`select email_verified_at from "user" where id = $1`, [userId]);
    expect(rows[0].email_verified_at).toEqual(later(5).clock.now());
  });
  test("only a hash of the link is stored beside the account", async () => {
    const me = await person({ verified: false });
    await resendVerification(me.actor, later(0));
    const token = await newest(me.id, "verify");
    const { rows } = await pool.query<{ hash: Buffer }>(`select hash from account_token where user_id = $1`, [me.id]);
    expect(rows.map(({ hash }) => hash.length)).toEqual([32]);
    expect(rows[0]!.hash.toString("base64url")).not.toBe(token);
  });
  test("the link of an address that was changed meanwhile proves nothing", async () => {
    const me = await person({ verified: false });
    await resendVerification(me.actor, later(0));
    await pool.query(`update "user" set email = $2 where id = $1`, [me.id, `${randomUUID()}@example.com`]);
    await expect(verifyEmail({ token: await newest(me.id, "verify") }, later(1))).rejects.toMatchObject(
      invalid("replaced"),
    );
  });
  test("asking again is limited, and nothing is sent to an address that is verified", async () => {
    const me = await person({ verified: false });
    for (let i = 0; i < 5; i++) await resendVerification(me.actor, later(i));
    await expect(resendVerification(me.actor, later(6))).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    const proved = await person();
    await resendVerification(proved.actor, later(0));
    expect(await mailsTo(proved.id)).toEqual([]);
  });
});

describe("a link", () => {
  const askFor = async (me: Awaited<ReturnType<typeof person>>, minute = 0) => {
    await requestPasswordReset({ email: me.email }, later(minute));
    return newest(me.id, "reset");
  };
  const state = (token: string, minute: number, kind: LinkKind = "reset") =>
    getLink({ kind, token }, later(minute).clock.now());

  test("is not used up by being looked at", async () => {
    const token = await askFor(await person());
    expect([await state(token, 1), await state(token, 2)]).toEqual(["open", "open"]);
    await resetPassword({ token, password: other }, later(3));
    expect(await state(token, 4)).toBe("used");
  });
  test("works once, and says so the second time", async () => {
    const token = await askFor(await person());
    await resetPassword({ token, password: other }, later(1));
    await expect(resetPassword({ token, password: "a third pass phrase" }, later(2))).rejects.toMatchObject(
      invalid("used"),
    );
  });
  test("pressed twice at once is used once", async () => {
    const me = await person();
    const token = await askFor(me);
    const results = await Promise.allSettled([1, 2].map(() => resetPassword({ token, password: other }, later(1))));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await mailsTo(me.id)).filter((m) => m.kind === "passwordChanged")).toHaveLength(1);
  });
  test.each([
    [59, "open"],
    [60, "expired"],
  ])("for a new password is, after %i minutes, %s", async (minute, expected) => {
    const token = await askFor(await person());
    expect(await state(token, minute)).toBe(expected);
    if (expected === "expired")
      await expect(resetPassword({ token, password: other }, later(minute))).rejects.toMatchObject(invalid("expired"));
  });
  test("is void when a newer one was sent", async () => {
    const me = await person();
    const first = await askFor(me);
    const second = await askFor(me, 1);
    await expect(resetPassword({ token: first, password: other }, later(2))).rejects.toMatchObject(invalid("replaced"));
    await resetPassword({ token: second, password: other }, later(2));
  });
  test("of one kind does not open another, and a made-up one opens nothing", async () => {
    const token = await askFor(await person());
    await expect(verifyEmail({ token }, later(1))).rejects.toMatchObject(invalid("unknown"));
    for (const made of ["", "x".repeat(43), "'; drop table account_token"])
      await expect(resetPassword({ token: made, password: other }, later(1))).rejects.toMatchObject(invalid("unknown"));
  });
  test("changes the account it was sent for and nobody else's", async () => {
    const [me, bystander] = [await person(), await person()];
    await resetPassword({ token: await askFor(me), password: other }, later(1));
    expect([await me.isIn(), await bystander.isIn()]).toEqual([false, true]);
    await signsIn(bystander.email, password);
  });
  test("is not lost to a password that is refused", async () => {
    const token = await askFor(await person());
    await expect(resetPassword({ token, password: "1234567890" }, later(1))).rejects.toMatchObject({
      code: "PASSWORD_TOO_WEAK",
    });
    await resetPassword({ token, password: other }, later(2));
  });
});

describe("a forgotten password", () => {
  test("is set anew: every device is out, the old one opens nothing, the owner is told and the address counts as proved", async () => {
    const me = await person({ verified: false });
    await requestPasswordReset({ email: ` ${me.email.toUpperCase()}` }, later(0));
    await resetPassword({ token: await newest(me.id, "reset"), password: other }, later(1));
    expect(await me.isIn()).toBe(false);
    await expect(signsIn(me.email, password)).rejects.toMatchObject({ code: "CREDENTIALS_WRONG" });
    expect(await signsIn(me.email, other)).toBe(me.id);
    expect((await mailsTo(me.id)).map((m) => m.kind)).toEqual(["reset", "passwordChanged"]);
    expect(await getAccount(me.actor, later(2))).toMatchObject({ emailVerified: true });
    expect(acts).toEqual([{ action: "user.passwordReset", resource: ["user", me.id], detail: { ended: 1 } }]);
  });
  test("gets the same answer in the same time for an address that nobody has, and for a suspended account", async () => {
    const took: number[] = [];
    const banned = await createUser({ password, suspended: true });
    for (const email of [(await person()).email, `${randomUUID()}@example.com`, banned.email]) {
      const began = performance.now();
      expect(await requestPasswordReset({ email }, later(0))).toBeUndefined();
      took.push(performance.now() - began);
    }
    expect(Math.min(...took)).toBeGreaterThan(240);
    expect(await mailsTo(banned.id)).toEqual([]);
  });
  test("can be asked for five times an hour, whether there is such an account or not", async () => {
    for (const email of [(await person()).email, `${randomUUID()}@example.com`]) {
      for (let i = 0; i < 5; i++) await requestPasswordReset({ email }, later(i));
      await expect(requestPasswordReset({ email }, later(6))).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    }
  });
  test("is not set by a link that went to an address which the account has left", async () => {
    const me = await person();
    await requestPasswordReset({ email: me.email }, later(0));
    await pool.query(`update "user" set email = $2 where id = $1`, [me.id, `${randomUUID()}@example.com`]);
    await expect(
      resetPassword({ token: await newest(me.id, "reset"), password: other }, later(1)),
    ).rejects.toMatchObject(invalid("replaced"));
    expect(await me.isIn()).toBe(true);
  });
  test("is how somebody who came through a provider gets a first one", async () => {
    const me = await person({ password: null });
    expect(await getAccount(me.actor, later(0))).toMatchObject({ hasPassword: false });
    await mailOwnPasswordLink(me.actor, later(0));
    await resetPassword({ token: await newest(me.id, "reset"), password }, later(1));
    expect(await signsIn(me.email, password)).toBe(me.id);
  });
});

describe("changing the password", () => {
  test("needs the old one, ends the other devices where that is wanted, and voids a link for a new one", async () => {
    const me = await person();
    await requestPasswordReset({ email: me.email }, later(0));
    const elsewhere = await cookieHeaderFor(me.id);
    await expect(
      changePassword(me.actor, { current: "not this one", next: other, endOthers: true }, later(1)),
    ).rejects.toMatchObject({ code: "CURRENT_PASSWORD_WRONG" });
    expect(await me.isIn(elsewhere)).toBe(true);
    expect(await changePassword(me.actor, { current: password, next: other, endOthers: true }, later(2))).toBe(1);
    expect([await me.isIn(), await me.isIn(elsewhere)]).toEqual([true, false]);
    await expect(resetPassword({ token: await newest(me.id, "reset"), password }, later(3))).rejects.toMatchObject(
      invalid("replaced"),
    );
    expect((await mailsTo(me.id)).at(-1)?.kind).toBe("passwordChanged");
  });
  test("refuses the one that it is already, and says of a wrong one that it has a space around it", async () => {
    const me = await person();
    const change = (current: string, next: string) =>
      changePassword(me.actor, { current, next, endOthers: false }, later(0));
    await expect(change(password, password)).rejects.toMatchObject({ code: "PASSWORD_UNCHANGED" });
    await expect(change(`${password} `, other)).rejects.toMatchObject({
      code: "CURRENT_PASSWORD_WRONG",
      params: { spaced: "yes" },
    });
    expect((await mailsTo(me.id)).map(({ kind }) => kind)).not.toContain("passwordChanged");
  });
  test("leaves the other devices where that is wanted", async () => {
    const me = await person();
    const elsewhere = await cookieHeaderFor(me.id);
    expect(await changePassword(me.actor, { current: password, next: other, endOthers: false }, later(0))).toBe(0);
    expect(await me.isIn(elsewhere)).toBe(true);
  });
});

describe("changing the address", () => {
  const fresh = () => `${randomUUID()}@example.com`;
  async function moved(verified = true) {
    const me = await person({ verified });
    const email = fresh();
    await requestEmailChange(me.actor, { email, password }, later(0));
    await confirmEmailChange({ token: await newest(me.id, "changeEmail") }, later(1));
    return { me, email };
  }
  test("happens when the new address says yes, and not before", async () => {
    const me = await person();
    const email = fresh();
    await requestEmailChange(me.actor, { email, password }, later(0));
    expect(await getAccount(me.actor, later(0))).toMatchObject({ email: me.email, pendingEmail: email });
    expect(await mailsTo(me.id)).toMatchObject([{ address: email, kind: "changeEmail" }]);
    await confirmEmailChange({ token: await newest(me.id, "changeEmail") }, later(1));
    expect(await getAccount(me.actor, later(2))).toMatchObject({ email, emailVerified: true, pendingEmail: null });
    expect(acts).toMatchObject([
      { action: "user.emailChanged", personal: { userId: me.id, values: { from: me.email, to: email } } },
    ]);
    expect((await mailsTo(me.id)).at(-1)).toMatchObject({ address: me.email, kind: "emailChanged" });
  });
  test("needs the password, and can be called off", async () => {
    const me = await person();
    await expect(requestEmailChange(me.actor, { email: fresh(), password: other }, later(0))).rejects.toMatchObject({
      code: "CURRENT_PASSWORD_WRONG",
    });
    await requestEmailChange(me.actor, { email: fresh(), password }, later(1));
    await cancelEmailChange(me.actor, later(2));
    await expect(confirmEmailChange({ token: await newest(me.id, "changeEmail") }, later(3))).rejects.toMatchObject(
      invalid("replaced"),
    );
  });
  test("to somebody else's address tells only its owner that it has an account", async () => {
    const [me, holder] = [await person(), await person()];
    expect(await requestEmailChange(me.actor, { email: holder.email, password }, later(0))).toBeUndefined();
    expect(await getAccount(me.actor, later(0))).toMatchObject({ pendingEmail: holder.email });
    expect(await mailsTo(me.id)).toEqual([]);
    expect(await mailsTo(holder.id)).toMatchObject([{ kind: "emailInUse", token: null }]);
  });
  test("to an address with which somebody signed up meanwhile is refused", async () => {
    const me = await person();
    const email = fresh();
    await requestEmailChange(me.actor, { email, password }, later(0));
    await createUser({ email });
    await expect(confirmEmailChange({ token: await newest(me.id, "changeEmail") }, later(1))).rejects.toMatchObject({
      code: "EMAIL_TAKEN",
    });
  });
  test("is undone from the old address: password void, every device out, a link for a new password on its way", async () => {
    const { me } = await moved();
    await undoEmailChange({ token: await newest(me.id, "emailChanged") }, later(6 * 24 * 60));
    expect(await me.isIn()).toBe(false);
    await expect(signsIn(me.email, password)).rejects.toMatchObject({ code: "CREDENTIALS_WRONG" });
    expect((await mailsTo(me.id)).at(-1)).toMatchObject({ address: me.email, kind: "reset" });
    await resetPassword({ token: await newest(me.id, "reset"), password: other }, later(6 * 24 * 60 + 1));
    expect(await signsIn(me.email, other)).toBe(me.id);
  });
  test("cannot be undone after seven days", async () => {
    const { me } = await moved();
    await expect(
      undoEmailChange({ token: await newest(me.id, "emailChanged") }, later(7 * 24 * 60 + 1)),
    ).rejects.toMatchObject(invalid("expired"));
  });
  test("can be undone by the first owner though whoever took the account moved it on and back", async () => {
    const { me, email } = await moved();
    const undo = await newest(me.id, "emailChanged");
    await requestEmailChange({ ...me.actor, email }, { email: fresh(), password }, later(2));
    await confirmEmailChange({ token: await newest(me.id, "changeEmail") }, later(3));
    await undoEmailChange({ token: await newest(me.id, "emailChanged") }, later(4));
    await resetPassword({ token: await newest(me.id, "reset"), password: other }, later(5));
    await undoEmailChange({ token: undo }, later(6));
    expect(await getAccount(me.actor, later(7))).toMatchObject({ email: me.email });
    await expect(signsIn(email, other)).rejects.toMatchObject({ code: "CREDENTIALS_WRONG" });
  });
  test("once undone, cannot be done again from the address that was taken away", async () => {
    const { me, email } = await moved();
    const undo = await newest(me.id, "emailChanged");
    await requestEmailChange({ ...me.actor, email }, { email: fresh(), password }, later(2));
    await confirmEmailChange({ token: await newest(me.id, "changeEmail") }, later(3));
    await undoEmailChange({ token: undo }, later(4));
    await expect(undoEmailChange({ token: await newest(me.id, "emailChanged") }, later(5))).rejects.toMatchObject(
      invalid("replaced"),
    );
  });
  test("keeps the old address free for as long as it can be undone", async () => {
    const { me } = await moved();
    const squat = (minute: number) =>
      signUp({ email: me.email, password: other, name: "Eve", locale: "en" }, later(minute).clock);
    await expect(squat(2)).rejects.toMatchObject({ code: "EMAIL_TAKEN" });
    await undoEmailChange({ token: await newest(me.id, "emailChanged") }, later(3));
    const { me: gone } = await moved();
    await signUp({ email: gone.email, password: other, name: "Eve", locale: "en" }, later(8 * 24 * 60).clock);
  });
  test("to an address that another account may still be taken back to is refused, and its own way back is not barred", async () => {
    const { me, email } = await moved();
    const other = await person();
    await requestEmailChange(other.actor, { email: me.email, password }, later(2));
    await expect(confirmEmailChange({ token: await newest(other.id, "changeEmail") }, later(3))).rejects.toMatchObject({
      code: "EMAIL_TAKEN",
    });
    expect(await getAccount(other.actor, later(4))).toMatchObject({ email: other.email });
    await requestEmailChange({ ...me.actor, email }, { email: me.email, password }, later(5));
    await confirmEmailChange({ token: await newest(me.id, "changeEmail") }, later(6));
    expect(await getAccount(me.actor, later(7))).toMatchObject({ email: me.email });
  });
  test("is called off when the password changes: whoever asked for it knew the old one", async () => {
    const me = await person();
    await requestEmailChange(me.actor, { email: fresh(), password }, later(0));
    await changePassword(me.actor, { current: password, next: other, endOthers: true }, later(1));
    await expect(confirmEmailChange({ token: await newest(me.id, "changeEmail") }, later(2))).rejects.toMatchObject(
      invalid("replaced"),
    );
  });
  test("takes away what a stranger linked since, when it is undone, and leaves what was there", async () => {
    const me = await person();
    const link = (id: string, when: Date) =>
      pool.query(
        `insert into oauth_account (provider, provider_account_id, user_id, created_at) values ('github', $1, $2, $3)`,
        [id, me.id, when],
      );
    await link(randomUUID(), new Date(Date.parse(monday) - 1000));
    await requestEmailChange(me.actor, { email: fresh(), password }, later(0));
    await confirmEmailChange({ token: await newest(me.id, "changeEmail") }, later(1));
    await link(randomUUID(), later(2).clock.now());
    await undoEmailChange({ token: await newest(me.id, "emailChanged") }, later(3));
    expect((await pool.query(`select 1 from oauth_account where user_id = $1`, [me.id])).rowCount).toBe(1);
  });
  test("gives a mistyped address, which was never proved, no way to the account", async () => {
    const { me } = await moved(false);
    expect((await mailsTo(me.id)).map((m) => m.kind)).toEqual(["changeEmail"]);
  });
});
