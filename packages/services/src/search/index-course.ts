import type { Connection } from "@tidao/prisma";
import { cutChineseWith } from "./chinese-words";
import { courseDictionary } from "./course-dictionary";
import { readPathTexts, readQuestionTexts, readTermTexts, readTopicTexts } from "./course-text.repo";
import { deleteCourseDocuments, deleteDocuments, replaceWords, saveDocuments, type WordRow } from "./document.repo";
import { documentRow, pathDocuments, questionDocuments, termDocuments, topicDocuments } from "./document-of";
import { isStopWord } from "./words-of";

/** Part of the bank's digest: a change in how documents are cut makes all of them anew at the next start. */
export const searchVersion = 2;

/**
 * Makes everything of the course findable, from what the database holds now, in the caller's transaction.
 * @param digest of the bank that is being imported: the glossary of that digest is the dictionary from then on
 */
export async function indexCourse(connection: Connection, digest: string): Promise<void> {
  const terms = await readTermTexts(connection);
  const cut = cutChineseWith(
    digest,
    terms.flatMap(({ body: { term, also } }) => [term.zh, ...(also?.zh ?? [])]),
  );
  const findables = [
    ...(await readTopicTexts(connection)).flatMap(topicDocuments),
    ...(await readQuestionTexts(connection, null)).flatMap(questionDocuments),
    ...terms.flatMap(termDocuments),
    ...(await readPathTexts(connection)).flatMap(pathDocuments),
  ];
  const documents = findables.map((findable) => documentRow(findable, cut));
  await deleteCourseDocuments(connection);
  await saveDocuments(
    connection,
    documents.map(({ row }) => row),
  );
  await replaceWords(connection, countWords(documents.map(({ words }) => words)));
}

/** Brings what is found of one question to what is published of it now. */
export async function indexQuestion(connection: Connection, questionId: string): Promise<void> {
  await deleteDocuments(connection, "question", questionId);
  const [text] = await readQuestionTexts(connection, questionId);
  if (!text) return;
  const cut = await courseDictionary(connection);
  await saveDocuments(
    connection,
    questionDocuments(text).map((findable) => documentRow(findable, cut).row),
  );
}

/** Words that a mistyped one may have meant: of three letters and more, or of two characters. */
export function countWords(documents: readonly Map<string, string>[]): WordRow[] {
  const counts = new Map<string, WordRow>();
  for (const words of documents)
    for (const [word, shown] of words) {
      const known = counts.get(word);
      if (known) known.documents++;
      else if (canBeMeant.test(word) && !isStopWord(word)) counts.set(word, { word, shown, documents: 1 });
    }
  return [...counts.values()];
}
const canBeMeant = /^(?:\p{Script=Han}{2,}|(?=.*\p{L})[\p{L}\p{N}]{3,})$/u;
