import { named, pool } from "@tidao/prisma";
import type { ReviewTally } from "@tidao/scheduling";

export interface PlanCardRow {
  id: string;
  topic: string;
  seconds: number;
  /** The author's 1 to 4. */
  difficulty: number;
  /** Of the learner in the topic, logits. */
  rating: number;
  card: { stability: number; difficulty: number; lastReview: string } | null;
}

/**
 * Every question that a plan may hold, with the learner's memory of it: published, not withheld by an
 * assignment, and not set aside.
 */
export async function listPlanCards(subjectId: string, withheld: string[]): Promise<PlanCardRow[]> {
  const { rows } = await pool.query<PlanCardRow>(
    named(
      `select q.id, q.topic_slug as topic, v.expected_seconds as seconds, v.difficulty, coalesce(m.rating, 0) as rating,
         case when c.last_review is not null then json_build_object('stability', c.stability, 'difficulty', c.difficulty, 'lastReview', c.last_review) end as card
       from question q
       join question_version v on v.id = q.published_version_id
       left join review_card c on c.subject_id = $1 and c.question_id = q.id
       left join topic_mastery m on m.subject_id = $1 and m.topic_slug = q.topic_slug
       where q.id <> all($2::text[]) and c.suspended_at is null order by q.topic_slug, v.difficulty, q.id`,
      [subjectId, withheld],
    ),
  );
  return rows;
}

/** Predicted and true recall of the learner's reviews by day: at most a row a day. */
export async function listReviewTallies(subjectId: string, since: string): Promise<ReviewTally[]> {
  const { rows } = await pool.query<ReviewTally>(
    named(
      `select reviews, recalled, expected_micro::float8 / 1000000 as expected from daily_activity
       where subject_id = $1 and local_date >= $2 and reviews > 0`,
      [subjectId, since],
    ),
  );
  return rows;
}
