import { contentHash } from "@tidao/content";
import { rendererVersion } from "@tidao/content/render";
import type { Connection } from "@tidao/prisma";
import type { ChineseDictionary } from "./chinese-words";
import { type QuestionText, readPathTexts, readQuestionTexts, readTopicTexts, type TermText } from "./course-text.repo";
import type { DocumentKind } from "./document.repo";
import { type Findable, pathDocuments, questionDocuments, termDocuments, topicDocuments } from "./document-of";

/** One thing of the course that makes documents: it is indexed anew when its fingerprint is another. */
export interface CourseSource {
  kind: DocumentKind;
  ref: string;
  madeFrom: string;
  documents: () => Findable[];
}
/** How the documents of a source follow from its text, whatever the text. */
export interface Indexer {
  version: number;
  dictionary: ChineseDictionary;
}

/**
 * Of all that the documents of a text depend on: the indexer, what texts are plain by, the text, and its part of the dictionary. A new term
 * changes how documents that hold it are cut, and no others.
 */
function fingerprint({ version, dictionary }: Indexer, text: object): string {
  // marks between two characters are not there in the plain text: without them no word is missed
  const chinese = JSON.stringify(text).replace(/\P{Script=Han}+/gu, "");
  return contentHash({ version, rendererVersion, text, dictionary: dictionary.partFor(chinese) });
}

export const questionSource = (indexer: Indexer, text: QuestionText): CourseSource => ({
  kind: "question",
  ref: text.id,
  madeFrom: fingerprint(indexer, text),
  documents: () => questionDocuments(text),
});

/** Everything of the course, from what the database holds now. */
export async function readCourseSources(connection: Connection, indexer: Indexer, terms: readonly TermText[]): Promise<CourseSource[]> {
  const source = <T extends object>(kind: DocumentKind, ref: (text: T) => string, documents: (text: T) => Findable[]) => (text: T): CourseSource => ({
    kind,
    ref: ref(text),
    madeFrom: fingerprint(indexer, text),
    documents: () => documents(text),
  });
  return [
    ...(await readTopicTexts(connection)).map(source("lesson", ({ slug }) => slug, topicDocuments)),
    ...(await readQuestionTexts(connection, null)).map((text) => questionSource(indexer, text)),
    ...terms.map(source("term", ({ id }) => id, termDocuments)),
    ...(await readPathTexts(connection)).map(source("path", ({ slug }) => slug, pathDocuments)),
  ];
}
