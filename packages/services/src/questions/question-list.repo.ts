import type { QuestionKind } from "@tidao/grading";
import { named, pool } from "@tidao/prisma";
import type { FacetGroup, QuestionFilter, QuestionStatus } from "./tally-facets";

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
/** The newest version stands for the question: what an editor wants to find is what was written last. */
const found = `
  from question q
  join lateral (select * from question_version n where n.question_id = q.id order by number desc limit 1) v on true
  left join question_counter c on c.question_id = q.id
  where ($1::text is null or v.search_text like ${escapedLike("$1")} or q.id like ${escapedLike("$1")})`;
const filtered = `${found}
    and ($2::text is null or q.topic_slug = $2) and ($3::text is null or q.kind = $3)
    and ($4::text is null or ($4 = 'draft' and v.status <> 'published') or ($4 <> 'draft' and ${statusOf} = $4))
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

/** The questions that the words find, grouped by everything else that can be chosen. The bank has some hundreds. */
export async function listFacetGroups(text: string | null | undefined): Promise<FacetGroup[]> {
  const { rows } = await pool.query<FacetGroup>(
    named(
      `select q.topic_slug as topic, q.kind, ${statusOf} as status, v.status <> 'published' as "hasDraft", v.difficulty, count(*)::int as n
       ${found} group by 1, 2, 3, 4, 5`,
      [searched(text)],
    ),
  );
  return rows;
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
