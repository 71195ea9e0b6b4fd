import type { UserActor } from "@tidao/access";
import type { Locale } from "@tidao/kernel";
import { narrowQuery, type QueryPart } from "./narrow-query";
import { emptyQuery, isEmptyQuery } from "./parse-query";
import { printQuery } from "./print-query";
import { readQuery } from "./search-course";
import { findQuestionIds } from "./search.repo";

export interface SearchScope {
  /** Null where nothing was searched for, so that everything is meant. */
  questionIds: string[] | null;
  /** What to search for to see one part of it alone. */
  within: (part: QueryPart) => string;
}
/** A scope may hold more than anybody practises at a sitting. */
const mostInScope = 20_000;

/** The questions that figures are to be of. Withheld ones and those set aside are not among them, as in every search. */
export async function readScope(actor: UserActor, written: string, now: Date, locale: Locale): Promise<SearchScope> {
  if (!written.trim()) return { questionIds: null, within: (part) => printQuery(narrowQuery(emptyQuery, part), locale) };
  const { query, asker, textOf } = await readQuery(actor, written, now);
  const questionIds = isEmptyQuery(query) ? [] : await findQuestionIds(query, textOf(query).all, asker, mostInScope);
  return { questionIds, within: (part) => printQuery(narrowQuery(query, part), locale) };
}
