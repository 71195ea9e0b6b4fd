import type { QuestionKind } from "@tidao/grading/spec";

// Texts are left as an ellipsis: the check names each of them until it is written.
const blank = { zh: "…", en: "…" };
const choice = (id: string, correct?: true) => ({ id, text: blank, ...(correct ? { correct } : {}), why: blank });

const interactions: Record<QuestionKind, object> = {
  "single-choice": { kind: "single-choice", choices: [choice("a", true), choice("b"), choice("c"), choice("d")] },
  "multiple-choice": {
    kind: "multiple-choice",
    choices: [choice("a", true), choice("b", true), choice("c"), choice("d")],
  },
  numeric: {
    kind: "numeric",
    answer: "n * 2",
    check: "n + n",
    tolerance: { relative: 0.01 },
    unit: "GB",
    distractors: [{ value: "n * 4", why: blank }],
  },
  ordering: { kind: "ordering", items: ["first", "second", "third"].map((id) => ({ id, text: blank })), why: blank },
  matching: { kind: "matching", pairs: ["a", "b", "c"].map((id) => ({ id, left: blank, right: blank, why: blank })) },
  cloze: {
    kind: "cloze",
    passage: { zh: "…[[word]]…", en: "…[[word]]…" },
    blanks: [{ id: "word", accept: { zh: ["…"], en: ["…"] }, why: blank, distractors: [{ text: "…", why: blank }] }],
  },
  "find-error": {
    kind: "find-error",
    passage: { zh: "[[a|…]][[b|…]][[c|…]]", en: "[[a|…]] [[b|…]] [[c|…]]" },
    spans: [
      { id: "a", why: blank },
      { id: "b", wrong: true, correction: blank, why: blank },
      { id: "c", why: blank },
    ],
  },
  "short-answer": {
    kind: "short-answer",
    keyPoints: ["first", "second"].map((id) => ({ id, text: blank, phrases: { zh: ["…"], en: ["…"] } })),
    modelAnswer: blank,
  },
};

export const blankQuestion = (id: string, kind: QuestionKind, objective: string, source: string) => ({
  id,
  objective,
  difficulty: 2,
  expectedSeconds: 60,
  sources: [source],
  ...(kind === "numeric" ? { variant: { parameters: { n: { min: 1, max: 20, step: 1 } } } } : {}),
  stem: blank,
  interaction: interactions[kind],
  solution: blank,
});

export const blankTopic = (slug: string, short: string) => ({
  slug,
  title: blank,
  summary: blank,
  objectives: [{ id: `${short}-o1`, text: blank }],
  misconceptions: [{ id: `${short}-m1`, belief: blank, truth: blank }],
});
