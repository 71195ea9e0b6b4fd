import type { Verdict } from "@tidao/grading";
import type { Rating } from "@tidao/scheduling";

/**
 * One answer whose verdict counts. The state of a learner is a pure fold of these in the order of the log: the same
 * function runs when an answer is submitted and when the state is rebuilt, so that both arrive at the same numbers.
 */
export interface CountedAnswer {
  submissionId: string;
  questionId: string;
  topicSlug: string;
  objectiveId: string;
  verdict: Verdict;
  /** 0 to 1, after the charge for hints. */
  points: number;
  misconceptions: readonly string[];
  /** 1 guessing … 4 certain, null where the learner did not say. */
  confidence: number | null;
  /** Null where the context does not feed reviews. */
  rating: Rating | null;
  /** Logits, as stored with the grading. */
  itemDifficulty: number;
  /** Chance of being right without knowing. */
  guess: number;
  /** What the topic stood on when the answer was graded. */
  prerequisites: readonly string[];
  /** Topic and objective of the learner's submission before this one; null for the first of all. */
  previous: { topicSlug: string; objectiveId: string } | null;
  submittedAt: Date;
  /** The learner's own calendar day, YYYY-MM-DD. */
  localDate: string;
  durationMs: number;
}

/** Beyond this an open tab is no longer time spent on the question. */
const longestCountedSeconds = 1800;
export const secondsOf = (answer: CountedAnswer) => Math.min(longestCountedSeconds, Math.round(answer.durationMs / 1000));
