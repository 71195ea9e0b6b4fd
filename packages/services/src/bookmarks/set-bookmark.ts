import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { assertMayKeepQuestion } from "../exposure/seen-question.repo";
import { deleteBookmark, insertBookmark } from "./bookmark.repo";

export const mostBookmarks = 2000;
export const bookmarkInput = z.strictObject({ questionId: z.string().max(80), bookmarked: z.boolean() });
export const bookmarkState = z.strictObject({ bookmarked: z.boolean() });

/**
 * Puts a mark on a question or takes it away; doing it again changes nothing.
 * @throws NOT_FOUND, QUESTION_WITHHELD, KEPT_TOO_MANY
 */
export async function setBookmark(
  actor: UserActor,
  { questionId, bookmarked }: z.infer<typeof bookmarkInput>,
  { clock }: { clock: Clock },
): Promise<z.infer<typeof bookmarkState>> {
  const now = clock.now();
  await inTransaction(async (connection) => {
    if (!bookmarked) return deleteBookmark(connection, actor.subjectId, questionId);
    await assertMayKeepQuestion(actor, questionId, now, connection);
    if (!(await insertBookmark(connection, actor.subjectId, questionId, now, mostBookmarks)))
      throw new DomainError("KEPT_TOO_MANY", { most: mostBookmarks });
    return undefined;
  });
  return { bookmarked };
}
