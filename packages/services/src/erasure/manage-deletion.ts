import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction, pool } from "@tidao/prisma";
import { z } from "zod";
import { recordAudit } from "../audit/record-audit";
import { queueMail } from "../mail/outbox.repo";
import { countActiveAdmins, lockRoles } from "../users/user.repo";
import { assertMayLeave } from "./assert-may-leave";
import { getDeletionRow, listClassesWithOthers, setDeletionRequested } from "./erasure.repo";
import { erasedFrom, waitingDays } from "./waiting-time";

type Context = { clock: Clock };
export const deletionInput = z.strictObject({});
export const deletionDto = z.strictObject({
  /** Null while nobody asked. */
  requestedAt: z.string().nullable(),
  /** From when on everything is erased. */
  erasedFrom: z.string().nullable(),
  waitingDays: z.number().int(),
  /** What confirms it: the account's password, or its address where it has none. */
  confirmBy: z.enum(["password", "email"]),
  /** What stands in the way. */
  lastAdmin: z.boolean(),
  classes: z.array(z.strictObject({ id: z.string(), name: z.string(), learners: z.number().int() })),
});
type Deletion = z.infer<typeof deletionDto>;

/** How the deletion of the actor's account stands, and what has to be done before. */
export async function getDeletion(actor: UserActor, _: z.infer<typeof deletionInput>, __: Context): Promise<Deletion> {
  const [row, classes] = await Promise.all([getDeletionRow(actor.id), listClassesWithOthers(actor.id)]);
  if (!row) throw new DomainError("NOT_FOUND", { what: "user" });
  return {
    requestedAt: row.requestedAt?.toISOString() ?? null,
    erasedFrom: row.requestedAt && erasedFrom(row.requestedAt).toISOString(),
    waitingDays,
    confirmBy: row.hasPassword ? "password" : "email",
    lastAdmin: row.admin && (await countActiveAdmins(pool)) <= 1,
    classes,
  };
}

/**
 * Asks for the actor's account to be erased when the waiting time is over; who asks has been confirmed by the caller.
 * Asking twice keeps the first date.
 * The account's address is told, with the way back.
 * @throws LAST_ADMIN, CLASSES_OWNED
 */
export async function requestDeletion(actor: UserActor, context: Context): Promise<Deletion> {
  await inTransaction(async (connection) => {
    await lockRoles(connection);
    const row = await getDeletionRow(actor.id, connection, true);
    if (!row) throw new DomainError("NOT_FOUND", { what: "user" });
    if (row.requestedAt) return;
    await assertMayLeave(connection, actor.id, row);
    const now = context.clock.now();
    await setDeletionRequested(connection, actor.id, now);
    // whoever holds a device that was left signed in must not make an account vanish unseen
    const { id: userId, email: address, name, locale, zone } = actor;
    const at = erasedFrom(now);
    await queueMail(connection, { userId, address, kind: "deletionRequested", locale, zone, params: { name, at: at.toISOString() }, expiresAt: at }, now);
    await recordAudit(connection, actor, { action: "user.deletionRequested", resource: ["user", actor.id] }, now);
  });
  return getDeletion(actor, {}, context);
}

/** Takes it back; when nobody asked, nothing changes. */
export async function cancelDeletion(actor: UserActor, _: z.infer<typeof deletionInput>, context: Context): Promise<Deletion> {
  await inTransaction(async (connection) => {
    const now = context.clock.now();
    if (await setDeletionRequested(connection, actor.id, null))
      await recordAudit(connection, actor, { action: "user.deletionCancelled", resource: ["user", actor.id] }, now);
  });
  return getDeletion(actor, {}, context);
}
