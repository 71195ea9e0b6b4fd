/** A run of words; `topic` names what they lead to: a slug, with `#anchor` where it is a section. */
export interface WordRun {
  text: string;
  topic: string | null;
}
const link = /\[([^[\]]+)\]\(topic:([a-z0-9-]+(?:#[a-z0-9-]+)?)\)/;

/**
 * The words of a path, in which nothing but `[words](topic:slug)` is marked: read as such, so that no request runs Markdown.
 *
 * @returns runs in their order; their texts together are what is read
 */
export function linkedWords(text: string): WordRun[] {
  const pieces = text.split(link);
  // words, then each link as what it says and where it leads
  return pieces.flatMap((piece, at) =>
    at % 3 === 2 || piece === "" ? [] : [{ text: piece, topic: at % 3 === 1 ? pieces[at + 1]! : null }],
  );
}

export const textOfRuns = (runs: readonly WordRun[]): string => runs.map(({ text }) => text).join("");
