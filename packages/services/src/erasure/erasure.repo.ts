import type { Locale } from "@tidao/kernel";
import { type Connection, named, pool, type Queryable } from "@tidao/prisma";
import { personalData } from "./personal-data";
import { erased, type TableDecision } from "./table-decision";

const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The statements that follow from `personalData`, for one parameter: the account's id. The rest is `erase_user`'s. */
export function erasureStatements(): string[] {
  const tables = Object.entries(personalData);
  const deletions = tables.flatMap(([table, { erasure, whose }]) => (erasure === "rows" && whose ? [`delete from ${identifier(table)} where ${theirs(whose)}`] : []));
  const replaced = tables.flatMap(([table, { erasure, whose, columns }]) =>
    erasure === "words" && whose
      ? (columns.words ?? []).map((c) => `update ${identifier(table)} set ${identifier(c)} = '${erased}' where ${identifier(c)} is not null and ${theirs(whose)}`)
      : [],
  );
  const emptied = tables.flatMap(([table, { erasure, columns }]) =>
    erasure === "function" ? [] : (columns.actor ?? []).map((c) => `update ${identifier(table)} set ${identifier(c)} = null where ${identifier(c)} = $1::uuid`),
  );
  return [...emptied, ...replaced, ...deletions];
}
const theirs = ({ column, holds }: NonNullable<TableDecision["whose"]>) =>
  `${identifier(column)} = ${holds === "user" ? "$1::uuid" : "(select subject_id from learner where user_id = $1::uuid)"}`;

/** Mails of an account, to whatever address it had, and those that others had sent to its address. */
export async function listMailIds(connection: Connection, userId: string): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>(
    named(`select id from mail_outbox where user_id = $1 or address = (select email from "user" where id = $1)`, [userId]),
  );
  return rows.map(({ id }) => id);
}

/** Everything of one account, in the caller's transaction. @returns false when there is no such account any more */
export async function erase(connection: Connection, userId: string): Promise<boolean> {
  // what an account's own classes hold keeps them from being deleted; nobody else is in them
  await connection.query(named(`delete from assignment_override where assignment_id in (select a.id from assignment a join class c on c.id = a.class_id where c.owner_id = $1)`, [userId]));
  await connection.query(named(`delete from assignment where class_id in (select id from class where owner_id = $1)`, [userId]));
  // an address that somebody else typed: it stands in their rows
  for (const [table, column] of [["account_token", "email"], ["mail_outbox", "address"]] as const)
    await connection.query(named(`delete from ${table} where ${column} = (select email from "user" where id = $1)`, [userId]));
  for (const statement of erasureStatements()) await connection.query(named(statement, [userId]));
  const { rows } = await connection.query<{ erased: boolean }>(named(`select erase_user($1) as erased`, [userId]));
  return rows[0]?.erased ?? false;
}

export interface DeletionRow {
  email: string;
  name: string;
  locale: Locale;
  zone: string;
  requestedAt: Date | null;
  hasPassword: boolean;
  admin: boolean;
}
export async function getDeletionRow(userId: string, connection: Queryable = pool, lock = false): Promise<DeletionRow | null> {
  const { rows } = await connection.query<DeletionRow>(
    named(
      `select u.email, u.name, u.locale, u.zone, u.deletion_requested_at as "requestedAt", u.password_hash is not null as "hasPassword",
         u.suspended_at is null and exists (select 1 from user_role r where r.user_id = u.id and r.role = 'admin') as admin
       from "user" u where u.id = $1${lock ? " for update" : ""}`,
      [userId],
    ),
  );
  return rows[0] ?? null;
}
export async function setDeletionRequested(connection: Connection, userId: string, at: Date | null): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(`update "user" set deletion_requested_at = $2 where id = $1 and (deletion_requested_at is null) = ($2::timestamptz is not null)`, [userId, at]),
  );
  return rowCount === 1;
}

export interface OwnedClassRow {
  id: string;
  name: string;
  learners: number;
}
/** Own classes in which somebody else is or has worked: they cannot go with their owner. */
export async function listClassesWithOthers(userId: string, connection: Queryable = pool): Promise<OwnedClassRow[]> {
  const { rows } = await connection.query<OwnedClassRow>(
    named(
      `select c.id, c.name, (select count(*)::int from class_member m where m.class_id = c.id and m.role = 'learner' and m.left_at is null) as learners
       from class c where c.owner_id = $1 and (
         exists (select 1 from class_member m where m.class_id = c.id and m.user_id <> $1 and m.left_at is null)
         or exists (select 1 from assignment a join attempt t on t.assignment_id = a.id where a.class_id = c.id))
       order by c.created_at limit 200`,
      [userId],
    ),
  );
  return rows;
}

/** Accounts whose waiting time is over, longest first. */
export async function listDueUserIds(requestedBefore: Date, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    named(`select id from "user" where deletion_requested_at <= $1 order by deletion_requested_at, id limit $2`, [requestedBefore, limit]),
  );
  return rows.map((row) => row.id);
}
