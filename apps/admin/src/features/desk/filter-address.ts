/** The address of a list; what is not chosen does not stand in it. */
export function addressOf(path: string, query: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  return search.size ? `${path}?${search}` : path;
}

export type SearchParams = Record<string, string | string[] | undefined>;
/** One value of an address, trimmed and without what no text holds; nothing when it is empty. */
export function oneOf(params: SearchParams, name: string): string | undefined {
  const value = params[name];
  return (Array.isArray(value) ? value[0] : value)?.replaceAll("\0", "").trim() || undefined;
}
/** The known value that an address names: an old or mistyped link still opens. */
export const among = <T extends string | number>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((each) => String(each) === value);

export function pageOf(params: SearchParams): number {
  const page = Number(oneOf(params, "page"));
  return Number.isInteger(page) && page > 0 && page <= 10_000 ? page : 1;
}

/** The last page, for whoever asks for one behind it: the list has become shorter, or the address is old. */
export function pageBefore(asked: number, total: number, pageSize: number): number | null {
  const last = Math.max(1, Math.ceil(total / pageSize));
  return asked > last ? last : null;
}
