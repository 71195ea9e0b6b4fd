import type { UserActor } from "@tidao/access";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { dropFindable, keepFindable } from "./findable-note";
import { findNoteRow, setNoteDeleted } from "./note.repo";

export const noteIdInput = z.strictObject({ noteId: z.uuid() });

/** Removes a note; for a day it can be brought back. @throws NOT_FOUND */
export async function deleteNote(actor: UserActor, { noteId }: z.infer<typeof noteIdInput>, { clock }: { clock: Clock }): Promise<null> {
  await inTransaction(async (connection) => {
    if (!(await setNoteDeleted(connection, actor.subjectId, noteId, clock.now()))) throw new DomainError("NOT_FOUND", { what: "note" });
    await dropFindable(connection, noteId);
  });
  return null;
}

/** Undoes `deleteNote`. @throws NOT_FOUND once it is gone for good */
export async function restoreNote(actor: UserActor, { noteId }: z.infer<typeof noteIdInput>, { locale }: { locale: Locale }): Promise<null> {
  await inTransaction(async (connection) => {
    await setNoteDeleted(connection, actor.subjectId, noteId, null);
    const note = await findNoteRow(actor.subjectId, noteId, connection);
    if (!note) throw new DomainError("NOT_FOUND", { what: "note" });
    await keepFindable(connection, actor.subjectId, note, locale);
  });
  return null;
}
