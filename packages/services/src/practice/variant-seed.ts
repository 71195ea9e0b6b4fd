import { drawVariant, type QuestionSpec, variantSeeds } from "@tidao/grading";
import { seedFrom } from "@tidao/kernel";

/** Shares no factor with the number of seeds, so that a learner meets all 500 before one comes back. */
const stride = 131;

/**
 * The seed of a learner's next variant of a question. It follows from who asks and how often: a reload shows the same
 * variant, the next answer another one. Where two seeds draw the same numbers, one that differs from `lastSeed` is taken.
 * @param lastSeed what they answered last, or null
 */
export function nextVariantSeed(
  { subjectId, questionId, spec }: { subjectId: string; questionId: string; spec: QuestionSpec },
  answers: number,
  lastSeed: number | null,
): number {
  const first = seedFrom(`${subjectId}|${questionId}`) + answers * stride;
  if (!spec.variant || lastSeed === null) return first % variantSeeds;
  const numbers = (seed: number) => JSON.stringify(drawVariant(spec, seed));
  const last = numbers(lastSeed);
  for (let further = 0; further < variantSeeds; further++) {
    const seed = (first + further) % variantSeeds;
    if (numbers(seed) !== last) return seed;
  }
  return first % variantSeeds;
}
