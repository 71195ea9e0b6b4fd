/** Begin, middle, end of a word, single-character word (Xue 2003). */
export type Tag = "B" | "M" | "E" | "S";
export const tags: readonly Tag[] = ["B", "M", "E", "S"];

/** 8 of the 16 transitions are legal. */
export const legalSuccessors: Readonly<Record<Tag, readonly Tag[]>> = {
  B: ["M", "E"],
  M: ["M", "E"],
  E: ["B", "S"],
  S: ["B", "S"],
};
export const isStart = (tag: Tag): boolean => tag === "B" || tag === "S";
export const isEnd = (tag: Tag): boolean => tag === "E" || tag === "S";

export function tagsOf(words: readonly string[]): Tag[] {
  return words.flatMap((word): Tag[] => {
    const length = [...word].length;
    if (length < 2) return length ? ["S"] : [];
    return ["B", ...Array.from({ length: length - 2 }, (): Tag => "M"), "E"];
  });
}

export function wordsOf(characters: readonly string[], sequence: readonly Tag[]): string[] {
  const words: string[] = [];
  characters.forEach((character, at) => {
    if (words.length === 0 || isStart(sequence[at] ?? "S")) words.push(character);
    else words[words.length - 1] += character;
  });
  return words;
}
