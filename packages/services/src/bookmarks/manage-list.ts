import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { assertMayKeepQuestion } from "../exposure/seen-question.repo";
import { listIdInput, type listSummary, listSummaryDto } from "./list-lists";
import { deleteItem, getListRow, insertItem, insertList, lockList, renameList, setItemOrder, setListDeleted, setListOrder } from "./list.repo";

type Context = { clock: Clock };
type Summary = z.infer<typeof listSummary>;
export const mostLists = 100;
export const mostItems = 200;
const name = z.string().trim().min(1).max(120).regex(/^[^\0]*$/);
const questionId = z.string().max(80);

/** The id is made by the browser, so that a repeated call makes one list. */
export const createListInput = listIdInput.extend({ name });
/** @throws KEPT_TOO_MANY; NOT_FOUND when the id is somebody else's */
export async function createList(actor: UserActor, { listId, name }: z.infer<typeof createListInput>, { clock }: Context): Promise<Summary> {
  return inTransaction(async (connection) => {
    const row = { id: listId, subjectId: actor.subjectId, name, at: clock.now(), most: mostLists };
    if (!(await insertList(connection, row))) throw new DomainError("KEPT_TOO_MANY", { most: mostLists });
    return listSummaryDto(await getListRow(actor.subjectId, listId, connection));
  });
}

export const updateListInput = listIdInput.extend({
  name: name.optional(),
  /** The list in its new order; what was put in meanwhile and is not named stays, behind. */
  questionIds: z
    .array(questionId)
    .max(mostItems)
    .refine((ids) => new Set(ids).size === ids.length)
    .optional(),
});
/** @throws NOT_FOUND */
export async function updateList(
  actor: UserActor,
  { listId, name, questionIds }: z.infer<typeof updateListInput>,
  { clock }: Context,
): Promise<Summary> {
  return inTransaction(async (connection) => {
    await lockList(connection, actor.subjectId, listId);
    await renameList(connection, listId, name ?? null, clock.now());
    if (questionIds) await setItemOrder(connection, listId, questionIds);
    return listSummaryDto(await getListRow(actor.subjectId, listId, connection));
  });
}

export const keepInListInput = listIdInput.extend({ questionId, kept: z.boolean() });
export const keptInListDto = z.strictObject({ kept: z.boolean() });
/** Puts a question at the end of a list, or takes it out; doing it again changes nothing. @throws NOT_FOUND, QUESTION_WITHHELD, KEPT_TOO_MANY */
export async function keepInList(
  actor: UserActor,
  { listId, questionId, kept }: z.infer<typeof keepInListInput>,
  { clock }: Context,
): Promise<z.infer<typeof keptInListDto>> {
  const now = clock.now();
  await inTransaction(async (connection) => {
    await lockList(connection, actor.subjectId, listId);
    if (kept) {
      await assertMayKeepQuestion(actor, questionId, now, connection);
      if (!(await insertItem(connection, listId, questionId, mostItems))) throw new DomainError("KEPT_TOO_MANY", { most: mostItems });
    } else await deleteItem(connection, listId, questionId);
    await renameList(connection, listId, null, now);
  });
  return { kept };
}

export const orderListsInput = z.strictObject({ listIds: z.array(z.uuid()).max(mostLists) });
export async function orderLists(actor: UserActor, { listIds }: z.infer<typeof orderListsInput>): Promise<null> {
  await inTransaction((connection) => setListOrder(connection, actor.subjectId, listIds));
  return null;
}

/** Removes a list; for a day it can be brought back. @throws NOT_FOUND */
export const deleteList = (actor: UserActor, { listId }: z.infer<typeof listIdInput>, { clock }: Context): Promise<null> =>
  setDeleted(actor, listId, clock.now());
/** Undoes `deleteList`. @throws NOT_FOUND once it is gone for good */
export const restoreList = (actor: UserActor, { listId }: z.infer<typeof listIdInput>): Promise<null> => setDeleted(actor, listId, null);
async function setDeleted(actor: UserActor, listId: string, at: Date | null): Promise<null> {
  await inTransaction(async (connection) => {
    if (!(await setListDeleted(connection, actor.subjectId, listId, at))) throw new DomainError("NOT_FOUND", { what: "list" });
  });
  return null;
}
