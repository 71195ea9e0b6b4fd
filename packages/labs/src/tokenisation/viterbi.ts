import { isEnd, isStart, legalSuccessors, type Tag, tags, wordsOf } from "./tags";

export interface TrellisCell {
  tag: Tag;
  /** Of the best legal path that ends here. */
  score: number;
  /** Where that path comes from: the back pointer. */
  from: Tag | null;
}
export interface Decoding {
  tags: Tag[];
  words: string[];
  score: number;
  trellis: TrellisCell[][];
}
export interface TagScores {
  start(tag: Tag): number;
  step(from: Tag, to: Tag): number;
  emit(tag: Tag, at: number): number;
}

/** The best legal tag sequence in O(n K²) (Viterbi 1967; Rabiner 1989). An illegal path scores minus infinity. */
export function decode(characters: readonly string[], { start, step, emit }: TagScores): Decoding {
  const trellis: TrellisCell[][] = [];
  characters.forEach((_, at) => {
    const before = trellis[at - 1];
    trellis.push(
      tags.map((tag) => {
        if (!before) return { tag, score: isStart(tag) ? start(tag) + emit(tag, at) : -Infinity, from: null };
        let best: TrellisCell = { tag, score: -Infinity, from: null };
        for (const cell of before) {
          if (!legalSuccessors[cell.tag].includes(tag)) continue;
          const score = cell.score + step(cell.tag, tag);
          if (score > best.score) best = { tag, score, from: cell.tag };
        }
        return { ...best, score: best.score + emit(tag, at) };
      }),
    );
  });
  const ends = trellis.at(-1)?.filter(({ tag }) => isEnd(tag)) ?? [];
  const last = ends.reduce<TrellisCell | undefined>(
    (best, cell) => (!best || cell.score > best.score ? cell : best),
    undefined,
  );
  const path: Tag[] = [];
  let tag: Tag | null = last?.tag ?? null;
  for (const column of trellis.toReversed()) {
    if (!tag) break;
    path.unshift(tag);
    tag = column.find((cell) => cell.tag === tag)?.from ?? null;
  }
  return { tags: path, words: wordsOf(characters, path), score: last?.score ?? 0, trellis };
}
