import type { QuestionKind } from "@tidao/grading";
import { named, pool } from "@tidao/prisma";

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

const statusOf = `case when q.retired_at is not null then 'retired' when q.published_version_id is not null then 'published' else 'draft' end`;
const escapedLike = (parameter: string) =>
  `'%' || replace(replace(replace(lower(${parameter}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;
const matches = `($1::text is null or v.search_text like ${escapedLike("$1")} or q.id like ${escapedLike("$1")})`;
const inStatus = `($4::text is null or ($4 = 'draft' and v.status <> 'published') or ($4 <> 'draft' and ${statusOf} = $4))`;
/** The newest version stands for the question: what an editor wants to find is what was written last. */
const found = `
  from question q
  join lateral (select * from question_version n where n.question_id = q.id order by number desc limit 1) v on true
  left join question_counter c on c.question_id = q.id
  where ${matches}`;
const filtered = `${found}
    and ($2::text is null or q.topic_slug = $2) and ($3::text is null or q.kind = $3)
    and ${inStatus}
    and ($5::int is null or v.difficulty = $5)`;
const searched = (text: string | null | undefined) => text?.trim().normalize("NFKC") || null;

const orders = {
  id: "q.id",
  changed: "v.updated_at desc, q.id",
  answers: "answers desc, q.id",
  points: `case when coalesce(c.submissions, 0) > 0 then c.micro_points::float8 / c.submissions end nulls last, q.id`,
};
export type QuestionOrder = keyof typeof orders;

export async function listQuestionRows(
  filter: QuestionFilter,
  order: QuestionOrder,
  offset: number,
  limit: number,
): Promise<QuestionRow[]> {
  const { rows } = await pool.query<QuestionRow>(
    named(
      `select q.id, q.topic_slug as "topicSlug", q.kind, ${statusOf} as status, v.status <> 'published' as "hasDraft", v.number as version, v.difficulty,
         v.objective, v.spec->'stem' as stem, v.spec ? 'variant' as parameterised, coalesce(c.submissions, 0) as answers,
         coalesce(c.micro_points, 0)::float8 as "microPoints", v.updated_at as "updatedAt"
       ${filtered} order by ${orders[order]} limit $6 offset $7`,
      [
        searched(filter.text),
        filter.topic ?? null,
        filter.kind ?? null,
        filter.status ?? null,
        filter.difficulty ?? null,
        limit,
        offset,
      ],
    ),
  );
  return rows;
}

/** How many questions each choice would leave. */
export interface Facets {
  total: number;
  topics: Record<string, number>;
  kinds: Record<string, number>;
  statuses: Record<string, number>;
  difficulties: Record<string, number>;
}
const counted = (column: string, from: string) =>
  `(select coalesce(json_object_agg(${column}, n), '{}') from (select ${column}, count(*) as n from ${from} group by 1) counted)`;

/**
 * How many questions each choice of a facet would give: the other facets' choices hold, its own does not, so that a chosen
 * value can be exchanged for its neighbour. A published question with an open draft is found under both. Counted where the
 * rows are: the bank has a thousand questions in hundreds of combinations.
 */
export async function countFacets(filter: QuestionFilter): Promise<Facets> {
  const { rows } = await pool.query<{ facets: Facets }>(
    named(
      `with hit as materialized (
         select q.topic_slug as topic, q.kind, v.difficulty, ${statusOf} as status, v.status <> 'published' as "hasDraft",
           $2::text is null or q.topic_slug = $2 as by_topic, $3::text is null or q.kind = $3 as by_kind,
           ${inStatus} as by_status, $5::int is null or v.difficulty = $5 as by_difficulty
         from question q
         join (select distinct on (question_id) question_id, status, difficulty, search_text
               from question_version order by question_id, number desc) v on v.question_id = q.id
         where ${matches})
       select json_build_object(
         'total', (select count(*) from hit where by_topic and by_kind and by_status and by_difficulty),
         'topics', ${counted("topic", "hit where by_kind and by_status and by_difficulty")},
         'kinds', ${counted("kind", "hit where by_topic and by_status and by_difficulty")},
         'difficulties', ${counted("difficulty", "hit where by_topic and by_kind and by_status")},
         'statuses', ${counted(
           "status",
           `(select case when named then status else 'draft' end as status
             from hit cross join (values (true), (false)) as twice (named)
             where by_topic and by_kind and by_difficulty and case when named then status <> 'draft' else "hasDraft" end) found`,
         )}) as facets`,
      [
        searched(filter.text),
        filter.topic ?? null,
        filter.kind ?? null,
        filter.status ?? null,
        filter.difficulty ?? null,
      ],
    ),
  );
  return rows[0]?.facets ?? { total: 0, topics: {}, kinds: {}, statuses: {}, difficulties: {} };
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
