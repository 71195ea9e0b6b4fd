import type { Bilingual, Locale } from "@tidao/kernel";
import { named, pool, type Queryable } from "@tidao/prisma";
import { LRUCache } from "lru-cache";

export interface TermRow {
  id: string;
  term: Bilingual;
  also: Partial<Record<Locale, string[]>>;
  definition: Bilingual;
  topicSlug: string;
  topicTitle: Bilingual;
}

/** All terms, by the bank's digest: read once for each import. A few hundred short rows. */
const known = new LRUCache<string, TermRow[]>({ max: 2 });
export async function listTermRows(digest: string, connection: Queryable = pool): Promise<TermRow[]> {
  const found = known.get(digest);
  if (found) return found;
  const { rows } = await connection.query<TermRow>(
    named(
      `select g.id, g.body->'term' as term, coalesce(g.body->'also', '{}') as also, g.body->'definition' as definition,
         t.slug as "topicSlug", t.body->'title' as "topicTitle"
       from glossary_term g join topic t on t.slug = g.body->>'topic'
       where g.archived_at is null order by g.id`,
      [],
    ),
  );
  known.set(digest, rows);
  return rows;
}

export async function readDigest(connection: Queryable = pool): Promise<string> {
  const { rows } = await connection.query<{ digest: string }>(named(`select digest from bank_state where id = 1`, []));
  return rows[0]?.digest ?? "";
}
