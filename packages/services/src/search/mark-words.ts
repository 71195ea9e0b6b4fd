import { foldText, foldWithPlaces, stemOf } from "./fold-text";
import { pairsOf, type Word, wordsOf } from "./words-of";

/** A stretch of text; `found` where a word of the search stands. Plain text: who shows it escapes it. */
export interface Stretch {
  text: string;
  found: boolean;
}
type Place = [from: number, to: number];

/** Where the words of a search stand in a text: whole Latin words by their stem, Chinese words wherever they stand. */
export function placesOf(text: string, words: readonly Word[]): Place[] {
  const folded = foldWithPlaces(text);
  const stems = new Set(words.filter(({ chinese }) => !chinese).map(({ word }) => stemOf(word)));
  const places: Place[] = [];
  const keep = (at: number, length: number) => places.push([folded.from[at]!, folded.to[at + length - 1]!]);
  if (stems.size)
    for (const { word, at, length, chinese } of wordsOf(folded.text, (run) => [run])) if (!chinese && stems.has(stemOf(word))) keep(at, length);
  for (const { word, chinese } of words) {
    if (!chinese) continue;
    const stands = folded.text.includes(word);
    for (const part of stands ? [word] : pairsOf(word))
      for (let at = folded.text.indexOf(part); at >= 0; at = folded.text.indexOf(part, at + part.length)) keep(at, part.length);
  }
  return merged(places);
}
function merged(places: Place[]): Place[] {
  const result: Place[] = [];
  for (const [from, to] of places.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** The whole text with the words of the search marked. */
export const markWords = (text: string, words: readonly Word[]): Stretch[] => stretches(text, placesOf(text, words), 0, text.length);

/**
 * The part of a text around the first place where most of the search stands.
 * @param width in columns: a Chinese character takes two
 */
export function excerptOf(text: string, words: readonly Word[], width = 200): Stretch[] {
  const places = placesOf(text, words);
  const wanted = bestStart(text, places, width);
  const fits = text.length <= 2 * width && [...text].reduce((columns, character) => columns + columnsOf(character), 0) <= width;
  const start = fits || wanted < width / 8 ? 0 : wanted;
  let from = start;
  // back to where a word or a sentence begins
  while (from > 0 && from > start - 20 && /[\p{L}\p{N}]/u.test(text[from - 1]!) && !/\p{Script=Han}/u.test(text[from - 1]!)) from--;
  let to = from;
  for (let columns = 0; to < text.length && columns < width; to++) columns += columnsOf(text[to]!);
  while (to < text.length && to > from + 40 && /[a-z0-9]/i.test(text[to - 1]!) && /[a-z0-9]/i.test(text[to]!)) to--;
  // no half of a character
  if (/[\uD800-\uDBFF]/.test(text[to - 1] ?? "")) to--;
  if (/[\uDC00-\uDFFF]/.test(text[from] ?? "")) from--;
  const shown = stretches(text, places, from, to);
  const plain = (sign: string): Stretch => ({ text: sign, found: false });
  return [...(from > 0 ? [plain("…")] : []), ...shown, ...(to < text.length ? [plain("…")] : [])];
}
const columnsOf = (character: string) => (/[\u2E80-\uFFEF]/.test(character) ? 2 : 1);

/** A little before the window that holds the most different words. */
function bestStart(text: string, places: readonly Place[], width: number): number {
  let best = 0;
  let most = 0;
  for (const [from] of places) {
    const inside = places.filter(([other]) => other >= from && other < from + width / 2);
    const different = new Set(inside.map(([a, b]) => foldText(text.slice(a, b)))).size;
    if (different > most) [most, best] = [different, from];
  }
  return best - Math.round(width / 8);
}
function stretches(text: string, places: readonly Place[], from: number, to: number): Stretch[] {
  const result: Stretch[] = [];
  let at = from;
  for (const [begin, end] of places) {
    if (end <= from || begin >= to) continue;
    const [a, b] = [Math.max(begin, from), Math.min(end, to)];
    if (a > at) result.push({ text: text.slice(at, a), found: false });
    result.push({ text: text.slice(a, b), found: true });
    at = b;
  }
  if (at < to) result.push({ text: text.slice(at, to), found: false });
  return result;
}
