import { microPoints } from "@tidao/measurement";
import type { Verdict } from "@tidao/grading";
import { type CountedAnswer, secondsOf } from "./counted-answer";

/** An answer to a learned card a day or more after it was last seen: was it recalled, and how likely was that. */
export type Review = { recalled: boolean; expected: number } | null;

/** What one learner did on one question on one day. */
export interface QuestionDay {
  /** The learner's own, YYYY-MM-DD. */
  date: string;
  answers: number;
  right: number;
  seconds: number;
  reviews: number;
  recalled: number;
  /** Predicted recall of the reviews, in millionths. */
  expectedMicro: number;
}
/** What one learner did on one question: the latest result, and sums over all of them. */
export interface QuestionStateValue {
  answers: number;
  right: number;
  microPoints: number;
  seconds: number;
  /** Settled answers by the four levels of confidence, and how many of each were right. */
  confidenceAnswers: readonly number[];
  confidenceRight: readonly number[];
  reviews: number;
  recalled: number;
  lastVerdict: Verdict;
  lastPoints: number;
  lastSubmission: string;
  lastAt: Date;
  /** Shown by the latest answer. */
  lastMisconceptions: readonly string[];
  /** Days with an answer, oldest first: any set of questions has its calendar in them. */
  days: readonly QuestionDay[];
}

const untouched = {
  answers: 0, right: 0, microPoints: 0, seconds: 0, confidenceAnswers: [0, 0, 0, 0], confidenceRight: [0, 0, 0, 0], reviews: 0, recalled: 0,
  days: [],
};
const plusOneAt = (counts: readonly number[], confidence: number | null, happened: boolean): readonly number[] =>
  confidence === null || !happened ? counts : counts.map((n, index) => (index === confidence - 1 ? n + 1 : n));

/** Sums that a verdict moves; a pending one moves none of them. */
const settledSums = (before: Omit<QuestionStateValue, `last${string}` | "days">, answer: CountedAnswer, review: Review) => {
  const right = answer.verdict === "right";
  const settled = answer.verdict !== "pending";
  return {
    right: before.right + (right ? 1 : 0),
    confidenceAnswers: plusOneAt(before.confidenceAnswers, answer.confidence, settled),
    confidenceRight: plusOneAt(before.confidenceRight, answer.confidence, right),
    reviews: before.reviews + (review ? 1 : 0),
    recalled: before.recalled + (review?.recalled ? 1 : 0),
  };
};

const emptyDay = { answers: 0, right: 0, seconds: 0, reviews: 0, recalled: 0, expectedMicro: 0 };
/** Adds to the day of an answer. What was withheld is told later, so that its day need not be the last one. */
function addToDay(days: readonly QuestionDay[], { localDate, verdict }: CountedAnswer, review: Review, of: { answers: number; seconds: number }): readonly QuestionDay[] {
  const at = days.findLastIndex(({ date }) => date <= localDate);
  const known = days[at]?.date === localDate;
  const held = known ? days[at]! : { ...emptyDay, date: localDate };
  const day: QuestionDay = {
    ...held,
    answers: held.answers + of.answers,
    right: held.right + (verdict === "right" ? 1 : 0),
    seconds: held.seconds + of.seconds,
    reviews: held.reviews + (review ? 1 : 0),
    recalled: held.recalled + (review?.recalled ? 1 : 0),
    expectedMicro: held.expectedMicro + (review ? microPoints(review.expected) : 0),
  };
  return known ? days.with(at, day) : days.toSpliced(at + 1, 0, day);
}

export function foldQuestion(before: QuestionStateValue | undefined, answer: CountedAnswer, review: Review): QuestionStateValue {
  const held = before ?? untouched;
  return {
    ...settledSums(held, answer, review),
    answers: held.answers + 1,
    microPoints: held.microPoints + microPoints(answer.points),
    seconds: held.seconds + secondsOf(answer),
    lastVerdict: answer.verdict,
    lastPoints: answer.points,
    lastSubmission: answer.submissionId,
    lastAt: answer.submittedAt,
    lastMisconceptions: answer.misconceptions,
    days: addToDay(held.days, answer, review, { answers: 1, seconds: secondsOf(answer) }),
  };
}

/** A pending answer to the question has been settled; it may no longer be the latest. */
export function settleQuestion(before: QuestionStateValue, answer: CountedAnswer, review: Review, moreMicroPoints: number): QuestionStateValue {
  const after = { ...before, ...settledSums(before, answer, review), microPoints: before.microPoints + moreMicroPoints, days: addToDay(before.days, answer, review, { answers: 0, seconds: 0 }) };
  if (before.lastSubmission !== answer.submissionId) return after;
  return { ...after, lastVerdict: answer.verdict, lastPoints: answer.points, lastMisconceptions: answer.misconceptions };
}
