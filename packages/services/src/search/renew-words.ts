import type { Connection } from "@tidao/prisma";
import { isStopWord } from "./words-of";
import { countCourseWords, deleteWords, readNamesWithoutGaps, readWords, saveWords } from "./word.repo";

/**
 * Brings the words that a mistyped one may have meant to what the course's documents hold now; a word of which all is right stays untouched.
 * @param spellings of words, as documents that were just indexed have them; a word that is known keeps its own
 */
export async function renewWords(connection: Connection, spellings: ReadonlyMap<string, string>): Promise<void> {
  const counts = await countCourseWords(connection);
  const names = await readNamesWithoutGaps(connection);
  const known = new Map((await readWords(connection)).map((row) => [row.word, row]));
  // who types a name without its gaps means the name, unless a text writes it so too
  const shownFor = new Map(names.flatMap(({ word, shown }) => (counts.has(word) ? [] : [[word, shown]])));
  const shownOf = (word: string) => {
    const before = known.get(word)?.shown;
    return shownFor.get(word) ?? (before === undefined || before.includes(" ") ? (spellings.get(word) ?? word) : before);
  };
  for (const { word, documents } of names) counts.set(word, (counts.get(word) ?? 0) + documents);
  const words = [...counts].filter(([word]) => canBeMeant.test(word) && !isStopWord(word));
  const rows = words.map(([word, documents]) => ({ word, shown: shownOf(word), documents }));
  const changed = rows.filter(({ word, shown, documents }) => known.get(word)?.documents !== documents || known.get(word)?.shown !== shown);
  const present = new Set(words.map(([word]) => word));
  const gone = [...known.keys()].filter((word) => !present.has(word));
  if (gone.length) await deleteWords(connection, gone);
  if (changed.length) await saveWords(connection, changed);
}
/** Of three letters and more, or of two characters. */
const canBeMeant = /^(?:\p{Script=Han}{2,}|(?=.*\p{L})[\p{L}\p{N}]{3,})$/u;
