import { setTimeout as sleep } from "node:timers/promises";
import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { type Connection, inTransaction } from "@tidao/prisma";
import { expiryOf, findLink, issueLink, replaceLinks, useLink } from "../links/link.repo";
import { queueMail, type Recipient } from "../mail/outbox.repo";
import { hashPassword } from "../password/password-hash";
import { assertStrongPassword } from "../password/password-policy";
import { revokeAllSessions } from "../session/session.repo";
import { countLinkFrom, countMailFrom, countMailTo } from "../throttle/attempts";
import { type AccountContext, byLink } from "./account-act";
import { normaliseEmail } from "./email";
import { findOwnerByEmail, getOwner, lockOwner, markVerified, setPassword } from "./owner.repo";

const DAY_MS = 86_400_000;
/** Longer than the work that only an existing account causes. */
const SAME_TIME_MS = 250;

/**
 * Mails a link by which the owner sets a new password. Neither the answer nor its time tells whether there is such an
 * account. @throws TOO_MANY_REQUESTS, INPUT_INVALID for what is no address
 */
export async function requestPasswordReset(
  { email: typed }: { email: string },
  { clock, peer }: Pick<AccountContext, "clock" | "peer">,
): Promise<void> {
  const email = normaliseEmail(typed);
  await countMailFrom(peer);
  await countMailTo(email);
  const work = inTransaction(async (connection) => {
    const owner = await findOwnerByEmail(email, connection);
    if (owner && !owner.suspended) await mailPasswordLink(connection, owner, clock.now());
  });
  await Promise.all([work, sleep(SAME_TIME_MS)]);
}

/** The same for somebody who is signed in, and perhaps has no password yet. @throws TOO_MANY_REQUESTS */
export async function mailOwnPasswordLink(actor: UserActor, { clock }: { clock: Clock }): Promise<void> {
  await countMailTo(actor.email);
  await inTransaction(async (connection) =>
    mailPasswordLink(connection, await lockOwner(connection, actor.id), clock.now()),
  );
}

export async function mailPasswordLink(connection: Connection, to: Recipient, now: Date): Promise<void> {
  const token = await issueLink(connection, { userId: to.id, kind: "reset", email: to.email }, now);
  await queueMail(
    connection,
    { to, kind: "reset", params: { name: to.name, token }, expiresAt: expiryOf("reset", now) },
    now,
  );
}

/**
 * Sets the password by a mailed link. All sessions end, the address counts as verified (the mail arrived there), and the
 * owner is told. @throws LINK_INVALID, PASSWORD_TOO_WEAK
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  { clock, peer, record }: AccountContext,
): Promise<void> {
  await countLinkFrom(peer);
  const now = clock.now();
  const { state, userId } = await findLink("reset", token, now);
  if (state !== "open" || userId === null) throw new DomainError("LINK_INVALID", { reason: state });
  // before the link is used: a password that is refused must not cost it
  assertStrongPassword(password, (await getOwner(userId)).email);
  const hash = await hashPassword(password);
  await inTransaction(async (connection) => {
    const { email, owner } = await useLink(connection, "reset", token, now);
    // asked for while the account was being moved to another address
    if (!(await markVerified(connection, userId, email, now)))
      throw new DomainError("LINK_INVALID", { reason: "replaced" });
    await setPassword(connection, userId, hash);
    await replaceLinks(connection, userId, ["change-email"], now);
    const ended = await revokeAllSessions(userId, { on: connection });
    await record(
      connection,
      byLink,
      { action: "user.passwordReset", resource: ["user", userId], detail: { ended } },
      now,
    );
    await mailPasswordChanged(connection, owner, now);
  });
}

export const mailPasswordChanged = (connection: Connection, to: Recipient, now: Date): Promise<void> =>
  queueMail(
    connection,
    {
      to,
      kind: "passwordChanged",
      params: { name: to.name, at: now.toISOString() },
      expiresAt: new Date(now.getTime() + 3 * DAY_MS),
    },
    now,
  );
