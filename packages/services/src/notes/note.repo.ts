import type { Bilingual } from "@tidao/kernel";
import { named, pool, type Queryable } from "@tidao/prisma";

export interface NoteRow {
  id: string;
  questionId: string | null;
  topicSlug: string | null;
  anchor: string | null;
  body: string;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
}
const columns = `n.id, n.question_id as "questionId", n.topic_slug as "topicSlug", n.anchor, n.body, n.revision,
  n.created_at as "createdAt", n.updated_at as "updatedAt"`;

/** One of the learner's own notes that is not removed; a stranger's does not exist. */
export async function findNoteRow(subjectId: string, noteId: string, connection: Queryable = pool): Promise<NoteRow | null> {
  const { rows } = await connection.query<NoteRow>(
    named(`select ${columns} from note n where n.subject_id = $1 and n.id = $2 and n.deleted_at is null`, [subjectId, noteId]),
  );
  return rows[0] ?? null;
}
export interface NewNote {
  id: string;
  subjectId: string;
  questionId: string | null;
  topicSlug: string | null;
  anchor: string | null;
  body: string;
  at: Date;
}
/** Nothing when the id is taken: by an earlier call of the same press, or by somebody else's note. */
export async function insertNote(connection: Queryable, note: NewNote): Promise<void> {
  await connection.query(
    named(
      `insert into note (id, subject_id, question_id, topic_slug, anchor, body, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $7)
       on conflict (id) do nothing`,
      [note.id, note.subjectId, note.questionId, note.topicSlug, note.anchor, note.body, note.at],
    ),
  );
}
/** @returns false when the note has another revision by now */
export async function updateNoteBody(connection: Queryable, subjectId: string, noteId: string, revision: number, body: string, at: Date): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(
      `update note set body = $4, revision = revision + 1, updated_at = $5 where subject_id = $1 and id = $2 and revision = $3 and deleted_at is null`,
      [subjectId, noteId, revision, body, at],
    ),
  );
  return rowCount === 1;
}
export async function countNotes(connection: Queryable, subjectId: string): Promise<number> {
  const { rows } = await connection.query<{ n: number }>(
    named(`select count(*)::int as n from note where subject_id = $1 and deleted_at is null`, [subjectId]),
  );
  return rows[0]?.n ?? 0;
}
export async function setNoteDeleted(connection: Queryable, subjectId: string, noteId: string, deletedAt: Date | null): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(`update note set deleted_at = $3 where subject_id = $1 and id = $2`, [subjectId, noteId, deletedAt]),
  );
  return rowCount === 1;
}

export interface ListedNoteRow extends NoteRow {
  topicTitle: Bilingual | null;
  /** The learner's last answer to the note's question. */
  submissionId: string | null;
}
export interface NotesFilter {
  text: string;
  topic: string | null;
  withheld: string[];
}
const fitting = `from note n
  where n.subject_id = $1 and n.deleted_at is null and n.body <> '' and ($2 = '' or strpos(lower(n.body), $2) > 0)
    and ($3::text is null or n.topic_slug = $3)`;
const shown = `(n.question_id is null or n.question_id <> all($4::text[]))`;

/** The note changed last on top. */
export async function listNoteRows(subjectId: string, { text, topic, withheld }: NotesFilter, offset: number, limit: number): Promise<ListedNoteRow[]> {
  const { rows } = await pool.query<ListedNoteRow>(
    named(
      `select ${columns}, (select t.body->'title' from topic t where t.slug = n.topic_slug) as "topicTitle",
         (select s.last_submission from question_state s where s.subject_id = n.subject_id and s.question_id = n.question_id) as "submissionId"
       ${fitting} and ${shown} order by n.updated_at desc, n.id offset $5 limit $6`,
      [subjectId, text.toLowerCase(), topic, withheld, offset, limit],
    ),
  );
  return rows;
}
export async function countNoteRows(subjectId: string, { text, topic, withheld }: NotesFilter): Promise<{ total: number; heldBack: number }> {
  const { rows } = await pool.query<{ total: number; heldBack: number }>(
    named(
      `select count(*) filter (where ${shown})::int as total, count(*) filter (where not ${shown})::int as "heldBack" ${fitting}`,
      [subjectId, text.toLowerCase(), topic, withheld],
    ),
  );
  return rows[0]!;
}
/** Topics on which the learner has notes. */
export async function listNotedTopics(subjectId: string): Promise<{ slug: string; title: Bilingual }[]> {
  const { rows } = await pool.query<{ slug: string; title: Bilingual }>(
    named(
      `select t.slug, t.body->'title' as title from topic t
       where exists (select 1 from note n where n.subject_id = $1 and n.topic_slug = t.slug and n.deleted_at is null and n.body <> '') order by t.number`,
      [subjectId],
    ),
  );
  return rows;
}
/** Notes on the sections of one lesson: the newest of each place. */
export async function listTopicNoteRows(subjectId: string, topicSlug: string): Promise<NoteRow[]> {
  const { rows } = await pool.query<NoteRow>(
    named(
      `select distinct on (n.anchor) ${columns} from note n
       where n.subject_id = $1 and n.topic_slug = $2 and n.question_id is null and n.deleted_at is null order by n.anchor, n.updated_at desc, n.id limit 200`,
      [subjectId, topicSlug],
    ),
  );
  return rows;
}
export async function hasTopic(topicSlug: string, connection: Queryable): Promise<boolean> {
  const { rowCount } = await connection.query(named(`select 1 from topic where slug = $1`, [topicSlug]));
  return rowCount === 1;
}
