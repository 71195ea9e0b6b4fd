import { trainingSentences } from "./corpus";
import { legalSuccessors, type Tag, tagsOf } from "./tags";
import { decode, type Decoding } from "./viterbi";

export interface Hmm {
  logStart(tag: Tag): number;
  logTransition(from: Tag, to: Tag): number;
  logEmission(tag: Tag, character: string): number;
  segment(text: string): Decoding;
}

/**
 * A hidden Markov model by counting, with add-δ smoothing over the legal choices (Rabiner 1989): with labels there is
 * nothing to iterate. Emissions keep one share for characters never seen.
 */
export function trainHmm(delta = 0.1, sentences: readonly (readonly string[])[] = trainingSentences): Hmm {
  const count = new Map<string, number>();
  const add = (key: string) => count.set(key, (count.get(key) ?? 0) + 1);
  const seen = (key: string) => count.get(key) ?? 0;
  const characterSet = new Set<string>();
  for (const words of sentences) {
    const characters = [...words.join("")];
    const sequence = tagsOf(words);
    sequence.forEach((tag, at) => {
      const before = sequence[at - 1];
      const character = characters[at] ?? "";
      add(before ? `${before}>${tag}` : `start>${tag}`);
      if (before) add(`${before}>`);
      add(tag);
      add(`${tag}:${character}`);
      characterSet.add(character);
    });
  }
  const choices = characterSet.size + 1;
  const logStart = (tag: Tag) => Math.log((seen(`start>${tag}`) + delta) / (sentences.length + 2 * delta));
  const logTransition = (from: Tag, to: Tag) =>
    legalSuccessors[from].includes(to)
      ? Math.log((seen(`${from}>${to}`) + delta) / (seen(`${from}>`) + 2 * delta))
      : -Infinity;
  const logEmission = (tag: Tag, character: string) =>
    Math.log((seen(`${tag}:${character}`) + delta) / (seen(tag) + delta * choices));
  const segment = (text: string) => {
    const characters = [...text];
    return decode(characters, {
      start: logStart,
      step: logTransition,
      emit: (tag, at) => logEmission(tag, characters[at] ?? ""),
    });
  };
  return { logStart, logTransition, logEmission, segment };
}
