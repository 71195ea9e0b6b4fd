import { readFileSync } from "node:fs";
import { evaluateFormula, gradeAnswer, type QuestionSpec, questionSpec } from "@tidao/grading";
import { expect } from "vitest";
import { parse } from "yaml";

interface Text {
  zh: string;
  en: string;
}
/** Of all kinds together: a test knows which kind it asks for. */
interface Interaction {
  answer: string;
  items: { id: string; text: Text }[];
  pairs: { id: string; left: Text; right: Text; why: Text }[];
  choices: { id: string; correct?: boolean; text: Text; why: Text }[];
  spans: { id: string; wrong?: boolean; why: Text; correction?: Text }[];
  blanks: { id: string; accept: Record<"zh" | "en", string[]>; why: Text }[];
  why: Text;
  passage: Text;
  modelAnswer: Text;
}
/** What tests read of a question's file. */
export interface QuestionUnderTest {
  stem: Text;
  solution: Text;
  interaction: Interaction;
  variant: { parameters: Record<string, { from: number[] }>; require?: string[] };
}
type Values = Record<string, number>;

/**
 * The texts of a topic, for the tests beside it that recompute what they say: a number is computed in the test and then
 * looked for in both languages.
 */
export function topicUnderTest(url: string) {
  const read = (path: string) => readFileSync(new URL(path, url), "utf8");
  const lessons = [read("lesson.zh.md"), read("lesson.en.md")] as const;
  const question = (id: string) => parse(read(`questions/${id}.yaml`)) as QuestionUnderTest;
  const eachHolds = (texts: readonly string[], numbers: readonly string[]) => {
    for (const text of texts) for (const number of numbers) expect(text).toContain(number);
  };
  /** Every draw of a parameterised question that its rules allow, with its key. */
  const draws = (id: string): [values: Values, key: number][] => {
    const { interaction, variant } = question(id);
    let all: Values[] = [{}];
    for (const [name, { from }] of Object.entries(variant.parameters))
      all = all.flatMap((values) => from.map((value) => ({ ...values, [name]: value })));
    return all
      .filter((values) => (variant.require ?? []).every((rule) => holds(rule, values)))
      .map((values) => [values, evaluateFormula(interaction.answer, values)]);
  };
  /** The question as the graders take it. @throws ZodError for a file that is none */
  const spec = (id: string): QuestionSpec => {
    const { id: _id, ...rest } = parse(read(`questions/${id}.yaml`)) as Record<string, unknown>;
    return questionSpec.parse(rest);
  };
  /** The key points that the grader finds in a text. */
  const met = (id: string, text: string): string[] => {
    const result = gradeAnswer(spec(id), { kind: "short-answer", text });
    if (!("parts" in result)) throw new Error(`${id} cannot read the answer`);
    return result.parts.flatMap((part) => (part.right ? [part.id] : []));
  };
  return {
    read,
    /** Chinese, English. */
    lessons,
    question,
    spec,
    met,
    /** The author's own answer to a short-answer question meets every key point, and the question's text none. */
    authorMeetsAll(id: string): void {
      const { stem, interaction } = spec(id);
      if (interaction.kind !== "short-answer") throw new Error(`${id} is ${interaction.kind}`);
      for (const language of ["zh", "en"] as const) {
        expect(met(id, interaction.modelAnswer[language])).toHaveLength(interaction.keyPoints.length);
        expect(met(id, stem[language])).toEqual([]);
      }
    },
    /** Each number stands in the question's file twice or more: once in each language. */
    statesInBoth(id: string, ...numbers: string[]): void {
      const text = read(`questions/${id}.yaml`);
      for (const number of numbers) expect(text.split(number).length - 1, `${id}: ${number}`).toBeGreaterThanOrEqual(2);
    },
    draws,
    everyLessonSays: (...numbers: string[]) => eachHolds(lessons, numbers),
    bothFiguresSay: (name: string, ...numbers: string[]) =>
      eachHolds(
        ["zh", "en"].map((language) => read(`figures/${name}.${language}.svg`)),
        numbers,
      ),
    /** What is said of one choice or part of a passage. */
    whyOf(id: string, part: string): Text {
      const { choices, spans, pairs, blanks }: Partial<Interaction> = question(id).interaction;
      const found = [...(choices ?? []), ...(spans ?? []), ...(pairs ?? []), ...(blanks ?? [])].find(
        (each) => each.id === part,
      );
      if (!found) throw new Error(`${id} has no part ${part}`);
      return found.why;
    },
    correctIds: (id: string) =>
      question(id).interaction.choices.flatMap((choice) => (choice.correct ? [choice.id] : [])),
    wrongSpans: (id: string) => question(id).interaction.spans.flatMap((span) => (span.wrong ? [span.id] : [])),
    /** The key of every draw is what another way of computing gives. */
    everyKey(id: string, other: (values: Values) => number, digits = 6): void {
      const all = draws(id);
      expect(all.length).toBeGreaterThan(10);
      for (const [values, key] of all)
        expect(key / other(values), `${id} ${JSON.stringify(values)}`).toBeCloseTo(1, digits);
    },
  };
}
/** As lessons write a share: "56.3%". */
export const percent = (share: number, digits = 1) => `${(100 * share).toFixed(digits)}%`;
/** As lessons write a large number: "131,072". */
export const grouped = (value: number) => value.toLocaleString("en-GB");
export const bothSay = ({ zh, en }: Text, ...words: string[]): void => {
  for (const word of words) for (const text of [zh, en]) expect(text).toContain(word);
};

/** `left >= right` or `left > right`. */
function holds(rule: string, values: Values): boolean {
  const [left = "", right = ""] = rule.split(/>=?/);
  const [a, b] = [evaluateFormula(left, values), evaluateFormula(right, values)];
  return rule.includes(">=") ? a >= b : a > b;
}
