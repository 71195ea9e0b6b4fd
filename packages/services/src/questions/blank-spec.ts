import type { QuestionKind } from "@tidao/grading";

const blank = { zh: "", en: "" };
const choices = (keys: number) =>
  ["a", "b", "c", "d"].map((id, index) => ({ id, text: blank, correct: index < keys, why: blank }));
const words = { zh: [], en: [] };

/** Every field is there and empty, so that the editor shows what has to be written and the check names it. */
const interactions = {
  "single-choice": { choices: choices(1) },
  "multiple-choice": { choices: choices(2) },
  numeric: { answer: "", tolerance: { relative: 0.01 }, distractors: [] },
  ordering: { items: ["a", "b", "c"].map((id) => ({ id, text: blank })), why: blank },
  matching: { pairs: ["a", "b", "c"].map((id) => ({ id, left: blank, right: blank, why: blank })), extras: [] },
  cloze: { passage: blank, blanks: [] },
  "find-error": { passage: blank, spans: [] },
  "short-answer": { keyPoints: ["a", "b"].map((id) => ({ id, text: blank, phrases: words })), modelAnswer: blank },
} satisfies Record<QuestionKind, object>;

/** What the draft of a new question begins with. */
export const blankSpec = (kind: QuestionKind) => ({
  stem: blank,
  interaction: { kind, ...interactions[kind] },
  hints: [],
  solution: blank,
  difficulty: 2,
  expectedSeconds: 60,
  objective: "",
  sources: [],
});
