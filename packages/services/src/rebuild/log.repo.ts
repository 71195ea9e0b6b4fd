import { guessFloor } from "@tidao/measurement";
import { type Connection, named, pool } from "@tidao/prisma";
import type { QuestionKind, QuestionSpec } from "@tidao/grading";
import { attemptGradeColumns, attemptGradeQuery } from "../learning-record/attempt-grade.repo";
import { saveWishes } from "../learning-record/review-wishes.repo";
import { addSlice, noState, saveState, type StateRows } from "../learning-record/state.repo";
import { applyPlanSet } from "../plan/plan.repo";
import { choiceCount } from "../practice/answer-key";
import type { LoggedEvent, LoggedSubmission, ReplayedState } from "./replay-log";

/** Learners by id, a page at a time. */
export async function listSubjectIds(after: string | null, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ subject_id: string }>(
    named(`select subject_id from learner where $1::uuid is null or subject_id > $1 order by subject_id limit $2`, [after, limit]),
  );
  return rows.map((row) => row.subject_id);
}

interface SubmissionRow extends Omit<LoggedSubmission, "guess"> {
  kind: QuestionKind;
  spec: QuestionSpec;
}
/** One learner's whole log. */
export async function readLog(connection: Connection, subjectId: string): Promise<{ submissions: LoggedSubmission[]; events: LoggedEvent[] }> {
  const submissions = await connection.query<SubmissionRow>(
    named(
      `select s.seq, s.id as "submissionId", s.question_id as "questionId", v.topic_slug as "topicSlug", v.objective as "objectiveId",
         v.kind, jsonb_build_object('interaction', v.spec->'interaction') as spec, s.submitted_at as "submittedAt", s.local_date as "localDate",
         s.duration_ms as "durationMs", s.confidence, s.attempt_id as "attemptId", s.position,
         (select jsonb_agg(jsonb_build_object('seq', g.seq, 'verdict', g.verdict, 'points', g.points, 'rating', g.rating,
            'itemDifficulty', g.item_difficulty, 'withheld', g.withheld,
            'misconceptions', g.misconceptions, 'prerequisites', g.prerequisites) order by g.seq) from grading g where g.submission_id = s.id) as gradings
       from submission s join question_version v on v.id = s.question_version_id where s.subject_id = $1 order by s.seq`,
      [subjectId],
    ),
  );
  const events = await connection.query<LoggedEvent>(
    named(`select seq, kind, body, occurred_at as "occurredAt", local_date as "localDate" from learner_event where subject_id = $1 order by seq`, [subjectId]),
  );
  return {
    submissions: submissions.rows.map(({ kind, spec, ...row }) => ({
      ...row,
            guess: guessFloor({ kind, choiceCount: choiceCount(spec) }),
    })),
    events: events.rows,
  };
}

const derived = ["review_card", "topic_mastery", "objective_mastery", "daily_activity", "topic_day", "question_state", "lesson_read", "path_enrolment", "attempt_grade", "review_settings", "study_plan", "topic_skip"];

/** The rows that a replayed state is kept in. */
export function stateRows(subjectId: string, state: ReplayedState): StateRows {
  const rows = noState();
  const at = { subjectId, questionId: "", topicSlug: "", objectiveId: "", localDate: "" };
  for (const [questionId, { topicSlug, value }] of state.cards) addSlice(rows, { ...at, questionId, topicSlug }, { card: value });
  for (const row of rows.cards) {
    row.begun_at = state.begun.get(row.question_id as string);
    row.suspended_at = state.suspended.get(row.question_id as string);
  }
  for (const [topicSlug, value] of state.topics) addSlice(rows, { ...at, topicSlug }, { topic: value });
  for (const [objectiveId, { topicSlug, value }] of state.objectives) addSlice(rows, { ...at, objectiveId, topicSlug }, { objective: value });
  for (const [localDate, value] of state.days) addSlice(rows, { ...at, localDate }, { day: value });
  for (const [key, topicDay] of state.topicDays) {
    const [localDate = "", topicSlug = ""] = key.split("|");
    addSlice(rows, { ...at, topicSlug, localDate }, { topicDay });
  }
  for (const [questionId, { topicSlug, objectiveId, value }] of state.questions) addSlice(rows, { ...at, questionId, topicSlug, objectiveId }, { question: value });
  return rows;
}

/** Puts the replayed state in the place of whatever stood there. */
export async function replaceState(connection: Connection, subjectId: string, state: ReplayedState): Promise<void> {
  for (const table of derived) await connection.query(named(`delete from ${table} where subject_id = $1`, [subjectId]));
  await saveState(connection, stateRows(subjectId, state));
  if (state.wishes) await saveWishes(connection, subjectId, state.wishes);
  const lessons = [...state.lessons].map(([topic_slug, { firstAt, lastAt }]) => ({ subject_id: subjectId, topic_slug, first_at: firstAt, last_at: lastAt }));
  const paths = [...state.paths].map(([path_slug, { startedAt, deadline }]) => ({ subject_id: subjectId, path_slug, started_at: startedAt, deadline }));
  const skips = [...state.skips].map(([topic_slug, skipped_at]) => ({ subject_id: subjectId, topic_slug, skipped_at }));
  await connection.query(named(`insert into lesson_read select * from jsonb_populate_recordset(null::lesson_read, $1)`, [JSON.stringify(lessons)]));
  await connection.query(named(`insert into path_enrolment select * from jsonb_populate_recordset(null::path_enrolment, $1)`, [JSON.stringify(paths)]));
  if (state.plan) await applyPlanSet(connection, subjectId, state.plan);
  await connection.query(named(`insert into topic_skip select * from jsonb_populate_recordset(null::topic_skip, $1)`, [JSON.stringify(skips)]));
  await connection.query(
    named(`insert into attempt_grade (${attemptGradeColumns}) ${attemptGradeQuery} where a.subject_id = $1 group by a.id, a.subject_id`, [subjectId]),
  );
}

/** Counters that all learners share, from the log; submissions wait meanwhile. */
export async function recount(connection: Connection): Promise<void> {
  await connection.query(`lock table question_counter, choice_counter in share row exclusive mode`);
  await connection.query(`delete from question_counter`);
  await connection.query(`delete from choice_counter`);
  await connection.query(
    `insert into question_counter (question_id, submissions, "right", micro_points)
     select s.question_id, count(*)::int, count(*) filter (where g.verdict = 'right')::int, sum(floor(g.points * 1000000 + 0.5))::bigint
     from submission s
     join lateral (select verdict, points from grading where submission_id = s.id order by seq desc limit 1) g on true
     group by s.question_id`,
  );
  await connection.query(
    `insert into choice_counter (version_id, part_id, chosen)
     select s.question_version_id, part, count(*)::int
     from submission s, lateral (
       select distinct p as part from (
         select s.answer->>'choiceId' as p
         union all select jsonb_array_elements_text(coalesce(s.answer->'choiceIds', s.answer->'spanIds', '[]'))
       ) parts where p is not null
     ) chosen
     group by s.question_version_id, part`,
  );
}

export async function findFoldVersion(): Promise<number | null> {
  const { rows } = await pool.query<{ fold_version: number }>(`select fold_version from derived_state where id = 1`);
  return rows[0]?.fold_version ?? null;
}
export const saveFoldVersion = (version: number) =>
  pool.query(`insert into derived_state (id, fold_version) values (1, $1) on conflict (id) do update set fold_version = excluded.fold_version`, [version]);
