import { logit, sigmoid } from "./logits";
import { pointsFromMicro } from "./micro-points";

export interface ItemCounters {
  submissions: number;
  /** Sum of points in millionths. */
  microPoints: number | bigint;
}

/** How many answers the author's opinion weighs as much as. */
export const difficultyPriorWeight = 10;
const bound = 4;

/**
 * Difficulty of an item from its counters, in logits: θ̄ - √(1 + π v / 8) logit((m - g) / (1 - g)), where m is the mean score,
 * θ̄ the mean rating of those who answered and v its variance among them: the mean of a logistic curve over people who differ
 * is flatter than the curve (MacKay 1992, "The evidence framework applied to classification networks", Neural
 * Computation 4). The mean score is first shrunk toward what the author's difficulty predicts, as if ten
 * more answers had come out exactly so (posterior mean under a beta prior; Gelman et al., "Bayesian Data Analysis", 2.4).
 * An item that nobody answered has the author's difficulty. Kept within ±4 logits.
 */
export function estimateDifficulty({
  submissions,
  microPoints,
  authorDifficulty,
  meanRating = 0,
  ratingVariance = 0,
  guess = 0,
  priorWeight = difficultyPriorWeight,
}: ItemCounters & {
  /** Logits, from `difficultyFromAuthor`. */
  authorDifficulty: number;
  meanRating?: number;
  /** Logits squared, with what is uncertain in each rating. */
  ratingVariance?: number;
  guess?: number;
  /** Answers that the author's opinion weighs as much as. */
  priorWeight?: number;
}): number {
  const flattened = Math.sqrt(1 + (Math.PI * ratingVariance) / 8);
  const predicted = guess + (1 - guess) * sigmoid((meanRating - authorDifficulty) / flattened);
  const mean = (pointsFromMicro(microPoints) + priorWeight * predicted) / (submissions + priorWeight);
  const known = (mean - guess) / (1 - guess);
  // Worse than guessing, or never wrong: the logit has no value there, the bounds say enough.
  if (known <= 0) return bound;
  if (known >= 1) return -bound;
  return Math.max(-bound, Math.min(bound, meanRating - flattened * logit(known)));
}
