import type { SearchQuery } from "./parse-query";
import { nearestWord } from "./near-word";
import { findNearWords } from "./search.repo";
import type { Word } from "./words-of";

/** The query with the words that no document holds replaced by those that were probably meant; null when there is nothing to mend. */
export async function correctQuery(query: SearchQuery, words: readonly Word[]): Promise<SearchQuery | null> {
  const asked = (chinese: boolean, least: number) => [...new Set(words.filter((word) => word.chinese === chinese && word.word.length >= least).map(({ word }) => word))];
  const near = await findNearWords(asked(false, 4), asked(true, 2));
  const meant = new Map<string, string>();
  for (const word of new Set(near.map((each) => each.asked))) {
    const best = nearestWord(
      word,
      near.filter((each) => each.asked === word),
    );
    if (best) meant.set(word, best.shown);
  }
  if (meant.size === 0) return null;
  const places = words.filter(({ word }) => meant.has(word));
  const texts = query.texts.map((text) => (text.not ? text : { ...text, text: places.reduce((sofar, { word }) => replaceWord(sofar, word, meant.get(word)!), text.text) }));
  return { ...query, texts };
}
/** The word as it was typed, whatever its case. */
function replaceWord(text: string, word: string, meant: string): string {
  const at = text.toLowerCase().indexOf(word);
  return at < 0 ? text : text.slice(0, at) + meant + text.slice(at + word.length);
}
