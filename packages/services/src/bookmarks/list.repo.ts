import { DomainError } from "@tidao/kernel";
import { type Connection, named, pool, type Queryable } from "@tidao/prisma";

export interface ListRow {
  id: string;
  name: string;
  questions: number;
  updatedAt: Date;
}
const columns = `l.id, l.name, l.updated_at as "updatedAt", (select count(*)::int from question_list_item i where i.list_id = l.id) as questions`;

export async function listListRows(subjectId: string, connection: Queryable = pool): Promise<ListRow[]> {
  const { rows } = await connection.query<ListRow>(
    named(`select ${columns} from question_list l where l.subject_id = $1 and l.deleted_at is null order by l.position, l.created_at limit 200`, [subjectId]),
  );
  return rows;
}
/** @throws NOT_FOUND for a list that is gone or somebody else's */
export async function getListRow(subjectId: string, listId: string, connection: Queryable = pool): Promise<ListRow> {
  const { rows } = await connection.query<ListRow>(
    named(`select ${columns} from question_list l where l.subject_id = $1 and l.id = $2 and l.deleted_at is null`, [subjectId, listId]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "list" });
  return rows[0];
}
/** The list kept as it is until the transaction ends, so that two windows take turns. @throws NOT_FOUND */
export async function lockList(connection: Connection, subjectId: string, listId: string): Promise<void> {
  const { rows } = await connection.query(
    named(`select 1 from question_list where subject_id = $1 and id = $2 and deleted_at is null for update`, [subjectId, listId]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "list" });
}
export async function listItemIds(listId: string, connection: Queryable = pool): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>(
    named(`select question_id as id from question_list_item where list_id = $1 order by position, question_id limit 500`, [listId]),
  );
  return rows.map(({ id }) => id);
}

/** At the end of the learner's lists. @returns false when there are as many as there may be */
export async function insertList(connection: Queryable, row: { id: string; subjectId: string; name: string; at: Date; most: number }): Promise<boolean> {
  const { rows } = await connection.query<{ n: number }>(
    named(
      `with held as (select count(*)::int as n, coalesce(max(position), 0) as last from question_list where subject_id = $2 and deleted_at is null and id <> $1),
         put as (insert into question_list (id, subject_id, name, position, created_at, updated_at)
           select $1, $2, $3, last + 1, $4, $4 from held where n < $5 on conflict (id) do nothing)
       select n from held`,
      [row.id, row.subjectId, row.name, row.at, row.most],
    ),
  );
  return (rows[0]?.n ?? 0) < row.most;
}
export const renameList = (connection: Queryable, listId: string, name: string | null, at: Date) =>
  connection.query(named(`update question_list set name = coalesce($2, name), updated_at = $3 where id = $1`, [listId, name, at]));

/** @returns whether there was such a list of the learner to remove, or to bring back */
export async function setListDeleted(connection: Queryable, subjectId: string, listId: string, deletedAt: Date | null): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(`update question_list set deleted_at = $3 where subject_id = $1 and id = $2`, [subjectId, listId, deletedAt]),
  );
  return rowCount === 1;
}
/** Lists that are not named keep their places behind those that are. */
export const setListOrder = (connection: Queryable, subjectId: string, ids: readonly string[]) =>
  connection.query(
    named(
      `update question_list l set position = o.position from (
         select id, row_number() over (order by array_position($2::uuid[], id) nulls last, position, created_at)::int as position
         from question_list where subject_id = $1 and deleted_at is null) o
       where l.id = o.id and l.position <> o.position`,
      [subjectId, ids],
    ),
  );

/** Questions that are not named keep their places behind those that are: an old page neither adds nor takes out anything. */
export const setItemOrder = (connection: Queryable, listId: string, ids: readonly string[]) =>
  connection.query(
    named(
      `update question_list_item i set position = o.position from (
         select question_id, row_number() over (order by array_position($2::text[], question_id) nulls last, position, question_id)::int as position
         from question_list_item where list_id = $1) o
       where i.list_id = $1 and i.question_id = o.question_id and i.position <> o.position`,
      [listId, ids],
    ),
  );
/** At the end of the list. @returns false when it is full */
export async function insertItem(connection: Queryable, listId: string, questionId: string, most: number): Promise<boolean> {
  const { rows } = await connection.query<{ n: number }>(
    named(
      `with held as (select count(*)::int as n, coalesce(max(position), 0) as last from question_list_item where list_id = $1 and question_id <> $2),
         put as (insert into question_list_item (list_id, question_id, position) select $1, $2, last + 1 from held where n < $3
           on conflict (list_id, question_id) do nothing)
       select n from held`,
      [listId, questionId, most],
    ),
  );
  return (rows[0]?.n ?? 0) < most;
}
export const deleteItem = (connection: Queryable, listId: string, questionId: string) =>
  connection.query(named(`delete from question_list_item where list_id = $1 and question_id = $2`, [listId, questionId]));
