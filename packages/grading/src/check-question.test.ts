import { expect, test } from "vitest";
import { checkQuestion } from "./check-question";
import { type ProblemCode, problemCodes } from "./problem";
import { sampleInteractions, sampleQuestion, sampleQuestions, sampleVariant } from "./sample-questions";
import { questionSpec } from "./spec";

type Json = Record<string, unknown>;
/** A copy of a sound question with one thing changed, still valid by its schema. */
function spoil(
  kind: keyof typeof sampleInteractions | "variant",
  path: (string | number)[],
  value: unknown,
): ReturnType<typeof checkQuestion> {
  const copy = structuredClone(
    kind === "variant" ? sampleVariant : sampleQuestion(sampleInteractions[kind]),
  ) as unknown as Json;
  const parent = path.slice(0, -1).reduce((node, step) => node[step] as Json, copy);
  parent[String(path.at(-1))] = value;
  return checkQuestion(questionSpec.parse(copy));
}
const codes = (problems: ReturnType<typeof checkQuestion>) => problems.map(({ code }) => code);
const choices = ["interaction", "choices"];
const both = (text: string) => ({ zh: `中文${text}`, en: `English ${text}` });

test("sound questions of every kind show no fault", () => {
  for (const question of [...sampleQuestions, sampleVariant]) expect(checkQuestion(question)).toEqual([]);
});

const faults: [ProblemCode, Parameters<typeof spoil>, (string | number)[]][] = [
  ["text.invisible", ["numeric", ["stem", "en"], "How many \u202eBG\u202c?"], ["stem", "en"]],
  ["text.invisible", ["numeric", ["stem", "en"], "How many\u200b GB?"], ["stem", "en"]],
  ["text.invisible", ["numeric", ["stem", "en"], "How many \ud83d?"], ["stem", "en"]],
  ["text.invisible", ["numeric", ["solution", "zh"], "十六\u0007个"], ["solution", "zh"]],
  ["text.not-chinese", ["numeric", ["stem", "zh"], "How many GB?"], ["stem", "zh"]],
  ["text.not-english", ["numeric", ["solution", "en"], "十六个 GB，算法见上文"], ["solution", "en"]],
  ["text.placeholder-left", ["numeric", ["stem", "en"], "A model of {{params}}"], ["stem", "en"]],
  ["text.placeholder-unknown", ["variant", ["stem", "en"], "A model of {{parms}}"], ["stem", "en"]],
  ["text.placeholder-format", ["variant", ["stem", "en"], "A model of {{params|d}}"], ["stem", "en"]],
  [
    "text.all-of-the-above",
    ["single-choice", [...choices, 2, "text"], { zh: "以上都对", en: "All of the above" }],
    [...choices, 2, "text", "zh"],
  ],
  ["part.duplicate-id", ["single-choice", [...choices, 2, "id"], "a"], [...choices, 2, "id"]],
  [
    "part.duplicate-text",
    ["single-choice", [...choices, 2, "text"], both(" choice, a.")],
    [...choices, 2, "text", "en"],
  ],
  [
    "part.misconception-on-key",
    ["single-choice", [...choices, 1, "misconception"], "tok-m1"],
    [...choices, 1, "misconception"],
  ],
  ["choice.key-count", ["single-choice", [...choices, 0, "correct"], true], choices],
  ["choice.key-count", ["single-choice", [...choices, 1, "correct"], false], choices],
  [
    "choice.nothing-wrong",
    [
      "multiple-choice",
      choices,
      sampleInteractions["multiple-choice"].choices.map((each) => ({
        ...each,
        misconception: undefined,
        correct: true,
      })),
    ],
    choices,
  ],
  [
    "passage.mark-missing",
    ["cloze", ["interaction", "passage", "en"], "First [[first]]."],
    ["interaction", "passage", "en"],
  ],
  [
    "passage.mark-unknown",
    ["cloze", ["interaction", "passage", "en"], "[[first]] [[second]] [[third]]"],
    ["interaction", "passage", "en"],
  ],
  [
    "passage.mark-repeated",
    ["find-error", ["interaction", "passage", "zh"], "[[a|甲]][[b|乙]][[b|乙]][[c|丙]]"],
    ["interaction", "passage", "zh"],
  ],
  ["find-error.nothing-wrong", ["find-error", ["interaction", "spans", 1, "wrong"], false], ["interaction", "spans"]],
  [
    "find-error.all-wrong",
    [
      "find-error",
      ["interaction", "spans"],
      ["a", "b", "c"].map((id) => ({ id, wrong: true, why: both(id), correction: both(id) })),
    ],
    ["interaction", "spans"],
  ],
  [
    "find-error.correction-missing",
    ["find-error", ["interaction", "spans", 0, "wrong"], true],
    ["interaction", "spans", 0],
  ],
  ["numeric.check-missing", ["variant", ["interaction", "check"], undefined], ["interaction"]],
  ["numeric.check-disagrees", ["variant", ["interaction", "check"], "params * 2 + 2"], ["interaction", "check"]],
  [
    "numeric.not-finite",
    ["variant", ["interaction", "answer"], "weights / (params - params)"],
    ["interaction", "answer"],
  ],
  [
    "numeric.not-finite",
    ["variant", ["interaction", "distractors", 0, "value"], "log(-params)"],
    ["interaction", "distractors", 0, "value"],
  ],
  ["numeric.out-of-range", ["numeric", ["interaction", "answer"], 1e17], ["interaction", "answer"]],
  [
    "numeric.key-not-typable",
    ["numeric", ["interaction"], { kind: "numeric", answer: "1/3", tolerance: { absolute: 0 } }],
    ["interaction"],
  ],
  [
    "numeric.tolerance-wide",
    ["numeric", ["interaction", "tolerance"], { absolute: 8 }],
    ["interaction", "tolerance", "absolute"],
  ],
  [
    "numeric.unit-not-listed",
    ["numeric", ["interaction", "units", 0, "factor"], 2],
    ["interaction", "units", 0, "factor"],
  ],
  ["numeric.unit-not-listed", ["numeric", ["interaction", "unit"], "TB"], ["interaction", "units"]],
  [
    "numeric.distractor-meets-key",
    ["numeric", ["interaction", "distractors", 0, "value"], 16.1],
    ["interaction", "distractors", 0, "value"],
  ],
  [
    "numeric.distractor-meets-key",
    ["variant", ["interaction", "distractors", 0, "value"], "params > 30 ? params * 2 : params * 4"],
    ["interaction", "distractors", 0, "value"],
  ],
  [
    "numeric.distractors-meet",
    [
      "numeric",
      ["interaction", "distractors"],
      [
        { value: 8, why: both("") },
        { value: 8.01, why: both("") },
      ],
    ],
    ["interaction", "distractors", 1, "value"],
  ],
  ["formula.broken", ["variant", ["interaction", "answer"], "params *"], ["interaction", "answer"]],
  ["formula.broken", ["variant", ["interaction", "answer"], "parms * 2"], ["interaction", "answer"]],
  ["formula.broken", ["variant", ["variant", "derived", "weights"], "weights + 1"], ["variant", "derived"]],
  ["formula.broken", ["variant", ["variant", "require"], ["params + 1"]], ["variant"]],
  ["formula.broken", ["variant", ["stem", "en"], "A model of {{params *}}"], ["stem", "en"]],
  [
    "variant.range-empty",
    ["variant", ["variant", "parameters", "params"], { min: 70, max: 5, step: 1 }],
    ["variant", "parameters", "params"],
  ],
  [
    "variant.name-reserved",
    ["variant", ["variant", "parameters", "mod"], { from: [1, 2] }],
    ["variant", "parameters", "mod"],
  ],
  ["variant.name-twice", ["variant", ["variant", "derived", "params"], "3"], ["variant", "derived", "params"]],
  [
    "variant.unused",
    ["variant", ["variant", "parameters", "spare"], { from: [1, 2] }],
    ["variant", "parameters", "spare"],
  ],
  ["variant.require-never-met", ["variant", ["variant", "require"], ["params > 70"]], ["variant", "require"]],
  [
    "variant.too-few-draws",
    ["variant", ["variant", "parameters", "params"], { from: [5, 6, 7] }],
    ["variant", "parameters"],
  ],
  [
    "short-answer.model-answer-misses",
    ["short-answer", ["interaction", "modelAnswer", "en"], "They share one dictionary."],
    ["interaction", "keyPoints", 1, "phrases", "en"],
  ],
  ["hints.missing", ["numeric", ["difficulty"], 3], ["hints"]],
  ["grader.key-not-full", ["short-answer", ["interaction", "keyPoints", 0, "phrases", "en"], ["…"]], ["interaction"]],
  [
    "grader.distractor-full",
    ["cloze", ["interaction", "blanks", 0, "distractors", 0, "text"], "byte pair encoding"],
    ["interaction"],
  ],
];
test.each(faults)("%s is reported where it stands", (code, args, path) => {
  expect(spoil(...args)).toContainEqual(expect.objectContaining({ code, path }));
});
test("every fault that can be named is shown by a test", () => {
  expect(new Set(faults.map(([code]) => code))).toEqual(new Set(problemCodes));
});
test("what joins an emoji, chooses its form or stands on a letter is no fault", () => {
  const stem = "How many GB, \u{1f469}\u200d\u{1f4bb}\ufe0f, nai\u0308ve, \u{1f600}?";
  expect(codes(spoil("numeric", ["stem", "en"], stem))).toEqual([]);
});
test("a range that ends before it begins is the only fault told: nothing could be drawn from it", () => {
  expect(codes(spoil("variant", ["variant", "parameters", "params"], { min: 70, max: 5, step: 1 }))).toEqual([
    "variant.range-empty",
  ]);
});
test("an answer that is no number is said to be none, not to be hard to type", () => {
  expect(codes(spoil("variant", ["interaction", "answer"], "weights / (params - params)"))).not.toContain(
    "numeric.key-not-typable",
  );
});
test("a key that cannot be read earns no points, a number", () => {
  const { choices: list } = sampleInteractions["single-choice"];
  const found = spoil(
    "single-choice",
    choices,
    list.map((choice) => ({ ...choice, correct: false })),
  );
  expect(found.filter(({ code }) => code === "grader.key-not-full").map(({ params }) => params.points)).toEqual([0]);
});
test("a fault that all seeds share is reported once, with its first seed", () => {
  const found = spoil("variant", ["interaction", "check"], "params * 3");
  expect(codes(found)).toEqual(["numeric.check-disagrees"]);
  expect(found[0]?.params).toMatchObject({ seed: 0 });
});
