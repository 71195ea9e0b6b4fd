export type SearchParams = Record<string, string | string[] | undefined>;
export interface AskedSearch {
  query: string;
  page: number;
}

/** What an address asks for; what it cannot mean is left out. A search that is too long stays whole. */
export function searchQueryOf({ q, page }: SearchParams): AskedSearch {
  const number = Number(typeof page === "string" ? page : 1);
  return {
    query: typeof q === "string" ? q.trim() : "",
    page: Number.isInteger(number) && number >= 1 && number <= 50 ? number : 1,
  };
}
/** What was typed held no word and no filter: a mark of punctuation, an emoji, an open quote. */
export const isNothingToFind = (
  { query }: Pick<AskedSearch, "query">,
  { empty, problems }: { empty: boolean; problems: readonly unknown[] },
): boolean => query !== "" && empty && problems.length === 0;
/** A filter whose value is still to be typed: the box keeps it. */
export const isStillTyped = ({ problems }: { problems: readonly { code: string }[] }): boolean =>
  problems.some(({ code }) => code.endsWith("_OPEN"));
/** In round words, of how many there are more than: only the best are counted. */
export const roundly = (counted: number): number => Math.max(1, Math.floor((counted - 1) / 50)) * 50;
/** Whether the words of a choice name its filter themselves: “Difficulty 1” under “Difficulty”. */
export const saysItsFilter = (name: string, choice: string): boolean => choice.startsWith(name);
export function searchHref(query: string, page = 1): string {
  const params = new URLSearchParams({
    ...(query && { q: query }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
  return params ? `/search?${params}` : "/search";
}
/** Practice of what a search finds, beginning with one question where that was pressed. */
export const practiceHref = (query: string | null, question?: string): string =>
  `/practice?${new URLSearchParams({ ...(query && { search: query }), ...(question && { question }) }).toString()}`;
