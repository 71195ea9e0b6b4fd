import { named, type Queryable } from "@tidao/prisma";

/**
 * The grading of submission `s` that counts for an assignment: a learner's own ticks are made with the key in sight, so
 * they move what the learner knows of themselves and nobody's grade.
 */
export const countingGrading = (columns: string) =>
  `select ${columns} from grading where submission_id = s.id and cause <> 'self' order by seq desc limit 1`;

/** What `attemptGradeQuery` brings, in its order. */
export const attemptGradeColumns = `attempt_id, subject_id, answered, micro_points, pending, question_ids, question_micro_points, question_verdicts`;
/** The newest answer of each position counts, by its newest grading that is not the learner's own; one attempt has a few dozen rows at most. */
export const attemptGradeQuery = `
  select a.id as attempt_id, a.subject_id, count(*)::int as answered,
    coalesce(sum(floor(latest.points * 1000000 + 0.5)::bigint * i.points), 0)::bigint as micro_points,
    count(*) filter (where latest.verdict = 'pending')::int as pending,
    array_agg(latest.question_id order by latest.position) as question_ids,
    array_agg(floor(latest.points * 1000000 + 0.5)::int order by latest.position) as question_micro_points,
    array_agg(latest.verdict order by latest.position) as question_verdicts
  from attempt a
  join lateral (
    select distinct on (s.position) s.position, s.question_id, g.points, g.verdict
    from submission s
    join lateral (${countingGrading("points, verdict")}) g on true
    where s.attempt_id = a.id order by s.position, s.seq desc
  ) latest on true
  join attempt_item i on i.attempt_id = a.id and i.position = latest.position`;

export async function refreshAttemptGrade(connection: Queryable, attemptId: string): Promise<void> {
  await connection.query(
    named(
      `insert into attempt_grade (${attemptGradeColumns})
       ${attemptGradeQuery} where a.id = $1 group by a.id, a.subject_id
       on conflict (attempt_id) do update set answered = excluded.answered, micro_points = excluded.micro_points, pending = excluded.pending,
         question_ids = excluded.question_ids, question_micro_points = excluded.question_micro_points, question_verdicts = excluded.question_verdicts`,
      [attemptId],
    ),
  );
}
