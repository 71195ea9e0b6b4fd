export const notesTabs = ["notes", "bookmarks", "lists", "reports"] as const;
export type NotesTab = (typeof notesTabs)[number];
export interface NotesQuery {
  tab: NotesTab;
  text?: string;
  topic?: string;
  /** One list, in the tab of lists. */
  list?: string;
  page: number;
}
export type SearchParams = Record<string, string | string[] | undefined>;

/** What an address asks for; what it does not know is left out. */
export function notesQueryOf(params: SearchParams): NotesQuery {
  const one = (name: string, longest: number) => {
    const value = params[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, longest) : undefined;
  };
  const page = Number(one("page", 4));
  return {
    tab: notesTabs.find((tab) => tab === params["tab"]) ?? "notes",
    text: one("text", 100),
    topic: one("topic", 60),
    list: one("list", 36),
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  };
}

export function notesHref({ tab, text, topic, list, page = 1 }: Partial<NotesQuery>): string {
  const query = new URLSearchParams({
    ...(tab && tab !== "notes" && { tab }),
    ...(text && { text }),
    ...(topic && { topic }),
    ...(list && { list }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
  return query ? `/notes?${query}` : "/notes";
}
