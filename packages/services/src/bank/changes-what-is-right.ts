import { contentHash } from "@tidao/content";
import type { QuestionSpec } from "@tidao/grading";

/** Words that only explain; changing them cannot change a verdict. */
const explaining = new Set(["why", "text", "left", "right", "passage", "correction", "modelAnswer", "misconception"]);

/** What the grader reads of a question: keys, tolerances, accepted words, formulas, ids and their order. */
function graded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(graded);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !explaining.has(key)).map(([key, inner]) => [key, graded(inner)]));
}

/** Whether a new version could grade an answer differently than the old one did. */
export const changesWhatIsRight = (before: QuestionSpec, after: QuestionSpec): boolean =>
  contentHash(graded({ interaction: before.interaction, variant: before.variant })) !==
  contentHash(graded({ interaction: after.interaction, variant: after.variant }));
