import type { Locale } from "@tidao/kernel";
import type { CourseTopic } from "../course";
import { citedIds } from "../render/citations";
import { splitFrontMatter } from "../schema/lesson.schema";
import { misconceptionsOf } from "./check-question-in-course";

/** What a topic has at least (a lesson: at least and at most). */
export const finished = {
  words: [1200, 2500],
  characters: [2000, 4500],
  questions: 19,
  kinds: {
    "single-choice": 4,
    "multiple-choice": 2,
    numeric: 4,
    ordering: 1,
    matching: 1,
    cloze: 1,
    "find-error": 1,
    "short-answer": 2,
  },
  parameterised: 3,
  perObjective: 2,
  perMisconception: 2,
  figures: 1,
} as const;

/** Markup, code and mathematics are not read as words. */
function prose(source: string): string {
  return splitFrontMatter(source)
    .body.replace(/```[^]*?```|\$\$[^]*?\$\$|\$[^$\n]*\$|`[^`\n]*`/g, " ")
    .replace(/\[@[^\]]*\]|\{#[^}]*\}|\]\([^)]*\)/g, " ");
}
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Questions, words and characters of one topic, counted. Words are runs of Latin letters and digits; characters are Han. */
export function measureTopic({ slug, lessons, figures, questions, objectives, misconceptions }: CourseTopic) {
  const text = (locale: Locale) => prose(lessons[locale]?.source ?? "");
  const named = questions.map(
    ({ spec }) => new Set(misconceptionsOf(spec.interaction).map(({ misconception }) => misconception)),
  );
  const kinds = Object.keys(finished.kinds) as (keyof typeof finished.kinds)[];
  const cited = [
    ...Object.values(lessons).flatMap(({ source }) => citedIds(source)),
    ...questions.flatMap(({ spec }) => spec.sources),
  ];
  return {
    slug,
    words: count(text("en"), /[\p{Script=Latin}\d]+(?:['’.-][\p{Script=Latin}\d]+)*/gu),
    characters: count(text("zh"), /\p{Script=Han}/gu),
    questions: questions.length,
    kinds: kinds.map((kind) => ({
      kind,
      count: questions.filter(({ spec }) => spec.interaction.kind === kind).length,
    })),
    parameterised: questions.filter(({ spec }) => spec.variant).length,
    difficulties: [1, 2, 3, 4, 5].map((level) => questions.filter(({ spec }) => spec.difficulty === level).length),
    objectives: objectives.map(({ id }) => ({
      id,
      count: questions.filter(({ spec }) => spec.objective === id).length,
    })),
    misconceptions: misconceptions.map(({ id }) => ({ id, count: named.filter((ids) => ids.has(id)).length })),
    figures: Object.keys(figures).filter((file) => file.endsWith(".en.svg")).length,
    sources: new Set(cited).size,
  };
}
export type TopicMeasures = ReturnType<typeof measureTopic>;

export interface Lack {
  /** "numeric 3 of 4" */
  what: string;
  /** The objective or misconception that it is about. */
  id?: string;
}
/** What still lies below the finished course; empty for a finished topic. */
export function belowFinished(topic: TopicMeasures): Lack[] {
  const range = (what: "words" | "characters"): Lack[] => {
    const [least, most] = finished[what];
    const has = topic[what];
    return has < least || has > most ? [{ what: `${what} ${has}, not ${least} to ${most}` }] : [];
  };
  const least = (what: string, has: number, wanted: number, about: Omit<Lack, "what"> = {}): Lack[] =>
    has < wanted ? [{ what: `${what} ${has} of ${wanted}`, ...about }] : [];
  return [
    ...range("words"),
    ...range("characters"),
    ...least("questions", topic.questions, finished.questions),
    ...topic.kinds.flatMap(({ kind, count: has }) => least(kind, has, finished.kinds[kind])),
    ...least("parameterised", topic.parameterised, finished.parameterised),
    ...topic.difficulties.flatMap((has, at) => least(`difficulty ${at + 1}`, has, 1)),
    ...topic.objectives.flatMap(({ id, count: has }) => least(id, has, finished.perObjective, { id })),
    ...topic.misconceptions.flatMap(({ id, count: has }) => least(id, has, finished.perMisconception, { id })),
    ...least("figures", topic.figures, finished.figures),
  ];
}
