/** The scale of ratings and difficulties: log-odds (Rasch 1960, "Probabilistic Models for Some Intelligence Tests"). */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
export const logit = (p: number): number => Math.log(p / (1 - p));

export type AuthorDifficulty = 1 | 2 | 3 | 4 | 5;

/**
 * What an author's difficulty means before anyone has answered: one logit a step, 3 at zero. A learner with a rating of
 * zero knows the answer to 88, 73, 50, 27 and 12 % of items of difficulty 1 to 5.
 */
export function difficultyFromAuthor(difficulty: number): number {
  return difficulty - 3;
}
