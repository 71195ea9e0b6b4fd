import { linkedWords, plainSections, plainText, textOfRuns } from "@tidao/content/render";
import { type Locale, locales, otherLocale } from "@tidao/kernel";
import type { PathBody } from "../course/topic.repo";
import type { CutChinese } from "./chinese-words";
import type { QuestionText, TermText, TopicText } from "./course-text.repo";
import type { DocumentKind, DocumentRow } from "./document.repo";
import { titleKeyOf } from "./fold-text";
import { facetLexeme, tsvectorOf } from "./lexemes";

/** What can be found, before it is cut into words. */
export interface Findable {
  kind: DocumentKind;
  subjectId?: string;
  locale: Locale;
  topicSlug: string | null;
  ref: string;
  anchor?: string;
  questionId?: string | null;
  questionKind?: string;
  difficulty?: number;
  title: string;
  body: string;
}

/** A lesson by its sections, so that a hit jumps to the place; the topic itself carries what it is about. */
export function topicDocuments({ slug, body, lesson }: TopicText): Findable[] {
  return locales.flatMap((locale) => {
    const sections = lesson ? plainSections(lesson[locale]) : [];
    const before = sections.find(({ anchor }) => anchor === "");
    const about = [plainText(body.summary[locale]), ...body.objectives.map(({ text }) => plainText(text[locale])), before?.text ?? ""];
    const common = { kind: "lesson" as const, locale, topicSlug: slug, ref: slug };
    return [
      { ...common, title: body.title[locale], body: about.filter(Boolean).join(" ") },
      ...sections.filter(({ anchor }) => anchor !== "").map(({ anchor, title, text }) => ({ ...common, anchor, title, body: text })),
    ];
  });
}
/** The stem and nothing else of a question: what is found must not tell the key. */
export const questionDocuments = ({ id, topicSlug, kind, difficulty, stem }: QuestionText): Findable[] =>
  locales.map((locale) => ({ kind: "question" as const, locale, topicSlug, ref: id, questionKind: kind, difficulty, title: "", body: plainText(stem[locale]) }));

export const termDocuments = ({ id, body: { term, also, definition, topic } }: TermText): Findable[] =>
  locales.map((locale) => {
    const other = otherLocale(locale);
    const names = [...new Set([...(also?.[locale] ?? []), term[other], ...(also?.[other] ?? [])])].filter((name) => name !== term[locale]);
    const body = names.length ? locale === "zh" ? `${definition.zh}（${names.join("、")}）` : `${definition.en} (${names.join(", ")})` : definition[locale];
    return { kind: "term" as const, locale, topicSlug: topic, ref: id, title: term[locale], body };
  });
export const pathDocuments = ({ slug, body }: { slug: string; body: PathBody }): Findable[] =>
  locales.map((locale) => ({
    kind: "path" as const,
    locale,
    topicSlug: null,
    ref: slug,
    title: body.title[locale],
    body: [body.summary, body.audience, ...body.steps.map(({ reason }) => reason)].map((text) => textOfRuns(linkedWords(text[locale]))).join(" "),
  }));

// neither a zero byte nor half a character can be stored
const storable = (text: string) => text.toWellFormed().replace(/\p{Cc}+/gu, " ");

/**
 * Cut into words.
 * @param madeFrom the fingerprint of its source, where it is the course's
 * @returns the row, and the words in it with their spelling
 */
export function documentRow(findable: Findable, cut: CutChinese, madeFrom = ""): { row: DocumentRow; words: Map<string, string> } {
  const { kind, subjectId, topicSlug, questionKind, difficulty } = findable;
  const [title, body] = [storable(findable.title), storable(findable.body)];
  const facets = [
    facetLexeme.kind(kind),
    subjectId ? facetLexeme.owner(subjectId) : facetLexeme.everybody,
    ...(topicSlug ? [facetLexeme.topic(topicSlug)] : []),
    ...(questionKind ? [facetLexeme.questionKind(questionKind)] : []),
    ...(difficulty ? [facetLexeme.difficulty(difficulty)] : []),
  ];
  // a stem is short and says everything at once: it weighs as a title does
  const { tsvector, words } = tsvectorOf(kind === "question" ? { title: body, body: "", facets } : { title, body, facets }, cut);
  const row: DocumentRow = {
    kind,
    subjectId: subjectId ?? null,
    locale: findable.locale,
    topicSlug,
    ref: findable.ref,
    anchor: findable.anchor ?? "",
    questionId: findable.questionId ?? null,
    questionKind: questionKind ?? null,
    difficulty: difficulty ?? null,
    title,
    titleKey: titleKeyOf(title),
    body,
    tsv: tsvector,
    madeFrom,
  };
  return { row, words };
}
