import { type Merge, mergePair, mostFrequentPair } from "./byte-pair";

const endOfWord = "</w>";

/** BPE on a list of words with counts, each closed by `</w>`, and the encoding of some probes. */
export function bpeTrainEncode(
  words: readonly (readonly [string, number])[],
  numMerges: number,
  probes: readonly string[],
): { merges: [string, string][]; pieces: string[][]; corpusTokens: number[] } {
  if (!Number.isInteger(numMerges) || numMerges < 0)
    throw new RangeError("the number of merges must be a natural number");
  if (words.some(([, count]) => !Number.isInteger(count) || count < 1))
    throw new RangeError("a count must be a positive integer");
  const split = (word: string) => (word ? [...word, endOfWord] : []);
  let corpus = words.filter(([word]) => word).map(([word, weight]) => ({ pieces: split(word), weight }));
  const size = () => corpus.reduce((sum, { pieces, weight }) => sum + pieces.length * weight, 0);
  const merges: [string, string][] = [];
  const corpusTokens = [size()];
  while (merges.length < numMerges) {
    const best = mostFrequentPair(corpus);
    if (!best || best.count < 2) break;
    corpus = corpus.map(({ pieces, weight }) => ({ pieces: mergePair(pieces, best.pair), weight }));
    merges.push([...best.pair] as [string, string]);
    corpusTokens.push(size());
  }
  const encode = (word: string) => merges.reduce((pieces, merge: Merge) => mergePair(pieces, merge), split(word));
  return { merges, pieces: probes.map(encode), corpusTokens };
}
