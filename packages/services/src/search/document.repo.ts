import { type Connection, named, type Queryable } from "@tidao/prisma";

export type DocumentKind = "lesson" | "question" | "term" | "path" | "note";
export interface DocumentRow {
  kind: DocumentKind;
  subjectId: string | null;
  locale: string;
  topicSlug: string | null;
  ref: string;
  anchor: string;
  questionId: string | null;
  questionKind: string | null;
  difficulty: number | null;
  title: string;
  titleKey: string;
  body: string;
  tsv: string;
  /** Of a document of the course: the fingerprint of its source. */
  madeFrom: string;
}
/** So many that one message to the server stays under a few megabytes. */
const batch = 500;

/** Puts documents in the place of those with the same kind, ref, anchor and language. */
export async function saveDocuments(connection: Queryable, rows: readonly DocumentRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch);
    const column = <K extends keyof DocumentRow>(key: K) => some.map((row) => row[key]);
    await connection.query(
      named(
        `insert into search_document (kind, subject_id, locale, topic_slug, ref, anchor, question_id, question_kind, difficulty, title, title_key, body, tsv, made_from)
         select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::smallint[], $10::text[],
           $11::text[], $12::text[], $13::tsvector[], $14::text[])
         on conflict (kind, ref, anchor, locale) do update set subject_id = excluded.subject_id, topic_slug = excluded.topic_slug,
           question_id = excluded.question_id, question_kind = excluded.question_kind, difficulty = excluded.difficulty,
           title = excluded.title, title_key = excluded.title_key, body = excluded.body, tsv = excluded.tsv, made_from = excluded.made_from`,
        [
          column("kind"), column("subjectId"), column("locale"), column("topicSlug"), column("ref"), column("anchor"), column("questionId"), column("questionKind"),
          column("difficulty"), column("title"), column("titleKey"), column("body"), column("tsv"), column("madeFrom"),
        ],
      ),
    );
  }
}
/**
 * What is indexed of a question follows from its text and from the course's glossary. An import waits for questions that are being indexed, and
 * they for it: else it would put the text of before in the place of the newer one, or they would be cut by the glossary of before.
 */
export const lockIndex = (connection: Connection, indexing: "course" | "question") =>
  connection.query(`select ${indexing === "course" ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared"}(7203465)`);

export interface SourceKey {
  kind: DocumentKind;
  ref: string;
}
/** Of what the documents of the course were made; not of notes, which are indexed as they are written. */
export async function readIndexed(connection: Connection): Promise<(SourceKey & { madeFrom: string })[]> {
  const { rows } = await connection.query<SourceKey & { madeFrom: string }>(
    named(`select kind, ref, min(made_from) as "madeFrom" from search_document where subject_id is null group by kind, ref`, []),
  );
  return rows;
}
export async function deleteDocuments(connection: Queryable, sources: readonly SourceKey[]): Promise<void> {
  await connection.query(
    named(`delete from search_document d using unnest($1::text[], $2::text[]) as gone (kind, ref) where d.kind = gone.kind and d.ref = gone.ref`, [
      sources.map(({ kind }) => kind),
      sources.map(({ ref }) => ref),
    ]),
  );
}
