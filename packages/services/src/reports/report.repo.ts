import { type Bilingual, DomainError, type Locale } from "@tidao/kernel";
import { type Connection, named, pool, type Queryable } from "@tidao/prisma";

export type ReportKind = "wrong-key" | "unclear" | "typo" | "translation" | "other";
export type ReportState = "open" | "answered" | "dismissed";

export interface NewReport {
  id: string;
  subjectId: string;
  questionId: string;
  versionId: string;
  seed: number;
  submissionId: string | null;
  kind: ReportKind;
  text: string;
  locale: Locale;
  at: Date;
}
/** @returns false when the learner has as many open reports as there may be; a repeated call stores nothing again */
export async function insertReport(connection: Queryable, report: NewReport, most: number): Promise<boolean> {
  const { rows } = await connection.query<{ n: number }>(
    named(
      `with held as (select count(*)::int as n from question_report where subject_id = $2 and state = 'open' and id <> $1),
         put as (insert into question_report (id, subject_id, question_id, version_id, seed, submission_id, kind, text, locale, created_at)
           select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 from held where n < $11 on conflict (id) do nothing)
       select n from held`,
      [
        report.id, report.subjectId, report.questionId, report.versionId, report.seed, report.submissionId, report.kind, report.text, report.locale,
        report.at, most,
      ],
    ),
  );
  return (rows[0]?.n ?? 0) < most;
}

/** What became of the learner's reports and was not looked at yet, `r` of question_report; a reply that is held back waits. */
export const unseenReplies = (subject: string, withheld: string) =>
  `r.subject_id = ${subject} and r.resolved_at is not null and r.seen_at is null and r.question_id <> all(${withheld}::text[])`;

export async function markRepliesSeen(subjectId: string, withheld: string[], at: Date): Promise<void> {
  await pool.query(named(`update question_report r set seen_at = $3 where ${unseenReplies("$1", "$2")}`, [subjectId, withheld, at]));
}

export interface OwnReportRow {
  id: string;
  questionId: string;
  submissionId: string | null;
  kind: ReportKind;
  text: string;
  state: ReportState;
  createdAt: Date;
  resolvedAt: Date | null;
  answer: string | null;
  topicSlug: string;
  topicTitle: Bilingual;
  total: number;
  /** Of all, not only of these: answered since the learner last looked. */
  unseen: number;
}
/** The learner's own, the newest first. */
export async function listOwnReportRows(subjectId: string, withheld: string[], offset: number, limit: number): Promise<OwnReportRow[]> {
  const { rows } = await pool.query<OwnReportRow>(
    named(
      `select r.id, r.question_id as "questionId", r.submission_id as "submissionId", r.kind, r.text, r.state, r.created_at as "createdAt",
         r.resolved_at as "resolvedAt", r.answer, t.slug as "topicSlug", t.body->'title' as "topicTitle", count(*) over ()::int as total,
         count(*) filter (where ${unseenReplies("$1", "$2")}) over ()::int as unseen
       from question_report r join question q on q.id = r.question_id join topic t on t.slug = q.topic_slug
       where r.subject_id = $1 order by r.created_at desc, r.id offset $3 limit $4`,
      [subjectId, withheld, offset, limit],
    ),
  );
  return rows;
}

export interface ReportRow {
  id: string;
  questionId: string;
  topicTitle: Bilingual;
  kind: ReportKind;
  text: string;
  locale: Locale;
  state: ReportState;
  createdAt: Date;
  resolvedAt: Date | null;
  /** Answers to the question by everybody, and the points they earned. */
  answers: number;
  microPoints: number;
}
const columns = `r.id, r.question_id as "questionId", t.body->'title' as "topicTitle", r.kind, r.text, r.locale, r.state, r.created_at as "createdAt",
  r.resolved_at as "resolvedAt", coalesce(c.submissions, 0) as answers, coalesce(c.micro_points, 0)::float8 as "microPoints"`;
const joined = `from question_report r join question q on q.id = r.question_id join topic t on t.slug = q.topic_slug
  left join question_counter c on c.question_id = r.question_id`;

/** Open ones in the order in which they came; those that are done, the newest first. */
export async function listReportRows(state: ReportState, offset: number, limit: number): Promise<ReportRow[]> {
  const { rows } = await pool.query<ReportRow>(
    named(
      `select ${columns} ${joined} where r.state = $1
       order by case when $1 = 'open' then r.created_at end, r.created_at desc, r.id offset $2 limit $3`,
      [state, offset, limit],
    ),
  );
  return rows;
}
export async function countReports(): Promise<Record<ReportState, number>> {
  const { rows } = await pool.query<{ state: ReportState; n: number }>(
    named(`select state, count(*)::int as n from question_report group by state`, []),
  );
  const of = (state: ReportState) => rows.find((row) => row.state === state)?.n ?? 0;
  return { open: of("open"), answered: of("answered"), dismissed: of("dismissed") };
}

export interface ReportDetailRow extends ReportRow {
  subjectId: string;
  submissionId: string | null;
  versionId: string;
  seed: number;
  answer: string | null;
  resolver: string | null;
  currentVersionId: string | null;
  right: number;
  /** Other reports on the question that are open. */
  others: number;
  chosen: Record<string, number>;
}
/** @throws NOT_FOUND */
export async function getReportRow(reportId: string): Promise<ReportDetailRow> {
  const { rows } = await pool.query<ReportDetailRow>(
    named(
      `select ${columns}, r.subject_id as "subjectId", r.submission_id as "submissionId", r.version_id as "versionId", r.seed, r.answer,
         (select u.name from "user" u where u.id = r.resolved_by) as resolver, q.published_version_id as "currentVersionId", coalesce(c."right", 0) as "right",
         (select count(*)::int from question_report o where o.question_id = r.question_id and o.state = 'open' and o.id <> r.id) as others,
         coalesce((select jsonb_object_agg(part_id, chosen) from choice_counter where version_id = r.version_id), '{}') as chosen
       ${joined} where r.id = $1`,
      [reportId],
    ),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "report" });
  return rows[0];
}

export interface LockedReport {
  questionId: string;
  kind: ReportKind;
  state: ReportState;
  answer: string | null;
}
/** Held until the transaction ends, so that two editors take turns. @throws NOT_FOUND */
export async function lockReport(connection: Connection, reportId: string): Promise<LockedReport> {
  const { rows } = await connection.query<LockedReport>(
    named(`select question_id as "questionId", kind, state, answer from question_report where id = $1 for update`, [reportId]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "report" });
  return rows[0];
}
export const closeReport = (
  connection: Connection,
  row: { id: string; state: Exclude<ReportState, "open">; answer: string | null; by: string; at: Date },
) =>
  connection.query(
    named(`update question_report set state = $2, answer = $3, resolved_by = $4, resolved_at = $5 where id = $1`, [row.id, row.state, row.answer, row.by, row.at]),
  );
