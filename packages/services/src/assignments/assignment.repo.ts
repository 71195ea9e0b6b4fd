import { isFeedbackOpen } from "@tidao/access";
import { named, pool } from "@tidao/prisma";
import { allowedAttempts, attemptOver } from "../exposure/graded-use.repo";
import type { OpenAssignment } from "./list-assignments";

interface Row {
  id: string;
  title: string;
  class_id: string;
  class_name: string;
  opens_at: Date;
  due_at: Date;
  attempts: number;
  feedback: "immediately" | "after_due" | "never";
  questions: number;
  started: number;
  finished: number;
  over: number;
  answered: number;
}

/** Assignments of the learner's classes with the learner's own override applied; newest 100. */
export async function listAssignmentRows(learner: { id: string; subjectId: string }, now: Date): Promise<OpenAssignment[]> {
  const { rows } = await pool.query<Row>(
    named(
      `select a.id, a.title, c.id as class_id, c.name as class_name, coalesce(o.opens_at, a.opens_at) as opens_at,
         coalesce(o.due_at, a.due_at) as due_at, ${allowedAttempts("coalesce(t.started, 0)")} as attempts, a.feedback,
         (select count(*)::int from assignment_item i where i.assignment_id = a.id) as questions,
         coalesce(t.started, 0) as started, coalesce(t.finished, 0) as finished, coalesce(t.over, 0) as over, coalesce(g.answered, 0) as answered
       from class_member m
       join class c on c.id = m.class_id
       join assignment a on a.class_id = c.id and a.archived_at is null
       left join assignment_override o on o.assignment_id = a.id and o.user_id = m.user_id
       left join lateral (select count(*)::int as started, count(finished_at)::int as finished, count(${attemptOver})::int as over from attempt where assignment_id = a.id and subject_id = $2) t on true
       left join lateral (select id from attempt where assignment_id = a.id and subject_id = $2 order by number desc limit 1) last on true
       left join attempt_grade g on g.attempt_id = last.id
       where m.user_id = $1 and m.role = 'learner' and m.left_at is null
       order by coalesce(o.due_at, a.due_at) desc limit 100`,
      [learner.id, learner.subjectId],
    ),
  );
  return rows
    .map((row) => ({
      id: row.id,
      title: row.title,
      classId: row.class_id,
      className: row.class_name,
      opensAt: row.opens_at.toISOString(),
      dueAt: row.due_at.toISOString(),
      questions: row.questions,
      answered: row.answered,
      attempts: row.attempts,
      attemptsStarted: row.started,
      attemptsFinished: row.finished,
      underWay: row.started > row.over,
      state: stateOf(row, now),
      feedbackOpen: isFeedbackOpen({ dueAt: row.due_at, feedback: row.feedback, attempts: row.attempts, finishedAttempts: row.over }, row.over > 0, now),
    }))
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
}

function stateOf(row: Row, now: Date): OpenAssignment["state"] {
  if (now >= row.due_at) return "closed";
  if (now < row.opens_at) return "upcoming";
  return row.over >= row.attempts ? "done" : "open";
}
