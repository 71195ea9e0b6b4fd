import { type Card as FsrsCard, default_w, forgetting_curve, FSRS, generatorParameters } from "ts-fsrs";
import type { Rating } from "./rating";

/** What a learner's memory of one question is thought to be. The fields are FSRS's; the names are ours. */
export interface Card {
  due: Date;
  /** Days after which the chance of recall has fallen to 90 %. */
  stability: number;
  /** 1 (easy to keep) to 10. */
  difficulty: number;
  /** Whole days of the current interval; 0 while the card is being learned in steps of minutes. */
  scheduledDays: number;
  learningSteps: number;
  reps: number;
  lapses: number;
  /** New, learning, review, relearning. */
  state: 0 | 1 | 2 | 3;
  lastReview: Date | null;
}

/** What a learner wishes; an object of it never changes. */
export interface SchedulingOptions {
  /** The chance of recall at which a card falls due. */
  readonly retention?: number;
  /** The 21 weights of FSRS-6, where they were fitted to the learner. */
  readonly parameters?: readonly number[];
}

const dayMs = 86_400_000;
const schedulers = new Map<string, FSRS>();
const byOptions = new WeakMap<SchedulingOptions, FSRS>();
const noWishes: SchedulingOptions = {};

/** Building a scheduler checks and clips its parameters; few sets are in use, so each is built once. */
function schedulerFor(options: SchedulingOptions): FSRS {
  const known = byOptions.get(options);
  if (known) return known;
  const scheduler = schedulerOf(options);
  byOptions.set(options, scheduler);
  return scheduler;
}

function schedulerOf({ retention = 0.9, parameters }: SchedulingOptions): FSRS {
  const key = `${retention} ${parameters?.join(" ") ?? ""}`;
  let scheduler = schedulers.get(key);
  if (!scheduler) {
    if (schedulers.size >= 1000) schedulers.clear();
    scheduler = new FSRS(
      generatorParameters({ request_retention: retention, enable_fuzz: false, ...(parameters && { w: parameters }) }),
    );
    schedulers.set(key, scheduler);
  }
  return scheduler;
}

/** A question that has not been answered yet: due at once. */
export function newCard(now: Date): Card {
  return {
    due: now,
    stability: 0,
    difficulty: 0,
    scheduledDays: 0,
    learningSteps: 0,
    reps: 0,
    lapses: 0,
    state: 0,
    lastReview: null,
  };
}

/**
 * The card after an answer: FSRS-6 (Ye, Su, Cao 2022, "A Stochastic Shortest Path Algorithm for Optimizing Spaced
 * Repetition Scheduling", KDD; formulas: github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm) with its
 * steps of 1 and 10 minutes and without fuzz, so that the same log gives the same card.
 */
export function reviewCard(card: Card, rating: Rating, now: Date, options: SchedulingOptions = noWishes): Card {
  // Two servers' clocks may disagree by seconds; a review never happens before the one it follows.
  const at = card.lastReview && card.lastReview > now ? card.lastReview : now;
  const { card: next } = schedulerFor(options).next(toFsrs(card), at, rating);
  return {
    due: next.due,
    stability: next.stability,
    difficulty: next.difficulty,
    scheduledDays: next.scheduled_days,
    learningSteps: next.learning_steps,
    reps: next.reps,
    lapses: next.lapses,
    state: next.state,
    lastReview: next.last_review ?? null,
  };
}

/**
 * The chance that the learner still knows it; 0 for a card without a review. At whole days this is the number that
 * ts-fsrs gives, between them it falls smoothly instead of in steps.
 */
export function retrievability(
  card: Pick<Card, "stability" | "lastReview">,
  now: Date,
  options: SchedulingOptions = noWishes,
): number {
  if (!card.lastReview) return 0;
  const days = Math.max(0, now.getTime() - card.lastReview.getTime()) / dayMs;
  return forgetting_curve(schedulerFor(options).parameters.w, days, card.stability);
}

/** What FSRS keeps of a card: enough to foretell it, too little to ask it. */
export type Memory = Pick<Card, "stability" | "difficulty">;

/** The 21 weights of FSRS-6 that hold for a learner without own ones. */
export const defaultParameters: readonly number[] = default_w;

/**
 * The memory after an answer `days` whole days after the one before it; 0 is the same day. Null begins a memory.
 * It is the step of `reviewCard` without due dates, for forecasts and for fitting.
 */
export function nextMemory(
  memory: Memory | null,
  days: number,
  rating: Rating,
  options: SchedulingOptions = noWishes,
): Memory {
  return schedulerFor(options).next_state(memory, days, rating);
}

/** Whole days until recall has fallen to the wished retention: FSRS's I(r, S) = S / FACTOR (r^(1/DECAY) - 1), at least 1. */
export function intervalDays(stability: number, options: SchedulingOptions = noWishes): number {
  return schedulerFor(options).next_interval(stability, 0);
}

/** Recall `days` after a review of a memory with this stability. */
export function recallAfter(days: number, stability: number, options: SchedulingOptions = noWishes): number {
  return forgetting_curve(schedulerFor(options).parameters.w, days, stability);
}

/**
 * The same card under another wish or other parameters: due again after the interval that its stability asks for, counted
 * from its last review, as Anki's "reschedule cards on change" does. A card in its steps of minutes stays where it is.
 */
export function rescheduleCard<T extends Card>(card: T, options: SchedulingOptions): T {
  if (card.state !== 2 || !card.lastReview) return card;
  const scheduledDays = intervalDays(card.stability, options);
  return { ...card, scheduledDays, due: new Date(card.lastReview.getTime() + scheduledDays * dayMs) };
}

/** The 21 weights of FSRS-6 in use, checked and clipped as ts-fsrs does: for closed forms that need them bare. */
export const fsrsWeights = (options: SchedulingOptions = {}): readonly number[] => schedulerFor(options).parameters.w;

function toFsrs(card: Card): FsrsCard {
  return {
    due: card.due,
    stability: card.stability,
    difficulty: card.difficulty,
    elapsed_days: 0,
    scheduled_days: card.scheduledDays,
    learning_steps: card.learningSteps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    ...(card.lastReview && { last_review: card.lastReview }),
  };
}
