import type { UserActor } from "@tidao/access";
import type { Clock, Locale } from "@tidao/kernel";
import { z } from "zod";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { keptQuestion, keptQuestionDtos } from "./kept-question.dto";
import { getListRow, listItemIds, listListRows, type ListRow } from "./list.repo";

export const listIdInput = z.strictObject({ listId: z.uuid() });
export const listSummary = z.strictObject({ id: z.string(), name: z.string(), questions: z.number().int(), updatedAt: z.string() });
export const listSummaryDto = ({ updatedAt, ...row }: ListRow): z.infer<typeof listSummary> => ({ ...row, updatedAt: updatedAt.toISOString() });

export const listsDto = z.array(listSummary);
/** The learner's lists in their own order; there are never more than `mostLists`. */
export const listLists = async (actor: UserActor, _: object): Promise<z.infer<typeof listsDto>> => (await listListRows(actor.subjectId)).map(listSummaryDto);

export const listDto = z.strictObject({
  list: listSummary,
  /** In the list's order; there are never more than `mostItems`. */
  questions: z.array(keptQuestion),
  /** Ids that an open assignment holds back: still in the list, not shown. */
  heldBack: z.array(z.string()),
});
/** @throws NOT_FOUND for a list that is gone or somebody else's */
export async function getList(
  actor: UserActor,
  { listId }: z.infer<typeof listIdInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof listDto>> {
  const now = clock.now();
  const list = await getListRow(actor.subjectId, listId);
  const [ids, withheld] = await Promise.all([listItemIds(listId), listWithheldQuestionIds(actor, now)]);
  return {
    list: listSummaryDto(list),
    questions: await keptQuestionDtos(actor.subjectId, ids.filter((id) => !withheld.includes(id)), now, locale),
    heldBack: ids.filter((id) => withheld.includes(id)),
  };
}
