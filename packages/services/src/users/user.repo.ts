import type { Role } from "@tidao/access";
import { DomainError } from "@tidao/kernel";
import { type Connection, named, pool, type Queryable } from "@tidao/prisma";

export interface UserRow {
  id: string;
  name: string;
  email: string;
  locale: string;
  roles: Exclude<Role, "learner">[];
  createdAt: Date;
  suspendedAt: Date | null;
  sessions: number;
  lastSeenAt: Date | null;
}
const columns = `u.id, u.name, u.email, u.locale, u.created_at as "createdAt", u.suspended_at as "suspendedAt",
  array(select role::text from user_role r where r.user_id = u.id order by role) as roles,
  (select count(*)::int from session s where s.user_id = u.id and s.revoked_at is null and s.expires_at > now()) as sessions,
  (select max(last_seen_at) from session s where s.user_id = u.id) as "lastSeenAt"`;

export interface UserFilter {
  text?: string | null;
  role?: string | null;
  suspended?: boolean | null;
}
const filtered = `from "user" u
  where ($1::text is null or strpos(lower(u.name), lower($1)) > 0 or strpos(u.email, lower($1)) > 0)
    and ($2::text is null or exists (select 1 from user_role r where r.user_id = u.id and r.role::text = $2))
    and ($3::boolean is null or (u.suspended_at is not null) = $3)`;
const values = (f: UserFilter) => [f.text?.trim() || null, f.role ?? null, f.suspended ?? null];

/** Newest accounts first (ids are in the order of time). */
export async function listUserRows(filter: UserFilter, offset: number, limit: number): Promise<UserRow[]> {
  const { rows } = await pool.query<UserRow>(
    named(`select ${columns} ${filtered} order by u.id desc limit $4 offset $5`, [...values(filter), limit, offset]),
  );
  return rows;
}
export async function countUserRows(filter: UserFilter): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(named(`select count(*)::int as n ${filtered}`, values(filter)));
  return rows[0]?.n ?? 0;
}
/** @throws NOT_FOUND */
export async function getUserRow(userId: string, connection: Queryable = pool): Promise<UserRow> {
  const { rows } = await connection.query<UserRow>(named(`select ${columns} from "user" u where u.id = $1`, [userId]));
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "user" });
  return rows[0];
}

/** Serialises changes of the last admin: two admins cannot take the role from each other at once. */
export const lockRoles = (connection: Connection) => connection.query(`select pg_advisory_xact_lock(7203463)`);
export async function countActiveAdmins(connection: Queryable): Promise<number> {
  const { rows } = await connection.query<{ n: number }>(
    named(
      `select count(*)::int as n from user_role r join "user" u on u.id = r.user_id where r.role = 'admin' and u.suspended_at is null`,
      [],
    ),
  );
  return rows[0]?.n ?? 0;
}
export async function grantRole(
  connection: Connection,
  userId: string,
  role: string,
  by: string,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(
      `insert into user_role (user_id, role, granted_by, granted_at) values ($1, $2::"Role", $3, $4) on conflict do nothing`,
      [userId, role, by, at],
    ),
  );
  return rowCount === 1;
}
export async function revokeRole(connection: Connection, userId: string, role: string): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(`delete from user_role where user_id = $1 and role = $2::"Role"`, [userId, role]),
  );
  return rowCount === 1;
}
export async function setSuspended(connection: Connection, userId: string, at: Date | null): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(
      `update "user" set suspended_at = $2 where id = $1 and (suspended_at is null) = ($2::timestamptz is not null)`,
      [userId, at],
    ),
  );
  return rowCount === 1;
}
/** @returns how many let somebody in until now; those that had run out end too, and are nothing to tell of */
export async function endSessions(connection: Connection, userId: string, at: Date): Promise<number> {
  const { rows } = await connection.query<{ n: number }>(
    named(
      `with ended as (update session set revoked_at = $2 where user_id = $1 and revoked_at is null returning expires_at)
       select count(*)::int as n from ended where expires_at > now()`,
      [userId, at],
    ),
  );
  return rows[0]?.n ?? 0;
}
