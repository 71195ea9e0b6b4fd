import type { QuestionKind, Verdict } from "@tidao/grading";
import { type Bilingual, DomainError } from "@tidao/kernel";
import { named, pool } from "@tidao/prisma";
import { allowedAttempts } from "../exposure/graded-use.repo";
import { teaches } from "../classes/class.repo";
import { accessValues, type AccessToNote, insertAccesses } from "../data-access/data-access.repo";
import { ownColumns, type TaughtAssignmentRow } from "./assignment-admin.repo";

export interface ResultRow {
  userId: string;
  name: string;
  email: string;
  dueAt: Date;
  attempts: number;
  override: { dueAt: string | null; attempts: number | null; reason: string } | null;
  started: number;
  finished: number;
  /** Those whose feedback is noted as open. */
  opened: number;
  /** Of the best attempt; of the last that was handed in while the best is not. */
  finishedAt: Date | null;
  answered: number;
  microPoints: number | null;
  /** Of what the best attempt asks: a question that was retired before it started is not among that. Null before any attempt. */
  maxPoints: number | null;
  pending: number;
  /** What of the best attempt was answered: side by side the question, the points of its newest answer in millionths, and its verdict. */
  answers: { questionIds: string[]; microPoints: number[]; verdicts: Verdict[] };
}
export interface AssignmentItemRow {
  position: number;
  questionId: string;
  points: number;
  pinned: boolean;
  topicTitle: Bilingual;
  kind: QuestionKind;
}
/** As JSON brings it: one text for the whole class is read in a fifth of the time of its rows and columns. */
type Stored<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };
interface ResultRows {
  assignment: TaughtAssignmentRow;
  items: AssignmentItemRow[];
  learners: ResultRow[];
}

const itemRows = `select i.position, i.question_id as "questionId", i.points, i.pinned_version_id is not null as pinned, t.body->'title' as "topicTitle", q.kind
  from assignment_item i join question q on q.id = i.question_id join topic t on t.slug = q.topic_slug
  where i.assignment_id = a.id order by i.position`;
/** One row a learner of assignment `a` with the best attempt (most points, then the newest); a class has a few hundred at most. */
const learnerRows = `select m.user_id as "userId", u.name, u.email, coalesce(o.due_at, a.due_at) as "dueAt", ${allowedAttempts("tries.started")} as attempts,
    case when o.id is not null then json_build_object('dueAt', o.due_at, 'attempts', o.attempts, 'reason', o.reason) end as override,
    tries.started, tries.finished, tries.opened,
    coalesce(best.finished_at, tries.last) as "finishedAt", coalesce(best.answered, 0) as answered, best.micro_points::float8 as "microPoints",
    (select sum(points)::int from attempt_item i where i.attempt_id = best.id) as "maxPoints", coalesce(best.pending, 0) as pending,
    json_build_object('questionIds', coalesce(best.question_ids, '{}'), 'microPoints', coalesce(best.question_micro_points, '{}'),
      'verdicts', coalesce(best.question_verdicts, '{}')) as answers
  from a join class_member m on m.class_id = a.class_id
  join "user" u on u.id = m.user_id
  join learner l on l.user_id = m.user_id
  left join assignment_override o on o.assignment_id = a.id and o.user_id = m.user_id
  cross join lateral (select count(*)::int as started, count(t.finished_at)::int as finished, count(t.feedback_opened_at)::int as opened, max(t.finished_at) as last from attempt t where t.assignment_id = a.id and t.subject_id = l.subject_id) tries
  left join lateral (
    select t.id, t.finished_at, g.answered, g.micro_points, g.pending, g.question_ids, g.question_micro_points, g.question_verdicts from attempt t left join attempt_grade g on g.attempt_id = t.id
    where t.assignment_id = a.id and t.subject_id = l.subject_id order by g.micro_points desc nulls last, t.number desc limit 1
  ) best on true
  where m.role = 'learner' and m.left_at is null order by u.name collate "zh-x-icu", m.user_id limit 1000`;

/**
 * All that a table of results shows, in one query, which notes the look as well.
 * @throws NOT_FOUND for an assignment of a class that the user does not teach
 */
export async function getResultRows(userId: string, assignmentId: string, look: AccessToNote): Promise<ResultRows> {
  const { rows } = await pool.query<Omit<TaughtAssignmentRow, "questions" | "points" | "learners" | "started" | "finished"> & { items: AssignmentItemRow[]; rows: Stored<ResultRow>[] }>(
    named(
      `with a as materialized (select a.*, c.name as class_name, c.archived_at as class_archived_at from assignment a join class c on c.id = a.class_id
         where a.id = $2 and ${teaches("a.class_id", "$1")}),
       learners as materialized (${learnerRows}),
       noted as (${insertAccesses('select "userId" from learners', 3)})
       select ${ownColumns("a.class_name", "a.class_archived_at")},
         (select coalesce(json_agg(i), '[]') from (${itemRows}) i) as items,
         (select coalesce(json_agg(r), '[]') from learners r) as rows
       from a`,
      [userId, assignmentId, ...accessValues(look)],
    ),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "assignment" });
  const { items, rows: learners, ...assignment } = rows[0];
  return {
    assignment: {
      ...assignment,
      questions: items.length,
      points: items.reduce((sum, { points }) => sum + points, 0),
      learners: learners.length,
      started: learners.filter(({ started }) => started > 0).length,
      finished: learners.filter(({ finished }) => finished > 0).length,
    },
    items,
    learners: learners.map((row) => ({
      ...row,
      dueAt: new Date(row.dueAt),
      finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt),
    })),
  };
}
