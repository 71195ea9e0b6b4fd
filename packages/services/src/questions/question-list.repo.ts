import type { QuestionKind } from "@tidao/grading";
import { named, pool } from "@tidao/prisma";
import { hasWords, wordPatterns } from "../bank/question-words.repo";

export type QuestionStatus = "published" | "draft" | "retired";
export interface QuestionFilter {
  text?: string | null;
  topic?: string | null;
  kind?: QuestionKind | null;
  status?: QuestionStatus | null;
  difficulty?: number | null;
}

export interface QuestionRow {
  id: string;
  topicSlug: string;
  kind: QuestionKind;
  status: QuestionStatus;
  /** Somebody is at work on a next version. */
  hasDraft: boolean;
  version: number;
  difficulty: number;
  objective: string;
  stem: { zh: string; en: string } | null;
  parameterised: boolean;
  answers: number;
  microPoints: number;
  updatedAt: Date;
}

/** How many questions each choice would leave. */
export interface Facets {
  total: number;
  topics: Record<string, number>;
  kinds: Record<string, number>;
  statuses: Record<string, number>;
  difficulties: Record<string, number>;
}

const statusOf = `case when q.retired_at is not null then 'retired' when q.published_version_id is not null then 'published' else 'draft' end`;
const inStatus = `($3::text is null or ($3 = 'draft' and v.status <> 'published' and q.retired_at is null) or ($3 <> 'draft' and ${statusOf} = $3))`;

const orders = {
  id: "found.id",
  changed: "found.updated_at desc, found.id",
  answers: "coalesce(c.submissions, 0) desc, found.id",
  points: `case when coalesce(c.submissions, 0) > 0 then c.micro_points::float8 / c.submissions end nulls last, found.id`,
};
export type QuestionOrder = keyof typeof orders;

/**
 * What the words find, in narrow rows: a thousand questions are counted and put into order without their texts. The newest
 * version stands for the question: what an editor wants to find is what was written last.
 */
const hits = (byWords: boolean) => `hit as materialized (
  select q.id, q.topic_slug as topic, q.kind, ${statusOf} as status, v.status <> 'published' as has_draft,
    v.id as version_id, v.difficulty, v.updated_at,
    $1::text is null or q.topic_slug = $1 as by_topic, $2::text is null or q.kind = $2 as by_kind,
    ${inStatus} as by_status, $4::int is null or v.difficulty = $4 as by_difficulty
  from question q join question_version v on v.question_id = q.id
  where not exists (select 1 from question_version later where later.question_id = v.question_id and later.number > v.number)
    ${byWords ? `and ${hasWords("$7")}` : ""})`;
const counted = (column: string, from: string) =>
  `(select coalesce(json_object_agg(${column}, n), '{}') from (select ${column}, count(*) as n from ${from} group by 1) counted)`;
/**
 * How many questions each choice of a facet would give: the other facets' choices hold, its own does not, so that a chosen
 * value can be exchanged for its neighbour. A published question with an open draft is found under both; a draft of a retired question waits for nobody.
 */
const facets = `json_build_object(
  'total', (select count(*) from hit where by_topic and by_kind and by_status and by_difficulty),
  'topics', ${counted("topic", "hit where by_kind and by_status and by_difficulty")},
  'kinds', ${counted("kind", "hit where by_topic and by_status and by_difficulty")},
  'difficulties', ${counted("difficulty", "hit where by_topic and by_kind and by_status")},
  'statuses', (select coalesce(json_object_agg(status, n), '{}') from (
    select status, sum(n) as n from (
      select case when named then status else 'draft' end as status, n
      from (select status, has_draft, count(*) as n from hit where by_topic and by_kind and by_difficulty group by 1, 2) counted
      cross join (values (true), (false)) as twice (named)
      where case when named then status <> 'draft' else has_draft and status <> 'retired' end) each group by 1) summed))`;
/** Texts, and answers where the order does not go by them, are read for the rows of the page alone. */
const rowsOfPage = (order: QuestionOrder) => `(select coalesce(json_agg(r), '[]') from (
  select found.id, found.topic as "topicSlug", found.kind, found.status, found.has_draft as "hasDraft", v.number as version,
    v.difficulty, v.objective, v.spec->'stem' as stem, v.spec ? 'variant' as parameterised, coalesce(c.submissions, 0) as answers,
    coalesce(c.micro_points, 0)::float8 as "microPoints", v.updated_at as "updatedAt"
  from (
    select found.* from hit found ${order === "answers" || order === "points" ? "left join question_counter c on c.question_id = found.id" : ""}
    where by_topic and by_kind and by_status and by_difficulty order by ${orders[order]} limit $5 offset $6) found
  join question_version v on v.id = found.version_id left join question_counter c on c.question_id = found.id
  order by ${orders[order]}) r)`;

/** One page of the bank and, read in the same breath, how many questions each further choice would leave. */
export async function findQuestionPage(
  filter: QuestionFilter,
  order: QuestionOrder,
  offset: number,
  limit: number,
): Promise<{ rows: QuestionRow[]; facets: Facets }> {
  const words = wordPatterns(filter.text);
  const { rows } = await pool.query<{ rows: (Omit<QuestionRow, "updatedAt"> & { updatedAt: string })[]; facets: Facets }>(
    named(`with ${hits(words !== null)} select ${rowsOfPage(order)} as rows, ${facets} as facets`, [
      filter.topic ?? null,
      filter.kind ?? null,
      filter.status ?? null,
      filter.difficulty ?? null,
      limit,
      offset,
      ...(words ? [words] : []),
    ]),
  );
  const found = rows[0]!;
  return { facets: found.facets, rows: found.rows.map((row) => ({ ...row, updatedAt: new Date(row.updatedAt) })) };
}

export interface TopicName {
  slug: string;
  number: number;
  title: { zh: string; en: string };
  /** What the ids of its questions begin with: "tok" of "tok-o1". */
  prefix: string;
}
export async function listTopicNames(): Promise<TopicName[]> {
  const { rows } = await pool.query<TopicName>(
    named(
      `select slug, number, body->'title' as title, coalesce(split_part(body->'objectives'->0->>'id', '-', 1), '') as prefix
       from topic where archived_at is null order by number`,
      [],
    ),
  );
  return rows;
}
