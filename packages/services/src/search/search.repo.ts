import { type Connection, inTransaction, named, pool } from "@tidao/prisma";
import { LRUCache } from "lru-cache";
import type { DocumentKind } from "./document.repo";
import { swappedLetters } from "./near-word";
import type { SearchQuery, TopicName } from "./parse-query";
import { stateCondition } from "./state-filter";
import type { TextQuery } from "./tsquery-of";

const names = new LRUCache<string, TopicName[]>({ max: 2, ttl: 30_000 });
/** Slugs and titles of the topics, in their order. What they say changes only with an import. */
export async function listTopicNames(digest: string): Promise<TopicName[]> {
  const known = names.get(digest);
  if (known) return known;
  const { rows } = await pool.query<TopicName>(named(`select slug, body->'title' as title from topic where archived_at is null order by number`, []));
  names.set(digest, rows);
  return rows;
}

export interface Asker {
  subjectId: string;
  /** Questions that an open assignment holds: for this learner they are not there, nor are notes on them. */
  withheld: readonly string[];
  now: Date;
}
export interface HitRow {
  kind: DocumentKind;
  ref: string;
  anchor: string;
  locale: "zh" | "en";
  topicSlug: string | null;
  questionId: string | null;
  questionKind: string | null;
  difficulty: number | null;
  title: string;
  body: string;
  due: Date | null;
  lastPoints: number | null;
  lastVerdict: string | null;
  total: number;
  /** How many documents were ranked. */
  ranked: number;
}

/**
 * More than anybody reads. A word that stands in every document is not ranked over all of them: those with the words in
 * the title come first, then as many others.
 */
export const mostInTitle = 120;
export const mostElsewhere = 240;

/**
 * Parameters: $1 subject, $2 now, $3 withheld, $4 the query. A document must be everybody's or the learner's own, which its facets say for
 * the index and the columns say once more.
 */
const visible = (d: string) => `(${d}.subject_id is null or ${d}.subject_id = $1)
  and (${d}.kind <> 'question' or ${d}.ref <> all($3::text[])) and (${d}.question_id is null or ${d}.question_id <> all($3::text[]))`;
const fitting = (query: SearchQuery, d: string) =>
  [visible(d), ...query.states.map(({ value, not }) => `${not ? "not " : ""}${stateCondition(value, `${d}.ref`, "$1", "$2::timestamptz")}`)].join(" and ");
const found = (query: SearchQuery, text: string, most: number, more = "") =>
  `(select d.id from search_document d where d.tsv @@ ${text}::tsquery and ${fitting(query, "d")}${more} limit ${most})`;
/**
 * What is named by the words comes before what only speaks of them often, the more of its name they are: a topic before a
 * section, a section before the questions, whose stem is no name.
 */
const inTitle = `case when d.kind <> 'question' and d.title_key <> '' and d.tsv @@ $5::tsquery
  then (case when d.anchor = '' then 0.5 else 0.3 end) + 0.7 * least(1, length($7)::float8 / length(d.title_key)) else 0 end`;
/** Without words every thing would be found in both languages. */
const inOneLanguage = ` and (d.locale = $8 or d.kind = 'note')`;

/** The statement of a page of hits, and its values: apart, so that a test can have its plan. */
export function hitsStatement(query: SearchQuery, text: TextQuery, asker: Asker, page: { locale: "zh" | "en"; exact: string; limit: number; offset: number }) {
  const sql = `with asked as (
      -- gives every parameter its type, also one that this query has no use for
      select $1::uuid, $2::timestamptz, $3::text[], $4::text, $5::text, $6::text, $7::text, $8::text
    ), candidates as (
      ${text.title === null ? "" : `${found(query, "$5", mostInTitle)} union `}${found(query, "$4", mostElsewhere, text.rank === null ? inOneLanguage : "")}
    ), ranked as (
      select d.id, d.kind, d.ref, d.anchor,
        (${text.rank === null ? "0" : `ts_rank_cd('{0.1, 0.4, 0.6, 1}', d.tsv, $6::tsquery, 1) * case when d.kind = 'question' then 0.5 else 1 end`}
          + case when d.title_key = $7 then 10 when d.kind = 'term' then 0.05 else 0 end
          + ${text.title === null ? "0" : inTitle}) * case when d.locale = $8 then 1 else 0.6 end as rank
      from candidates join search_document d using (id)
    ), once as (
      -- a thing is found once, in the reader's language where that fits
      select distinct on (kind, ref, anchor) id, rank from ranked order by kind, ref, anchor, rank desc, id
    ), page as (
      select o.id, o.rank, count(*) over ()::int as total, c.due, s.last_points, s.last_verdict
      from once o join search_document d using (id)
      left join review_card c on d.kind = 'question' and c.subject_id = $1 and c.question_id = d.ref and c.suspended_at is null
      left join question_state s on d.kind = 'question' and s.subject_id = $1 and s.question_id = d.ref
      order by o.rank desc, ${text.rank === null ? "(c.due <= $2) desc nulls last, c.due, s.last_at nulls first, d.topic_slug, d.anchor," : ""} o.id limit $9 offset $10
    )
    select d.kind, d.ref, d.anchor, d.locale, d.topic_slug as "topicSlug", d.question_id as "questionId", d.question_kind as "questionKind",
      d.difficulty, d.title, d.body, p.due, p.last_points as "lastPoints", p.last_verdict as "lastVerdict", p.total,
      (select count(*)::int from candidates) as ranked
    from page p join search_document d using (id) order by p.rank desc, ${text.rank === null ? "(p.due <= $2) desc nulls last, p.due, d.topic_slug, d.anchor," : ""} p.id`;
  const values = [asker.subjectId, asker.now, asker.withheld, text.all, text.title, text.rank, page.exact, page.locale, page.limit, page.offset];
  return { sql, values };
}

/**
 * By the index of words, whatever the planner thinks of it: of two common words that never meet it expects many documents that hold both,
 * and reads every document in search of the first ones. The
 * statements have no name, so that each is planned for its own words.
 */
export const byIndex = <T>(work: (connection: Connection) => Promise<T>): Promise<T> =>
  inTransaction(async (connection) => {
    await connection.query(`set local enable_seqscan = off; set local enable_indexscan = off; set local enable_indexonlyscan = off`);
    return work(connection);
  });

export async function findHits(...parameters: Parameters<typeof hitsStatement>): Promise<HitRow[]> {
  const { sql, values } = hitsStatement(...parameters);
  return byIndex(async (connection) => (await connection.query<HitRow>(sql, values)).rows);
}

/** More than anybody practises at a sitting. */
export const mostQuestions = 500;
/** Questions that a query finds, due ones first; without those that the learner has set aside, which practice does not ask. */
export async function findQuestionIds(query: SearchQuery, text: string, asker: Asker, most = mostQuestions): Promise<string[]> {
  const sql = `with asked as (select $1::uuid, $2::timestamptz, $3::text[], $4::text)
    select d.ref as id, min(c.due) as due from search_document d
    left join review_card c on c.subject_id = $1 and c.question_id = d.ref
    where d.kind = 'question' and d.tsv @@ $4::tsquery and c.suspended_at is null and ${fitting(query, "d")}
    group by d.ref order by (min(c.due) <= $2::timestamptz) desc nulls last, min(c.due), d.ref limit ${most}`;
  return byIndex(async (connection) => (await connection.query<{ id: string }>(sql, [asker.subjectId, asker.now, asker.withheld, text])).rows.map(({ id }) => id));
}

export interface NearWord {
  asked: string;
  word: string;
  shown: string;
  documents: number;
}
/** Which of the words stand in no document, each with the words of the course that look like it. */
export async function findNearWords(latin: readonly string[], chinese: readonly string[]): Promise<NearWord[]> {
  const withForms = (words: readonly string[], forms: (word: string) => string[]) => JSON.stringify(words.map((asked) => ({ asked, forms: forms(asked) })));
  const unknown = `not exists (select 1 from search_word where word = asked and strpos(shown, ' ') = 0)`;
  const { rows } = await pool.query<NearWord>(
    named(
      `select asked, near.* from jsonb_to_recordset($1::jsonb) as r(asked text, forms text[]) cross join lateral (
         (select word, shown, documents from search_word where word % asked order by similarity(word, asked) desc, documents desc limit 12)
         union select word, shown, documents from search_word where word = any (forms)) near
       where ${unknown}
       union all
       select asked, near.* from jsonb_to_recordset($2::jsonb) as r(asked text, forms text[]) cross join lateral (
         select word, shown, documents from search_word where word like any (forms) order by documents desc limit 20) near
       where ${unknown}`,
      [withForms(latin, swappedLetters), withForms(chinese, (asked) => [...asked].map((_, at, all) => all.with(at, "_").join("")))],
    ),
  );
  return rows;
}
/** Which of the words stand in no document of the course. */
export async function findUnknownWords(words: readonly string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ word: string }>(
    named(`select asked as word from unnest($1::text[]) asked where not exists (select 1 from search_word where word = asked)`, [words]),
  );
  return new Set(rows.map(({ word }) => word));
}
