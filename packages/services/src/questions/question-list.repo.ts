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
const inStatus = `($4::text is null or ($4 = 'draft' and v.status <> 'published' and q.retired_at is null) or ($4 <> 'draft' and ${statusOf} = $4))`;

const orders = {
  id: "hit.id",
  changed: "hit.updated_at desc, hit.id",
  answers: "coalesce(c.submissions, 0) desc, hit.id",
  points: `case when coalesce(c.submissions, 0) > 0 then c.micro_points::float8 / c.submissions end nulls last, hit.id`,
};
export type QuestionOrder = keyof typeof orders;

/**
 * What the words find, in narrow rows: a thousand questions are counted and put into order without their texts. The newest
 * version stands for the question: what an editor wants to find is what was written last.
 */
const hits = `hit as materialized (
  select q.id, q.topic_slug as topic, q.kind, ${statusOf} as status, v.status <> 'published' as has_draft,
    v.id as version_id, v.difficulty, v.updated_at,
    $2::text is null or q.topic_slug = $2 as by_topic, $3::text is null or q.kind = $3 as by_kind,
    ${inStatus} as by_status, $5::int is null or v.difficulty = $5 as by_difficulty
  from question q
  join (select distinct on (question_id) question_id, id, status, difficulty, updated_at, search_text
        from question_version order by question_id, number desc) v on v.question_id = q.id
  where ${hasWords("$1")})`;
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
  'statuses', ${counted(
    "status",
    `(select case when named then status else 'draft' end as status
      from hit cross join (values (true), (false)) as twice (named)
      where by_topic and by_kind and by_difficulty and case when named then status <> 'draft' else has_draft and status <> 'retired' end) found`,
  )})`;
const page = (order: QuestionOrder) => `page as (
  select row_number() over (order by ${orders[order]}) as place, hit.*, coalesce(c.submissions, 0) as answers,
    coalesce(c.micro_points, 0)::float8 as micro_points
  from hit left join question_counter c on c.question_id = hit.id
  where by_topic and by_kind and by_status and by_difficulty order by place limit $6 offset $7)`;
/** Texts are read for the rows of the page alone. */
const rowsOfPage = `(select coalesce(json_agg(r), '[]') from (
  select page.id, page.topic as "topicSlug", page.kind, page.status, page.has_draft as "hasDraft", v.number as version,
    v.difficulty, v.objective, v.spec->'stem' as stem, v.spec ? 'variant' as parameterised, page.answers,
    page.micro_points as "microPoints", v.updated_at as "updatedAt"
  from page join question_version v on v.id = page.version_id order by page.place) r)`;

/** One page of the bank and, read in the same breath, how many questions each further choice would leave. */
export async function findQuestionPage(
  filter: QuestionFilter,
  order: QuestionOrder,
  offset: number,
  limit: number,
): Promise<{ rows: QuestionRow[]; facets: Facets }> {
  const { rows } = await pool.query<{ rows: (Omit<QuestionRow, "updatedAt"> & { updatedAt: string })[]; facets: Facets }>(
    named(`with ${hits}, ${page(order)} select ${rowsOfPage} as rows, ${facets} as facets`, [
      wordPatterns(filter.text),
      filter.topic ?? null,
      filter.kind ?? null,
      filter.status ?? null,
      filter.difficulty ?? null,
      limit,
      offset,
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
