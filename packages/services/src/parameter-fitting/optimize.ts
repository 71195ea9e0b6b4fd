import type { ReviewItem } from "@tidao/scheduling";

/**
 * The 21 weights of FSRS-6 that make these reviews most likely: fsrs-rs' optimizer through its native binding. Loaded when
 * first used, so that only the worker's process carries it; it computes on threads of its own, and the event loop goes on.
 * @returns the default weights where the items are too few for it
 */
export async function computeWeights(items: readonly ReviewItem[]): Promise<number[]> {
  const { computeParameters, FSRSBindingItem, FSRSBindingReview } = await import("@open-spaced-repetition/binding");
  const set = items.map(({ reviews }) => new FSRSBindingItem(reviews.map(({ rating, deltaT }) => new FSRSBindingReview(rating, deltaT))));
  return computeParameters(set, { enableShortTerm: true, numRelearningSteps: 1 });
}
