import type { Locale } from "@tidao/kernel";
import type { Connection } from "@tidao/prisma";
import { indexNote, removeNote } from "../search/index-note";
import type { NoteRow } from "./note.repo";

/**
 * Keeps what search finds of a note in step with it; call it in the transaction that changes the note. A text nested so
 * deep that no stack can read it is found on the page of notes alone.
 */
export async function keepFindable(connection: Connection, subjectId: string, note: NoteRow, locale: Locale): Promise<void> {
  if (!note.body.trim()) return removeNote(connection, note.id);
  const { id, questionId, topicSlug, anchor, body } = note;
  try {
    await indexNote(connection, { id, subjectId, questionId, topicSlug, anchor, body, locale });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}
export const dropFindable = removeNote;
