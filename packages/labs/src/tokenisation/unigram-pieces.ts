/** The most probable segmentation under a unigram language model (Kudo 2018): Viterbi over pieces. Null if none fits. */
export function bestPieces(
  text: string,
  logProbability: ReadonlyMap<string, number>,
): { pieces: string[]; score: number } | null {
  const characters = [...text];
  const best: ({ pieces: string[]; score: number } | undefined)[] = [{ pieces: [], score: 0 }];
  for (let to = 1; to <= characters.length; to++) {
    for (let from = 0; from < to; from++) {
      const piece = characters.slice(from, to).join("");
      const before = best[from];
      const own = logProbability.get(piece);
      if (!before || own === undefined) continue;
      if (before.score + own > (best[to]?.score ?? -Infinity))
        best[to] = { pieces: [...before.pieces, piece], score: before.score + own };
    }
  }
  return best[characters.length] ?? null;
}

/** Greedy longest match first, as WordPiece encodes: one place that nothing matches makes the whole word unknown (null). */
export function greedyPieces(
  text: string,
  logProbability: ReadonlyMap<string, number>,
): { pieces: string[]; score: number } | null {
  const characters = [...text];
  const pieces: string[] = [];
  let score = 0;
  for (let from = 0; from < characters.length;) {
    let to = characters.length;
    while (to > from && !logProbability.has(characters.slice(from, to).join(""))) to--;
    if (to === from) return null;
    const piece = characters.slice(from, to).join("");
    pieces.push(piece);
    score += logProbability.get(piece) ?? 0;
    from = to;
  }
  return { pieces, score };
}
