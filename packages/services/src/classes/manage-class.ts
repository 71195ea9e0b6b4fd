import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { recordAudit } from "../audit/record-audit";
import { classInput, type classListDto, type classSummary, classSummaryDto, className } from "./class.dto";
import { endMembership, getOpenClassRow, getTaughtClassRow, insertClass, listTaughtClassRows, updateClassRow } from "./class.repo";
import { newJoinCode } from "./join-code";

type Context = { clock: Clock };
type Summary = z.infer<typeof classSummary>;

/** `id` is made once for one press of the button: the same again gives the class that the first press made. */
export const createClassInput = z.strictObject({ id: z.uuid().optional(), name: className });
/** A new class with its join code; its maker teaches it. */
export async function createClass(actor: UserActor, { id = randomUUID(), name }: z.infer<typeof createClassInput>, { clock }: Context): Promise<Summary> {
  return inTransaction(async (connection) => {
    if (await insertClass(connection, { id, name, ownerId: actor.id, joinCode: newJoinCode(), at: clock.now() }))
      await recordAudit(connection, actor, { action: "class.created", resource: ["class", id], detail: { name } }, clock.now());
    return classSummaryDto(await getTaughtClassRow(actor.id, id, connection));
  });
}

export async function listClasses(actor: UserActor, _: object, { clock }: Context): Promise<z.infer<typeof classListDto>> {
  const rows = await listTaughtClassRows(actor.id, clock.now());
  return rows.map(({ open, nextDueAt, ...row }) => ({ ...classSummaryDto(row), open, nextDueAt: nextDueAt?.toISOString() ?? null }));
}

/** @throws NOT_FOUND for another instructor's class */
export async function getClass(actor: UserActor, { classId }: z.infer<typeof classInput>, _: Context): Promise<Summary> {
  return classSummaryDto(await getTaughtClassRow(actor.id, classId));
}

export const updateClassInput = classInput.extend({ name: className.optional(), archived: z.boolean().optional(), renewJoinCode: z.boolean().optional() });
/**
 * Renames, archives or brings back a class, or gives it a new join code (the old one stops working).
 * @throws NOT_FOUND, and CLASS_ARCHIVED for a change of a class that stays archived
 */
export async function updateClass(actor: UserActor, input: z.infer<typeof updateClassInput>, { clock }: Context): Promise<Summary> {
  const { classId, ...change } = input;
  return inTransaction(async (connection) => {
    const changesMore = change.name !== undefined || change.renewJoinCode === true;
    await (change.archived !== false && changesMore ? getOpenClassRow : getTaughtClassRow)(actor.id, classId, connection);
    await updateClassRow(connection, classId, {
      name: change.name,
      joinCode: change.renewJoinCode ? newJoinCode() : undefined,
      archivedAt: change.archived === undefined ? undefined : change.archived ? clock.now() : null,
    });
    await recordAudit(connection, actor, { action: "class.updated", resource: ["class", classId], detail: change }, clock.now());
    return classSummaryDto(await getTaughtClassRow(actor.id, classId, connection));
  });
}

export const removeMemberInput = classInput.extend({ userId: z.uuid() });
/** Takes a learner out of the class; their work stays and returns when they join again. @throws NOT_FOUND, CLASS_ARCHIVED */
export async function removeMember(actor: UserActor, { classId, userId }: z.infer<typeof removeMemberInput>, { clock }: Context): Promise<null> {
  return inTransaction(async (connection) => {
    await getOpenClassRow(actor.id, classId, connection);
    if (!(await endMembership(connection, classId, userId, clock.now()))) throw new DomainError("NOT_FOUND", { what: "member" });
    await recordAudit(connection, actor, { action: "class.memberRemoved", resource: ["class", classId], detail: { userId } }, clock.now());
    return null;
  });
}
