/** A fault of one question. `path` leads into the spec; `code` and `params` cross the wire, prose is made by whoever prints. */
export interface Problem {
  path: (string | number)[];
  code: ProblemCode;
  params: Record<string, string | number>;
}

/** Every fault that the check of one question can name; `i18n` and `content` have a sentence for each. */
export const problemCodes = [
  "text.invisible",
  "text.not-chinese",
  "text.not-english",
  "text.placeholder-left",
  "text.placeholder-unknown",
  "text.placeholder-format",
  "text.all-of-the-above",
  "part.duplicate-id",
  "part.duplicate-text",
  "part.misconception-on-key",
  "choice.key-count",
  "choice.nothing-wrong",
  "passage.mark-missing",
  "passage.mark-unknown",
  "passage.mark-repeated",
  "find-error.nothing-wrong",
  "find-error.all-wrong",
  "find-error.correction-missing",
  "numeric.check-missing",
  "numeric.check-disagrees",
  "numeric.not-finite",
  "numeric.out-of-range",
  "numeric.key-not-typable",
  "numeric.tolerance-wide",
  "numeric.unit-not-listed",
  "numeric.distractor-meets-key",
  "numeric.distractors-meet",
  "formula.broken",
  "variant.range-empty",
  "variant.name-reserved",
  "variant.name-twice",
  "variant.unused",
  "variant.require-never-met",
  "variant.too-few-draws",
  "short-answer.model-answer-misses",
  "hints.missing",
  "grader.key-not-full",
  "grader.distractor-full",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const problem = (path: Problem["path"], code: ProblemCode, params: Problem["params"] = {}): Problem => ({
  path,
  code,
  params,
});
