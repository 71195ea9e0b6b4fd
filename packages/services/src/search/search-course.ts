import type { UserActor } from "@tidao/access";
import { type Clock, isTooLong, type Locale } from "@tidao/kernel";
import type { z } from "zod";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { readDigest } from "../glossary/glossary.repo";
import { conflictingFilters } from "./conflicting-filters";
import { correctQuery } from "./correct-query";
import { courseDictionary } from "./course-dictionary";
import { filterChoices } from "./filter-choices";
import { titleKeyOf } from "./fold-text";
import { excerptOf, markWords } from "./mark-words";
import { isEmptyQuery, parseQuery, type QueryProblem, type SearchQuery, type TopicName } from "./parse-query";
import { printQuery } from "./print-query";
import type { SearchDto, searchInput } from "./search.dto";
import { type Asker, findHits, findQuestionIds, type HitRow, listTopicNames, mostElsewhere } from "./search.repo";
import { type TextQuery, textQueryOf } from "./tsquery-of";
import type { Word } from "./words-of";

export const hitsPerPage = 20;
/** Fewer hits than this and a slip of the hand is looked for. */
const few = 5;

/** What a typed query means, for this learner. */
export async function readQuery(actor: UserActor, written: string, now: Date) {
  const [digest, { cut }, withheld] = await Promise.all([readDigest(), courseDictionary(), listWithheldQuestionIds(actor, now)]);
  const topics = await listTopicNames(digest);
  const asker: Asker = { subjectId: actor.subjectId, withheld, now };
  return { ...parseQuery(written, topics), topics, asker, textOf: (query: SearchQuery) => textQueryOf(query, actor.subjectId, cut) };
}

/**
 * Lessons by section, questions, terms, paths and one's own notes, in both languages, best first. Other people's notes and what an
 * open assignment withholds do not exist.
 */
export async function searchCourse(
  actor: UserActor,
  { query: written, page }: z.infer<typeof searchInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<SearchDto> {
  const now = clock.now();
  const { query, problems, topics, asker, textOf } = await readQuery(actor, written, now);
  const answer = (of: SearchQuery, part: Partial<SearchDto> = {}): SearchDto => ({
    ...nothing(of, problems, topics, locale, page),
    query: shortEnough(printQuery(of, locale)) ?? written.trim(),
    ...part,
  });
  const conflict = conflictingFilters(query, locale);
  if (isEmptyQuery(query) || conflict.length > 0) return answer(query, { conflict });

  const find = (text: TextQuery, of: SearchQuery) => {
    const exact = titleKeyOf(of.texts.filter(({ not }) => !not).map((each) => each.text).join(" "));
    return findHits(of, text, asker, { locale, exact, limit: hitsPerPage, offset: (page - 1) * hitsPerPage });
  };
  const shown = async (of: SearchQuery, text: TextQuery, rows: HitRow[], part: Partial<SearchDto> = {}) => {
    const total = rows[0]?.total ?? 0;
    const questions = rows.length ? await findQuestionIds(of, text.all, asker) : [];
    const hits = rows.map((row) => hitOf(row, text.words, topics, locale, now));
    const pages = Math.max(1, Math.ceil(total / hitsPerPage));
    const more = rows[0] !== undefined && rows[0].ranked >= mostElsewhere;
    return answer(query, { hits, total, more, pages, first: (page - 1) * hitsPerPage, questions: questions.length, ...part });
  };

  const text = textOf(query);
  const rows = await find(text, query);
  // a page beyond the end: what was found has become less
  if (page > 1 && rows.length === 0) return searchCourse(actor, { query: written, page: 1 }, { clock, locale });
  if (page > 1 || rows.length >= few || text.words.length === 0) return shown(query, text, rows);
  const nearest = await correctQuery(query, text.words);
  const correction = nearest && shortEnough(printQuery(nearest, locale));
  const corrected = correction === null ? null : nearest;
  if (rows.length > 0) return shown(query, text, rows, { correction: correction === null ? null : { query: correction, applied: false } });
  if (corrected && correction !== null) {
    const meant = textOf(corrected);
    const mended = await find(meant, corrected);
    if (mended.length) return shown(corrected, meant, mended, { correction: { query: correction, applied: true } });
  }
  // some of the words, with what was mistyped mended
  const meant = corrected ? textOf(corrected) : text;
  if (meant.some === null) return answer(query);
  const loose = { ...meant, all: meant.some, title: null };
  const rest = await find(loose, query);
  return shown(query, loose, rest, { some: rest.length > 0, questions: 0, ...(correction !== null && rest.length > 0 && { correction: { query: correction, applied: true } }) });
}

/** Words that stand for others may be longer: what cannot be asked is not offered. */
const shortEnough = (printed: string) => (isTooLong(printed) ? null : printed);

const nothing = (query: SearchQuery, problems: QueryProblem[], topics: readonly TopicName[], locale: Locale, page: number): Omit<SearchDto, "query"> => ({
  empty: isEmptyQuery(query),
  problems,
  conflict: [],
  correction: null,
  some: false,
  hits: [],
  total: 0,
  more: false,
  page,
  pages: 1,
  first: 0,
  questions: 0,
  filters: filterChoices(query, topics, locale),
});

function hitOf(row: HitRow, words: readonly Word[], topics: readonly TopicName[], locale: Locale, now: Date): SearchDto["hits"][number] {
  const topic = topics.find(({ slug }) => slug === row.topicSlug);
  return {
    kind: row.kind,
    ref: row.ref,
    anchor: row.anchor,
    locale: row.locale,
    topic: topic ? { slug: topic.slug, title: topic.title[locale] } : null,
    title: markWords(row.title, words),
    excerpt: excerptOf(row.body, words),
    questionKind: row.questionKind as SearchDto["hits"][number]["questionKind"],
    difficulty: row.difficulty,
    state: row.kind === "question" ? stateOf(row, now) : null,
    questionId: row.questionId,
  };
}
function stateOf({ due, lastVerdict, lastPoints }: HitRow, now: Date): SearchDto["hits"][number]["state"] {
  if (due && due <= now) return "due";
  if (lastVerdict === null || lastPoints === null) return "new";
  if (lastVerdict === "right" || lastVerdict === "pending") return lastVerdict;
  return lastPoints < 0.5 ? "wrong" : "partial";
}
