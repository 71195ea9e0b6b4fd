import { z } from "zod";
import { clozeAnswer, clozeSpec } from "./types/cloze/spec";
import { findErrorAnswer, findErrorSpec } from "./types/find-error/spec";
import { matchingAnswer, matchingSpec } from "./types/matching/spec";
import { multipleChoiceAnswer, multipleChoiceSpec } from "./types/multiple-choice/spec";
import { numericAnswer, numericSpec } from "./types/numeric/spec";
import { orderingAnswer, orderingSpec } from "./types/ordering/spec";
import { shortAnswerAnswer, shortAnswerSpec } from "./types/short-answer/spec";
import { singleChoiceAnswer, singleChoiceSpec } from "./types/single-choice/spec";
import { formula, partId, text } from "./text.schema";

export const questionKinds = [
  "single-choice",
  "multiple-choice",
  "numeric",
  "ordering",
  "matching",
  "cloze",
  "find-error",
  "short-answer",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

const name = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,30}$/);

/** Values that differ from learner to learner. Seeds run from 0 to 499, so that every variant anyone sees was checked. */
export const variant = z.strictObject({
  parameters: z.record(
    name,
    z.union([
      z.strictObject({ from: z.array(z.number()).min(2) }),
      z.strictObject({ min: z.number(), max: z.number(), step: z.number().positive() }),
    ]),
  ),
  /** Computed from the parameters and from each other; never in a circle. */
  derived: z.record(name, z.string().min(1)).default({}),
  /** Conditions that a draw must meet (formulas that give true); draws that fail are drawn again. */
  require: z.array(z.string()).default([]),
});
export const variantSeeds = 500;

export const interaction = z.discriminatedUnion("kind", [
  singleChoiceSpec,
  multipleChoiceSpec,
  numericSpec,
  orderingSpec,
  matchingSpec,
  clozeSpec,
  findErrorSpec,
  shortAnswerSpec,
]);
export type Interaction = z.infer<typeof interaction>;

/** What a version of a question is: everything needed to show it, grade it and explain it, in both languages. */
export const questionSpec = z.strictObject({
  stem: text,
  interaction,
  variant: variant.optional(),
  /** From a nudge to nearly the answer; each hint taken costs a fifth of what the answer earned. */
  hints: z.array(text).max(3).default([]),
  solution: text,
  difficulty: z.number().int().min(1).max(5),
  expectedSeconds: z.number().int().min(10).max(1200),
  objective: z.string(),
  sources: z.array(z.string()).min(1),
});
export type QuestionSpec = z.infer<typeof questionSpec>;

export const answer = z.discriminatedUnion("kind", [
  singleChoiceAnswer,
  multipleChoiceAnswer,
  numericAnswer,
  orderingAnswer,
  matchingAnswer,
  clozeAnswer,
  findErrorAnswer,
  shortAnswerAnswer,
  /** "I don't know": wrong, without pretending to a choice. */
  z.strictObject({ kind: z.literal("blank") }),
]);
export type Answer = z.infer<typeof answer>;
export { formula, partId, text };
export type { Formula, Text } from "./text.schema";
