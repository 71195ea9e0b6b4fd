import { type Connection, named, type Queryable } from "@tidao/prisma";
import { discardedRevision } from "../bank/discarded-revision.repo";

/** One importer at a time, whoever runs it. */
export const lockImport = (connection: Connection) => connection.query(`select pg_advisory_xact_lock(7203462)`);

export async function readBankDigest(connection: Queryable): Promise<string | null> {
  const { rows } = await connection.query<{ digest: string }>(`select digest from bank_state where id = 1`);
  return rows[0]?.digest ?? null;
}
export async function saveBankDigest(connection: Connection, digest: string): Promise<void> {
  await connection.query(
    named(`insert into bank_state (id, digest, imported_at) values (1, $1, now()) on conflict (id) do update set digest = excluded.digest, imported_at = now()`, [digest]),
  );
}

type Imported = "topic" | "source" | "path" | "glossary_term";

/** id -> hash of the file at the last import; archived rows included, with an empty hash. */
async function hashes(connection: Connection, table: Imported, key: string): Promise<Map<string, string>> {
  const { rows } = await connection.query<{ id: string; hash: string }>(
    `select ${key} as id, case when archived_at is null then source_hash else '' end as hash from ${table}`,
  );
  return new Map(rows.map((row) => [row.id, row.hash]));
}
export const readHashes = async (connection: Connection) => ({
  topics: await hashes(connection, "topic", "slug"),
  sources: await hashes(connection, "source", "id"),
  paths: await hashes(connection, "path", "slug"),
  glossary: await hashes(connection, "glossary_term", "id"),
});

export interface TopicToSave {
  slug: string;
  number: number;
  area: string;
  body: object;
  prerequisites: string[];
  hash: string;
}
export async function saveTopics(connection: Connection, topics: TopicToSave[]): Promise<void> {
  // numbers are unique: they step aside first, so that two topics can change places
  await connection.query(named(`update topic set number = -number where slug = any($1)`, [topics.map((t) => t.slug)]));
  await connection.query(
    named(
      `insert into topic (slug, number, area, body, prerequisites, source_hash)
       select slug, number, area, body, array(select jsonb_array_elements_text(prerequisites)), hash
       from jsonb_to_recordset($1) as r(slug text, number int, area text, body jsonb, prerequisites jsonb, hash text)
       on conflict (slug) do update set number = excluded.number, area = excluded.area, body = excluded.body,
         prerequisites = excluded.prerequisites, source_hash = excluded.source_hash, archived_at = null`,
      [JSON.stringify(topics)],
    ),
  );
}
export async function saveById(
  connection: Connection,
  table: "source" | "glossary_term",
  items: { id: string; body: object; hash: string }[],
): Promise<void> {
  await connection.query(
    named(
      `insert into ${table} (id, body, source_hash) select id, body, hash from jsonb_to_recordset($1) as r(id text, body jsonb, hash text)
       on conflict (id) do update set body = excluded.body, source_hash = excluded.source_hash, archived_at = null`,
      [JSON.stringify(items)],
    ),
  );
}
export async function savePaths(connection: Connection, paths: { slug: string; position: number; body: object; hash: string }[]): Promise<void> {
  await connection.query(
    named(
      `insert into path (slug, position, body, source_hash) select slug, position, body, hash
       from jsonb_to_recordset($1) as r(slug text, position int, body jsonb, hash text)
       on conflict (slug) do update set position = excluded.position, body = excluded.body, source_hash = excluded.source_hash, archived_at = null`,
      [JSON.stringify(paths)],
    ),
  );
}
export async function archiveMissing(connection: Connection, table: Imported, key: "slug" | "id", present: string[]): Promise<number> {
  const { rowCount } = await connection.query(`update ${table} set archived_at = now() where archived_at is null and ${key} <> all($1)`, [present]);
  return rowCount ?? 0;
}

export async function readLessonHashes(connection: Connection): Promise<Map<string, { hash: string; rendererVersion: number; number: number }>> {
  const { rows } = await connection.query<{ slug: string; hash: string; rendererVersion: number; number: number }>(
    `select distinct on (topic_slug) topic_slug as slug, content_hash as hash, renderer_version as "rendererVersion", number from lesson_version order by topic_slug, number desc`,
  );
  return new Map(rows.map((row) => [row.slug, row]));
}
export async function insertLesson(
  connection: Connection,
  row: { slug: string; number: number; source: object; rendered: object; rendererVersion: number; hash: string },
): Promise<void> {
  await connection.query(
    named(`insert into lesson_version (topic_slug, number, source, rendered, renderer_version, content_hash) values ($1, $2, $3, $4, $5, $6)`, [
      row.slug, row.number, row.source, row.rendered, row.rendererVersion, row.hash,
    ]),
  );
}

export interface BankQuestion {
  id: string;
  topicSlug: string;
  sourceHash: string | null;
  retired: boolean;
  publishedId: string | null;
  /** Of the newest version that is or was published. */
  publishedHash: string | null;
  publishedSpec: unknown;
  publishedRenderer: number | null;
  newest: number;
  /** A draft that somebody is editing. */
  openDraft: boolean;
  /** A draft that landed from a file and that nobody has touched. */
  fileDraft: string | null;
  answered: boolean;
}
export async function readBankQuestions(connection: Connection): Promise<Map<string, BankQuestion>> {
  const { rows } = await connection.query<BankQuestion>(
    `select q.id, q.topic_slug as "topicSlug", q.source_hash as "sourceHash", q.retired_at is not null as retired, q.published_version_id as "publishedId",
       v.content_hash as "publishedHash", v.spec as "publishedSpec", v.renderer_version as "publishedRenderer",
       coalesce((select max(number) from question_version n where n.question_id = q.id), 0) as newest,
       exists (select 1 from question_version d where d.question_id = q.id and d.status <> 'published' and d.origin = 'editor') as "openDraft",
       (select d.id from question_version d where d.question_id = q.id and d.status <> 'published' and d.origin = 'import' limit 1) as "fileDraft",
       coalesce(c.submissions, 0) > 0 as answered
     from question q
     left join lateral (select * from question_version p where p.question_id = q.id and p.status = 'published' order by number desc limit 1) v on true
     left join question_counter c on c.question_id = q.id`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
export async function insertQuestion(connection: Connection, row: { id: string; topicSlug: string; kind: string; hash: string | null }): Promise<void> {
  await connection.query(
    named(`insert into question (id, topic_slug, kind, source_hash, draft_revision) values ($1, $2, $3, $4, ${discardedRevision("$1")})`, [
      row.id, row.topicSlug, row.kind, row.hash,
    ]),
  );
}
export async function updateQuestion(
  connection: Connection,
  id: string,
  row: { topicSlug: string; kind: string; hash: string | null; publishedVersionId?: string | null; retired?: boolean },
): Promise<void> {
  await connection.query(
    named(
      `update question set topic_slug = $2, kind = $3, source_hash = $4, updated_at = now(),
         published_version_id = case when $5 then $6::uuid else published_version_id end,
         retired_at = case when $7::boolean is null then retired_at when $7 then now() else null end
       where id = $1`,
      [id, row.topicSlug, row.kind, row.hash, row.publishedVersionId !== undefined, row.publishedVersionId ?? null, row.retired ?? null],
    ),
  );
}
export async function renewRendering(connection: Connection, versionId: string, rendered: object | null, rendererVersion: number): Promise<void> {
  await connection.query(
    named(`update question_version set rendered = $2, renderer_version = $3 where id = $1`, [versionId, rendered && JSON.stringify(rendered), rendererVersion]),
  );
}
