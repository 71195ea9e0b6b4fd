import { type Interaction, questionSpec, type QuestionSpec } from "./spec";

const both = (word: string) => ({ zh: `中文 ${word}`, en: `English ${word}` });

/** Small valid questions, one of each kind: what tests start from and spoil. */
export function sampleQuestion(interaction: unknown, rest: Record<string, unknown> = {}): QuestionSpec {
  return questionSpec.parse({
    stem: both("question"),
    interaction,
    solution: both("solution"),
    difficulty: 2,
    expectedSeconds: 60,
    objective: "tok-o1",
    sources: ["sennrich-2016"],
    ...rest,
  });
}

const choice = (id: string, correct: boolean, misconception?: string) => ({
  id,
  text: both(`choice ${id}`),
  correct,
  why: both(`because ${id}`),
  ...(misconception === undefined ? {} : { misconception }),
});

export const sampleInteractions = {
  "single-choice": {
    kind: "single-choice",
    choices: [choice("a", false, "tok-m1"), choice("b", true), choice("c", false)],
  },
  "multiple-choice": {
    kind: "multiple-choice",
    choices: [choice("a", true), choice("b", true), choice("c", false, "tok-m1"), choice("d", false)],
  },
  numeric: {
    kind: "numeric",
    answer: 16,
    tolerance: { relative: 0.01 },
    unit: "GB",
    units: [
      { unit: "GB", factor: 1 },
      { unit: "MB", factor: 0.001 },
    ],
    distractors: [{ value: 8, why: both("half"), misconception: "mem-m1" }],
  },
  ordering: {
    kind: "ordering",
    items: ["a", "b", "c", "d"].map((id) => ({ id, text: both(`item ${id}`) })),
    why: both("order"),
    misconception: "tok-m1",
  },
  matching: {
    kind: "matching",
    pairs: ["a", "b", "c"].map((id) => ({
      id,
      left: both(`left ${id}`),
      right: both(`right ${id}`),
      why: both(id),
      misconception: `tok-m-${id}`,
    })),
    extras: [{ id: "x", right: both("right x") }],
  },
  cloze: {
    kind: "cloze",
    passage: { zh: "先 [[first]]，再 [[second]]。", en: "First [[first]], then [[second]]." },
    blanks: [
      {
        id: "first",
        accept: { zh: ["字节对编码", "BPE"], en: ["byte-pair encoding", "BPE"] },
        why: both("first"),
        distractors: [{ text: "CRF", why: both("trap"), misconception: "tok-m2" }],
      },
      { id: "second", accept: { zh: ["1024"], en: ["1024"] }, why: both("second") },
    ],
  },
  "find-error": {
    kind: "find-error",
    passage: { zh: "[[a|甲]]，[[b|乙]]，[[c|丙]]。", en: "[[a|one]], [[b|two]], [[c|three]]." },
    spans: [
      { id: "a", why: both("a") },
      { id: "b", wrong: true, why: both("b"), correction: both("right b"), misconception: "tok-m3" },
      { id: "c", why: both("c") },
    ],
  },
  "short-answer": {
    kind: "short-answer",
    keyPoints: [
      {
        id: "shared",
        text: both("shared dictionary"),
        phrases: { zh: ["两个方向共用同一部词典"], en: ["both directions share one dictionary"] },
      },
      {
        id: "split",
        text: both("split"),
        phrases: {
          zh: ["未登录词会被拆开"],
          en: ["unknown words are split into pieces", "out-of-vocabulary words fall apart"],
        },
      },
    ],
    modelAnswer: {
      zh: "两个方向共用同一部词典，因此未登录词都会被拆开。",
      en: "Both directions share one dictionary, so unknown words are split into pieces.",
    },
  },
} as const satisfies Record<Interaction["kind"], unknown>;

export const sampleQuestions: QuestionSpec[] = Object.values(sampleInteractions).map((interaction) =>
  sampleQuestion(interaction),
);

/** Weights of a model in GB, with the misconception "FP16 takes four bytes" computed. */
export const sampleVariant = sampleQuestion(
  {
    kind: "numeric",
    answer: "weights",
    check: "params * 1e9 * 2 / 1e9",
    tolerance: { relative: 0.01 },
    unit: "GB",
    distractors: [
      {
        value: "params * 4",
        why: { zh: "按 {{params*4}} GB 算", en: "That is {{params*4}} GB" },
        misconception: "mem-m1",
      },
    ],
  },
  {
    stem: { zh: "一个 ${{params}} \\times 10^9$ 参数的模型……", en: "A model of {{params|.1f}} billion parameters" },
    variant: {
      parameters: { params: { min: 1, max: 70, step: 0.5 } },
      derived: { weights: "params * 2" },
      require: ["params != 3"],
    },
  },
);
