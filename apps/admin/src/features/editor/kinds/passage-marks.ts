/** `[[b1]]` marks a blank, `[[s1|words]]` a part that can be marked. */
const mark = /\[\[([a-z0-9][a-z0-9-]{0,39})(?:\|([\s\S]*?))?\]\]/g;

export const markedIds = (passage: string): string[] => Array.from(passage.matchAll(mark), ([, id = ""]) => id);

export interface Marked {
  passage: string;
  /** Where the cursor belongs after it. */
  caret: number;
  words: string;
}
/** The selection becomes a mark: the words go into it, or (for a blank) out of the passage. */
export function markSelection(passage: string, from: number, to: number, id: string, keepsWords: boolean): Marked {
  const words = passage.slice(from, to);
  const inserted = keepsWords ? `[[${id}|${words}]]` : `[[${id}]]`;
  return { passage: passage.slice(0, from) + inserted + passage.slice(to), caret: from + inserted.length, words };
}

/** The passage without the marks of one id; `otherwise` stands in for the words of a blank. */
export const unmark = (passage: string, id: string, otherwise: string): string =>
  passage.replace(mark, (whole, found: string, words?: string) => (found === id ? (words ?? otherwise) : whole));
