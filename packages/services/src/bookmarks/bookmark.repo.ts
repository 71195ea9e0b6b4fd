import { named, pool, type Queryable } from "@tidao/prisma";

/** @returns false when the learner holds as many as there may be */
export async function insertBookmark(connection: Queryable, subjectId: string, questionId: string, at: Date, most: number): Promise<boolean> {
  const { rows } = await connection.query<{ n: number }>(
    named(
      `with held as (select count(*)::int as n from bookmark where subject_id = $1 and question_id <> $2),
         put as (insert into bookmark (subject_id, question_id, created_at) select $1, $2, $3 from held where n < $4
           on conflict (subject_id, question_id) do nothing)
       select n from held`,
      [subjectId, questionId, at, most],
    ),
  );
  return (rows[0]?.n ?? 0) < most;
}
export const deleteBookmark = (connection: Queryable, subjectId: string, questionId: string) =>
  connection.query(named(`delete from bookmark where subject_id = $1 and question_id = $2`, [subjectId, questionId]));

/** Newest first; what an open assignment withholds is counted apart. */
export async function listBookmarkedIds(
  subjectId: string,
  withheld: string[],
  offset: number,
  limit: number,
): Promise<{ ids: string[]; total: number; heldBack: number }> {
  const { rows } = await pool.query<{ ids: string[]; total: number; heldBack: number }>(
    named(
      `with own as (select question_id, created_at, question_id = any($2::text[]) as held from bookmark where subject_id = $1)
       select array(select question_id from own where not held order by created_at desc, question_id offset $3 limit $4) as ids,
         (select count(*)::int from own where not held) as total, (select count(*)::int from own where held) as "heldBack"`,
      [subjectId, withheld, offset, limit],
    ),
  );
  return rows[0]!;
}

export interface MarksRow {
  bookmarked: boolean;
  noteId: string | null;
  lists: { id: string; name: string; holds: boolean }[];
}
/** All that a learner has put on one question, in one statement. */
export async function readMarks(subjectId: string, questionId: string): Promise<MarksRow> {
  const { rows } = await pool.query<MarksRow>(
    named(
      `select exists (select 1 from bookmark where subject_id = $1 and question_id = $2) as bookmarked,
         (select id from note where subject_id = $1 and question_id = $2 and deleted_at is null order by updated_at desc, id limit 1) as "noteId",
         coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name,
             'holds', exists (select 1 from question_list_item i where i.list_id = l.id and i.question_id = $2)) order by l.position, l.created_at)
           from question_list l where l.subject_id = $1 and l.deleted_at is null), '[]') as lists`,
      [subjectId, questionId],
    ),
  );
  return rows[0]!;
}
