import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { LRUCache } from "lru-cache";

/** Cuts a run of Chinese characters into words that, put together, are the run again. */
export type CutChinese = (run: string) => string[];

/** jieba's general dictionary and the terms of a glossary: what is indexed and what is asked are cut by the same. */
export interface ChineseDictionary {
  cut: CutChinese;
  /** Of the dictionary, all by which this text is cut, given as its Chinese characters alone: another term does not change it. */
  partFor: (characters: string) => { rooms: number; words: string[] };
}

/** Far above the words of the general dictionary: a term of the field is not cut. */
const termFrequency = 200_000;
/**
 * Between two ways to cut, jieba weighs frequencies against their sum over the whole dictionary, so each further word would shift near ties of
 * texts that do not hold it. The sum is held still: a word that stands in no text has the frequency for which this many terms leave room.
 */
const termsToARoom = 500;
const filler = "filler";

const dictionaries = new LRUCache<string, ChineseDictionary>({ max: 2 });
/**
 * A dictionary takes 0.1 s and 40 MB: it is made at the first use and kept.
 * @param key changes when the terms do
 * @param terms names as the glossary has them; of those that mix scripts, the Chinese runs count
 */
export function dictionaryWith(key: string, terms: readonly string[]): ChineseDictionary {
  const known = dictionaries.get(key);
  if (known) return known;
  const words = [...new Set(terms.flatMap((term) => term.match(/\p{Script=Han}{2,}/gu) ?? []))].toSorted();
  const rooms = 1 + Math.floor(words.length / termsToARoom);
  let jieba: Jieba | undefined;
  const dictionary: ChineseDictionary = {
    cut: (run) => (jieba ??= load(words, rooms * termsToARoom * termFrequency)).cut(run, true),
    partFor: (characters) => ({ rooms, words: words.filter((word) => characters.includes(word)) }),
  };
  dictionaries.set(key, dictionary);
  return dictionary;
}

function load(words: readonly string[], room: number): Jieba {
  const jieba = Jieba.withDict(dict);
  // a word that is in the general dictionary already is counted once, with the new frequency
  const before = words.length ? dict.toString().matchAll(new RegExp(`^(?:${words.join("|")}) (\\d+)`, "gm")) : [];
  const taken = words.length * termFrequency - [...before].reduce((sum, [, frequency]) => sum + Number(frequency), 0);
  jieba.loadDict(Buffer.from([...words.map((word) => `${word} ${termFrequency} n\n`), `${filler} ${room - taken} n\n`].join("")));
  return jieba;
}
