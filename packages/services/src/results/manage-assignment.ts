import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { type Connection, inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { recordAudit } from "../audit/record-audit";
import { classInput } from "../classes/class.dto";
import { getOpenClassRow } from "../classes/class.repo";
import { getSetRow } from "../sets/set.repo";
import {
  deleteOverride, getClassLearner, getTaughtAssignment, insertAssignment, listClassAssignmentRows, isStoredAs, lockTaughtAssignment, type NewAssignment, type TaughtAssignmentRow, updateAssignmentRow, upsertOverride,
} from "./assignment-admin.repo";

type Context = { clock: Clock };
const instant = z.iso.datetime({ offset: true });
const title = z.string().trim().min(1).max(160);
const attempts = z.number().int().min(1).max(20);
const feedback = z.enum(["immediately", "after_due", "never"]);

export const taughtAssignment = z.strictObject({
  id: z.string(), classId: z.string(), className: z.string(), classArchived: z.boolean(), title: z.string(), opensAt: z.string(), dueAt: z.string(), attempts: z.number().int(), feedback,
  shuffle: z.boolean(), archived: z.boolean(), questions: z.number().int(), points: z.number().int(), learners: z.number().int(), started: z.number().int(), finished: z.number().int(),
});
export const taughtAssignmentListDto = z.array(taughtAssignment);
export const taughtAssignmentDto = ({ opensAt, dueAt, archivedAt, ...row }: TaughtAssignmentRow): z.infer<typeof taughtAssignment> => ({
  ...row,
  opensAt: opensAt.toISOString(),
  dueAt: dueAt.toISOString(),
  archived: archivedAt !== null,
});

export async function listClassAssignments(actor: UserActor, { classId }: z.infer<typeof classInput>, _: Context) {
  return (await listClassAssignmentRows(actor.id, classId)).map(taughtAssignmentDto);
}

export const createAssignmentInput = classInput.extend({
  /** Made once for one press of the button: the same again gives the assignment that the first press made. */
  id: z.uuid().optional(),
  setId: z.uuid(), title, opensAt: instant, dueAt: instant, attempts: attempts.default(1), feedback: feedback.default("after_due"), shuffle: z.boolean().default(true),
});
/**
 * Assigns a set to a class: the set is copied, later edits of it change nothing here.
 * @throws NOT_FOUND, CLASS_ARCHIVED, SET_EMPTY, DUE_BEFORE_OPEN; ASSIGNED_BEFORE when the press was stored before, its answer lost
 * and the form changed since: neither is a second assignment wanted nor may the change be dropped in silence
 */
export async function createAssignment(actor: UserActor, input: z.infer<typeof createAssignmentInput>, { clock }: Context): Promise<z.infer<typeof taughtAssignment>> {
  const { id = randomUUID(), ...detail } = input;
  const [opensAt, dueAt] = [new Date(input.opensAt), new Date(input.dueAt)];
  if (dueAt <= opensAt) throw new DomainError("DUE_BEFORE_OPEN");
  return inTransaction(async (connection) => {
    await getOpenClassRow(actor.id, input.classId, connection);
    await getSetRow(actor.id, input.setId, connection);
    if (await insertAssignment(connection, { ...input, id, opensAt, dueAt, createdBy: actor.id, at: clock.now() }))
      await recordAudit(connection, actor, { action: "assignment.created", resource: ["assignment", id], detail }, clock.now());
    else await assertSamePress(actor, { ...input, id, opensAt, dueAt }, connection);
    return taughtAssignmentDto(await getTaughtAssignment(actor.id, id, connection));
  });
}

async function assertSamePress(actor: UserActor, wanted: NewAssignment, connection: Connection): Promise<void> {
  const { title } = await getTaughtAssignment(actor.id, wanted.id, connection);
  if (!(await isStoredAs(connection, wanted))) throw new DomainError("ASSIGNED_BEFORE", { title });
}

export const assignmentIdInput = z.strictObject({ assignmentId: z.uuid() });
export const updateAssignmentInput = assignmentIdInput.extend({
  title: title.optional(), opensAt: instant.optional(), dueAt: instant.optional(), attempts: attempts.optional(), feedback: feedback.optional(), archived: z.boolean().optional(),
});
/** @throws NOT_FOUND, CLASS_ARCHIVED, DUE_BEFORE_OPEN */
export async function updateAssignment(actor: UserActor, input: z.infer<typeof updateAssignmentInput>, { clock }: Context): Promise<z.infer<typeof taughtAssignment>> {
  const { assignmentId, archived, opensAt, dueAt, ...rest } = input;
  return inTransaction(async (connection) => {
    const before = await lockTaughtAssignment(actor.id, assignmentId, connection);
    await getOpenClassRow(actor.id, before.classId, connection);
    const times = { opensAt: opensAt ? new Date(opensAt) : undefined, dueAt: dueAt ? new Date(dueAt) : undefined };
    if ((times.dueAt ?? before.dueAt) <= (times.opensAt ?? before.opensAt)) throw new DomainError("DUE_BEFORE_OPEN");
    await updateAssignmentRow(connection, assignmentId, { ...rest, ...times, archivedAt: archived === undefined ? undefined : archived ? clock.now() : null });
    const { assignmentId: _, ...change } = input;
    await recordAudit(connection, actor, { action: "assignment.updated", resource: ["assignment", assignmentId], detail: change }, clock.now());
    return taughtAssignmentDto(await getTaughtAssignment(actor.id, assignmentId, connection));
  });
}

export const setOverrideInput = assignmentIdInput.extend({
  userId: z.uuid(), dueAt: instant.nullable(), attempts: attempts.nullable(), reason: z.string().trim().min(1).max(400),
});
/** More time or attempts for one learner; only the fields that are named change, and the reason is kept. @throws NOT_FOUND, CLASS_ARCHIVED, DUE_BEFORE_OPEN; EXTENSION_EMPTY when none is named */
export async function setOverride(actor: UserActor, input: z.infer<typeof setOverrideInput>, { clock }: Context): Promise<null> {
  return inTransaction(async (connection) => {
    const assignment = await lockTaughtAssignment(actor.id, input.assignmentId, connection);
    await getOpenClassRow(actor.id, assignment.classId, connection);
    await getClassLearner(assignment.classId, input.userId, connection);
    if (input.dueAt === null && input.attempts === null) throw new DomainError("EXTENSION_EMPTY");
    const dueAt = input.dueAt ? new Date(input.dueAt) : null;
    if (dueAt && dueAt <= assignment.opensAt) throw new DomainError("DUE_BEFORE_OPEN");
    await upsertOverride(connection, { ...input, dueAt, createdBy: actor.id, at: clock.now() });
    const { assignmentId, userId, ...change } = input;
    await recordAudit(
      connection,
      actor,
      { action: "assignment.overridden", resource: ["assignment", assignmentId], detail: { userId, dueAt: change.dueAt, attempts: change.attempts }, personal: { userId, values: { reason: change.reason } } },
      clock.now(),
    );
    return null;
  });
}

export const removeOverrideInput = assignmentIdInput.extend({ userId: z.uuid() });
/** The assignment holds again for this learner as it does for the class. @throws NOT_FOUND, CLASS_ARCHIVED */
export async function removeOverride(actor: UserActor, { assignmentId, userId }: z.infer<typeof removeOverrideInput>, { clock }: Context): Promise<null> {
  return inTransaction(async (connection) => {
    const assignment = await getTaughtAssignment(actor.id, assignmentId, connection);
    await getOpenClassRow(actor.id, assignment.classId, connection);
    await getClassLearner(assignment.classId, userId, connection);
    await deleteOverride(connection, assignmentId, userId);
    await recordAudit(connection, actor, { action: "assignment.overrideRemoved", resource: ["assignment", assignmentId], detail: { userId } }, clock.now());
    return null;
  });
}
