import { type Connection, named } from "@tidao/prisma";

export interface WordRow {
  word: string;
  shown: string;
  documents: number;
}
/** In how many documents of the course each word stands: lexemes that are words have no sign before them. */
export async function countCourseWords(connection: Connection): Promise<Map<string, number>> {
  const { rows } = await connection.query<{ word: string; documents: number }>(
    named(`select word, ndoc as documents from ts_stat('select tsv from search_document where subject_id is null') where left(word, 1) <> all ('{~,^,!,@}')`, []),
  );
  return new Map(rows.map(({ word, documents }) => [word, documents]));
}
/** The names of terms as somebody writes them who leaves their gaps out: "kvcache". */
export async function readNamesWithoutGaps(connection: Connection): Promise<WordRow[]> {
  const { rows } = await connection.query<WordRow>(
    named(
      `select title_key as word, min(title) as shown, count(*)::int as documents from search_document
       where kind = 'term' and subject_id is null and position(' ' in title) > 0 and title_key ~ '^[[:alnum:]]+$' group by title_key`,
      [],
    ),
  );
  return rows;
}
export async function readWords(connection: Connection): Promise<WordRow[]> {
  const { rows } = await connection.query<WordRow>(named(`select word, shown, documents from search_word`, []));
  return rows;
}
export async function saveWords(connection: Connection, words: readonly WordRow[]): Promise<void> {
  await connection.query(
    named(
      `insert into search_word (word, shown, documents) select * from unnest($1::text[], $2::text[], $3::int[])
       on conflict (word) do update set shown = excluded.shown, documents = excluded.documents`,
      [words.map(({ word }) => word), words.map(({ shown }) => shown), words.map(({ documents }) => documents)],
    ),
  );
}
export async function deleteWords(connection: Connection, words: readonly string[]): Promise<void> {
  await connection.query(named(`delete from search_word where word = any($1)`, [words]));
}
