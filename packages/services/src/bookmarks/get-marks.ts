import type { UserActor } from "@tidao/access";
import type { Clock, Locale } from "@tidao/kernel";
import { z } from "zod";
import { assertMayKeepQuestion } from "../exposure/seen-question.repo";
import { note, noteDto } from "../notes/note.dto";
import { findNoteRow } from "../notes/note.repo";
import { readMarks } from "./bookmark.repo";

export const marksInput = z.strictObject({ questionId: z.string().max(80) });
export const marksDto = z.strictObject({
  bookmarked: z.boolean(),
  note: note.nullable(),
  lists: z.array(z.strictObject({ id: z.string(), name: z.string(), holds: z.boolean() })),
});

/** What the learner has put on one question: for the tools under its verdict. @throws NOT_FOUND, QUESTION_WITHHELD */
export async function getMarks(
  actor: UserActor,
  { questionId }: z.infer<typeof marksInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof marksDto>> {
  await assertMayKeepQuestion(actor, questionId, clock.now());
  const { bookmarked, noteId, lists } = await readMarks(actor.subjectId, questionId);
  const row = noteId ? await findNoteRow(actor.subjectId, noteId) : null;
  return { bookmarked, note: row && (await noteDto(row, locale)), lists };
}
