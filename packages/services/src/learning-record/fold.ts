import { initialRating, microPoints, type Rating as MasteryRating, updateRating } from "@tidao/measurement";
import { type Card, newCard, type Rating, reviewCard } from "@tidao/scheduling";
import type { Verdict } from "@tidao/grading";

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
  /** Null where the context does not feed reviews. */
  rating: Rating | null;
  /** Logits, as stored with the grading. */
  itemDifficulty: number;
  /** Chance of being right without knowing. */
  guess: number;
  submittedAt: Date;
  /** The learner's own calendar day, YYYY-MM-DD. */
  localDate: string;
  durationMs: number;
}

export interface MasteryState extends MasteryRating {
  right: number;
  microPoints: number;
  seconds: number;
  updatedAt: Date;
}
export interface DayState {
  answers: number;
  right: number;
  microPoints: number;
  seconds: number;
}
export interface QuestionStateValue {
  answers: number;
  lastVerdict: Verdict;
  lastPoints: number;
  lastSubmission: string;
  lastAt: Date;
}
/** What one answer reads and replaces. */
export interface LearnerSlice {
  card?: Card;
  topic?: MasteryState;
  objective?: MasteryState;
  day?: DayState;
  question?: QuestionStateValue;
}

/** Beyond this an open tab is no longer time spent on the question. */
const longestCountedSeconds = 1800;
const secondsOf = (answer: CountedAnswer) => Math.min(longestCountedSeconds, Math.round(answer.durationMs / 1000));

function foldMastery(before: MasteryState | undefined, answer: CountedAnswer): MasteryState {
  const { rating, answers } = updateRating(before ?? initialRating, {
    score: answer.points,
    difficulty: answer.itemDifficulty,
    guess: answer.guess,
  });
  return {
    rating,
    answers,
    right: (before?.right ?? 0) + (answer.verdict === "right" ? 1 : 0),
    microPoints: (before?.microPoints ?? 0) + microPoints(answer.points),
    seconds: (before?.seconds ?? 0) + secondsOf(answer),
    updatedAt: answer.submittedAt,
  };
}

/** The learner's state after one more answer that counts. A pending verdict counts as activity only. */
export function foldAnswer(before: LearnerSlice, answer: CountedAnswer): LearnerSlice {
  const settled = answer.verdict !== "pending";
  const right = answer.verdict === "right" ? 1 : 0;
  const reviewedAt = before.card?.lastReview && before.card.lastReview > answer.submittedAt ? before.card.lastReview : answer.submittedAt;
  return {
    card:
      settled && answer.rating !== null
        ? reviewCard(before.card ?? newCard(answer.submittedAt), answer.rating, reviewedAt)
        : before.card,
    topic: settled ? foldMastery(before.topic, answer) : before.topic,
    objective: settled ? foldMastery(before.objective, answer) : before.objective,
    day: {
      answers: (before.day?.answers ?? 0) + 1,
      right: (before.day?.right ?? 0) + right,
      microPoints: (before.day?.microPoints ?? 0) + microPoints(answer.points),
      seconds: (before.day?.seconds ?? 0) + secondsOf(answer),
    },
    question: {
      answers: (before.question?.answers ?? 0) + 1,
      lastVerdict: answer.verdict,
      lastPoints: answer.points,
      lastSubmission: answer.submissionId,
      lastAt: answer.submittedAt,
    },
  };
}

/**
 * A pending answer that is now settled: mastery and the card take it as it stands, the day and the question correct what
 * they held of it.
 * @param pendingPoints points that the pending verdict had already given
 */
export function foldSettled(before: LearnerSlice, answer: CountedAnswer, pendingPoints: number): LearnerSlice {
  const after = foldAnswer(before, answer);
  const more = microPoints(answer.points) - microPoints(pendingPoints);
  const right = answer.verdict === "right" ? 1 : 0;
  return {
    ...after,
    day: before.day && { ...before.day, right: before.day.right + right, microPoints: before.day.microPoints + more },
    question:
      before.question?.lastSubmission === answer.submissionId
        ? { ...before.question, lastVerdict: answer.verdict, lastPoints: answer.points }
        : before.question,
  };
}
