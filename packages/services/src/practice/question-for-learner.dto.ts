import { answer, questionKinds } from "@tidao/grading/spec";
import { z } from "zod";

const part = z.strictObject({ id: z.string(), html: z.string() });
const base = { stem: z.string(), hintsAvailable: z.number().int() };

/** A question as it is shown before it is answered. Strict objects: a key that slipped in would fail the output check. */
export const shownQuestion = z.discriminatedUnion("kind", [
  z.strictObject({ ...base, kind: z.literal("single-choice"), choices: z.array(part) }),
  z.strictObject({ ...base, kind: z.literal("multiple-choice"), choices: z.array(part) }),
  z.strictObject({ ...base, kind: z.literal("numeric"), unit: z.string().optional(), units: z.array(z.string()).optional() }),
  z.strictObject({ ...base, kind: z.literal("ordering"), items: z.array(part) }),
  z.strictObject({ ...base, kind: z.literal("matching"), lefts: z.array(part), rights: z.array(part) }),
  z.strictObject({ ...base, kind: z.literal("cloze"), passage: z.string(), blanks: z.array(z.string()) }),
  z.strictObject({ ...base, kind: z.literal("find-error"), passage: z.string(), spans: z.array(z.string()) }),
  z.strictObject({ ...base, kind: z.literal("short-answer") }),
]);
export type ShownQuestion = z.infer<typeof shownQuestion>;

export const questionForLearner = z.strictObject({
  questionId: z.string(),
  versionId: z.string(),
  seed: z.number().int(),
  topicSlug: z.string(),
  objective: z.string(),
  difficulty: z.number().int(),
  expectedSeconds: z.number().int(),
  parameterised: z.boolean(),
  shown: shownQuestion,
});
export type QuestionForLearner = z.infer<typeof questionForLearner>;

/** What may be told once a verdict may be seen. */
export const feedbackForLearner = z.strictObject({
  verdict: z.enum(["right", "partial", "wrong", "pending"]),
  points: z.number(),
  maxPoints: z.number(),
  rule: z.enum(questionKinds),
  tolerance: z.union([z.strictObject({ relative: z.number() }), z.strictObject({ absolute: z.number() })]).optional(),
  hintsTaken: z.number().int(),
  parts: z.array(
    z.strictObject({ id: z.string(), chosen: z.boolean(), right: z.boolean(), whyHtml: z.string().optional(), keyHtml: z.string().optional() }),
  ),
  misconceptions: z.array(z.strictObject({ id: z.string(), beliefHtml: z.string(), truthHtml: z.string() })),
  solutionHtml: z.string(),
  modelAnswerHtml: z.string().optional(),
  keyPoints: z.array(z.strictObject({ id: z.string(), html: z.string(), matched: z.boolean() })).optional(),
  correctAnswer: answer,
  sources: z.array(z.strictObject({ id: z.string(), label: z.string(), url: z.string().optional() })),
});
export type FeedbackForLearner = z.infer<typeof feedbackForLearner>;

/** A stored submission; `feedback` is null while its assignment withholds it. */
export const submissionForLearner = z.strictObject({
  submissionId: z.string(),
  questionId: z.string(),
  submittedAt: z.string(),
  /** True when this very submission was stored by an earlier press of the same button. */
  replayed: z.boolean(),
  /** When the question comes back by itself; null where that was not decided by this answer, or is not to be told. */
  nextReviewAt: z.string().nullable(),
  feedback: feedbackForLearner.nullable(),
});
export type SubmissionForLearner = z.infer<typeof submissionForLearner>;
