import type { Bilingual, Locale } from "@tidao/kernel";
import { pool, type Queryable } from "@tidao/prisma";
import { listTermRows, readDigest } from "../glossary/glossary.repo";
import { type ChineseDictionary, dictionaryWith } from "./chinese-words";

/** The dictionary of a bank with this digest and these terms. */
export const dictionaryOf = (digest: string, terms: readonly { term: Bilingual; also?: Partial<Record<Locale, string[]>> }[]): ChineseDictionary =>
  dictionaryWith(digest, terms.flatMap(({ term, also }) => [term.zh, ...(also?.zh ?? [])]));

/**
 * The dictionary of the glossary that is in the database.
 * @param connection the caller's transaction, where there is one: who holds a connection must not wait for another
 */
export async function courseDictionary(connection: Queryable = pool): Promise<ChineseDictionary> {
  const digest = await readDigest(connection);
  return dictionaryOf(digest, await listTermRows(digest, connection));
}
