import { wordCounts } from "./corpus";

export interface LatticeEdge {
  from: number;
  to: number;
  word: string;
  /** log(c / N); an unknown single character counts as half an occurrence. */
  score: number;
}
export interface LatticePath {
  words: string[];
  score: number;
}

const unknownCount = 0.5;

/** Every dictionary word in the text as an edge between positions; unknown longer strings are no edges. */
export function latticeOf(text: string, counts: ReadonlyMap<string, number> = wordCounts): LatticeEdge[] {
  const characters = [...text];
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const longest = Math.max(1, ...[...counts.keys()].map((word) => [...word].length));
  const edges: LatticeEdge[] = [];
  for (let from = 0; from < characters.length; from++) {
    for (let to = from + 1; to <= Math.min(from + longest, characters.length); to++) {
      const word = characters.slice(from, to).join("");
      const count = counts.get(word) ?? (to === from + 1 ? unknownCount : 0);
      if (count > 0) edges.push({ from, to, word, score: Math.log(count / total) });
    }
  }
  return edges;
}

/** The most probable path by dynamic programming (Sproat, Shih, Gale, Chang 1996); what Unigram LM decoding does too. */
export function maxProbabilityPath(text: string, counts: ReadonlyMap<string, number> = wordCounts): LatticePath {
  const best: LatticePath[] = [{ words: [], score: 0 }];
  for (const { from, to, word, score } of latticeOf(text, counts).sort((a, b) => a.to - b.to)) {
    const before = best[from];
    if (!before) continue;
    const candidate = before.score + score;
    if (candidate > (best[to]?.score ?? -Infinity)) best[to] = { words: [...before.words, word], score: candidate };
  }
  return best[[...text].length] ?? { words: [], score: 0 };
}
