import type { Connection } from "@tidao/prisma";
import { isStopWord } from "./words-of";
import { countCourseWords, deleteWords, readNamesWithoutGaps, readWords, saveWords } from "./word.repo";

/**
 * Brings the words that a mistyped one may have meant to what the course's documents hold now; a word whose count is right stays untouched.
 * @param spellings of words, as documents that were just indexed have them; a word that is known keeps its own
 */
export async function renewWords(connection: Connection, spellings: ReadonlyMap<string, string>): Promise<void> {
  const counts = await countCourseWords(connection);
  const spelt = new Map(spellings);
  for (const { word, shown, documents } of await readNamesWithoutGaps(connection)) {
    if (!counts.has(word)) spelt.set(word, shown);
    counts.set(word, (counts.get(word) ?? 0) + documents);
  }
  const known = new Map((await readWords(connection)).map((row) => [row.word, row.documents]));
  const words = [...counts].filter(([word]) => canBeMeant.test(word) && !isStopWord(word));
  const changed = words.filter(([word, documents]) => known.get(word) !== documents);
  const present = new Set(words.map(([word]) => word));
  const gone = [...known.keys()].filter((word) => !present.has(word));
  if (gone.length) await deleteWords(connection, gone);
  if (changed.length) {
    await saveWords(
      connection,
      changed.map(([word, documents]) => ({ word, shown: spelt.get(word) ?? word, documents })),
    );
  }
}
/** Of three letters and more, or of two characters. */
const canBeMeant = /^(?:\p{Script=Han}{2,}|(?=.*\p{L})[\p{L}\p{N}]{3,})$/u;
