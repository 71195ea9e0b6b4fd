import {
  askedDigits,
  distractorAnswers,
  gradeAnswer,
  instantiate,
  isUnreadable,
  keyAnswer,
  shownKey,
  whyKey,
} from "@tidao/grading";
import { locales } from "@tidao/kernel";
import { beforeAll, describe, expect, test } from "vitest";
import type { CourseQuestion } from "../course";
import { readCourse } from "../read/read-course";
import { renderQuestion } from "./index";

let questions: CourseQuestion[];
let all: CourseQuestion[];
beforeAll(async () => {
  all = (await readCourse()).topics.flatMap((topic) => topic.questions);
  // one of each kind, plain and parameterised
  const key = ({ spec }: CourseQuestion) => `${spec.interaction.kind}${spec.variant ? "*" : ""}`;
  questions = all.filter((question, at) => all.findIndex((other) => key(other) === key(question)) === at);
});

describe("real questions of every kind, in both languages", () => {
  test("show nothing of what only an answer reveals", async () => {
    expect(questions.length).toBeGreaterThanOrEqual(9);
    for (const { spec } of questions)
      for (const locale of locales) {
        const { shown, revealed } = await renderQuestion(instantiate(spec, 3), locale);
        const visible = JSON.stringify(shown);
        for (const secret of [
          revealed.solution,
          revealed.modelAnswer,
          ...revealed.hints,
          ...Object.values(revealed.why),
        ])
          if (secret !== undefined) expect(visible).not.toContain(JSON.stringify(secret).slice(1, -1));
        expect(visible).not.toMatch(/"(?:correct|wrong|why|accept|misconception|answer)"/);
      }
  });
  test("leave no formula in error, no mark and no placeholder", async () => {
    for (const { spec } of questions)
      for (const locale of locales) {
        const html = JSON.stringify(await renderQuestion(instantiate(spec, 5), locale));
        expect(html).not.toMatch(/math-error|katex-error|[\uE000-\uE003]|\[\[|\{\{[a-z]/);
      }
  });
  test("have an explanation for every line of feedback that the grader gives one", async () => {
    let seen = 0;
    for (const { spec } of questions) {
      const instance = instantiate(spec, 7);
      const { revealed } = await renderQuestion(instance, "zh");
      for (const answer of [keyAnswer(instance), ...distractorAnswers(instance).map((each) => each.answer)]) {
        const result = gradeAnswer(instance, answer);
        if (isUnreadable(result)) throw new Error(result.unreadable);
        for (const part of result.parts) {
          if (part.why) expect(revealed.why[whyKey(part)]).toBeTruthy();
          if (part.key && instance.interaction.kind !== "short-answer") expect(revealed.keys[part.id]).toBeTruthy();
          seen++;
        }
      }
    }
    expect(seen).toBeGreaterThan(100);
  });
});

test("a number is revealed in the digits that its stem asks for, the same in both languages, and would count as right", () => {
  let asked = 0;
  for (const { id, spec } of all) {
    if (spec.interaction.kind !== "numeric") continue;
    const digits = askedDigits(spec.stem.en);
    expect([id, askedDigits(spec.stem.zh)]).toEqual([id, digits]);
    if (digits) asked++;
    for (const seed of spec.variant ? [0, 3, 11, 42, 499] : [0]) {
      const instance = instantiate(spec, seed);
      if (instance.interaction.kind !== "numeric") continue;
      const shown = shownKey(instance.interaction, instance.stem.en);
      expect([id, gradeAnswer(instance, { kind: "numeric", text: shown })]).toMatchObject([id, { points: 1 }]);
      // who rounds as the question asks must not be told that it is wrong
      const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
      if (digits && "decimals" in digits) expect([id, seed, decimals]).toEqual([id, seed, digits.decimals]);
    }
  }
  expect(asked).toBeGreaterThan(60);
});

test("blanks and spans become elements in reading order", async () => {
  for (const { spec } of questions) {
    const { shown } = await renderQuestion(instantiate(spec, 0), "en");
    if (shown.kind === "cloze")
      expect(Array.from(shown.passage.matchAll(/<span data-blank="([^"]+)"><\/span>/g), ([, id]) => id)).toEqual(
        shown.blanks,
      );
    if (shown.kind === "find-error")
      expect(Array.from(shown.passage.matchAll(/<span data-span="([^"]+)">/g), ([, id]) => id)).toEqual(shown.spans);
  }
});
test("a parameterised question is not rendered before its numbers are known", async () => {
  const variant = questions.find(({ spec }) => spec.variant);
  if (!variant) throw new Error("the bank has parameterised questions");
  await expect(renderQuestion(variant.spec, "en")).rejects.toThrow("instantiated");
});
