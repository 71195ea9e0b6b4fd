import { americanSpelling } from "@tidao/grading";
import { stemmer } from "stemmer";

/** One form for what is typed in different ways: width and compatibility forms (NFKC) and case. */
export const foldText = (text: string): string => text.normalize("NFKC").toLowerCase();

/** A title as it is compared with what was typed: without gaps ("KV cache", kv-cache, "KV 缓存", KV缓存) and in one spelling. */
export const titleKeyOf = (text: string): string => foldText(text).split(/[\s_-]+/).map((word) => foldWord(word)).join("");

export interface FoldedText {
  text: string;
  /** For each unit of `text`, where the character that it comes from begins and ends in the original. */
  from: number[];
  to: number[];
}
/** Folds and remembers where each character came from, so that what was found can be shown in the original. */
export function foldWithPlaces(original: string): FoldedText {
  let text = "";
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = character < "\u0080" ? character.toLowerCase() : foldText(character);
    for (let i = 0; i < folded.length; i++) {
      from.push(at);
      to.push(at + character.length);
    }
    text += folded;
    at += character.length;
  }
  return { text, from, to };
}

// the texts of a page of hits hold the same few thousand words, search after search
const mostWords = 20_000;
/** What is longer is no word that comes again. */
const longestWord = 40;
function remembered(of: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    if (word.length > longestWord) return of(word);
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= mostWords) known.clear();
    const now = of(word);
    known.set(word, now);
    return now;
  };
}

/** British and American spellings are one word. @param word folded */
export const foldWord = remembered(americanSpelling);
/** Porter's stem (Porter 1980, "An algorithm for suffix stripping"); numbers and other scripts are their own. */
export const stemOf = remembered((word) => (/^[a-z]{3,}$/.test(word) ? stemmer(word) : word));
