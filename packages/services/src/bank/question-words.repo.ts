/** Read once a statement, and only where words are asked for. */
const topicNames = `(select jsonb_object_agg(slug, lower(normalize((body#>>'{title,zh}') || ' ' || (body#>>'{title,en}'), NFKC))) from topic)`;

/**
 * Whether question `q` has each word somewhere in either language's text of its version `v`, in its id or in either name of its topic.
 * @param words the statement's parameter that holds `wordPatterns`, as in "$1"; null finds all
 */
export const hasWords = (words: string) =>
  `(${words}::text[] is null or (v.search_text || ' ' || q.id || ' ' || coalesce(${topicNames}->>q.topic_slug, '')) like all (${words}))`;

/** The words as patterns for `hasWords`: folded as the stored text is, and what stands for anything in a pattern stands for itself. */
export function wordPatterns(text: string | null | undefined): string[] | null {
  const words = text?.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  return words.length > 0 ? words.map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`) : null;
}
