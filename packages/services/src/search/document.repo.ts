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
}
const batch = 200;

/** Puts documents in the place of those with the same kind, ref, anchor and language. */
export async function saveDocuments(connection: Queryable, rows: readonly DocumentRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += batch)
    await connection.query(
      named(
        `insert into search_document (kind, subject_id, locale, topic_slug, ref, anchor, question_id, question_kind, difficulty, title, title_key, body, tsv)
         select kind, "subjectId", locale, "topicSlug", ref, anchor, "questionId", "questionKind", difficulty, title, "titleKey", body, tsv::tsvector
         from jsonb_to_recordset($1) as r(kind text, "subjectId" uuid, locale text, "topicSlug" text, ref text, anchor text, "questionId" text,
           "questionKind" text, difficulty smallint, title text, "titleKey" text, body text, tsv text)
         on conflict (kind, ref, anchor, locale) do update set subject_id = excluded.subject_id, topic_slug = excluded.topic_slug,
           question_id = excluded.question_id, question_kind = excluded.question_kind, difficulty = excluded.difficulty,
           title = excluded.title, title_key = excluded.title_key, body = excluded.body, tsv = excluded.tsv`,
        [JSON.stringify(rows.slice(at, at + batch))],
      ),
    );
}
/** Everything but notes: it is all made anew. */
export async function deleteCourseDocuments(connection: Connection): Promise<void> {
  await connection.query(`delete from search_document where subject_id is null`);
}
export async function deleteDocuments(connection: Queryable, kind: DocumentKind, ref: string): Promise<void> {
  await connection.query(named(`delete from search_document where kind = $1 and ref = $2`, [kind, ref]));
}

export interface WordRow {
  word: string;
  shown: string;
  documents: number;
}
export async function replaceWords(connection: Connection, words: readonly WordRow[]): Promise<void> {
  await connection.query(`delete from search_word`);
  await connection.query(
    named(`insert into search_word (word, shown, documents) select word, shown, documents from jsonb_to_recordset($1) as r(word text, shown text, documents int)`, [
      JSON.stringify(words),
    ]),
  );
}
