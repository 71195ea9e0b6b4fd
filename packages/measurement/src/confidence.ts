/**
 * The chance of being right that each of the four levels of confidence states: guessing, unsure, fairly sure, certain. The
 * numbers are ours, told to the learner beside the words.
 */
export const statedChances = [0.25, 0.5, 0.75, 0.95] as const;

/** Settled answers of one level of confidence, and how many of them were right. */
export interface ConfidenceCount {
  answers: number;
  right: number;
}
export interface ConfidenceReport {
  answers: number;
  /** Mean squared distance between the stated chance and what happened: 0 is perfect, 0.25 is what always saying 50 % gets. */
  brier: number;
  /** Mean stated chance minus the share that was right: above zero is overconfident. */
  bias: number;
}

/**
 * How well stated confidence met what happened. Brier score (Brier 1950, "Verification of forecasts expressed in terms of
 * probability", Monthly Weather Review 78) and over- or underconfidence (Lichtenstein, Fischhoff & Phillips 1982, in "Judgment
 * under uncertainty"), both from counts by level: nothing needs the single answers.
 * @param counts by level, from guessing to certain
 * @returns null where nothing was said
 */
export function confidenceReport(counts: readonly ConfidenceCount[]): ConfidenceReport | null {
  let [answers, right, stated, squares] = [0, 0, 0, 0];
  for (const [level, chance] of statedChances.entries()) {
    const count = counts[level] ?? { answers: 0, right: 0 };
    answers += count.answers;
    right += count.right;
    stated += count.answers * chance;
    squares += count.right * (1 - chance) ** 2 + (count.answers - count.right) * chance ** 2;
  }
  return answers === 0 ? null : { answers, brier: squares / answers, bias: (stated - right) / answers };
}
