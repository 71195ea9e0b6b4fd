import type { GradedUse } from "@tidao/access";
import type { Answer } from "@tidao/grading";
import { DomainError } from "@tidao/kernel";
import { type Connection, named, pool, type Queryable } from "@tidao/prisma";
import { allowedAttempts, attemptOver, gradedUses, type GradedUseJson, toGradedUse } from "../exposure/graded-use.repo";

/** An assignment as one learner has it: the learner's own override applied, attempts counted. */
export interface OwnAssignment extends GradedUse {
  id: string;
  title: string;
  classId: string;
  className: string;
  shuffle: boolean;
  startedAttempts: number;
}

/** The `where` carries enrolment: an assignment of a class that the learner is not in does not exist. */
export async function getOwnAssignment(learner: { id: string; subjectId: string }, assignmentId: string, connection: Queryable = pool): Promise<OwnAssignment> {
  const { rows } = await connection.query<OwnAssignment>(
    named(
      `select a.id, a.title, c.id as "classId", c.name as "className", a.shuffle, a.feedback,
         coalesce(o.opens_at, a.opens_at) as "opensAt", coalesce(o.due_at, a.due_at) as "dueAt", ${allowedAttempts("t.started")} as attempts,
         t.started as "startedAttempts", t.finished as "finishedAttempts"
       from class_member m
       join class c on c.id = m.class_id
       join assignment a on a.class_id = c.id and a.archived_at is null
       left join assignment_override o on o.assignment_id = a.id and o.user_id = m.user_id
       cross join lateral (select count(*)::int as started, count(${attemptOver})::int as finished from attempt where assignment_id = a.id and subject_id = $2) t
       where m.user_id = $1 and m.role = 'learner' and m.left_at is null and a.id = $3`,
      [learner.id, learner.subjectId, assignmentId],
    ),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "assignment" });
  return rows[0];
}

export interface AttemptRow {
  id: string;
  assignmentId: string;
  number: number;
  startedAt: Date;
  finishedAt: Date | null;
  feedbackOpenedAt: Date | null;
  answered: number;
  microPoints: number;
  maxPoints: number;
  pending: number;
}
const attemptColumns = `t.id, t.assignment_id as "assignmentId", t.number, t.started_at as "startedAt", t.finished_at as "finishedAt",
  t.feedback_opened_at as "feedbackOpenedAt", coalesce(g.answered, 0) as answered, coalesce(g.micro_points, 0)::float8 as "microPoints",
  coalesce(g.pending, 0) as pending, (select coalesce(sum(points), 0)::int from attempt_item i where i.attempt_id = t.id) as "maxPoints"`;

export async function listOwnAttempts(subjectId: string, assignmentId: string, connection: Queryable = pool): Promise<AttemptRow[]> {
  const { rows } = await connection.query<AttemptRow>(
    named(
      `select ${attemptColumns} from attempt t left join attempt_grade g on g.attempt_id = t.id
       where t.subject_id = $1 and t.assignment_id = $2 order by t.number`,
      [subjectId, assignmentId],
    ),
  );
  return rows;
}

export interface BestPoints {
  assignmentId: string;
  microPoints: number;
  maxPoints: number;
}
/**
 * The best attempt of each of these assignments (most points, then the newest), as instructors count it, of those whose
 * points may be told: handed in, or past the due time that holds for the learner; none where another open assignment asks
 * one of the questions. One statement for all of a list.
 */
export async function listBestPoints(subjectId: string, assignments: readonly { id: string; dueAt: string }[], withheld: string[], now: Date): Promise<BestPoints[]> {
  const { rows } = await pool.query<BestPoints>(
    named(
      `select distinct on (t.assignment_id) t.assignment_id as "assignmentId", coalesce(g.micro_points, 0)::float8 as "microPoints",
         (select coalesce(sum(points), 0)::int from attempt_item i where i.attempt_id = t.id) as "maxPoints"
       from unnest($2::uuid[], $3::timestamptz[]) told(id, due_at)
       join attempt t on t.assignment_id = told.id and t.subject_id = $1 and (t.finished_at is not null or told.due_at <= $5)
       left join attempt_grade g on g.attempt_id = t.id
       where not exists (select 1 from assignment_item i where i.assignment_id = told.id and i.question_id = any($4::text[]))
       order by t.assignment_id, g.micro_points desc nulls last, t.number desc`,
      [subjectId, assignments.map(({ id }) => id), assignments.map(({ dueAt }) => dueAt), withheld, now],
    ),
  );
  return rows;
}

/** One of the learner's own attempts. @throws NOT_FOUND for anyone else's */
export async function getOwnAttempt(subjectId: string, attemptId: string, connection: Queryable = pool): Promise<AttemptRow> {
  const { rows } = await connection.query<AttemptRow>(
    named(
      `select ${attemptColumns} from attempt t left join attempt_grade g on g.attempt_id = t.id where t.subject_id = $1 and t.id = $2`,
      [subjectId, attemptId],
    ),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "attempt" });
  return rows[0];
}

/** Questions of the assignment with the version that a new attempt gets: pinned, or the one published now. */
export async function listItemsToResolve(connection: Connection, assignmentId: string) {
  const { rows } = await connection.query<{ position: number; questionId: string; versionId: string; points: number }>(
    named(
      `select i.position, i.question_id as "questionId", coalesce(i.pinned_version_id, q.published_version_id) as "versionId", i.points
       from assignment_item i join question q on q.id = i.question_id
       where i.assignment_id = $1 and coalesce(i.pinned_version_id, q.published_version_id) is not null order by i.position`,
      [assignmentId],
    ),
  );
  return rows;
}

export async function listAssignmentQuestionIds(assignmentId: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(named(`select question_id as id from assignment_item where assignment_id = $1`, [assignmentId]));
  return rows.map((row) => row.id);
}

export async function insertAttempt(
  connection: Connection,
  attempt: { id: string; assignmentId: string; subjectId: string; number: number; startedAt: Date },
  items: { position: number; questionId: string; versionId: string; seed: number; points: number }[],
): Promise<void> {
  await connection.query(
    named(
      // locked, so that an instructor who changes when feedback opens at this instant finds the attempt or is waited for
      `insert into attempt (id, assignment_id, subject_id, number, started_at, feedback)
       select $1, id, $3, $4, $5, feedback from assignment where id = $2 for key share`,
      [attempt.id, attempt.assignmentId, attempt.subjectId, attempt.number, attempt.startedAt],
    ),
  );
  await connection.query(
    named(
      `insert into attempt_item (attempt_id, position, question_id, question_version_id, seed, points)
       select $1, position, "questionId", "versionId", seed, points
       from jsonb_to_recordset($2) as r(position int, "questionId" text, "versionId" uuid, seed int, points int)`,
      [attempt.id, JSON.stringify(items)],
    ),
  );
}

export interface AttemptItemRow {
  position: number;
  questionId: string;
  versionId: string;
  seed: number;
  points: number;
  /** The newest answer to this position, if there is one. */
  submissionId: string | null;
  answer: Answer | null;
}
export async function listAttemptItems(attemptId: string, connection: Queryable = pool): Promise<AttemptItemRow[]> {
  const { rows } = await connection.query<AttemptItemRow>(
    named(
      `select i.position, i.question_id as "questionId", i.question_version_id as "versionId", i.seed, i.points, s.id as "submissionId", s.answer
       from attempt_item i
       left join lateral (select id, answer from submission where attempt_id = i.attempt_id and position = i.position order by seq desc limit 1) s on true
       where i.attempt_id = $1 order by i.position`,
      [attemptId],
    ),
  );
  return rows;
}

/** Inside the lock of the log: an answer that comes after the attempt was handed in is refused. */
export async function assertAttemptUnderWay(connection: Queryable, attemptId: string): Promise<void> {
  const { rows } = await connection.query<{ over: boolean }>(
    named(`select finished_at is not null or feedback_opened_at is not null as over from attempt where id = $1`, [attemptId]),
  );
  if (rows[0]?.over !== false) throw new DomainError("ATTEMPT_FINISHED");
}
export async function markAttemptFinished(connection: Connection, attemptId: string, at: Date): Promise<void> {
  await connection.query(named(`update attempt set finished_at = $2 where id = $1 and finished_at is null`, [attemptId, at]));
}
export async function markFeedbackOpened(connection: Connection, attemptId: string, at: Date): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(`update attempt set feedback_opened_at = $2 where id = $1 and feedback_opened_at is null`, [attemptId, at]),
  );
  return rowCount === 1;
}

export interface AttemptToOpen {
  attemptId: string;
  subjectId: string;
  zone: string;
}
/**
 * Attempts whose feedback ought to be open by now but has not been folded yet, with whose they are, in the order of their ids.
 * @param after the id of the last one that was read, null for none
 */
export async function listAttemptsToOpen(now: Date, after: string | null, limit: number, connection: Queryable = pool): Promise<AttemptToOpen[]> {
  const { rows } = await connection.query<AttemptToOpen>(
    named(
      `select t.id as "attemptId", t.subject_id as "subjectId", coalesce(u.zone, 'UTC') as zone
       from attempt t
       join assignment a on a.id = t.assignment_id
       left join learner l on l.subject_id = t.subject_id
       left join "user" u on u.id = l.user_id
       left join assignment_override o on o.assignment_id = a.id and o.user_id = l.user_id
       where t.feedback_opened_at is null and t.feedback <> 'never' and ($3::uuid is null or t.id > $3)
         and (coalesce(o.due_at, a.due_at) <= $1 or (t.feedback = 'immediately' and t.finished_at is not null
           and (select count(${attemptOver}) >= ${allowedAttempts("count(*)")} from attempt d where d.assignment_id = a.id and d.subject_id = t.subject_id)))
       order by t.id limit $2`,
      [now, limit, after],
    ),
  );
  return rows;
}
/** What asks the learners of attempts that were handed in one of the same questions and is not past its due time. */
export async function listUsesOfTheSame(attemptIds: readonly string[], now: Date, connection: Queryable = pool): Promise<{ attemptId: string; use: GradedUse }[]> {
  const { rows } = await connection.query<{ attemptId: string; use: GradedUseJson }>(
    named(
      `select own.id as "attemptId", u.use from attempt own
       join learner l on l.subject_id = own.subject_id
       -- one learner after the other: joined the other way round it would read every class and what was ever assigned to it
       cross join lateral (
         select * from (${gradedUses("l.user_id", "own.subject_id", "$2")}) theirs where exists (
           select 1 from attempt_item asked join assignment_item i on i.question_id = asked.question_id and i.assignment_id = theirs.assignment_id
           where asked.attempt_id = own.id) offset 0) u
       where own.id = any($1::uuid[]) and own.finished_at is not null`,
      [attemptIds, now],
    ),
  );
  return rows.map(({ attemptId, use }) => ({ attemptId, use: toGradedUse(use) }));
}
