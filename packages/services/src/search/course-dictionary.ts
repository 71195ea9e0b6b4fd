import { listTermRows, readDigest } from "../glossary/glossary.repo";
import { type CutChinese, cutChineseWith } from "./chinese-words";

/** Cuts Chinese with the glossary that is in the database: the same for what is indexed and for what is asked. */
export async function courseDictionary(): Promise<CutChinese> {
  const digest = await readDigest();
  const terms = await listTermRows(digest);
  return cutChineseWith(
    digest,
    terms.flatMap(({ term, also }) => [term.zh, ...(also.zh ?? [])]),
  );
}
