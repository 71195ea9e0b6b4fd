import { DomainError } from "@tidao/kernel";
import { type Connection, named, pool, type Queryable } from "@tidao/prisma";

/** The `where` of everything an instructor does: own classes and those where they teach; any other does not exist. */
export const teaches = (classColumn: string, user: string) =>
  `exists (select 1 from class_member tm where tm.class_id = ${classColumn} and tm.user_id = ${user} and tm.role in ('instructor', 'assistant') and tm.left_at is null)`;

export interface ClassRow {
  id: string;
  name: string;
  joinCode: string;
  createdAt: Date;
  archivedAt: Date | null;
  learners: number;
  assignments: number;
}
const columns = `c.id, c.name, c.join_code as "joinCode", c.created_at as "createdAt", c.archived_at as "archivedAt",
  (select count(*)::int from class_member m where m.class_id = c.id and m.role = 'learner' and m.left_at is null) as learners,
  (select count(*)::int from assignment a where a.class_id = c.id and a.archived_at is null) as assignments`;

export async function listTaughtClassRows(userId: string, now: Date): Promise<(ClassRow & { open: number; nextDueAt: Date | null })[]> {
  const { rows } = await pool.query<ClassRow & { open: number; nextDueAt: Date | null }>(
    named(
      `select ${columns}, open.n as open, open.next as "nextDueAt"
       from class c
       cross join lateral (select count(*)::int as n, min(due_at) as next from assignment
         where class_id = c.id and archived_at is null and opens_at <= $2 and due_at > $2) open
       where ${teaches("c.id", "$1")} order by c.archived_at nulls first, c.created_at desc limit 200`,
      [userId, now],
    ),
  );
  return rows;
}
/** @throws NOT_FOUND for a class that the user does not teach */
export async function getTaughtClassRow(userId: string, classId: string, connection: Queryable = pool): Promise<ClassRow> {
  const { rows } = await connection.query<ClassRow>(
    named(`select ${columns} from class c where c.id = $2 and ${teaches("c.id", "$1")}`, [userId, classId]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "class" });
  return rows[0];
}

/** @throws NOT_FOUND, and CLASS_ARCHIVED for a class that may only be read */
export async function getOpenClassRow(userId: string, classId: string, connection: Queryable = pool): Promise<ClassRow> {
  const row = await getTaughtClassRow(userId, classId, connection);
  if (row.archivedAt) throw new DomainError("CLASS_ARCHIVED", { name: row.name });
  return row;
}

/** @returns whether it is new; one that was there stays as it is */
export async function insertClass(connection: Connection, row: { id: string; name: string; ownerId: string; joinCode: string; at: Date }): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(`insert into class (id, name, owner_id, join_code, created_at) values ($1, $2, $3, $4, $5) on conflict (id) do nothing`, [row.id, row.name, row.ownerId, row.joinCode, row.at]),
  );
  if (!rowCount) return false;
  await connection.query(
    named(`insert into class_member (class_id, user_id, role, joined_at) values ($1, $2, 'instructor', $3)`, [row.id, row.ownerId, row.at]),
  );
  return true;
}
export async function updateClassRow(connection: Connection, classId: string, change: { name?: string; joinCode?: string; archivedAt?: Date | null }): Promise<void> {
  await connection.query(
    named(
      `update class set name = coalesce($2, name), join_code = coalesce($3, join_code), archived_at = case when $4 then $5::timestamptz else archived_at end where id = $1`,
      [classId, change.name ?? null, change.joinCode ?? null, change.archivedAt !== undefined, change.archivedAt ?? null],
    ),
  );
}

export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: "learner" | "instructor" | "assistant";
  owner: boolean;
  joinedAt: Date;
  handedIn: number;
}
export async function listMemberRows(classId: string): Promise<MemberRow[]> {
  const { rows } = await pool.query<MemberRow>(
    named(
      `select m.user_id as "userId", u.name, u.email, m.role, m.user_id = c.owner_id as owner, m.joined_at as "joinedAt",
         (select count(distinct a.id)::int from learner l join attempt t on t.subject_id = l.subject_id and t.finished_at is not null
          join assignment a on a.id = t.assignment_id and a.class_id = m.class_id and a.archived_at is null where l.user_id = m.user_id) as "handedIn"
       from class_member m join class c on c.id = m.class_id join "user" u on u.id = m.user_id
       where m.class_id = $1 and m.left_at is null order by m.role, u.name collate "zh-x-icu", u.id limit 1000`,
      [classId],
    ),
  );
  return rows;
}
export async function endMembership(connection: Queryable, classId: string, userId: string, at: Date): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(`update class_member set left_at = $3 where class_id = $1 and user_id = $2 and role = 'learner' and left_at is null`, [classId, userId, at]),
  );
  return rowCount === 1;
}

export interface JoinableClass {
  id: string;
  name: string;
  instructor: string;
  archived: boolean;
  member: boolean;
}
export async function findClassByCode(userId: string, joinCode: string, connection: Queryable = pool): Promise<JoinableClass | null> {
  const { rows } = await connection.query<JoinableClass>(
    named(
      `select c.id, c.name, u.name as instructor, c.archived_at is not null as archived,
         exists (select 1 from class_member m where m.class_id = c.id and m.user_id = $1 and m.left_at is null) as member
       from class c join "user" u on u.id = c.owner_id where c.join_code = $2`,
      [userId, joinCode],
    ),
  );
  return rows[0] ?? null;
}
/** Who taught in it and was taken out comes back by the code as a learner, not as a teacher. */
export async function insertMember(connection: Queryable, classId: string, userId: string, at: Date): Promise<void> {
  await connection.query(
    named(
      `insert into class_member (class_id, user_id, role, joined_at) values ($1, $2, 'learner', $3)
       on conflict (class_id, user_id) do update set left_at = null,
         role = case when class_member.left_at is null then class_member.role else 'learner' end`,
      [classId, userId, at],
    ),
  );
}
export async function listJoinedClassRows(userId: string): Promise<{ id: string; name: string; instructor: string; joinedAt: Date; archived: boolean }[]> {
  const { rows } = await pool.query<{ id: string; name: string; instructor: string; joinedAt: Date; archived: boolean }>(
    named(
      `select c.id, c.name, u.name as instructor, m.joined_at as "joinedAt", c.archived_at is not null as archived
       from class_member m join class c on c.id = m.class_id join "user" u on u.id = c.owner_id
       where m.user_id = $1 and m.role = 'learner' and m.left_at is null order by m.joined_at desc limit 100`,
      [userId],
    ),
  );
  return rows;
}
/** An account that teaches, is not suspended and does not leave. */
export async function findInstructorByEmail(connection: Queryable, email: string): Promise<string | null> {
  const { rows } = await connection.query<{ id: string }>(
    named(
      `select u.id from "user" u where u.email = $1 and u.suspended_at is null and u.deletion_requested_at is null
         and exists (select 1 from user_role r where r.user_id = u.id and r.role in ('instructor', 'admin'))`,
      [email],
    ),
  );
  return rows[0]?.id ?? null;
}
export async function moveClass(connection: Queryable, { classId, from, to, at }: { classId: string; from: string; to: string; at: Date }): Promise<boolean> {
  const { rowCount } = await connection.query(named(`update class set owner_id = $3 where id = $1 and owner_id = $2`, [classId, from, to]));
  if (rowCount !== 1) return false;
  await insertTeacher(connection, { classId, userId: to, at });
  return true;
}

/** Whose class it is, kept until the transaction ends: nobody hands it over meanwhile. @throws NOT_FOUND for a class that the user does not teach */
export async function lockOwner(connection: Connection, userId: string, classId: string): Promise<string> {
  const { rows } = await connection.query<{ owner: string }>(
    named(`select c.owner_id as owner from class c where c.id = $2 and ${teaches("c.id", "$1")} for share of c`, [userId, classId]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "class" });
  return rows[0].owner;
}
/** @returns whether they did not teach in it before */
export async function insertTeacher(connection: Queryable, { classId, userId, at }: { classId: string; userId: string; at: Date }): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(
      `insert into class_member (class_id, user_id, role, joined_at) values ($1, $2, 'instructor', $3)
       on conflict (class_id, user_id) do update set role = 'instructor', left_at = null
       where class_member.role <> 'instructor' or class_member.left_at is not null`,
      [classId, userId, at],
    ),
  );
  return rowCount === 1;
}
export async function endTeaching(connection: Queryable, classId: string, userId: string, at: Date): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(`update class_member set left_at = $3 where class_id = $1 and user_id = $2 and role in ('instructor', 'assistant') and left_at is null`, [classId, userId, at]),
  );
  return rowCount === 1;
}
