import type { QuestionKind } from "@tidao/grading";
import { DomainError } from "@tidao/kernel";
import { type Connection, named, pool, type Queryable } from "@tidao/prisma";
import { discardedRevision } from "../bank/discarded-revision.repo";
import type { QuestionStatus } from "./question-list.repo";

const statusOf = `case when q.retired_at is not null then 'retired' when q.published_version_id is not null then 'published' else 'draft' end`;

export interface VersionRow {
  id: string;
  number: number;
  status: "draft" | "in_review" | "published";
  origin: "import" | "editor";
  author: string | null;
  publisher: string | null;
  note: string | null;
  /** Number of the version whose key it corrects. */
  corrects: number | null;
  updatedAt: Date;
  publishedAt: Date | null;
  revision: number;
}
export async function listVersionRows(questionId: string): Promise<VersionRow[]> {
  const { rows } = await pool.query<VersionRow>(
    named(
      `select v.id, v.number, v.status, v.origin, u.name as author, p.name as publisher, v.note, c.number as corrects, v.updated_at as "updatedAt",
         v.published_at as "publishedAt", v.revision
       from question_version v left join "user" u on u.id = v.author_id left join "user" p on p.id = v.published_by
       left join question_version c on c.id = v.corrects_version_id
       where v.question_id = $1 order by v.number desc limit 200`,
      [questionId],
    ),
  );
  return rows;
}

export interface QuestionHead {
  id: string;
  topicSlug: string;
  kind: QuestionKind;
  status: QuestionStatus;
  publishedVersionId: string | null;
  newestNumber: number;
  answers: number;
  microPoints: number;
}
/** @throws NOT_FOUND */
export async function getQuestionHead(questionId: string, connection: Queryable = pool): Promise<QuestionHead> {
  const { rows } = await connection.query<QuestionHead>(
    named(
      `select q.id, q.topic_slug as "topicSlug", q.kind, ${statusOf} as status, q.published_version_id as "publishedVersionId",
         coalesce((select max(number) from question_version v where v.question_id = q.id), 0) as "newestNumber",
         coalesce(c.submissions, 0) as answers, coalesce(c.micro_points, 0)::float8 as "microPoints"
       from question q left join question_counter c on c.question_id = q.id where q.id = $1`,
      [questionId],
    ),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "question" });
  return rows[0];
}
/** Held while a draft is saved, published or discarded, so that two editors take turns. */
export const lockQuestion = (connection: Connection, questionId: string) =>
  connection.query(named(`select 1 from question where id = $1 for update`, [questionId]));

export interface SpecRow {
  id: string;
  number: number;
  revision: number;
  spec: unknown;
}
export async function findDraft(
  questionId: string,
  connection: Queryable = pool,
): Promise<(SpecRow & { contentHash: string }) | null> {
  const { rows } = await connection.query<SpecRow & { contentHash: string }>(
    named(
      `select id, number, revision, spec, content_hash as "contentHash" from question_version where question_id = $1 and status <> 'published' order by number desc limit 1`,
      [questionId],
    ),
  );
  return rows[0] ?? null;
}
export async function findVersionSpec(questionId: string, versionId: string): Promise<SpecRow | null> {
  const { rows } = await pool.query<SpecRow>(
    named(`select id, number, revision, spec from question_version where question_id = $1 and id = $2`, [
      questionId,
      versionId,
    ]),
  );
  return rows[0] ?? null;
}

export interface DraftColumns {
  topicSlug: string;
  kind: string;
  objective: string;
  difficulty: number;
  expectedSeconds: number;
  spec: unknown;
  searchText: string;
  contentHash: string;
}
/** In the order in which both statements below name them. */
const valuesOf = (d: DraftColumns) => [d.topicSlug, d.kind, d.objective, d.difficulty, d.expectedSeconds, JSON.stringify(d.spec), d.contentHash, d.searchText];

export async function insertDraft(
  connection: Connection,
  questionId: string,
  number: number,
  d: DraftColumns,
  authorId: string,
  note: string | null,
  at: Date,
): Promise<SpecRow> {
  const { rows } = await connection.query<SpecRow>(
    named(
      `insert into question_version (question_id, number, status, topic_slug, kind, objective, difficulty, expected_seconds, misconceptions, spec, content_hash, search_text, origin, author_id, note, created_at, updated_at, revision)
       select id, $2, 'draft', $3, $4, $5, $6, $7, '{}', $8, $9, $10, 'editor', $11, $12, $13, $13, draft_revision + 1 from question where id = $1 returning id, number, revision, spec`,
      [questionId, number, ...valuesOf(d), authorId, note, at],
    ),
  );
  return rows[0]!;
}
/** @throws DRAFT_CHANGED_MEANWHILE when somebody saved since `revision` was read */
export async function updateDraft(
  connection: Connection,
  versionId: string,
  revision: number,
  d: DraftColumns,
  authorId: string,
  note: string | null,
  at: Date,
): Promise<SpecRow> {
  const { rows } = await connection.query<SpecRow>(
    named(
      `update question_version set topic_slug = $3, kind = $4, objective = $5, difficulty = $6, expected_seconds = $7, spec = $8, content_hash = $9, search_text = $10,
         author_id = $11, note = coalesce($12, note), updated_at = $13, revision = revision + 1, origin = 'editor'
       where id = $1 and revision = $2 and status <> 'published' returning id, number, revision, spec`,
      [versionId, revision, ...valuesOf(d), authorId, note, at],
    ),
  );
  if (!rows[0]) throw new DomainError("DRAFT_CHANGED_MEANWHILE");
  return rows[0];
}
/** No later draft has the revision of one that is gone: somebody may still have that one in sight. */
export async function deleteDraft(connection: Connection, versionId: string): Promise<void> {
  await connection.query(
    named(
      `with gone as (delete from question_version where id = $1 and status <> 'published' returning question_id, revision)
       update question q set draft_revision = greatest(q.draft_revision, gone.revision) from gone where q.id = gone.question_id`,
      [versionId],
    ),
  );
}
/** Whether a version was published, or somebody's list, note, report, set or assignment names the question. */
export async function isReferredTo(connection: Connection, questionId: string): Promise<boolean> {
  const tables = ["bookmark", "note", "question_list_item", "question_report", "question_set_item", "assignment_item", "question_counter"];
  const mentions = tables.map((table) => `exists (select 1 from ${table} where question_id = $1)`);
  const { rows } = await connection.query<{ referred: boolean }>(
    named(`select exists (select 1 from question_version where question_id = $1 and status = 'published') or ${mentions.join(" or ")} as referred`, [questionId]),
  );
  return rows[0]?.referred === true;
}
export const deleteQuestionRow = (connection: Connection, questionId: string) =>
  connection.query(named(`delete from question where id = $1`, [questionId]));
export async function insertEditorQuestion(
  connection: Connection,
  row: { id: string; topicSlug: string; kind: string; at: Date },
): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(
      `insert into question (id, topic_slug, kind, draft_revision, created_at, updated_at)
       values ($1, $2, $3, ${discardedRevision("$1")}, $4, $4) on conflict do nothing`,
      [row.id, row.topicSlug, row.kind, row.at],
    ),
  );
  return rowCount === 1;
}
/** Turns the draft into an immutable version and makes it the one that learners get. */
export async function publishVersion(
  connection: Connection,
  v: {
    versionId: string;
    questionId: string;
    kind: string;
    misconceptions: string[];
    spec: unknown;
    rendered: object | null;
    rendererVersion: number;
    contentHash: string;
    corrects: string | null;
    by: string;
    note: string | null;
    at: Date;
  },
): Promise<void> {
  await connection.query(
    named(
      `update question_version set status = 'published', misconceptions = $2, spec = $3, rendered = $4, renderer_version = $5, content_hash = $6, corrects_version_id = $7,
         note = coalesce($8, note), published_at = $9, published_by = $10, updated_at = $9 where id = $1`,
      [
        v.versionId,
        v.misconceptions,
        JSON.stringify(v.spec),
        v.rendered && JSON.stringify(v.rendered),
        v.rendererVersion,
        v.contentHash,
        v.corrects,
        v.note,
        v.at,
        v.by,
      ],
    ),
  );
  await connection.query(
    named(
      `update question set published_version_id = $2, kind = $3, updated_at = $4,
         draft_revision = greatest(draft_revision, (select revision from question_version where id = $2)) where id = $1`,
      [v.questionId, v.versionId, v.kind, v.at],
    ),
  );
}
export async function retireQuestionRow(connection: Connection, questionId: string, at: Date): Promise<void> {
  await connection.query(
    named(`update question set published_version_id = null, retired_at = $2, updated_at = $2 where id = $1`, [
      questionId,
      at,
    ]),
  );
}
export async function restoreQuestionRow(connection: Connection, questionId: string, at: Date): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(
      `update question q set retired_at = null, updated_at = $2,
         published_version_id = (select id from question_version v where v.question_id = q.id and v.status = 'published' order by number desc limit 1)
       where id = $1 and retired_at is not null`,
      [questionId, at],
    ),
  );
  return rowCount === 1;
}

type Words = { zh: string; en: string };
interface TopicReferences {
  number: number;
  title: Words;
  objectives: { id: string; text: Words }[];
  misconceptions: { id: string; belief: Words }[];
}
/** What a question of a topic may refer to: for the editor's choices and for checking references. @throws NOT_FOUND */
export async function readReferences(topicSlug: string, connection: Queryable = pool) {
  const topics = await connection.query<{ slug: string; body: TopicReferences }>(
    named(
      `select slug, jsonb_build_object('number', number, 'title', body->'title', 'objectives', body->'objectives', 'misconceptions', body->'misconceptions') as body from topic where archived_at is null`,
      [],
    ),
  );
  const sources = await connection.query<{ id: string; label: string }>(
    named(
      `select id, (body->>'authors') || ' (' || (body->>'year') || '). ' || (body->>'title') as label from source where archived_at is null order by id limit 2000`,
      [],
    ),
  );
  const own = topics.rows.find((topic) => topic.slug === topicSlug);
  if (!own) throw new DomainError("NOT_FOUND", { what: "topic" });
  return {
    ...own.body,
    sources: sources.rows,
    topics: topics.rows.map((topic) => topic.slug),
    allMisconceptions: topics.rows.flatMap((topic) => topic.body.misconceptions.map((m) => m.id)),
  };
}
