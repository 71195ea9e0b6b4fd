import { named, pool } from "@tidao/prisma";

/** When the first review that is not due yet comes. */
export async function findNextReview(subjectId: string, now: Date): Promise<Date | null> {
  const { rows } = await pool.query<{ at: Date | null }>(
    named(`select min(due) as at from review_card where subject_id = $1 and due > $2 and suspended_at is null`, [subjectId, now]),
  );
  return rows[0]?.at ?? null;
}
