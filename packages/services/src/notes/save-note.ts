import type { UserActor } from "@tidao/access";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { type Connection, inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { assertMayKeepQuestion } from "../exposure/seen-question.repo";
import { keepFindable } from "./findable-note";
import { note, noteDto } from "./note.dto";
import { countNotes, findNoteRow, hasTopic, insertNote, updateNoteBody } from "./note.repo";

export const mostNotes = 5000;
export const longestNote = 10_000;
/** What a note is about: a question, a section of a lesson, a whole topic, or nothing in particular. */
const place = z.strictObject({
  questionId: z.string().max(80).nullable(),
  topicSlug: z.string().max(60).nullable(),
  anchor: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
    .nullable(),
});
export const saveNoteInput = z.strictObject({
  /** Made by the browser, so that a repeated call makes one note. */
  noteId: z.uuid(),
  place,
  /** PostgreSQL keeps no NUL in a text. */
  body: z.string().max(longestNote).regex(/^[^\0]*$/),
  /** The revision that was changed; null for a new note. */
  revision: z.number().int().min(1).nullable(),
});
export const savedNoteDto = z.strictObject({
  /** False when the note was changed elsewhere since: nothing was stored, and `note` is what stands there. */
  saved: z.boolean(),
  note,
});

/**
 * Stores a note as it stands in the editor. A change of an older revision stores nothing and gives back the newer text,
 * so that neither is lost; a repeated call of the same text is the same change.
 * @throws NOT_FOUND for a question, topic or note that is not there; QUESTION_WITHHELD; KEPT_TOO_MANY
 */
export async function saveNote(
  actor: UserActor,
  input: z.infer<typeof saveNoteInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof savedNoteDto>> {
  const { noteId, body, revision } = input;
  const now = clock.now();
  return inTransaction(async (connection) => {
    const before = await findNoteRow(actor.subjectId, noteId, connection);
    if (!before && revision !== null) throw new DomainError("NOT_FOUND", { what: "note" });
    // also for a note that is there: while an assignment is open, its questions are not written about
    const placed = await placeOf(actor, before ?? input.place, now, connection);
    if (!before && (await countNotes(connection, actor.subjectId)) >= mostNotes) throw new DomainError("KEPT_TOO_MANY", { most: mostNotes });
    if (!before) await insertNote(connection, { id: noteId, subjectId: actor.subjectId, ...placed, body, at: now });
    // a new note that is there already was made by an earlier call whose answer was lost
    else if (before.body !== body) await updateNoteBody(connection, actor.subjectId, noteId, revision ?? 1, body, now);
    const after = await findNoteRow(actor.subjectId, noteId, connection);
    if (!after) throw new DomainError("NOT_FOUND", { what: "note" });
    if (after.revision !== before?.revision) await keepFindable(connection, actor.subjectId, after, locale);
    return { saved: after.body === body, note: await noteDto(after, locale) };
  });
}

async function placeOf(actor: UserActor, { questionId, topicSlug, anchor }: z.infer<typeof place>, now: Date, connection: Connection) {
  if (questionId !== null) {
    const question = await assertMayKeepQuestion(actor, questionId, now, connection);
    return { questionId, topicSlug: question.topicSlug, anchor: null };
  }
  if (topicSlug !== null && !(await hasTopic(topicSlug, connection))) throw new DomainError("NOT_FOUND", { what: "topic" });
  return { questionId, topicSlug, anchor: topicSlug === null ? null : anchor };
}
