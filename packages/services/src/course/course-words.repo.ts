import type { Bilingual, Locale } from "@tidao/kernel";
import { named, pool } from "@tidao/prisma";
import { LRUCache } from "lru-cache";
import { renderInline } from "@tidao/content/render";

export interface TopicBody {
  title: Bilingual;
  summary: Bilingual;
  objectives: { id: string; text: Bilingual }[];
  misconceptions: { id: string; belief: Bilingual; truth: Bilingual }[];
}
export interface SourceBody {
  authors: string;
  year: number;
  title: string;
  venue?: string;
  arxiv?: string;
  url?: string;
}

// What a topic or a source says changes only with an import; half a minute of age harms nobody.
const brief = { max: 500, ttl: 30_000 };
const topics = new LRUCache<string, TopicBody>(brief);
const sources = new LRUCache<string, SourceBody>(brief);
const html = new LRUCache<string, string>({ max: 2000 });

async function topicBody(slug: string): Promise<TopicBody | undefined> {
  const known = topics.get(slug);
  if (known) return known;
  const { rows } = await pool.query<{ body: TopicBody }>(named(`select body from topic where slug = $1`, [slug]));
  if (rows[0]) topics.set(slug, rows[0].body);
  return rows[0]?.body;
}
async function inline(markdown: string, locale: Locale): Promise<string> {
  const key = `${locale}|${markdown}`;
  const known = html.get(key);
  if (known !== undefined) return known;
  const rendered = await renderInline(markdown, locale);
  html.set(key, rendered);
  return rendered;
}

export async function describeMisconceptions(topicSlug: string, ids: readonly string[], locale: Locale) {
  if (!ids.length) return [];
  const body = await topicBody(topicSlug);
  const known = ids.flatMap((id) => body?.misconceptions.find((m) => m.id === id) ?? []);
  return Promise.all(
    known.map(async (m) => ({ id: m.id, beliefHtml: await inline(m.belief[locale], locale), truthHtml: await inline(m.truth[locale], locale) })),
  );
}

export async function describeSources(ids: readonly string[]) {
  const missing = ids.filter((id) => !sources.has(id));
  if (missing.length) {
    const { rows } = await pool.query<{ id: string; body: SourceBody }>(named(`select id, body from source where id = any($1)`, [missing]));
    for (const row of rows) sources.set(row.id, row.body);
  }
  return ids.flatMap((id) => {
    const source = sources.get(id);
    return source ? [{ id, label: `${source.authors} (${source.year}). ${source.title}`, url: sourceUrl(source) }] : [];
  });
}
export const sourceUrl = (source: SourceBody) => source.url ?? (source.arxiv ? `https://arxiv.org/abs/${source.arxiv}` : undefined);
