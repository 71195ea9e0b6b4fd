import { named, pool } from "@tidao/prisma";

/** When the first review that is not due yet comes, of the questions that can be asked. */
export async function findNextReview(subjectId: string, withheld: string[], now: Date): Promise<Date | null> {
  const { rows } = await pool.query<{ at: Date | null }>(
    named(
      `select min(c.due) as at from review_card c join question q on q.id = c.question_id
       where c.subject_id = $1 and c.due > $2 and c.suspended_at is null and q.published_version_id is not null and c.question_id <> all($3::text[])`,
      [subjectId, now, withheld],
    ),
  );
  return rows[0]?.at ?? null;
}
