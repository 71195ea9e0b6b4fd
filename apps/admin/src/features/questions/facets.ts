import { formatNumber } from "@tidao/i18n/format";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { difficulties, type QuestionFilter, questionKinds, questionsHref, questionStatuses } from "./question-filter";

export interface FacetValue {
  value: string;
  label: string;
  count: string;
  /** Between both, for the ear: "1" and "69" side by side are heard as 169. */
  between: string;
  chosen: boolean;
  /** The list with this value chosen, or, when it is, without it. */
  href: string;
}
export interface Facet {
  name: "status" | "kind" | "topic" | "difficulty";
  label: string;
  chosen: string;
  values: FacetValue[];
}

/** The four facets in words, with what each value would leave; a value that would leave nothing is not offered. */
export function facetsOf(
  filter: QuestionFilter,
  counts: ApiData["questions"]["listQuestions"]["facets"],
  topics: ApiData["questions"]["listQuestionTopics"],
): Facet[] {
  const { locale, words, say, to } = pageWords();
  const { facets: labels } = words.admin.questions;
  const between = say(words.app.about, { word: "", what: "" });
  const facet = <V extends string | number>(
    name: Facet["name"],
    values: readonly V[],
    found: Record<string, number>,
    wordFor: (value: V) => string,
  ): Facet => ({
    name,
    label: labels[name],
    chosen: String(filter[name] ?? ""),
    values: values.flatMap((value) => {
      const chosen = filter[name] === value;
      const count = found[String(value)] ?? 0;
      if (count === 0 && !chosen) return [];
      const href = to(questionsHref({ ...filter, page: 1, [name]: chosen ? undefined : value }));
      return { value: String(value), label: wordFor(value), count: formatNumber(locale, count), between, chosen, href };
    }),
  });
  const titles = new Map(topics.map(({ slug, title }) => [slug, title[locale]]));
  return [
    facet("status", questionStatuses, counts.statuses, (status) => words.admin.status[status]),
    facet("kind", questionKinds, counts.kinds, (kind) => words.questionKinds[kind]),
    facet("difficulty", difficulties, counts.difficulties, String),
    facet(
      "topic",
      topics.map(({ slug }) => slug),
      counts.topics,
      (slug) => titles.get(slug) ?? slug,
    ),
  ];
}
