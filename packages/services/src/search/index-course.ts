import type { Connection } from "@tidao/prisma";
import { courseDictionary, dictionaryOf } from "./course-dictionary";
import { type CourseSource, questionSource, readCourseSources } from "./course-source";
import { readQuestionTexts, readTermTexts } from "./course-text.repo";
import { deleteDocuments, lockIndex, readIndexed, saveDocuments } from "./document.repo";
import { documentRow } from "./document-of";
import { renewWords } from "./renew-words";

/** Part of the bank's digest and of each fingerprint: a change in how documents are cut makes all of them anew at the next start. */
export const searchVersion = 4;

/**
 * Brings what is found of the course to what the database holds now, in the caller's transaction: what changed since it was indexed is
 * indexed anew, what is gone goes, everything else stays untouched.
 * @param digest of the bank that is being imported: the glossary of that digest is the dictionary from then on
 */
export async function indexCourse(connection: Connection, digest: string, version = searchVersion): Promise<void> {
  await lockIndex(connection, "course");
  const terms = await readTermTexts(connection);
  const dictionary = dictionaryOf(digest, terms.map(({ body }) => body));
  const sources = await readCourseSources(connection, { version, dictionary }, terms);
  const key = ({ kind, ref }: Pick<CourseSource, "kind" | "ref">) => `${kind} ${ref}`;
  const indexed = await readIndexed(connection);
  const before = new Map(indexed.map((source) => [key(source), source.madeFrom]));
  const now = new Set(sources.map(key));
  const changed = sources.filter((source) => before.get(key(source)) !== source.madeFrom);
  const stale = [...indexed.filter((source) => !now.has(key(source))), ...changed.filter((source) => before.has(key(source)))];
  const documents = changed.flatMap((source) => source.documents().map((findable) => documentRow(findable, dictionary.cut, source.madeFrom)));
  if (stale.length) await deleteDocuments(connection, stale);
  await saveDocuments(
    connection,
    documents.map(({ row }) => row),
  );
  // the first document that has a word says how it is spelt
  const spellings = new Map(documents.flatMap(({ words }) => [...words]).toReversed());
  await renewWords(connection, spellings);
}

/** Brings what is found of one question to what is published of it now. */
export async function indexQuestion(connection: Connection, questionId: string): Promise<void> {
  await lockIndex(connection, "question");
  await deleteDocuments(connection, [{ kind: "question", ref: questionId }]);
  const [text] = await readQuestionTexts(connection, questionId);
  if (!text) return;
  const dictionary = await courseDictionary(connection);
  const { documents, madeFrom } = questionSource({ version: searchVersion, dictionary }, text);
  await saveDocuments(
    connection,
    documents().map((findable) => documentRow(findable, dictionary.cut, madeFrom).row),
  );
}
