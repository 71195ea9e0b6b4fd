import { DomainError } from "@tidao/kernel";
import { type Connection, named, pool, type Queryable } from "@tidao/prisma";
import { bankColumns, type BankRow } from "./bank.repo";

export interface SetRow {
  id: string;
  title: string;
  updatedAt: Date;
  archivedAt: Date | null;
  questions: number;
  points: number;
  expectedSeconds: number;
}
const columns = `s.id, s.title, s.updated_at as "updatedAt", s.archived_at as "archivedAt", items.questions, items.points, items."expectedSeconds"`;
const items = `cross join lateral (
    select count(*)::int as questions, coalesce(sum(i.points), 0)::int as points, coalesce(sum(v.expected_seconds), 0)::int as "expectedSeconds"
    from question_set_item i
    join question q on q.id = i.question_id
    left join question_version v on v.id = coalesce(i.pinned_version_id, q.published_version_id)
    where i.set_id = s.id) items`;

/** Those in use first, the one changed last on top. */
export async function listSetRows(ownerId: string): Promise<SetRow[]> {
  const { rows } = await pool.query<SetRow>(
    named(
      `select ${columns} from question_set s ${items} where s.owner_id = $1 order by s.archived_at is not null, s.updated_at desc limit 200`,
      [ownerId],
    ),
  );
  return rows;
}
/** @throws NOT_FOUND for somebody else's set */
export async function getSetRow(ownerId: string, setId: string, connection: Queryable = pool): Promise<SetRow> {
  const { rows } = await connection.query<SetRow>(
    named(`select ${columns} from question_set s ${items} where s.owner_id = $1 and s.id = $2`, [ownerId, setId]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "set" });
  return rows[0];
}
/** The set as it stands, kept as it is until the transaction ends. @throws NOT_FOUND for somebody else's set */
export async function lockSet(connection: Connection, ownerId: string, setId: string): Promise<{ updatedAt: Date }> {
  const { rows } = await connection.query<{ updatedAt: Date }>(
    named(`select updated_at as "updatedAt" from question_set where owner_id = $1 and id = $2 for update`, [
      ownerId,
      setId,
    ]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "set" });
  return rows[0];
}

export interface SetItemRow extends Omit<BankRow, "versionId"> {
  questionId: string;
  /** Pinned, or published now; null for a question that was retired. */
  versionId: string | null;
  pinned: boolean;
  points: number;
  newestVersionId: string | null;
  newestNumber: number | null;
}
export async function listSetItemRows(setId: string, connection: Queryable = pool): Promise<SetItemRow[]> {
  const { rows } = await connection.query<SetItemRow>(
    named(
      `select i.question_id as "questionId", coalesce(i.pinned_version_id, q.published_version_id) as "versionId",
         i.pinned_version_id is not null as pinned, i.points, newest.id as "newestVersionId", newest.number as "newestNumber", ${bankColumns}
       from question_set_item i
       join question q on q.id = i.question_id
       join topic t on t.slug = q.topic_slug
       left join question_version newest on newest.id = q.published_version_id
       left join question_counter c on c.question_id = q.id
       where i.set_id = $1 order by i.position`,
      [setId],
    ),
  );
  return rows;
}
/** One that was there stays as it is. */
export async function insertSet(
  connection: Connection,
  row: { id: string; ownerId: string; title: string; at: Date },
): Promise<void> {
  await connection.query(
    named(
      `insert into question_set (id, owner_id, title, created_at, updated_at) values ($1, $2, $3, $4, $4) on conflict (id) do nothing`,
      [row.id, row.ownerId, row.title, row.at],
    ),
  );
}
export async function updateSetRow(
  connection: Connection,
  setId: string,
  change: { title?: string; archivedAt?: Date | null },
  at: Date,
): Promise<void> {
  await connection.query(
    named(
      `update question_set set title = coalesce($2, title), updated_at = $3, archived_at = case when $4 then $5::timestamptz else archived_at end where id = $1`,
      [setId, change.title ?? null, at, change.archivedAt !== undefined, change.archivedAt ?? null],
    ),
  );
}

export interface NewSetItem {
  questionId: string;
  points: number;
  pin: boolean;
  /** The version to pin, when it is not the newest. */
  versionId?: string | null;
}
/**
 * Puts this list in place of the set's questions. A pin stays on the version it was put on, and a question that was
 * retired meanwhile may stay. @throws QUESTION_NOT_PUBLISHED when one that is new here cannot be asked
 */
export async function replaceSetItems(
  connection: Connection,
  setId: string,
  list: readonly NewSetItem[],
): Promise<void> {
  const before = new Map((await listSetItemRows(setId, connection)).map((row) => [row.questionId, row]));
  const wanted = list.map(({ versionId, ...item }, index) => {
    const known = before.get(item.questionId);
    return {
      ...item,
      position: index + 1,
      versionId: versionId ?? (known?.pinned ? known.versionId : null),
      known: known !== undefined,
    };
  });
  await connection.query(named(`delete from question_set_item where set_id = $1`, [setId]));
  const { rowCount } = await connection.query(
    named(
      `insert into question_set_item (set_id, position, question_id, pinned_version_id, points)
       select $1, r.position, q.id, case when r.pin then coalesce(v.id, q.published_version_id) end, r.points
       from jsonb_to_recordset($2) as r(position int, "questionId" text, points int, pin boolean, "versionId" uuid, known boolean)
       join question q on q.id = r."questionId" and (q.published_version_id is not null or r.known)
       left join question_version v on v.id = r."versionId" and v.question_id = q.id and v.status = 'published'`,
      [setId, JSON.stringify(wanted)],
    ),
  );
  if (rowCount !== list.length) throw new DomainError("QUESTION_NOT_PUBLISHED");
}
