import type { Ability } from "./ability";
import { difficultyPriorWeight, estimateDifficulty } from "./difficulty-snapshot";
import { microPoints, pointsFromMicro } from "./micro-points";

/**
 * What first answers said about one item. Integers in millionths, so that a sum does not depend on who is counted first.
 * Later answers of the same learner are left out: whoever has seen the solution says how well they remember it, and with
 * reviews every item would look easy.
 */
export interface ItemSums {
  answers: number;
  microPoints: number;
  /** Ratings that learners had before they answered. */
  microRatings: number;
  /** Squares of these ratings with their own variance. */
  microSquares: number;
  microGuesses: number;
}

export const noAnswers: Readonly<ItemSums> = {
  answers: 0,
  microPoints: 0,
  microRatings: 0,
  microSquares: 0,
  microGuesses: 0,
};

export function addFirstAnswer(
  sums: Readonly<ItemSums>,
  answer: { points: number; ability: Ability; guess: number },
): ItemSums {
  const { rating, variance } = answer.ability;
  return {
    answers: sums.answers + 1,
    microPoints: sums.microPoints + microPoints(answer.points),
    microRatings: sums.microRatings + microPoints(rating),
    microSquares: sums.microSquares + microPoints(rating ** 2 + variance),
    microGuesses: sums.microGuesses + microPoints(answer.guess),
  };
}

/**
 * Difficulty in logits for the next snapshot. That able learners choose harder items does not make these look easy: the
 * mean rating of those who answered is in the formula (`estimateDifficulty`).
 * @param authorDifficulty logits, from `difficultyFromAuthor`
 * @param priorWeight answers that this opinion weighs as much as
 */
export function difficultyFrom(
  sums: Readonly<ItemSums>,
  authorDifficulty: number,
  priorWeight = difficultyPriorWeight,
): number {
  if (!sums.answers) return authorDifficulty;
  const mean = (micro: number) => pointsFromMicro(micro) / sums.answers;
  const meanRating = mean(sums.microRatings);
  return estimateDifficulty({
    submissions: sums.answers,
    microPoints: sums.microPoints,
    authorDifficulty,
    meanRating,
    ratingVariance: Math.max(0, mean(sums.microSquares) - meanRating ** 2),
    guess: mean(sums.microGuesses),
    priorWeight,
  });
}
