import type { UserActor } from "@tidao/access";
import { type Locale, otherLocale } from "@tidao/kernel";
import { z } from "zod";
import { listTermRows, readDigest, type TermRow } from "./glossary.repo";

export const termsPerPage = 40;
export const termsInput = z.strictObject({
  text: z.string().max(100).optional(),
  topic: z.string().max(60).optional(),
  /** The page that holds this term, in place of `page`. */
  term: z.string().max(80).optional(),
  page: z.number().int().min(1).max(1000).default(1),
});
const topicName = z.strictObject({ slug: z.string(), title: z.string() });
export const termsDto = z.strictObject({
  terms: z.array(
    z.strictObject({
      id: z.string(),
      term: z.string(),
      /** In the other language, and whatever else it is called. */
      other: z.string(),
      also: z.array(z.string()),
      definition: z.string(),
      topic: topicName,
    }),
  ),
  total: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
  /** How many stand before this page. */
  first: z.number().int(),
  /** Those that have terms, in order of their titles. */
  topics: z.array(topicName),
});

const folded = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
const namesOf = ({ term, also }: TermRow) => [term.zh, term.en, ...(also.zh ?? []), ...(also.en ?? [])];

/** The glossary in the order of the reader's language, searched in both languages. A page beyond the end is the last one. */
export async function listTerms(
  _actor: UserActor,
  { text = "", topic, term, page }: z.infer<typeof termsInput>,
  { locale }: { locale: Locale },
): Promise<z.infer<typeof termsDto>> {
  const rows = await listTermRows(await readDigest());
  const order = new Intl.Collator(locale === "zh" ? "zh-CN" : "en", { sensitivity: "base", numeric: true });
  const wanted = folded(text);
  const named = (row: TermRow) => ({ slug: row.topicSlug, title: row.topicTitle[locale] });
  const fits = (row: TermRow) =>
    (!topic || row.topicSlug === topic) &&
    (wanted === "" || [...namesOf(row), row.definition[locale]].some((name) => folded(name).includes(wanted)));
  const found = rows.filter(fits).toSorted((a, b) => order.compare(a.term[locale], b.term[locale]));
  const pages = Math.max(1, Math.ceil(found.length / termsPerPage));
  const at = term ? found.findIndex(({ id }) => id === term) : -1;
  const shown = at >= 0 ? Math.floor(at / termsPerPage) + 1 : Math.min(page, pages);
  const other = otherLocale(locale);
  return {
    terms: found.slice((shown - 1) * termsPerPage, shown * termsPerPage).map((row) => ({
      id: row.id,
      term: row.term[locale],
      other: row.term[other],
      also: [...new Set([...(row.also[locale] ?? []), ...(row.also[other] ?? [])])].filter((form) => form !== row.term[other]),
      definition: row.definition[locale],
      topic: named(row),
    })),
    total: found.length,
    page: shown,
    pages,
    first: (shown - 1) * termsPerPage,
    topics: [...new Map(rows.map((row) => [row.topicSlug, named(row)])).values()].toSorted((a, b) => order.compare(a.title, b.title)),
  };
}
