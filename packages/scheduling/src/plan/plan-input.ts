import type { ForgettingFactor } from "./forgetting-factor";

/** One question as the plan sees it. */
export interface PlanCard {
  id: string;
  topic: string;
  /** What one answer takes. */
  seconds: number;
  /** FSRS's memory of it and how many days ago it was last answered (0: today); null for one that was never answered. */
  memory: { stability: number; difficulty: number; daysAgo: number } | null;
  /** Chance that a first answer is right; 0.6 where nothing is known. */
  firstRight?: number;
}
export interface PlanTopic {
  slug: string;
  /** How much of what will be asked is from this topic, against the others; 0 leaves it out. */
  weight: number;
  prerequisites: readonly string[];
  /** It may be begun, whatever the plan does: what it builds on is held, or it was begun already. */
  ready?: boolean;
  /**
   * Answers after which the learner is expected to hold it, so that others can build on it; 0 when it is held. Null where
   * there are no questions at all: what it builds on counts in its place. Three in all unless said.
   */
  toHold?: number | null;
}
export interface PlanInput {
  /** The learner's local date, YYYY-MM-DD. */
  today: string;
  /** The day of the interview; the last day of work is the one before. */
  date: string;
  minutesADay: number;
  /** ISO weekdays without work: 1 Monday … 7 Sunday. */
  daysOff?: readonly number[];
  /** Seconds already spent on today's plan. */
  spentToday?: number;
  topics: readonly PlanTopic[];
  cards: readonly PlanCard[];
  forgetting?: ForgettingFactor;
  /** FSRS-6 weights fitted to the learner. */
  parameters?: readonly number[];
}
