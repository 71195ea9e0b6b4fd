import type { UserActor } from "@tidao/access";
import type { Clock, Locale } from "@tidao/kernel";
import { z } from "zod";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { listBookmarkedIds } from "./bookmark.repo";
import { keptQuestion, keptQuestionDtos } from "./kept-question.dto";

const pageSize = 25;
export const bookmarksInput = z.strictObject({ page: z.number().int().min(1).max(1000).default(1) });
export const bookmarksPageDto = z.strictObject({
  questions: z.array(keptQuestion),
  total: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
  /** How many an open assignment holds back for now. */
  heldBack: z.number().int(),
});

/** The learner's marked questions, newest first, 25 a page; a page beyond the end is empty. */
export async function listBookmarks(
  actor: UserActor,
  { page }: z.infer<typeof bookmarksInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof bookmarksPageDto>> {
  const now = clock.now();
  const withheld = await listWithheldQuestionIds(actor, now);
  const { ids, total, heldBack } = await listBookmarkedIds(actor.subjectId, withheld, (page - 1) * pageSize, pageSize);
  return {
    questions: await keptQuestionDtos(actor.subjectId, ids, now, locale),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    heldBack,
  };
}
