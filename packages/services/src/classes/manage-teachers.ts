import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { recordAudit } from "../audit/record-audit";
import { classInput } from "./class.dto";
import { endTeaching, findInstructorByEmail, getOpenClassRow, insertTeacher, lockOwner } from "./class.repo";

type Context = { clock: Clock };
export const instructorEmail = z.string().trim().toLowerCase().max(254);

export const addTeacherInput = classInput.extend({ email: instructorEmail });
/**
 * Another instructor teaches in an own class from now on; a learner of it who is one too becomes a teacher. Twice changes nothing.
 * @throws NOT_FOUND for a class of somebody else, CLASS_ARCHIVED; HANDOVER_UNKNOWN unless the address is another instructor's
 */
export async function addTeacher(actor: UserActor, { classId, email }: z.infer<typeof addTeacherInput>, { clock }: Context): Promise<null> {
  return inTransaction(async (connection) => {
    if ((await lockOwner(connection, actor.id, classId)) !== actor.id) throw new DomainError("NOT_FOUND", { what: "class" });
    await getOpenClassRow(actor.id, classId, connection);
    const userId = await findInstructorByEmail(connection, email);
    if (!userId || userId === actor.id) throw new DomainError("HANDOVER_UNKNOWN");
    if (await insertTeacher(connection, { classId, userId, at: clock.now() }))
      await recordAudit(connection, actor, { action: "class.teacherAdded", resource: ["class", classId], detail: { userId } }, clock.now());
    return null;
  });
}

export const removeTeacherInput = classInput.extend({ userId: z.uuid() });
/**
 * The owner takes a colleague out of the class, or a colleague leaves it. Who owns it stays until it is handed over.
 * @throws NOT_FOUND for a class that the actor does not teach, and for a teacher whom they cannot take out
 */
export async function removeTeacher(actor: UserActor, { classId, userId }: z.infer<typeof removeTeacherInput>, { clock }: Context): Promise<null> {
  return inTransaction(async (connection) => {
    const ownerId = await lockOwner(connection, actor.id, classId);
    const may = userId !== ownerId && (actor.id === ownerId || actor.id === userId);
    if (!may || !(await endTeaching(connection, classId, userId, clock.now()))) throw new DomainError("NOT_FOUND", { what: "member" });
    await recordAudit(connection, actor, { action: "class.teacherRemoved", resource: ["class", classId], detail: { userId } }, clock.now());
    return null;
  });
}
