import type { SearchQuery } from "./parse-query";
import { nearestWord } from "./near-word";
import { replaceWords } from "./replace-words";
import { findNearWords, findUnknownWords } from "./search.repo";
import type { Word } from "./words-of";

/** The query with the words that no document holds replaced by those that were probably meant; null when there is nothing to mend. */
export async function correctQuery(query: SearchQuery, words: readonly Word[]): Promise<SearchQuery | null> {
  const latin = new Set(words.filter(({ chinese, word }) => !chinese && word.length >= 3).map(({ word }) => word));
  const chinese = new Set(words.filter((word) => word.chinese && word.length >= 2).map(({ word }) => word));
  const typed = chineseRuns(words);
  const [near, unknown] = await Promise.all([
    findNearWords([...latin], [...new Set([...typed.map(({ text }) => text), ...chinese])]),
    findUnknownWords([...chinese]),
  ]);
  // words of the course that nobody put together yet are no slip
  const runs = typed.filter(({ parts }) => parts.some((part) => part.length === 1 || unknown.has(part))).map(({ text }) => text);
  const meant = new Map<string, string>();
  // a run as a whole before the words that the dictionary cut it into, where a wrong character stands alone
  for (const asked of [...runs, ...chinese, ...latin]) {
    if (!latin.has(asked) && [...meant.keys()].some((run) => run.includes(asked))) continue;
    const best = nearestWord(
      asked,
      near.filter((each) => each.asked === asked),
    );
    if (best) meant.set(asked, best.shown);
  }
  if (meant.size === 0) return null;
  const texts = query.texts.map((text) => (text.not ? text : { ...text, text: replaceWords(text.text, meant) }));
  return { ...query, texts };
}
/** Longer runs are no term. */
const longestRun = 6;
/** Chinese words that were typed without a gap, put together again. */
function chineseRuns(words: readonly Word[]): { text: string; parts: string[] }[] {
  const runs: { text: string; parts: string[]; end: number }[] = [];
  for (const { word, at, length, chinese } of words) {
    if (!chinese) continue;
    const run = runs.at(-1);
    if (run?.end === at) Object.assign(run, { text: run.text + word, parts: [...run.parts, word], end: at + length });
    else runs.push({ text: word, parts: [word], end: at + length });
  }
  return runs.filter(({ text, parts }) => parts.length > 1 && text.length <= longestRun);
}
