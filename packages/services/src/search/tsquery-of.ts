import type { CutChinese } from "./chinese-words";
import { foldText } from "./fold-text";
import { facetLexeme, formsOf, pairLexeme, quoteLexeme, titleLexeme } from "./lexemes";
import { asksForQuestions, type SearchQuery } from "./parse-query";
import type { Place } from "./query-words";
import { isStopWord, pairsOf, type Word, wordsOf } from "./words-of";

export const kindOfPlace: Record<Place, string> = { lessons: "lesson", questions: "question", terms: "term", paths: "path", notes: "note" };

export interface TextQuery {
  /** The words that a document must hold, with what it must not, and its facets: what is looked up. */
  all: string;
  /** The same with the words in the title. Null when there are no words. */
  title: string | null;
  /** One of the words is enough. Null when there are fewer than two. */
  some: string | null;
  /** The words alone, for ranking. Null when there are none. */
  rank: string | null;
  /** Words that must be there, for marking and correcting. */
  words: Word[];
}

/**
 * A query as texts of tsquery. Words of questions ("what", 什么) are left out unless there is nothing else. Every lexeme is quoted: nothing
 * that was typed is syntax.
 */
export function textQueryOf(query: SearchQuery, subjectId: string, cut: CutChinese): TextQuery {
  const groups = query.texts.map(({ text, phrase, not }) => ({ phrase, not, words: wordsOf(foldText(text), cut) })).filter(({ words }) => words.length > 0);
  const wanted = groups.filter(({ not }) => !not).flatMap(({ phrase, words }) => (phrase ? [{ phrase, words }] : runsOf(words)));
  const meaningful = wanted.filter(({ phrase, words }) => phrase || words.some(({ word }) => !isStopWord(word)));
  const kept = meaningful.length ? meaningful : wanted;
  const facets = facetsOf(query, subjectId);
  const refused = groups.filter(({ not }) => not).map((run) => `!${unitOf(run)}`);
  const units = kept.map(unitOf);
  const titles = kept.map(({ words }) => allOf(withoutStops(words).map(titleQuery)));
  const rest = [...refused, ...facets];
  return {
    all: [...units, ...rest].join(" & "),
    title: units.length ? [...titles, ...rest].join(" & ") : null,
    some: units.length > 1 || (kept[0] && withoutStops(kept[0].words).length > 1) ? [anyOf(kept.flatMap(({ words }) => withoutStops(words).map(formQuery))), ...rest].join(" & ") : null,
    rank: units.length ? anyOf(units) : null,
    words: kept.flatMap(({ words }) => withoutStops(words)),
  };
}

const allOf = (parts: readonly string[]) => (parts.length === 1 ? parts[0]! : `(${parts.join(" & ")})`);
const anyOf = (parts: readonly string[]) => (parts.length === 1 ? parts[0]! : `(${parts.join(" | ")})`);
const withoutStops = (words: readonly Word[]) => {
  const left = words.filter(({ word }) => !isStopWord(word));
  return left.length ? left : words;
};

/** A word: as it stands, by its stem, or in Chinese by all of its pairs. */
const formQuery = (word: Word): string => {
  const { exact, loose } = formsOf(word);
  return anyOf([quoteLexeme(exact), allOf(loose.map(quoteLexeme))]);
};
const titleQuery = (word: Word): string => allOf(formsOf(word).loose.map((form) => quoteLexeme(titleLexeme(form))));
/** Of a word in a phrase: in Chinese only as it stands, as pairs have no order of their own. */
const phraseQuery = (word: Word) => anyOf([quoteLexeme(word.word), ...(word.chinese ? [] : formsOf(word).loose.map(quoteLexeme))]);

interface Run {
  phrase: boolean;
  words: Word[];
}
/** Words joined by a sign ("gpt-4") stand one after the other; Chinese characters typed without a gap are one run. */
function runsOf(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  let before: Word | undefined;
  for (const word of words) {
    const run = runs.at(-1);
    if (run && word.joined) {
      run.words.push(word);
      run.phrase = true;
    } else if (run && before?.chinese && word.chinese && before.at + before.length === word.at) run.words.push(word);
    else runs.push({ phrase: false, words: [word] });
    before = word;
  }
  return runs;
}
/** Longer runs are sentences, which nobody wrote just so. */
const longestPairedRun = 8;

function unitOf({ phrase, words }: Run): string {
  if (phrase) return words.length === 1 ? phraseQuery(words[0]!) : `(${words.map(phraseQuery).join(" <-> ")})`;
  const byWords = allOf(withoutStops(words).map(formQuery));
  const run = words.map(({ word }) => word).join("");
  // the dictionary may have cut the document elsewhere: then all of the run's pairs stand there
  if (words.length === 1 || !words.every(({ chinese }) => chinese) || [...run].length > longestPairedRun) return byWords;
  return anyOf([byWords, allOf(pairsOf(run).map((pair) => quoteLexeme(pairLexeme(pair))))]);
}

function facetsOf(query: SearchQuery, subjectId: string): string[] {
  const { topics, kinds, places, difficulties } = query;
  const positive = <T>(list: readonly { value: T; not: boolean }[], lexemes: (value: T) => string[]) => {
    const wanted = list.filter(({ not }) => !not).flatMap(({ value }) => lexemes(value));
    return wanted.length ? [anyOf(wanted.map(quoteLexeme))] : [];
  };
  const negative = <T>(list: readonly { value: T; not: boolean }[], lexemes: (value: T) => string[]) =>
    list.filter(({ not }) => not).flatMap(({ value }) => lexemes(value)).map((lexeme) => `!${quoteLexeme(lexeme)}`);
  const topicLexemes = ({ slugs }: { slugs: string[] }) => slugs.map(facetLexeme.topic);
  const kindLexemes = (kind: string) => [facetLexeme.questionKind(kind)];
  const placeLexemes = (place: Place) => [facetLexeme.kind(kindOfPlace[place])];
  const levelLexemes = ({ from, to }: { from: number; to: number }) => [1, 2, 3, 4, 5].filter((level) => level >= from && level <= to).map(facetLexeme.difficulty);
  return [
    anyOf([facetLexeme.everybody, facetLexeme.owner(subjectId)].map(quoteLexeme)),
    ...(asksForQuestions(query) ? [quoteLexeme(facetLexeme.kind("question"))] : []),
    ...positive(topics, topicLexemes),
    ...positive(kinds, kindLexemes),
    ...positive(places, placeLexemes),
    // each range must hold; one that holds no level finds nothing
    ...difficulties.filter(({ not }) => !not).map(({ value }) => anyOf((levelLexemes(value).length ? levelLexemes(value) : ["@nothing"]).map(quoteLexeme))),
    ...negative(topics, topicLexemes),
    ...negative(kinds, kindLexemes),
    ...negative(places, placeLexemes),
    ...negative(difficulties, levelLexemes),
  ];
}
