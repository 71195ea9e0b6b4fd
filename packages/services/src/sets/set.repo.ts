import { DomainError } from "@tidao/kernel";
import { type Connection, named, pool, type Queryable } from "@tidao/prisma";

export interface SetRow {
  id: string;
  title: string;
  updatedAt: Date;
  archivedAt: Date | null;
  questions: number;
  points: number;
}
const columns = `s.id, s.title, s.updated_at as "updatedAt", s.archived_at as "archivedAt",
  (select count(*)::int from question_set_item i where i.set_id = s.id) as questions,
  (select coalesce(sum(points), 0)::int from question_set_item i where i.set_id = s.id) as points`;

export async function listSetRows(ownerId: string): Promise<SetRow[]> {
  const { rows } = await pool.query<SetRow>(
    named(`select ${columns} from question_set s where s.owner_id = $1 and s.archived_at is null order by s.updated_at desc limit 200`, [ownerId]),
  );
  return rows;
}
/** @throws NOT_FOUND for somebody else's set */
export async function getSetRow(ownerId: string, setId: string, connection: Queryable = pool): Promise<SetRow> {
  const { rows } = await connection.query<SetRow>(named(`select ${columns} from question_set s where s.owner_id = $1 and s.id = $2`, [ownerId, setId]));
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "set" });
  return rows[0];
}

export interface SetItemRow {
  questionId: string;
  versionId: string | null;
  pinned: boolean;
  points: number;
}
export async function listSetItemRows(setId: string, connection: Queryable = pool): Promise<SetItemRow[]> {
  const { rows } = await connection.query<SetItemRow>(
    named(
      `select i.question_id as "questionId", coalesce(i.pinned_version_id, q.published_version_id) as "versionId",
         i.pinned_version_id is not null as pinned, i.points
       from question_set_item i join question q on q.id = i.question_id where i.set_id = $1 order by i.position`,
      [setId],
    ),
  );
  return rows;
}
export async function insertSet(connection: Connection, row: { id: string; ownerId: string; title: string; at: Date }): Promise<void> {
  await connection.query(
    named(`insert into question_set (id, owner_id, title, created_at, updated_at) values ($1, $2, $3, $4, $4)`, [row.id, row.ownerId, row.title, row.at]),
  );
}
export async function updateSetRow(
  connection: Connection,
  setId: string,
  change: { title?: string; archivedAt?: Date | null; items?: { questionId: string; points: number; pin: boolean }[] },
  at: Date,
): Promise<void> {
  await connection.query(
    named(
      `update question_set set title = coalesce($2, title), updated_at = $3, archived_at = case when $4 then $5::timestamptz else archived_at end where id = $1`,
      [setId, change.title ?? null, at, change.archivedAt !== undefined, change.archivedAt ?? null],
    ),
  );
  if (!change.items) return;
  await connection.query(named(`delete from question_set_item where set_id = $1`, [setId]));
  const { rowCount } = await connection.query(
    named(
      `insert into question_set_item (set_id, position, question_id, pinned_version_id, points)
       select $1, r.position, q.id, case when r.pin then q.published_version_id end, r.points
       from jsonb_to_recordset($2) as r(position int, "questionId" text, points int, pin boolean)
       join question q on q.id = r."questionId" and q.published_version_id is not null`,
      [setId, JSON.stringify(change.items.map((item, index) => ({ ...item, position: index + 1 })))],
    ),
  );
  if (rowCount !== change.items.length) throw new DomainError("QUESTION_NOT_PUBLISHED");
}

export interface BankFilter {
  text?: string | null;
  topic?: string | null;
  kind?: string | null;
  difficulty?: number | null;
  after?: string | null;
}
/** Published questions by filter, 25 a page, in the order of topics and ids. */
export async function listBankVersionIds(filter: BankFilter, limit: number): Promise<{ versionId: string; cursor: string; submissions: number; micro: number }[]> {
  const { rows } = await pool.query<{ versionId: string; cursor: string; submissions: number; micro: number }>(
    named(
      `select v.id as "versionId", lpad(t.number::text, 4, '0') || '/' || q.id as cursor,
         coalesce(c.submissions, 0) as submissions, coalesce(c.micro_points, 0)::float8 as micro
       from question q
       join question_version v on v.id = q.published_version_id
       join topic t on t.slug = q.topic_slug
       left join question_counter c on c.question_id = q.id
       where ($1::text is null or v.search_text like '%' || replace(replace(replace(lower($1), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
         and ($2::text is null or q.topic_slug = $2) and ($3::text is null or q.kind = $3) and ($4::int is null or v.difficulty = $4)
         and ($5::text is null or lpad(t.number::text, 4, '0') || '/' || q.id > $5)
       order by lpad(t.number::text, 4, '0') || '/' || q.id limit $6`,
      [filter.text || null, filter.topic ?? null, filter.kind ?? null, filter.difficulty ?? null, filter.after ?? null, limit],
    ),
  );
  return rows;
}
