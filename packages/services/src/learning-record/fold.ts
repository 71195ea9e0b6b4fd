import {
  initialRating, type MasteryLevel, microPoints, nextLevel, prerequisiteCredit, type Rating as MasteryRating, updateRating,
} from "@tidao/measurement";
import { type Card, newCard, retrievability, reviewCard, type SchedulingOptions } from "@tidao/scheduling";
import { type CountedAnswer, secondsOf } from "./counted-answer";
import { foldQuestion, type QuestionStateValue, type Review, settleQuestion } from "./fold-question";

/** Raised whenever the same log leads to another state: the derived tables are then rebuilt at the next start. */
export const foldVersion = 3;

export interface MasteryState extends MasteryRating {
  right: number;
  microPoints: number;
  seconds: number;
  updatedAt: Date;
  level: MasteryLevel;
}
export interface DayState {
  answers: number;
  right: number;
  microPoints: number;
  seconds: number;
  /** Answers to cards whose interval was a day or more, and their predicted recall in millionths. */
  reviews: number;
  recalled: number;
  expectedMicro: number;
}
export interface TopicDayState {
  answers: number;
  right: number;
  microPoints: number;
  seconds: number;
  rating: number;
  level: MasteryLevel;
  /** As the first answer of the day found them. */
  ratingBefore: number;
  levelBefore: MasteryLevel;
}
/** What one answer reads and replaces. */
export interface LearnerSlice {
  card?: Card;
  topic?: MasteryState;
  objective?: MasteryState;
  day?: DayState;
  topicDay?: TopicDayState;
  question?: QuestionStateValue;
  /** Mastery of what the topic stands on; those that nothing is known of are absent. */
  prerequisites: Readonly<Record<string, MasteryState>>;
  /** How reviews are scheduled for this learner; absent: as FSRS does by default. */
  scheduling?: SchedulingOptions;
}

/** A topic or objective of which nothing is known. */
export const noMastery = (at: Date): MasteryState => ({ ...initialRating, right: 0, microPoints: 0, seconds: 0, updatedAt: at, level: 0 });

function foldMastery(before: MasteryState | undefined, answer: CountedAnswer, mixed: boolean): MasteryState {
  const held = before ?? noMastery(answer.submittedAt);
  const after = updateRating(held, { score: answer.points, difficulty: answer.itemDifficulty, guess: answer.guess });
  return {
    ...after,
    right: held.right + (answer.verdict === "right" ? 1 : 0),
    microPoints: held.microPoints + microPoints(answer.points),
    seconds: held.seconds + secondsOf(answer),
    updatedAt: answer.submittedAt,
    level: nextLevel(held.level, after, mixed),
  };
}

/** What a good answer credits to what its topic stands on. Only those that moved are in the result. */
function creditPrerequisites(before: LearnerSlice["prerequisites"], answer: CountedAnswer): LearnerSlice["prerequisites"] {
  const credited: Record<string, MasteryState> = {};
  for (const slug of answer.prerequisites) {
    const held = before[slug] ?? noMastery(answer.submittedAt);
    const credit = prerequisiteCredit(held, { score: answer.points, difficulty: answer.itemDifficulty, guess: answer.guess });
    if (credit > 0) credited[slug] = { ...held, rating: held.rating + credit };
  }
  return credited;
}

const dayMs = 86_400_000;
/** A review proper: of a card that had been learned, a day or more after it was last seen. */
function reviewOf(card: Card | undefined, answer: CountedAnswer, scheduling: SchedulingOptions | undefined): Review {
  if (answer.rating === null || card?.state !== 2 || !card.lastReview || answer.submittedAt.getTime() - card.lastReview.getTime() < dayMs) return null;
  return { recalled: answer.rating > 1, expected: retrievability(card, answer.submittedAt, scheduling) };
}

/** The learner's state after one more answer that counts. A pending verdict counts as activity only. */
export function foldAnswer(before: LearnerSlice, answer: CountedAnswer): LearnerSlice {
  const settled = answer.verdict !== "pending";
  const right = answer.verdict === "right" ? 1 : 0;
  const points = microPoints(answer.points);
  const seconds = secondsOf(answer);
  const topic = settled ? foldMastery(before.topic, answer, answer.previous?.topicSlug !== answer.topicSlug) : before.topic;
  const review = settled ? reviewOf(before.card, answer, before.scheduling) : null;
  return {
    ...settleCard(before, answer),
    topic,
    objective: settled ? foldMastery(before.objective, answer, answer.previous?.objectiveId !== answer.objectiveId) : before.objective,
    prerequisites: settled ? creditPrerequisites(before.prerequisites, answer) : {},
    day: {
      answers: (before.day?.answers ?? 0) + 1,
      right: (before.day?.right ?? 0) + right,
      microPoints: (before.day?.microPoints ?? 0) + points,
      seconds: (before.day?.seconds ?? 0) + seconds,
      ...countReview(before.day, review),
    },
    topicDay: {
      answers: (before.topicDay?.answers ?? 0) + 1,
      right: (before.topicDay?.right ?? 0) + right,
      microPoints: (before.topicDay?.microPoints ?? 0) + points,
      seconds: (before.topicDay?.seconds ?? 0) + seconds,
      rating: topic?.rating ?? initialRating.rating,
      level: topic?.level ?? 0,
      ratingBefore: before.topicDay?.ratingBefore ?? before.topic?.rating ?? initialRating.rating,
      levelBefore: before.topicDay?.levelBefore ?? before.topic?.level ?? 0,
    },
    question: foldQuestion(before.question, answer, review),
  };
}

function settleCard(before: LearnerSlice, answer: CountedAnswer): Pick<LearnerSlice, "card"> {
  if (answer.verdict === "pending" || answer.rating === null) return { card: before.card };
  const { card } = before;
  const at = card?.lastReview && card.lastReview > answer.submittedAt ? card.lastReview : answer.submittedAt;
  return { card: reviewCard(card ?? newCard(answer.submittedAt), answer.rating, at, before.scheduling) };
}

const countReview = (day: DayState | undefined, review: Review) => ({
  reviews: (day?.reviews ?? 0) + (review ? 1 : 0),
  recalled: (day?.recalled ?? 0) + (review?.recalled ? 1 : 0),
  expectedMicro: (day?.expectedMicro ?? 0) + (review ? microPoints(review.expected) : 0),
});

/**
 * A pending answer that is now settled: mastery and the card take it as it stands, the day and the question correct what
 * they held of it.
 * @param pendingPoints points that the pending verdict had already given
 */
export function foldSettled(before: LearnerSlice, answer: CountedAnswer, pendingPoints: number): LearnerSlice {
  const after = foldAnswer(before, answer);
  const more = microPoints(answer.points) - microPoints(pendingPoints);
  const right = answer.verdict === "right" ? 1 : 0;
  const review = reviewOf(before.card, answer, before.scheduling);
  return {
    ...after,
    day: before.day && {
      ...before.day, right: before.day.right + right, microPoints: before.day.microPoints + more, ...countReview(before.day, review),
    },
    topicDay: before.topicDay && {
      ...before.topicDay,
      right: before.topicDay.right + right,
      microPoints: before.topicDay.microPoints + more,
      rating: after.topic?.rating ?? before.topicDay.rating,
      level: after.topic?.level ?? before.topicDay.level,
    },
    question: before.question && settleQuestion(before.question, answer, review, more),
  };
}
