import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { setNoteDeleted } from "./note.repo";

export const noteIdInput = z.strictObject({ noteId: z.uuid() });

/** Removes a note; for a day it can be brought back. @throws NOT_FOUND */
export const deleteNote = (actor: UserActor, { noteId }: z.infer<typeof noteIdInput>, { clock }: { clock: Clock }): Promise<null> =>
  setDeleted(actor, noteId, clock.now());
/** Undoes `deleteNote`. @throws NOT_FOUND once it is gone for good */
export const restoreNote = (actor: UserActor, { noteId }: z.infer<typeof noteIdInput>): Promise<null> => setDeleted(actor, noteId, null);

async function setDeleted(actor: UserActor, noteId: string, at: Date | null): Promise<null> {
  await inTransaction(async (connection) => {
    if (!(await setNoteDeleted(connection, actor.subjectId, noteId, at))) throw new DomainError("NOT_FOUND", { what: "note" });
  });
  return null;
}
