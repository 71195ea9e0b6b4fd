import { getListRow, listItemIds } from "./list.repo";

/** The questions of a learner's list in its order; null without a list. @throws NOT_FOUND for somebody else's */
export async function findListOrder(subjectId: string, listId: string | null | undefined): Promise<string[] | null> {
  if (!listId) return null;
  await getListRow(subjectId, listId);
  return listItemIds(listId);
}
