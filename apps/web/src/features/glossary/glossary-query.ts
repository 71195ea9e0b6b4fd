export interface GlossaryQuery {
  text?: string;
  topic?: string;
  /** The page that holds this term, in place of `page`. */
  term?: string;
  page?: number;
}
export type SearchParams = Record<string, string | string[] | undefined>;

/** What an address asks for; what it does not know is left out. */
export function glossaryQueryOf(params: SearchParams): GlossaryQuery {
  const one = (name: string, longest: number) => {
    const value = params[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, longest) : undefined;
  };
  const page = Number(one("page", 4));
  return {
    text: one("text", 100),
    topic: one("topic", 60),
    term: one("term", 80),
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : undefined,
  };
}
export function glossaryHref({ text, topic, page }: GlossaryQuery): string {
  const query = new URLSearchParams({
    ...(text && { text }),
    ...(topic && { topic }),
    ...(page && page > 1 && { page: String(page) }),
  }).toString();
  return query ? `/glossary?${query}` : "/glossary";
}
