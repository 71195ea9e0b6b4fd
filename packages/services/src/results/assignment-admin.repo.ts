import { DomainError } from "@tidao/kernel";
import { type Connection, named, pool, type Queryable } from "@tidao/prisma";
import { teaches } from "../classes/class.repo";
import { bankColumns, type BankRow } from "../sets/bank.repo";

export interface TaughtAssignmentRow {
  id: string;
  classId: string;
  className: string;
  /** What belongs to an archived class is only read. */
  classArchived: boolean;
  title: string;
  opensAt: Date;
  dueAt: Date;
  attempts: number;
  feedback: "immediately" | "after_due" | "never";
  shuffle: boolean;
  archivedAt: Date | null;
  questions: number;
  points: number;
  learners: number;
  started: number;
  finished: number;
}
/** Of those who are in the class now, as every other number of its learners. */
const whoTried = `(select count(distinct t.subject_id)::int from attempt t
    join learner tl on tl.subject_id = t.subject_id
    join class_member present on present.class_id = a.class_id and present.user_id = tl.user_id and present.role = 'learner' and present.left_at is null
    where t.assignment_id = a.id`;
/** @param className, classArchived SQL of the class's name and of when it was archived */
export const ownColumns = (className = "c.name", classArchived = "c.archived_at") => `a.id, a.class_id as "classId", ${className} as "className",
  ${classArchived} is not null as "classArchived", a.title, a.opens_at as "opensAt", a.due_at as "dueAt", a.attempts, a.feedback, a.shuffle, a.archived_at as "archivedAt"`;
const assignmentColumns = `${ownColumns()},
  (select count(*)::int from assignment_item i where i.assignment_id = a.id) as questions,
  (select coalesce(sum(points), 0)::int from assignment_item i where i.assignment_id = a.id) as points,
  (select count(*)::int from class_member m where m.class_id = a.class_id and m.role = 'learner' and m.left_at is null) as learners,
  ${whoTried}) as started, ${whoTried} and t.finished_at is not null) as finished`;

/**
 * The same for a whole class: who is in it is asked once, the items and the attempts of an assignment once for both of their
 * columns, and the index brings the attempts learner by learner.
 */
const classAssignments = `select ${ownColumns()}, asked.questions, asked.points, present.learners, tried.started, tried.finished
  from class c
  cross join lateral (select count(*)::int as learners, array_agg(l.subject_id) as subjects from class_member m left join learner l on l.user_id = m.user_id
    where m.class_id = c.id and m.role = 'learner' and m.left_at is null) present
  join assignment a on a.class_id = c.id
  cross join lateral (select count(*)::int as questions, coalesce(sum(points), 0)::int as points from assignment_item i where i.assignment_id = a.id) asked
  cross join lateral (select count(*)::int as started, count(*) filter (where handed_in)::int as finished from (
    select bool_or(t.finished_at is not null) as handed_in from attempt t where t.assignment_id = a.id and t.subject_id = any(present.subjects) group by t.subject_id) each) tried`;

/** Those in use first, the latest due on top. */
export async function listClassAssignmentRows(userId: string, classId: string): Promise<TaughtAssignmentRow[]> {
  const { rows } = await pool.query<TaughtAssignmentRow>(
    named(
      `${classAssignments} where c.id = $2 and ${teaches("c.id", "$1")} order by a.archived_at is not null, a.due_at desc limit 200`,
      [userId, classId],
    ),
  );
  return rows;
}
/** @throws NOT_FOUND for an assignment of a class that the user does not teach */
export async function getTaughtAssignment(userId: string, assignmentId: string, connection: Queryable = pool): Promise<TaughtAssignmentRow> {
  const { rows } = await connection.query<TaughtAssignmentRow>(
    named(`select ${assignmentColumns} from assignment a join class c on c.id = a.class_id where a.id = $2 and ${teaches("a.class_id", "$1")}`, [userId, assignmentId]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "assignment" });
  return rows[0];
}

/**
 * The same, kept as it is until the transaction ends: of two changes at once the second sees what the first made. Learners
 * may start attempts meanwhile. @throws NOT_FOUND
 */
export async function lockTaughtAssignment(userId: string, assignmentId: string, connection: Connection): Promise<TaughtAssignmentRow> {
  await connection.query(named(`select 1 from assignment a where a.id = $2 and ${teaches("a.class_id", "$1")} for no key update of a`, [userId, assignmentId]));
  return getTaughtAssignment(userId, assignmentId, connection);
}

export interface NewAssignment {
  id: string;
  classId: string;
  setId: string;
  title: string;
  opensAt: Date;
  dueAt: Date;
  attempts: number;
  feedback: string;
  shuffle: boolean;
}
/** Whether the assignment of this id is what would be made. */
export async function isStoredAs(connection: Connection, row: NewAssignment): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(
      `select 1 from assignment where id = $1 and class_id = $2 and set_id = $3 and title = $4 and opens_at = $5 and due_at = $6
         and attempts = $7 and feedback = $8::"FeedbackRelease" and shuffle = $9`,
      [row.id, row.classId, row.setId, row.title, row.opensAt, row.dueAt, row.attempts, row.feedback, row.shuffle],
    ),
  );
  return rowCount === 1;
}
/** Snapshots the set into the assignment. @returns whether it is new; one that was there stays as it is. @throws SET_EMPTY when nothing of it is published */
export async function insertAssignment(
  connection: Connection,
  row: NewAssignment & { createdBy: string; at: Date },
): Promise<boolean> {
  const made = await connection.query(
    named(
      // of two presses at once the second may meet the key of (id, feedback) first
      `insert into assignment (id, class_id, set_id, title, opens_at, due_at, attempts, feedback, shuffle, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::"FeedbackRelease", $9, $10, $11) on conflict do nothing`,
      [row.id, row.classId, row.setId, row.title, row.opensAt, row.dueAt, row.attempts, row.feedback, row.shuffle, row.createdBy, row.at],
    ),
  );
  if (!made.rowCount) return false;
  const { rowCount } = await connection.query(
    named(
      `insert into assignment_item (assignment_id, position, question_id, pinned_version_id, points)
       select $1, row_number() over (order by i.position), i.question_id, i.pinned_version_id, i.points
       from question_set_item i join question q on q.id = i.question_id
       where i.set_id = $2 and coalesce(i.pinned_version_id, q.published_version_id) is not null`,
      [row.id, row.setId],
    ),
  );
  if (!rowCount) throw new DomainError("SET_EMPTY");
  return true;
}
export async function updateAssignmentRow(
  connection: Connection,
  id: string,
  change: { title?: string; opensAt?: Date; dueAt?: Date; attempts?: number; feedback?: string; archivedAt?: Date | null },
): Promise<void> {
  await connection.query(
    named(
      `update assignment set title = coalesce($2, title), opens_at = coalesce($3, opens_at), due_at = coalesce($4, due_at), attempts = coalesce($5, attempts),
         feedback = coalesce($6::"FeedbackRelease", feedback), archived_at = case when $7 then $8::timestamptz else archived_at end where id = $1`,
      [id, change.title ?? null, change.opensAt ?? null, change.dueAt ?? null, change.attempts ?? null, change.feedback ?? null, change.archivedAt !== undefined, change.archivedAt ?? null],
    ),
  );
}
export async function upsertOverride(
  connection: Connection,
  row: { assignmentId: string; userId: string; dueAt: Date | null; attempts: number | null; reason: string; createdBy: string; at: Date },
): Promise<void> {
  await connection.query(
    named(
      `insert into assignment_override (assignment_id, user_id, due_at, attempts, reason, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (assignment_id, user_id) do update set due_at = excluded.due_at, attempts = excluded.attempts, reason = excluded.reason,
         created_by = excluded.created_by, created_at = excluded.created_at`,
      [row.assignmentId, row.userId, row.dueAt, row.attempts, row.reason, row.createdBy, row.at],
    ),
  );
}

export async function deleteOverride(connection: Connection, assignmentId: string, userId: string): Promise<void> {
  await connection.query(named(`delete from assignment_override where assignment_id = $1 and user_id = $2`, [assignmentId, userId]));
}

/** What is asked at each position: the pinned version, or the one that an attempt started now would get. */
export async function listAssignmentBankRows(assignmentId: string): Promise<(BankRow & { position: number })[]> {
  const { rows } = await pool.query<BankRow & { position: number }>(
    named(
      `select i.position, coalesce(i.pinned_version_id, q.published_version_id) as "versionId", ${bankColumns}
       from assignment_item i join question q on q.id = i.question_id join topic t on t.slug = q.topic_slug
       left join question_counter c on c.question_id = q.id
       where i.assignment_id = $1 and coalesce(i.pinned_version_id, q.published_version_id) is not null order by i.position`,
      [assignmentId],
    ),
  );
  return rows;
}

/** Who learns in a class now. @throws NOT_FOUND for anyone else: the work of who left is there again when they come back */
export async function getClassLearner(classId: string, userId: string, connection: Queryable = pool): Promise<{ subjectId: string; name: string; email: string }> {
  const { rows } = await connection.query<{ subjectId: string; name: string; email: string }>(
    named(
      `select l.subject_id as "subjectId", u.name, u.email from class_member m join "user" u on u.id = m.user_id join learner l on l.user_id = u.id
       where m.class_id = $1 and m.user_id = $2 and m.role = 'learner' and m.left_at is null`,
      [classId, userId],
    ),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "learner" });
  return rows[0];
}

/** The learners beside one in the class's order, for going from one to the next. */
export async function findNeighbours(classId: string, userId: string): Promise<{ previous: string | null; next: string | null }> {
  const { rows } = await pool.query<{ previous: string | null; next: string | null }>(
    named(
      `select previous, next from (
         select m.user_id, lag(m.user_id) over w as previous, lead(m.user_id) over w as next
         from class_member m join "user" u on u.id = m.user_id
         where m.class_id = $1 and m.role = 'learner' and m.left_at is null
         window w as (order by u.name collate "zh-x-icu", m.user_id)) learners
       where user_id = $2`,
      [classId, userId],
    ),
  );
  return rows[0] ?? { previous: null, next: null };
}
