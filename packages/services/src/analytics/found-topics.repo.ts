import { named, pool } from "@tidao/prisma";
import { inScope } from "../search/in-scope";

/** What one learner knows of some questions of a topic. */
export interface FoundTopic {
  slug: string;
  questions: number;
  /** Answered at least once, and right at the last answer. */
  seen: number;
  known: number;
  due: number;
}

/** The topics that some questions belong to. Withheld questions are not due: they could not be asked. */
export async function listFoundTopics(subjectId: string, questionIds: readonly string[], withheld: readonly string[], now: Date): Promise<FoundTopic[]> {
  const { rows } = await pool.query<FoundTopic>(
    named(
      `select q.topic_slug as slug, count(*)::int as questions, count(s.question_id)::int as seen, count(*) filter (where s.last_verdict = 'right')::int as known,
         count(*) filter (where c.due <= $4 and c.suspended_at is null and q.published_version_id is not null and q.id <> all($3::text[]))::int as due
       from question q
       left join question_state s on s.subject_id = $1 and s.question_id = q.id
       left join review_card c on c.subject_id = $1 and c.question_id = q.id
       where ${inScope("$2", "q.id")} group by q.topic_slug`,
      [subjectId, questionIds, withheld, now],
    ),
  );
  return rows;
}
