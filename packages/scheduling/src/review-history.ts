import { defaultParameters, type Memory, nextMemory, recallAfter } from "./card";
import type { Rating } from "./rating";

const dayMs = 86_400_000;
const dayOf = (at: Date) => Math.floor(at.getTime() / dayMs);

export interface LoggedReview {
  questionId: string;
  rating: Rating;
  at: Date;
}
/** One review with all that came before it on the same card: what FSRS's optimizer calls an item. */
export interface ReviewItem {
  at: Date;
  /** Whole days since the review before, by UTC date as the scheduler counts them; 0 for the first. */
  reviews: { rating: Rating; deltaT: number }[];
}

/**
 * The items of a learner's history, oldest first: one for each review on a later day than the one before it. Reviews within
 * a day shape the memory but tell nothing of forgetting, so none of them is an item of its own (fsrs-rs, `FSRSItem`;
 * Anki's `fsrs_items_for_training`).
 */
export function reviewItems(reviews: readonly LoggedReview[]): ReviewItem[] {
  const byQuestion = new Map<string, LoggedReview[]>();
  for (const review of reviews) {
    const known = byQuestion.get(review.questionId);
    if (known) known.push(review);
    else byQuestion.set(review.questionId, [review]);
  }
  const items: ReviewItem[] = [];
  for (const history of byQuestion.values()) {
    history.sort((a, b) => a.at.getTime() - b.at.getTime());
    const steps = history.map(({ rating, at }, index) => {
      const previous = history[index - 1];
      return { rating, deltaT: previous ? dayOf(at) - dayOf(previous.at) : 0 };
    });
    for (const [index, step] of steps.entries())
      if (step.deltaT > 0) items.push({ at: history[index]!.at, reviews: steps.slice(0, index + 1) });
  }
  return items.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The oldest `share` of the items to fit on, the rest to be judged on: what was learned is held against what came after. */
export function splitByTime(items: readonly ReviewItem[], share: number): { train: ReviewItem[]; test: ReviewItem[] } {
  const cut = Math.floor(items.length * share);
  return { train: items.slice(0, cut), test: items.slice(cut) };
}

/** Beyond this no forecast is believed: one wrong certainty would outweigh everything else. */
const surest = 1e-4;

/**
 * Mean of -ln of the probability that was given to what happened, in nats a review: the measure that FSRS's optimizer
 * minimises and that Anki shows beside "Evaluate". Lower is better; always saying 50 % gives 0.693. Remembered is any rating
 * but Again. Null without items.
 */
export function logLoss(
  items: readonly ReviewItem[],
  parameters: readonly number[] = defaultParameters,
): number | null {
  if (!items.length) return null;
  let sum = 0;
  for (const { reviews } of items) {
    let memory: Memory | null = null;
    for (const { rating, deltaT } of reviews.slice(0, -1)) memory = nextMemory(memory, deltaT, rating, { parameters });
    const { rating, deltaT } = reviews.at(-1)!;
    const recall = recallAfter(deltaT, memory!.stability, { parameters });
    sum -= Math.log(Math.max(surest, rating > 1 ? recall : 1 - recall));
  }
  return sum / items.length;
}
