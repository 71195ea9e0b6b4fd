import type { UserActor } from "@tidao/access";
import type { Locale } from "@tidao/kernel";
import { z } from "zod";
import { note, noteDto } from "./note.dto";
import { listTopicNoteRows } from "./note.repo";

export const topicNotesInput = z.strictObject({ topicSlug: z.string().max(60) });
export const topicNotesDto = z.array(note);

/** The learner's notes on the sections of one lesson, one a section. */
export async function listTopicNotes(
  actor: UserActor,
  { topicSlug }: z.infer<typeof topicNotesInput>,
  { locale }: { locale: Locale },
): Promise<z.infer<typeof topicNotesDto>> {
  const rows = await listTopicNoteRows(actor.subjectId, topicSlug);
  return Promise.all(rows.map((row) => noteDto(row, locale)));
}
