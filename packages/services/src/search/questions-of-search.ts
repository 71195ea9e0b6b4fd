import type { UserActor } from "@tidao/access";
import { isEmptyQuery } from "./parse-query";
import { readQuery } from "./search-course";
import { findQuestionIds } from "./search.repo";

/**
 * The questions that a search finds for this learner, due ones first, at most 500: what practice is made of. An empty search
 * finds none. Withheld questions are not among them.
 */
export async function questionsOfSearch(actor: UserActor, written: string, now: Date): Promise<string[]> {
  const { query, asker, textOf } = await readQuery(actor, written, now);
  return isEmptyQuery(query) ? [] : findQuestionIds(query, textOf(query).all, asker);
}
