export type GuessableKind =
  "single-choice" | "multiple-choice" | "find-error" | "matching" | "ordering" | "numeric" | "cloze" | "short-answer";

/**
 * Expected points of a random ordering of 3 to 10 items, (E[longest common subsequence] - 1) / (n - 1). The distribution
 * of that length is a sum of squared numbers of Young tableaux (Schensted 1961, "Longest increasing and decreasing
 * subsequences", Canad. J. Math. 13).
 */
const orderingFloor = [
  0.5, 0.47222222222222, 0.44791666666667, 0.42805555555556, 0.41087962962963, 0.39576247165533, 0.38241877480159,
  0.370551177003723,
];

/**
 * The points that somebody who knows nothing earns on average.
 *
 * - single choice: 1 of k choices is right, 1/k.
 * - multiple choice, find the error: one tick at random among k earns 1/r with chance r/k, so 1/k whatever the number r
 *   of right ones; ticking more never gains on average, and ticking everything earns nothing.
 * - matching: each left meets its own right with chance 1/k among k rights.
 * - ordering: table above.
 * - typed answers: 0.
 * @param choiceCount choices, spans, rights (extras included) or items that the learner sees
 */
export function guessFloor({ kind, choiceCount }: { kind: GuessableKind; choiceCount: number }): number {
  switch (kind) {
    case "single-choice":
    case "multiple-choice":
    case "find-error":
    case "matching":
      return choiceCount > 0 ? 1 / choiceCount : 0;
    case "ordering":
      return orderingFloor[Math.min(choiceCount, 10) - 3] ?? 0.5;
    case "numeric":
    case "cloze":
    case "short-answer":
      return 0;
  }
}
