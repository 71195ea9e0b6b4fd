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
export async function readTotals(subjectId: string): Promise<{ answers: number; right: number; seconds: number }> {
  const { rows } = await pool.query<{ answers: number; right: number; seconds: number }>(
    named(
      `select coalesce(sum(answers), 0)::int as answers, coalesce(sum("right"), 0)::int as "right", coalesce(sum(seconds), 0)::int as seconds
       from topic_mastery where subject_id = $1`,
      [subjectId],
    ),
  );
  return rows[0]!;
}
