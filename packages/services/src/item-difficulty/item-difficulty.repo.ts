import { named, pool } from "@tidao/prisma";

/** Published items that somebody answered, with their counters; the bank has some hundreds. */
export async function listItemCounts(): Promise<{ questionId: string; submissions: number; microPoints: number; difficulty: number }[]> {
  const { rows } = await pool.query<{ questionId: string; submissions: number; microPoints: number; difficulty: number }>(
    named(
      `select q.id as "questionId", c.submissions, c.micro_points::float8 as "microPoints", v.difficulty
       from question_counter c join question q on q.id = c.question_id join question_version v on v.id = q.published_version_id
       where c.submissions > 0`,
      [],
    ),
  );
  return rows;
}

/** Numbered one above the newest; two at once cannot take the same number (the primary key says so). */
export async function insertSnapshot(items: { questionId: string; difficulty: number; responses: number }[], at: Date): Promise<number> {
  if (!items.length) return 0;
  const { rowCount } = await pool.query(
    named(
      `insert into item_difficulty (snapshot, question_id, difficulty, responses, at)
       select (select coalesce(max(snapshot), 0) + 1 from item_difficulty), r."questionId", r.difficulty, r.responses, $2
       from jsonb_to_recordset($1) as r("questionId" text, difficulty float8, responses int) on conflict do nothing`,
      [JSON.stringify(items), at],
    ),
  );
  return rowCount ?? 0;
}
