import type { UserActor } from "@tidao/access";
import type { Clock, Locale } from "@tidao/kernel";
import { z } from "zod";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { note, noteDto } from "./note.dto";
import { countNoteRows, listNotedTopics, listNoteRows } from "./note.repo";

const pageSize = 20;
export const notesInput = z.strictObject({
  text: z.string().max(100).regex(/^[^\0]*$/).optional(),
  topic: z.string().max(60).optional(),
  page: z.number().int().min(1).max(1000).default(1),
});
const topicName = z.strictObject({ slug: z.string(), title: z.string() });
export const notesPageDto = z.strictObject({
  notes: z.array(
    z.strictObject({
      note,
      topic: topicName.nullable(),
      /** The learner's last answer to the note's question, where it can be seen again. */
      submissionId: z.string().nullable(),
    }),
  ),
  total: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
  /** How many an open assignment holds back for now. */
  heldBack: z.number().int(),
  /** Those that have notes, in the course's order. */
  topics: z.array(topicName),
});

/** The learner's notes, the one changed last on top, 20 a page; a page beyond the end is the last. */
export async function listNotes(
  actor: UserActor,
  { text = "", topic, page: wanted }: z.infer<typeof notesInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof notesPageDto>> {
  const withheld = await listWithheldQuestionIds(actor, clock.now());
  const filter = { text: text.trim(), topic: topic ?? null, withheld };
  const [{ total, heldBack }, topics] = await Promise.all([countNoteRows(actor.subjectId, filter), listNotedTopics(actor.subjectId)]);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(wanted, pages);
  const rows = await listNoteRows(actor.subjectId, filter, (page - 1) * pageSize, pageSize);
  return {
    notes: await Promise.all(
      rows.map(async (row) => ({
        note: await noteDto(row, locale),
        topic: row.topicSlug && row.topicTitle ? { slug: row.topicSlug, title: row.topicTitle[locale] } : null,
        submissionId: row.submissionId,
      })),
    ),
    total,
    page,
    pages,
    heldBack,
    topics: topics.map(({ slug, title }) => ({ slug, title: title[locale] })),
  };
}
