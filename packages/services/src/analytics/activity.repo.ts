import { named, pool } from "@tidao/prisma";

export interface ActivityDay {
  date: string;
  answers: number;
  right: number;
  seconds: number;
}
/** The learner's days since a date, oldest first; at most a row a day. */
export async function listActivity(subjectId: string, since: string): Promise<ActivityDay[]> {
  const { rows } = await pool.query<ActivityDay>(
    named(
      `select local_date as date, answers, "right", seconds from daily_activity where subject_id = $1 and local_date >= $2 order by local_date`,
      [subjectId, since],
    ),
  );
  return rows;
}

/** Sums over the learner's topics (thirty rows), not over answers. */
export async function readTotals(subjectId: string, now: Date): Promise<{ answers: number; right: number; seconds: number; due: number }> {
  const { rows } = await pool.query<{ answers: number; right: number; seconds: number; due: number }>(
    named(
      `select coalesce(sum(answers), 0)::int as answers, coalesce(sum("right"), 0)::int as "right", coalesce(sum(seconds), 0)::int as seconds,
         (select count(*)::int from review_card where subject_id = $1 and due <= $2) as due
       from topic_mastery where subject_id = $1`,
      [subjectId, now],
    ),
  );
  return rows[0]!;
}
