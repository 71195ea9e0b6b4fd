import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { expiryOf, isHeldForUndo, issueLink, replaceLinks, useLink } from "../links/link.repo";
import { queueMail } from "../mail/outbox.repo";
import { revokeAllSessions } from "../session/session.repo";
import { countLinkFrom, countMailFrom, countMailTo } from "../throttle/attempts";
import { type AccountContext, byLink } from "./account-act";
import { normaliseEmail } from "./email";
import { assertOwnPassword } from "./own-password";
import { findOwnerByEmail, getOwner, lockOwner, moveEmail, removeLinkedSince, setPassword } from "./owner.repo";
import { mailPasswordLink } from "./reset-password";

/**
 * Asks the new address whether it wants the account; nothing changes until it says yes. Whether the address has an
 * account already is told to its owner alone. @throws CURRENT_PASSWORD_WRONG, INPUT_INVALID, TOO_MANY_REQUESTS
 */
export async function requestEmailChange(
  actor: UserActor,
  { email: typed, password }: { email: string; password: string },
  { clock, peer }: Pick<AccountContext, "clock" | "peer">,
): Promise<void> {
  const email = normaliseEmail(typed);
  if (email === actor.email) throw new DomainError("INPUT_INVALID", { field: "email" });
  await assertOwnPassword(await getOwner(actor.id), password, peer);
  await countMailFrom(peer);
  await countMailTo(email);
  const now = clock.now();
  await inTransaction(async (connection) => {
    const owner = await lockOwner(connection, actor.id);
    const token = await issueLink(connection, { userId: owner.id, kind: "change-email", email }, now);
    const expiresAt = expiryOf("change-email", now);
    const holder = await findOwnerByEmail(email, connection);
    if (holder)
      await queueMail(connection, { to: holder, kind: "emailInUse", params: { name: holder.name }, expiresAt }, now);
    else
      await queueMail(
        connection,
        { to: owner, address: email, kind: "changeEmail", params: { name: owner.name, token }, expiresAt },
        now,
      );
  });
}

/** The change that was asked for is no longer wanted: its link is void. */
export const cancelEmailChange = (actor: UserActor, { clock }: { clock: Clock }): Promise<void> =>
  inTransaction((connection) => replaceLinks(connection, actor.id, ["change-email"], clock.now()));

/**
 * The new address has said yes. The old one is told, with a link that undoes it, if it was ever verified: an address that
 * was mistyped at sign-up belongs to a stranger, who must not get the account. @throws LINK_INVALID, EMAIL_TAKEN
 */
export async function confirmEmailChange(
  { token }: { token: string },
  { clock, peer, record }: AccountContext,
): Promise<void> {
  await countLinkFrom(peer);
  const now = clock.now();
  await inTransaction(async (connection) => {
    const { userId, email, owner: before } = await useLink(connection, "change-email", token, now);
    await moveEmail(connection, userId, email, now);
    if (await isHeldForUndo(email, now, connection, userId)) throw new DomainError("EMAIL_TAKEN");
    await replaceLinks(connection, userId, ["verify", "reset"], now);
    const values = { from: before.email, to: email };
    await record(
      connection,
      byLink,
      { action: "user.emailChanged", resource: ["user", userId], personal: { userId, values } },
      now,
    );
    if (!before.emailVerified) return;
    const undo = await issueLink(connection, { userId, kind: "undo-email", email: before.email }, now);
    const params = { name: before.name, email, token: undo, at: now.toISOString() };
    await queueMail(
      connection,
      { to: before, kind: "emailChanged", params, expiresAt: expiryOf("undo-email", now) },
      now,
    );
  });
}

/**
 * "That was not me", from the old address: it has the account again. Whoever changed it knew the password, so that is
 * void, sessions end, what was linked since is unlinked, and a link for a new password is on its way.
 * @throws LINK_INVALID, EMAIL_TAKEN
 */
export async function undoEmailChange(
  { token }: { token: string },
  { clock, peer, record }: AccountContext,
): Promise<void> {
  await countLinkFrom(peer);
  const now = clock.now();
  await inTransaction(async (connection) => {
    const { userId, email, createdAt, owner: before } = await useLink(connection, "undo-email", token, now);
    await moveEmail(connection, userId, email, now);
    await setPassword(connection, userId, null);
    await removeLinkedSince(connection, userId, createdAt);
    await replaceLinks(connection, userId, ["verify", "reset", "change-email"], now);
    // what was changed after this is void with it; an address from before it comes first and keeps its link
    await replaceLinks(connection, userId, ["undo-email"], now, createdAt);
    const ended = await revokeAllSessions(userId, { on: connection });
    const personal = { userId, values: { from: before.email, to: email } };
    await record(
      connection,
      byLink,
      { action: "user.emailChangeUndone", resource: ["user", userId], detail: { ended }, personal },
      now,
    );
    await mailPasswordLink(connection, { ...before, email }, now);
  });
}
