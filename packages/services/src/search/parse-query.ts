import type { QuestionKind } from "@tidao/grading";
import { type Bilingual, longestSearch } from "@tidao/kernel";
import { foldText } from "./fold-text";
import { allForms, type FilterName, findByForm, kindForms, nameForms, type Place, placeForms, type State, stateForms } from "./query-words";

export const problemCodes = ["TOPIC_UNKNOWN", "KIND_UNKNOWN", "STATE_UNKNOWN", "PLACE_UNKNOWN", "DIFFICULTY_UNKNOWN", "QUESTIONS_ONLY", "TOPIC_OPEN", "KIND_OPEN", "STATE_OPEN", "PLACE_OPEN", "DIFFICULTY_OPEN"] as const;
export type ProblemCode = (typeof problemCodes)[number];
/** What is not understood is left out of the search and named, with what to write instead. */
export interface QueryProblem {
  code: ProblemCode;
  value: string;
}
export interface QueryText {
  text: string;
  /** In quotation marks: its words stand one after the other. */
  phrase: boolean;
  not: boolean;
}
interface Wanted<T> {
  value: T;
  not: boolean;
}
/**
 * What a search asks for. Several texts, states and difficulties must all hold; of several topics, kinds and places one is
 * enough. What is negated must not hold.
 */
export interface SearchQuery {
  texts: QueryText[];
  /** The topics that one written name can mean stand together. */
  topics: Wanted<{ slugs: string[]; written: string }>[];
  kinds: Wanted<QuestionKind>[];
  states: Wanted<State>[];
  places: Wanted<Place>[];
  /** From 1 to 5, both ends included. */
  difficulties: Wanted<{ from: number; to: number }>[];
}
export interface TopicName {
  slug: string;
  title: Bilingual;
}
export const emptyQuery: SearchQuery = { texts: [], topics: [], kinds: [], states: [], places: [], difficulties: [] };

const names = allForms(nameForms).toSorted((a, b) => b.length - a.length).join("|");
const opening = `(${names})\\s*(>=|<=|[:=<>])`;
/** What follows a filter's sign is its value, unless it is the next filter. */
const token = new RegExp(`\\s*(-?)(?:${opening}(?:\\s*(?!-?${opening.replaceAll("(", "(?:")})("[^"]*"?|[^\\s"]+))?|"([^"]*)"?|([^\\s"]+))`, "giuy");
/** A filter whose value is not typed yet. */
const open: Record<FilterName, ProblemCode> = { topic: "TOPIC_OPEN", kind: "KIND_OPEN", is: "STATE_OPEN", in: "PLACE_OPEN", difficulty: "DIFFICULTY_OPEN" };

/**
 * Reads what was typed: free words, "phrases", `topic:` `kind:` `is:` `in:` `difficulty>3` and their Chinese names, `-` for not.
 * Full-width signs and Chinese quotation marks are understood. Never fails: what has no meaning is text, or a problem that is told.
 */
export function parseQuery(written: string, topics: readonly TopicName[]): { query: SearchQuery; problems: QueryProblem[] } {
  const query: SearchQuery = { texts: [], topics: [], kinds: [], states: [], places: [], difficulties: [] };
  const problems: QueryProblem[] = [];
  const typed = written.slice(0, longestSearch).toWellFormed().normalize("NFKC").replace(/\p{Cc}/gu, " ").replace(/[“”„«»「」『』]/g, '"').replace(/[≥]/g, ">=").replace(/[≤]/g, "<=");
  for (const [, minus, name, sign, value, phrase, word] of typed.matchAll(token)) {
    const not = minus === "-";
    if (name && sign) {
      const filter = findByForm(nameForms, name.toLowerCase());
      const meant = foldText((value ?? "").replaceAll('"', "").replace(/[,;、。]+$/, "")).trim();
      const problem = filter && (meant === "" ? { code: open[filter], value: `${name}${sign}` } : addFilter(query, filter, sign, meant, not, topics));
      if (problem) problems.push(problem);
    } else if (phrase !== undefined) {
      if (saysSomething(phrase)) query.texts.push({ text: phrase.trim(), phrase: true, not });
    } else if (word && saysSomething(word)) {
      // a minus before a number is a sign
      const negative = not && /^\d/.test(word);
      query.texts.push({ text: negative ? `-${word}` : word, phrase: false, not: not && !negative });
    }
  }
  if (asksForQuestions(query) && query.places.some(({ value, not }) => !not && value !== "questions") && !query.places.some(({ value, not }) => !not && value === "questions"))
    problems.push({ code: "QUESTIONS_ONLY", value: "" });
  return { query, problems };
}

const saysSomething = (text: string) => /[\p{L}\p{N}]/u.test(text);

/** True where a filter speaks of what only questions have. */
export const asksForQuestions = ({ kinds, states, difficulties }: SearchQuery): boolean => kinds.length + states.length + difficulties.length > 0;
export const isEmptyQuery = (query: SearchQuery): boolean => Object.values(query).every((list: unknown[]) => list.length === 0);

function addFilter(query: SearchQuery, filter: FilterName, sign: string, value: string, not: boolean, topics: readonly TopicName[]): QueryProblem | null {
  switch (filter) {
    case "topic": {
      const slugs = topicsNamed(value, topics);
      if (slugs.length === 0) return { code: "TOPIC_UNKNOWN", value };
      query.topics.push({ value: { slugs, written: slugs.length === 1 ? slugs[0]! : value }, not });
      return null;
    }
    case "kind":
      return add(query.kinds, findByForm(kindForms, value), not) ? null : { code: "KIND_UNKNOWN", value };
    case "is":
      return add(query.states, findByForm(stateForms, value), not) ? null : { code: "STATE_UNKNOWN", value };
    case "in":
      return add(query.places, findByForm(placeForms, value), not) ? null : { code: "PLACE_UNKNOWN", value };
    case "difficulty":
      return add(query.difficulties, difficultyRange(sign, value), not) ? null : { code: "DIFFICULTY_UNKNOWN", value };
  }
}
function add<T>(list: Wanted<T>[], value: T | null, not: boolean): boolean {
  if (value !== null) list.push({ value, not });
  return value !== null;
}

function difficultyRange(sign: string, value: string): { from: number; to: number } | null {
  const match = /^([1-5])(?:-([1-5]))?$/.exec(value);
  if (!match) return null;
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
  if (match[2] !== undefined && sign !== ":" && sign !== "=") return null;
  if (sign === ">") return { from: first + 1, to: 5 };
  if (sign === ">=") return { from: first, to: 5 };
  if (sign === "<") return { from: 1, to: first - 1 };
  if (sign === "<=") return { from: 1, to: first };
  return { from: Math.min(first, last), to: Math.max(first, last) };
}

/** The topic of that slug or title; else all whose slug or title holds what was written. */
function topicsNamed(written: string, topics: readonly TopicName[]): string[] {
  const exact = topics.filter(({ slug, title }) => [slug, title.zh, title.en].some((name) => foldText(name) === written));
  const bare = (text: string) => foldText(text).replace(/[\s_-]+/g, "");
  const wanted = bare(written);
  const found = exact.length || wanted.length < 2 ? exact : topics.filter(({ slug, title }) => [slug, title.zh, title.en].some((name) => bare(name).includes(wanted)));
  return found.map(({ slug }) => slug);
}
