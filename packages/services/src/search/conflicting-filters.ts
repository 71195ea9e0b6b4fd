import type { Locale } from "@tidao/kernel";
import { emptyQuery, type SearchQuery } from "./parse-query";
import { printQuery } from "./print-query";
import type { State } from "./query-words";

/** States that no question has at once. */
const never: readonly (readonly [State, State])[] = [["new", "due"], ["new", "wrong"], ["new", "right"], ["new", "misconception"], ["wrong", "right"], ["right", "misconception"]];
export const together = (a: State, b: State): boolean => !never.some(([x, y]) => (a === x && b === y) || (a === y && b === x));

type Filters = Omit<SearchQuery, "texts">;
const wantedOf = <T>(list: readonly { value: T; not: boolean }[]) => list.filter(({ not }) => !not).map(({ value }) => value);
const deniedOf = <T>(list: readonly { value: T; not: boolean }[]) => list.filter(({ not }) => not).map(({ value }) => value);
const isAnyLeft = <T>(wanted: readonly T[], denied: readonly T[]) => wanted.length === 0 || wanted.some((value) => !denied.includes(value));

/** Whether anything at all can meet these filters of one sort, as `SearchQuery` says how they add up. */
const canBeMet: { [F in keyof Filters]: (list: Filters[F]) => boolean } = {
  topics: (list) => isAnyLeft(wantedOf(list).flatMap(({ slugs }) => slugs), deniedOf(list).flatMap(({ slugs }) => slugs)),
  kinds: (list) => isAnyLeft(wantedOf(list), deniedOf(list)),
  places: (list) => isAnyLeft(wantedOf(list), deniedOf(list)),
  states: (list) => {
    const wanted = wantedOf(list);
    return wanted.every((state) => wanted.every((other) => together(state, other)) && !deniedOf(list).includes(state));
  },
  difficulties: (list) => [1, 2, 3, 4, 5].some((level) => list.every(({ value: { from, to }, not }) => (level >= from && level <= to) !== not)),
};

/** A filter as it is typed, and the search without it. */
export interface ConflictingFilter {
  written: string;
  query: string;
}
/**
 * Filters that exclude each other, so that nothing is found whatever the words are: each of those without which something can be
 * found; all of that sort in one, where none of them is enough.
 */
export function conflictingFilters(query: SearchQuery, locale: Locale): ConflictingFilter[] {
  return Object.keys(canBeMet).flatMap((sort) => conflictsOf(query, sort as keyof Filters, locale));
}
function conflictsOf<F extends keyof Filters>(query: SearchQuery, sort: F, locale: Locale): ConflictingFilter[] {
  const list: Filters[F] = query[sort];
  const without = (left: readonly unknown[]) => list.filter((each) => !left.includes(each)) as Filters[F];
  if (canBeMet[sort](list)) return [];
  const single = list.filter((each) => canBeMet[sort](without([each])));
  const dropped = single.length > 0 ? single.map((each) => [each]) : [[...list]];
  return dropped.map((each) => ({
    written: printQuery({ ...emptyQuery, [sort]: each }, locale),
    query: printQuery({ ...query, [sort]: without(each) }, locale),
  }));
}
