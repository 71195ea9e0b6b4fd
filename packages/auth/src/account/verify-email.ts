import type { UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import { DomainError } from "@tidao/kernel";
import { type Connection, inTransaction } from "@tidao/prisma";
import { expiryOf, issueLink, useLink } from "../links/link.repo";
import { queueMail, type Recipient } from "../mail/outbox.repo";
import { countMailTo } from "../throttle/attempts";
import { lockOwner, markVerified } from "./owner.repo";

/** The mail that asks whether an address is really its owner's. */
export async function mailVerification(connection: Connection, to: Recipient, now: Date): Promise<void> {
  const token = await issueLink(connection, { userId: to.id, kind: "verify", email: to.email }, now);
  await queueMail(
    connection,
    { to, kind: "verify", params: { name: to.name, token }, expiresAt: expiryOf("verify", now) },
    now,
  );
}

/** Sends it again; the links before it are void. Does nothing when the address is verified. @throws TOO_MANY_REQUESTS */
export async function resendVerification(actor: UserActor, { clock }: { clock: Clock }): Promise<void> {
  await countMailTo(actor.email);
  await inTransaction(async (connection) => {
    const owner = await lockOwner(connection, actor.id);
    if (!owner.emailVerified) await mailVerification(connection, owner, clock.now());
  });
}

/** The address counts as its owner's from now on. @throws LINK_INVALID */
export function verifyEmail({ token }: { token: string }, { clock }: { clock: Clock }): Promise<void> {
  return inTransaction(async (connection) => {
    const { userId, email } = await useLink(connection, "verify", token, clock.now());
    if (!(await markVerified(connection, userId, email, clock.now())))
      throw new DomainError("LINK_INVALID", { reason: "replaced" });
  });
}
