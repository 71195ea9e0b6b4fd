import type { Locale } from "@tidao/kernel";
import type { Connection } from "@tidao/prisma";
import { plainText } from "@tidao/content/render";
import { courseDictionary } from "./course-dictionary";
import { deleteDocuments, saveDocuments } from "./document.repo";
import { documentRow } from "./document-of";

export interface NoteToIndex {
  id: string;
  subjectId: string;
  /** Where it belongs: a question, a topic, a section of a topic's lesson, or nothing in particular. */
  questionId: string | null;
  topicSlug: string | null;
  anchor: string | null;
  /** Markdown. */
  body: string;
  /** Of the page on which it was written. */
  locale: Locale;
}
/** Makes a note findable by its owner, and by nobody else; call it in the transaction that saves the note. */
export async function indexNote(connection: Connection, note: NoteToIndex): Promise<void> {
  await removeNote(connection, note.id);
  if (note.body.trim() === "") return;
  const { cut } = await courseDictionary(connection);
  const { id, subjectId, questionId, topicSlug, anchor, body, locale } = note;
  const findable = { kind: "note" as const, subjectId, locale, topicSlug, ref: id, anchor: anchor ?? "", questionId, title: "", body: plainText(body) };
  await saveDocuments(connection, [documentRow(findable, cut).row]);
}
/** Call it in the transaction that removes the note. */
export const removeNote = (connection: Connection, noteId: string): Promise<void> => deleteDocuments(connection, [{ kind: "note", ref: noteId }]);
