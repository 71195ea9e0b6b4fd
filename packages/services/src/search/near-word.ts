import { soundsAlike } from "./sound-order";
import { isChinese } from "./words-of";

/**
 * Slips of the hand between two words: letters left out, put in, mistaken or swapped with their neighbour (optimal string
 * alignment, Damerau 1964).
 */
export function slipsBetween(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const differs = from[i - 1] === to[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + differs);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[from.length]![to.length]!;
}

/**
 * Whether one word is another with a slip of the hand. In Chinese a wrong character sounds like the right one: 向量数据库 is not 向量数据流.
 * Elsewhere one slip, two from eight letters on; in short words, of which many are one letter apart (faiss, fails), no letter for another,
 * and abbreviations of three allow only swapped ones.
 */
function isSlip(asked: string, word: string, slips: number): boolean {
  const letters = [...asked].length;
  if (isChinese(asked)) return slips <= (letters <= 5 ? 1 : 2) && soundsAlike(asked, word);
  if (slips === 0 || swappedLetters(asked).includes(word)) return true;
  if (letters <= 3 || (letters <= 5 && [...word].length === letters)) return false;
  return slips <= (letters <= 7 ? 1 : 2);
}
/** The word that was probably meant: fewest slips, then the most common. A name written without its gaps ("kvcache") is no slip. */
export function nearestWord<T extends { word: string; documents: number; shown?: string }>(asked: string, candidates: readonly T[]): T | null {
  const near = candidates
    .map((candidate) => ({ candidate, slips: slipsBetween(asked, candidate.word) }))
    .filter(({ slips, candidate }) => (slips > 0 || candidate.shown?.includes(" ")) && isSlip(asked, candidate.word, slips))
    .toSorted((a, b) => a.slips - b.slips || b.candidate.documents - a.candidate.documents);
  return near[0]?.candidate ?? null;
}
/** The word with each two neighbouring letters swapped: slips that share few groups of three letters with what was meant. */
export const swappedLetters = (word: string): string[] =>
  [...word].slice(1).map((_, at) => {
    const letters = [...word];
    [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
    return letters.join("");
  });
