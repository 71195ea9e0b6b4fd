/** Again, Hard, Good, Easy: the grades of FSRS. */
export type Rating = 1 | 2 | 3 | 4;

export interface AnswerToRate {
  /** Share of the points earned by the answer alone, 0 to 1, before the charge for hints: a hint is judged by itself. */
  points: number;
  hintsUsed: number;
  /** 1 guessing … 4 certain; absent where the learner has switched confidence off. */
  confidence?: number | null;
  durationMs: number;
  expectedSeconds: number;
}

/** Points are sums of shares such as 1/3, so full and half are meant up to rounding. */
const rounding = 1e-9;
const certain = 4;

/**
 * How an answer becomes a review rating:
 *
 * | answer                                                             | rating  |
 * | ------------------------------------------------------------------ | ------- |
 * | below half the points ("I don't know" included)                    | Again 1 |
 * | half the points or more but not all, or all after at least one hint| Hard 2  |
 * | all the points, no hint                                            | Good 3  |
 * | the same, certain (4 of 4) and in under half the expected seconds  | Easy 4  |
 *
 * A learner who has switched confidence off is never rated Easy: speed alone does not tell knowing from luck. A pending
 * answer (a short answer whose key points are undecided) is rated once it is decided.
 */
export function rateAnswer({ points, hintsUsed, confidence, durationMs, expectedSeconds }: AnswerToRate): Rating {
  if (points < 0.5 - rounding) return 1;
  if (points < 1 - rounding || hintsUsed > 0) return 2;
  return confidence === certain && durationMs < expectedSeconds * 500 ? 4 : 3;
}

/** Which answers move the review card, by the context in which they were given. */
export const reviewContexts = {
  practice: "always",
  review: "always",
  placement: "always",
  assignment: "once feedback is open",
} as const;
export type ReviewContext = keyof typeof reviewContexts;

/** An answer in a context that this table does not name (a preview, an examination not yet thought of) does not count. */
export function countsForReview(context: string, feedbackOpen: boolean): boolean {
  if (!Object.hasOwn(reviewContexts, context)) return false;
  return reviewContexts[context as ReviewContext] === "always" || feedbackOpen;
}
