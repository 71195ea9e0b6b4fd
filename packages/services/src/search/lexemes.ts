import type { CutChinese } from "./chinese-words";
import { foldText, stemOf } from "./fold-text";
import { pairsOf, type Word, wordsOf } from "./words-of";

// Lexemes of different meaning never meet: a word stands as it is, everything else begins with a sign that no word holds.
export const stemLexeme = (word: string): string => `~${stemOf(word)}`;
export const pairLexeme = (pair: string): string => `^${pair}`;
/** The same in the title alone: looked at first when a word is so common that not everything can be ranked. */
export const titleLexeme = (lexeme: string): string => `!${lexeme}`;
export const facetLexeme = {
  everybody: "@all",
  owner: (subjectId: string) => `@of:${subjectId}`,
  kind: (kind: string) => `@in:${kind}`,
  topic: (slug: string) => `@topic:${slug}`,
  questionKind: (kind: string) => `@kind:${kind}`,
  difficulty: (difficulty: number) => `@difficulty:${difficulty}`,
};

/** What a word is looked up by: itself, and its stem or, in Chinese, its pairs of characters. */
export function formsOf({ word, chinese }: Pick<Word, "word" | "chinese">): { exact: string; loose: string[] } {
  if (!chinese) return { exact: word, loose: [stemLexeme(word)] };
  const pairs = pairsOf(word);
  return { exact: word, loose: pairs.length ? pairs.map(pairLexeme) : [pairLexeme(word)] };
}

export const quoteLexeme = (lexeme: string): string => `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

type Weight = "A" | "B" | "C" | "D";
/** PostgreSQL keeps no position beyond this, and no lexeme longer than 2046 bytes. */
const lastPosition = 16_383;
const longestLexeme = 200;

/**
 * A document as the text of a tsvector: exact words of the title weigh A, looser forms of them B; exact words of the body C, looser ones D.
 * Facets have no position, so they find and do not rank.
 * @returns also its words, each with the spelling that it has in the text
 */
export function tsvectorOf(document: { title: string; body: string; facets: readonly string[] }, cut: CutChinese): { tsvector: string; words: Map<string, string> } {
  const lexemes = new Map<string, string[]>();
  const add = (lexeme: string, place?: string) => {
    if (lexeme.length > longestLexeme) return;
    const places = lexemes.get(lexeme) ?? [];
    // PostgreSQL keeps 255 places of a lexeme
    if (place && places.length < 255) places.push(place);
    lexemes.set(lexeme, places);
  };
  let position = 0;
  const words = new Map<string, string>();
  const addText = (text: string, exact: Weight, loose: Weight, inTitle: boolean) => {
    let before: Word | undefined;
    const folded = foldText(text);
    for (const word of wordsOf(folded, cut)) {
      words.set(word.word, folded.slice(word.at, word.at + word.length));
      position = Math.min(position + 1, lastPosition);
      const forms = formsOf(word);
      add(forms.exact, `${position}${exact}`);
      // the pair across the border of two words, which are one run of characters
      const border = before?.chinese && word.chinese && before.at + before.length === word.at ? [pairLexeme([...before.word].at(-1)! + [...word.word][0]!)] : [];
      for (const lexeme of [...border, ...forms.loose]) add(lexeme, `${position}${loose}`);
      if (inTitle) for (const lexeme of [...border, ...forms.loose]) add(titleLexeme(lexeme));
      before = word;
    }
    position = Math.min(position + 10, lastPosition);
  };
  addText(document.title, "A", "B", true);
  addText(document.body, "C", "D", false);
  for (const facet of document.facets) add(facet);
  const tsvector = [...lexemes].map(([lexeme, places]) => quoteLexeme(lexeme) + (places.length ? `:${places.join(",")}` : "")).join(" ");
  return { tsvector, words };
}
