import { pool, type Queryable } from "@tidao/prisma";
import { listTermRows, readDigest } from "../glossary/glossary.repo";
import { type CutChinese, cutChineseWith, dictionaryWords } from "./chinese-words";

async function readNames(connection: Queryable): Promise<{ digest: string; names: string[] }> {
  const digest = await readDigest(connection);
  const terms = await listTermRows(digest, connection);
  return { digest, names: terms.flatMap(({ term, also }) => [term.zh, ...(also.zh ?? [])]) };
}
/**
 * Cuts Chinese with the glossary that is in the database: the same for what is indexed and for what is asked.
 * @param connection the caller's transaction, where there is one: who holds a connection must not wait for another
 */
export async function courseDictionary(connection: Queryable = pool): Promise<CutChinese> {
  const { digest, names } = await readNames(connection);
  return cutChineseWith(digest, names);
}
/** The words that this dictionary has from the glossary. */
export const courseWords = async (connection: Queryable): Promise<string[]> => dictionaryWords((await readNames(connection)).names);
