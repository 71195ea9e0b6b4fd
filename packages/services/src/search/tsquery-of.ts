import type { CutChinese } from "./chinese-words";
import { foldText } from "./fold-text";
import { facetLexeme, formsOf, quoteLexeme, titleLexeme } from "./lexemes";
import { asksForQuestions, type SearchQuery } from "./parse-query";
import type { Place } from "./query-words";
import { isStopWord, type Word, wordsOf } from "./words-of";

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
  const wanted = groups.filter(({ not }) => !not);
  const meaningful = wanted.map((group) => (group.phrase ? group : { ...group, words: group.words.filter(({ word }) => !isStopWord(word)) })).filter(({ words }) => words.length > 0);
  const kept = meaningful.length ? meaningful : wanted;
  const facets = facetsOf(query, subjectId);
  const refused = groups.filter(({ not }) => not).map(({ words, phrase }) => `!${unitOf(words, phrase, formQuery)}`);
  const units = kept.flatMap(({ words, phrase }) => (phrase ? [unitOf(words, true, formQuery)] : runsOf(words).map((run) => unitOf(run, true, formQuery))));
  const titles = kept.flatMap(({ words }) => words.map(titleQuery));
  const with_ = (parts: string[]) => [...parts, ...refused, ...facets].join(" & ");
  return {
    all: with_(units),
    title: units.length ? with_(titles) : null,
    some: units.length > 1 ? with_([anyOf(units)]) : null,
    rank: units.length ? anyOf(units) : null,
    words: kept.flatMap(({ words }) => words),
  };
}

const allOf = (parts: readonly string[]) => (parts.length === 1 ? parts[0]! : `(${parts.join(" & ")})`);
const anyOf = (parts: readonly string[]) => (parts.length === 1 ? parts[0]! : `(${parts.join(" | ")})`);

/** A word: as it stands, by its stem, or in Chinese by all of its pairs. */
const formQuery = (word: Word): string => {
  const { exact, loose } = formsOf(word);
  return anyOf([quoteLexeme(exact), allOf(loose.map(quoteLexeme))]);
};
const titleQuery = (word: Word): string => allOf(formsOf(word).loose.map((form) => quoteLexeme(titleLexeme(form))));

/** Words that are joined by a sign ("gpt-4") stand one after the other; others stand anywhere. */
function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  for (const word of words) {
    if (word.joined && runs.length) runs.at(-1)!.push(word);
    else runs.push([word]);
  }
  return runs;
}
function unitOf(words: readonly Word[], phrase: boolean, form: (word: Word) => string): string {
  if (words.length === 1) return form(words[0]!);
  // a Chinese phrase may be cut otherwise in the document: its words in order, or all of its pairs
  return phrase ? `(${words.map(phraseForm).join(" <-> ")})` : allOf(words.map(form));
}
const phraseForm = (word: Word) => anyOf([quoteLexeme(word.word), ...(word.chinese ? [] : formsOf(word).loose.map(quoteLexeme))]);

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
