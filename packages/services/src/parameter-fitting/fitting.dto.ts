import { z } from "zod";
import type { ReviewWishes } from "../learning-record/review-wishes";
import type { FittingAttempt } from "./fitting-attempt.repo";
import { leastReviews } from "./least-reviews";

export const fittingDto = z.strictObject({
  /** few: not enough reviews yet; soon: the nightly job comes next; kept: the defaults predicted as well; fitted; off. */
  state: z.enum(["few", "soon", "kept", "fitted", "off"]),
  reviews: z.number().int(),
  needed: z.number().int(),
  /** Nats a review on reviews that were held out; null without a try. */
  logLoss: z.strictObject({ before: z.number(), after: z.number(), reviews: z.number().int(), at: z.string() }).nullable(),
});

/** Where a learner stands with parameters of their own. */
export function fittingOf({ fitting, fitted }: ReviewWishes, reviews: number, attempt: FittingAttempt | null): z.infer<typeof fittingDto> {
  const shown = fitted ?? (fitting ? attempt : null);
  return {
    state: !fitting ? "off" : fitted ? "fitted" : attempt ? "kept" : reviews >= leastReviews ? "soon" : "few",
    reviews,
    needed: leastReviews,
    logLoss: shown && { before: shown.logLossBefore, after: shown.logLossAfter, reviews: shown.reviews, at: shown.at.toISOString() },
  };
}
