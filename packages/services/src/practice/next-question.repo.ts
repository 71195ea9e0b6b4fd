import { named, pool } from "@tidao/prisma";

/** Topics of mixed practice, those first of which a level is still to be shown. */
export interface MixedTopics {
  met: string[];
  ripe: string[];
}
interface Next {
  versionId: string | null;
  reason: "due" | "new" | "again" | "practice" | null;
  answers: number;
  total: number;
  seen: number;
  due: number;
}

/** One topic has a few dozen questions, so ranking them all costs less than remembering a queue. */
export async function findNextQuestion(
  subjectId: string,
  filter: { topic?: string | null; objective?: string | null; question?: string | null; path?: string | null; among?: string[] | null; except: string[]; dueOnly: boolean; listed?: string[] | null; mix?: MixedTopics | null },
  withheld: string[],
  now: Date,
): Promise<Next> {
  const { rows } = await pool.query<Next>(
    named(
      `with fitting as materialized (
         select q.id, q.published_version_id as version_id, v.difficulty, q.topic_slug,
           coalesce(s.answers, 0) as answers, s.last_at, s.last_points, c.due,
           case when c.due <= $2 and c.suspended_at is null then 'due' when s.question_id is null then 'new' when s.last_points < 0.5 then 'again' else 'practice' end as reason
         from question q
         join question_version v on v.id = q.published_version_id
         left join question_state s on s.subject_id = $1 and s.question_id = q.id
         left join review_card c on c.subject_id = $1 and c.question_id = q.id
         where ($3::text is null or q.topic_slug = $3) and ($4::text is null or v.objective = $4)
           and q.id <> all($6::text[]) and ($11::text[] is null or q.id = any($11)) and ($12::text[] is null or q.id = any($12))
           -- set aside by the learner: asked only where it is asked for by name
           and (c.suspended_at is null or q.id = $5)
           and ($13::text[] is null or q.topic_slug = any($13))
           and ($9::text is null or q.topic_slug in (
             select step->>'topic' from path p, jsonb_array_elements(p.body->'steps') step where p.slug = $9 and p.archived_at is null))
       ), best as (
         select f.version_id, f.reason, f.answers from fitting f
         left join topic_mastery m on m.subject_id = $1 and m.topic_slug = f.topic_slug
         where f.id <> all($7::text[]) and ($5::text is null or f.id = $5) and (not $8::boolean or f.reason = 'due')
         order by array_position($12::text[], f.id), case when $15::boolean and f.topic_slug = (select topic_slug from question where id = $10) then 1 else 0 end,
           case when f.topic_slug = any($14::text[]) then 0 else 1 end,
           case f.reason when 'due' then 0 when 'new' then 1 when 'again' then 2 else 3 end,
           case when f.reason = 'due' then f.due end,
           case when f.reason = 'new' then abs(f.difficulty - 2.5 - coalesce(m.rating, 0)) end,
           f.last_at nulls first, f.id
         limit 1
       )
       select (select version_id from best) as "versionId", (select reason from best) as reason,
         coalesce((select answers from best), 0) as answers,
         (select count(*)::int from fitting) as total,
         (select count(*)::int from fitting where answers > 0) as seen,
         (select count(*)::int from fitting where reason = 'due') as due`,
      [subjectId, now, filter.topic ?? null, filter.objective ?? null, filter.question ?? null, withheld, filter.except, filter.dueOnly, filter.path ?? null, filter.except.at(-1) ?? null, filter.among ?? null, filter.listed ?? null,
        filter.mix?.met ?? null, filter.mix?.ripe ?? [], !filter.topic && !filter.objective && !filter.question && !filter.among && !filter.listed],
    ),
  );
  return rows[0]!;
}

/** What a question asks about, to keep its siblings away from it. */
export async function findTopicOf(questionId: string): Promise<{ topic: string; objective: string } | undefined> {
  const { rows } = await pool.query<{ topic: string; objective: string }>(
    named(
      `select q.topic_slug as topic, v.objective from question q join question_version v on v.id = q.published_version_id where q.id = $1`,
      [questionId],
    ),
  );
  return rows[0];
}

/** Where a learner stands in each topic that was met; thirty rows at most. */
export async function listMetTopics(subjectId: string): Promise<{ topic: string; rating: number; answers: number; level: number }[]> {
  const { rows } = await pool.query<{ topic: string; rating: number; answers: number; level: number }>(
    named(`select topic_slug as topic, rating, answers, level from topic_mastery where subject_id = $1 and answers > 0 order by topic_slug`, [subjectId]),
  );
  return rows;
}

/** The variant that they answered last, here or in an assignment. */
export async function findLastSeed(subjectId: string, questionId: string): Promise<number | null> {
  const { rows } = await pool.query<{ seed: number }>(
    named(`select seed from submission where subject_id = $1 and question_id = $2 order by seq desc limit 1`, [subjectId, questionId]),
  );
  return rows[0]?.seed ?? null;
}
