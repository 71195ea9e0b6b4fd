export type Merge = readonly [string, string];
export type Unit = "character" | "byte";
export interface LearnedMerges {
  merges: Merge[];
  counts: number[];
  /** Tokens of the corpus before the first merge and after each. */
  corpusTokens: number[];
}

/** Characters, or bytes of UTF-8 as characters U+0000 to U+00FF, whose order is that of the bytes. */
export function toUnits(text: string, unit: Unit): string[] {
  return unit === "character"
    ? [...text]
    : [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte));
}

/** What a piece shows: its text where its bytes are whole characters, else their hexadecimal numbers. */
export function pieceText(piece: string, unit: Unit): string {
  if (unit === "character") return piece;
  const bytes = Uint8Array.from(piece, (byte) => byte.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join(" ");
  }
}

/** Replaces the pair everywhere, left to right, without overlap. */
export function mergePair(pieces: readonly string[], [left, right]: Merge): string[] {
  const merged: string[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] ?? "";
    if (piece === left && pieces[at + 1] === right) {
      merged.push(left + right);
      at++;
    } else merged.push(piece);
  }
  return merged;
}

/** The most frequent adjacent pair; of equal ones the smaller first element, then the smaller second. */
export function mostFrequentPair(
  corpus: Iterable<{ pieces: readonly string[]; weight: number }>,
): { pair: Merge; count: number } | null {
  const counts = new Map<string, Map<string, number>>();
  for (const { pieces, weight } of corpus) {
    for (let at = 1; at < pieces.length; at++) {
      const [left, right] = [pieces[at - 1] ?? "", pieces[at] ?? ""];
      const rights = counts.get(left) ?? new Map<string, number>();
      counts.set(left, rights.set(right, (rights.get(right) ?? 0) + weight));
    }
  }
  let best: { pair: Merge; count: number } | null = null;
  for (const [left, rights] of counts) {
    for (const [right, count] of rights) {
      const isSmaller = () => best && (left < best.pair[0] || (left === best.pair[0] && right < best.pair[1]));
      if (!best || count > best.count || (count === best.count && isSmaller())) best = { pair: [left, right], count };
    }
  }
  return best;
}

/**
 * Byte-pair encoding on whole lines (Sennrich, Haddow, Birch 2016; on bytes, Radford et al. 2019): no word boundary, no
 * end marker. Stops when the best pair occurs once.
 */
export function learnMerges(lines: readonly string[], wanted: number, unit: Unit = "character"): LearnedMerges {
  let corpus = lines.map((line) => ({ pieces: toUnits(line, unit), weight: 1 }));
  const size = () => corpus.reduce((sum, { pieces }) => sum + pieces.length, 0);
  const learned: LearnedMerges = { merges: [], counts: [], corpusTokens: [size()] };
  while (learned.merges.length < wanted) {
    const best = mostFrequentPair(corpus);
    if (!best || best.count < 2) break;
    corpus = corpus.map(({ pieces, weight }) => ({ pieces: mergePair(pieces, best.pair), weight }));
    learned.merges.push(best.pair);
    learned.counts.push(best.count);
    learned.corpusTokens.push(size());
  }
  return learned;
}

/** Encoding replays the merges in the order in which they were learned. */
export function applyMerges(text: string, merges: readonly Merge[], unit: Unit = "character"): string[] {
  return merges.reduce(mergePair, toUnits(text, unit));
}
