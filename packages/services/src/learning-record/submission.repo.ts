import { randomUUID } from "node:crypto";
import { mayReveal } from "@tidao/access";
import type { Answer, GradeResult } from "@tidao/grading";
import { DomainError } from "@tidao/kernel";
import { guessFloor, microPoints } from "@tidao/measurement";
import { type Connection, named, pool, type Queryable } from "@tidao/prisma";
import { getPublishedVersion, type PublishedVersion } from "../bank/question-version.repo";
import { type GradedUseJson, gradedUses, toGradedUse } from "../exposure/graded-use.repo";
import { choiceCount } from "../practice/answer-key";
import { countingGrading } from "./attempt-grade.repo";
import type { CountedAnswer } from "./counted-answer";
import type { LearnerSlice } from "./fold";
import type { AnswerToRecord, RecordedSubmission } from "./record-submission";
import { type SliceColumns, sliceColumns, sliceFrom, type SliceKey, stateCtes, type StateRows } from "./state.repo";

export interface BeforeSubmission {
  /** Of the learner's row: whoever changes the log, or holds its lock, makes another. */
  rowVersion: string;
  existing: boolean;
  /** The exposure rule for this question and learner. */
  mayReveal: boolean;
  itemDifficulty: number | null;
  hintsUsed: number;
  prerequisites: string[];
  previous: CountedAnswer["previous"];
  slice: LearnerSlice;
  /** The learner has set its card aside: it does not come back by itself. */
  isSuspended: boolean;
}

/** SQL of the version that the submission before one in a learner's log answered. */
export const previousVersion = (subject: string, seq: string) =>
  `(select question_version_id from submission where subject_id = ${subject} and seq < ${seq} order by seq desc limit 1)`;

/** Topic and objective of that version: in memory nearly always, which the hot path has cheaper than a join. */
export async function previousOf(versionId: string | null, connection: Queryable): Promise<CountedAnswer["previous"]> {
  if (versionId === null) return null;
  const { topicSlug, objective } = await getPublishedVersion(versionId, connection);
  return { topicSlug, objectiveId: objective };
}

const readBefore = `select l.xmin::text as row_version,
  exists (select 1 from submission where subject_id = $1 and submission_key = $6) as existing,
  array(select u.use from (${gradedUses("$7", "$1", "$8")}) u
    join assignment_item i on i.assignment_id = u.assignment_id and i.question_id = $2) as uses,
  (select difficulty from item_difficulty where question_id = $2 order by snapshot desc limit 1) as item_difficulty,
  (select count(distinct e.body->>'index')::int from learner_event e
    where e.subject_id = $1 and e.question_id = $2 and e.kind = 'hint_taken'
      and e.seq > coalesce((select max(seq) from submission where subject_id = $1 and question_id = $2), 0)) as hints,
  st.prerequisites as stands_on,
  ${previousVersion("$1", "2147483647")} as previous_version_id,
  ${sliceColumns("st.prerequisites")}
  from learner l left join topic st on st.slug = $3 where l.subject_id = $1`;

/**
 * Everything that one submission needs to know, in one statement and so at one moment.
 * @throws NOT_FOUND where the learner is gone
 */
export async function readBeforeSubmission(
  connection: Queryable,
  key: SliceKey,
  submissionKey: string,
  userId: string,
  now: Date,
): Promise<BeforeSubmission> {
  const { rows } = await connection.query<
    SliceColumns & {
      row_version: string; existing: boolean; uses: GradedUseJson[]; item_difficulty: number | null; hints: number; stands_on: string[];
      previous_version_id: string | null;
    }
  >(
    named(readBefore, [
      key.subjectId, key.questionId, key.topicSlug, key.objectiveId, key.localDate, submissionKey, userId, now,
    ]),
  );
  const row = rows[0];
  if (!row) throw new DomainError("NOT_FOUND", { what: "learner" });
  return {
    rowVersion: row.row_version,
    existing: row.existing,
    mayReveal: mayReveal(row.uses.map(toGradedUse), now),
    itemDifficulty: row.item_difficulty,
    hintsUsed: row.hints,
    prerequisites: row.stands_on,
    previous: await previousOf(row.previous_version_id, connection),
    slice: sliceFrom(row),
    isSuspended: row.card?.suspended_at != null,
  };
}

/**
 * $1 … $28 of every answer, then the rows of state. Nothing is written where the learner's row is no longer the one that was
 * read. PostgreSQL runs the outer select first, then the CTEs from the last to the first: rows that learners share are
 * locked at the end.
 */
const insert = (ctes: string) => `with log as (update learner set last_seq = last_seq + 2 where subject_id = $2 and xmin = $1::xid returning last_seq),
  qc as (insert into question_counter as c (question_id, submissions, "right", micro_points) select $5, 1, $26, $27 from log
    on conflict (question_id) do update set submissions = c.submissions + 1, "right" = c."right" + excluded."right",
      micro_points = c.micro_points + excluded.micro_points),
  cc as (insert into choice_counter as c (version_id, part_id, chosen) select $6, part, 1 from log, unnest($28::text[]) part
    on conflict (version_id, part_id) do update set chosen = c.chosen + 1),
  ${ctes}s as (insert into submission (id, subject_id, seq, submission_key, question_id, question_version_id, seed, answer, confidence,
      hints_used, duration_ms, context, attempt_id, position, submitted_at, local_date)
    select $3, $2, last_seq - 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16 from log),
  g as (insert into grading (id, subject_id, seq, submission_id, cause, key_version_id, verdict, points, misconceptions, parts,
      rating, item_difficulty, withheld, graded_at, local_date, prerequisites)
    select $17, $2, last_seq, $3, 'automatic', $6, $18, $19, $20, $21, $22, $23, $24, $15, $16, $25 from log)
  select 1 from log`;

export interface SubmissionToInsert {
  subjectId: string;
  /** The learner's row that the state was computed from. */
  rowVersion: string;
  input: AnswerToRecord;
  answer: Answer;
  version: PublishedVersion;
  counted: CountedAnswer;
  parts: GradeResult["parts"];
  withheld: boolean;
  hintsUsed: number;
  state: StateRows;
  chosenParts: readonly string[];
  microPoints: number;
}

/**
 * Submission, grading, state and counters in one statement, all of it or nothing.
 * @returns false, and nothing is written, where the learner's log has changed since it was read
 */
export async function insertSubmission(connection: Queryable, row: SubmissionToInsert): Promise<boolean> {
  const { counted, input } = row;
  const values: unknown[] = [
    row.rowVersion, row.subjectId, counted.submissionId, input.submissionKey, counted.questionId, row.version.id, input.seed,
    row.answer, input.confidence, row.hintsUsed, input.durationMs, input.context, input.attempt?.id ?? null,
    input.attempt?.position ?? null, counted.submittedAt, counted.localDate,
    randomUUID(), counted.verdict, counted.points, counted.misconceptions, storedParts(row.parts), counted.rating,
    counted.itemDifficulty, row.withheld, counted.prerequisites,
    counted.verdict === "right" ? 1 : 0, row.microPoints, row.chosenParts,
  ];
  const { rowCount } = await connection.query(named(insert(stateCtes(row.state, values, "log")), values));
  return rowCount === 1;
}
/** Only what the verdict on each part was; why it was so is in the version. */
export const storedParts = (parts: GradeResult["parts"]) => JSON.stringify(parts.map(({ id, chosen, right, trap }) => ({ id, chosen, right, trap })));

/** Which parts an answer chose, sorted (rows of shared counters are always locked in one order). */
export function chosenParts(answer: Answer): string[] {
  switch (answer.kind) {
    case "single-choice":
      return [answer.choiceId];
    case "multiple-choice":
      return [...new Set(answer.choiceIds)].sort();
    case "find-error":
      return [...new Set(answer.spanIds)].sort();
    default:
      return [];
  }
}

interface SubmissionRow {
  id: string;
  question_version_id: string;
  seed: number;
  answer: Answer;
  hints_used: number;
  submitted_at: Date;
  verdict: GradeResult["verdict"];
  points: number;
  parts: GradeResult["parts"];
  misconceptions: string[];
  withheld: boolean;
}
const submissionColumns = `s.id, s.question_version_id, s.seed, s.answer, s.hints_used, s.submitted_at, g.verdict, g.points, g.parts, g.misconceptions,
  g.withheld and not exists (select 1 from attempt t where t.id = s.attempt_id and t.feedback_opened_at is not null) as withheld`;
const currentGrading = `join lateral (select * from grading where submission_id = s.id order by seq desc limit 1) g on true`;

const recorded = async (row: SubmissionRow, replayed: boolean, connection: Queryable): Promise<RecordedSubmission> => ({
  id: row.id,
  version: await getPublishedVersion(row.question_version_id, connection),
  seed: row.seed,
  answer: row.answer,
  hintsUsed: row.hints_used,
  grading: { verdict: row.verdict, points: row.points, parts: row.parts, misconceptions: row.misconceptions },
  withheld: row.withheld,
  submittedAt: row.submitted_at,
  replayed,
});

export async function findSubmissionByKey(connection: Queryable, subjectId: string, submissionKey: string): Promise<RecordedSubmission> {
  const { rows } = await connection.query<SubmissionRow>(
    named(`select ${submissionColumns} from submission s ${currentGrading} where s.subject_id = $1 and s.submission_key = $2`, [subjectId, submissionKey]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "submission" });
  return recorded(rows[0], true, connection);
}

/** One of the learner's own submissions; a stranger's does not exist. */
export async function getOwnSubmission(subjectId: string, submissionId: string, connection: Queryable = pool): Promise<RecordedSubmission> {
  const { rows } = await connection.query<SubmissionRow>(
    named(`select ${submissionColumns} from submission s ${currentGrading} where s.subject_id = $1 and s.id = $2`, [subjectId, submissionId]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "submission" });
  return recorded(rows[0], false, connection);
}

/** The same submission as it counts in the results of its class. */
export async function getCountingSubmission(subjectId: string, submissionId: string): Promise<RecordedSubmission> {
  const { rows } = await pool.query<SubmissionRow>(
    named(`select ${submissionColumns} from submission s join lateral (${countingGrading("*")}) g on true where s.subject_id = $1 and s.id = $2`, [subjectId, submissionId]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "submission" });
  return recorded(rows[0], false, pool);
}

const readRegrading = `select s.confidence, s.duration_ms, s.submitted_at, s.local_date, g.id as grading_id, g.item_difficulty, g.prerequisites as stands_on,
  ${previousVersion("$1", "s.seq")} as previous_version_id, ${sliceColumns("g.prerequisites")}
  from submission s ${currentGrading} where s.subject_id = $1 and s.id = $6`;

/** What a new grading of a stored submission needs: the state around it and how it was answered. */
export async function readForRegrading(connection: Connection, subjectId: string, stored: RecordedSubmission) {
  const { version } = stored;
  const { rows: at } = await connection.query<{ local_date: string }>(named(`select local_date from submission where id = $1`, [stored.id]));
  const key: SliceKey = { subjectId, questionId: version.questionId, topicSlug: version.topicSlug, objectiveId: version.objective, localDate: at[0]!.local_date };
  const { rows } = await connection.query<
    SliceColumns & {
      confidence: number | null; duration_ms: number; submitted_at: Date; local_date: string; grading_id: string; item_difficulty: number;
      stands_on: string[]; previous_version_id: string | null;
    }
  >(named(readRegrading, [subjectId, key.questionId, key.topicSlug, key.objectiveId, key.localDate, stored.id]));
  const row = rows[0]!;
  return {
    key,
    gradingId: row.grading_id,
    slice: sliceFrom(row),
    counted: {
      submissionId: stored.id,
      questionId: version.questionId,
      topicSlug: version.topicSlug,
      objectiveId: version.objective,
      itemDifficulty: row.item_difficulty,
      prerequisites: row.stands_on,
      previous: await previousOf(row.previous_version_id, connection),
      guess: guessFloor({ kind: version.kind, choiceCount: choiceCount(version.spec) }),
      submittedAt: row.submitted_at,
      localDate: row.local_date,
      durationMs: row.duration_ms,
      confidence: row.confidence,
    },
  };
}

const insertSuperseding = (ctes: string) => `with ${ctes}g as (insert into grading (id, subject_id, seq, submission_id, supersedes_id, cause, key_version_id, verdict,
      points, misconceptions, parts, rating, item_difficulty, withheld, graded_by, graded_at, local_date, prerequisites)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, false, $14, $15, $16, $17)),
  qc as (update question_counter set "right" = "right" + $18, micro_points = micro_points + $19 where question_id = $20)
  select 1`;

/** A grading that supersedes the pending one of its submission, with the state and counters that follow. */
export async function insertGrading(
  connection: Connection,
  row: {
    subjectId: string;
    seq: number;
    submissionId: string;
    supersedesId: string;
    cause: "self" | "manual";
    version: PublishedVersion;
    counted: CountedAnswer;
    parts: GradeResult["parts"];
    gradedBy: string;
    gradedAt: Date;
    pendingPoints: number;
    state: StateRows;
  },
): Promise<void> {
  const { counted } = row;
  const values: unknown[] = [
    randomUUID(), row.subjectId, row.seq, row.submissionId, row.supersedesId, row.cause, row.version.id, counted.verdict,
    counted.points, counted.misconceptions, storedParts(row.parts), counted.rating, counted.itemDifficulty, row.gradedBy,
    row.gradedAt, counted.localDate, counted.prerequisites,
    counted.verdict === "right" ? 1 : 0, microPoints(counted.points) - microPoints(row.pendingPoints), counted.questionId,
  ];
  await connection.query(named(insertSuperseding(stateCtes(row.state, values)), values));
}
