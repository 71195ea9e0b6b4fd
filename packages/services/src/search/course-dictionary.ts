import { pool, type Queryable } from "@tidao/prisma";
import { listTermRows, readDigest } from "../glossary/glossary.repo";
import { type CutChinese, cutChineseWith } from "./chinese-words";

/**
 * Cuts Chinese with the glossary that is in the database: the same for what is indexed and for what is asked.
 * @param connection the caller's transaction, where there is one: who holds a connection must not wait for another
 */
export async function courseDictionary(connection: Queryable = pool): Promise<CutChinese> {
  const digest = await readDigest(connection);
  const terms = await listTermRows(digest, connection);
  return cutChineseWith(
    digest,
    terms.flatMap(({ term, also }) => [term.zh, ...(also.zh ?? [])]),
  );
}
