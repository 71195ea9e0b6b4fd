/**
 * Area under the ROC curve from counts by rank: the chance that a right answer was predicted higher than a wrong one, a
 * tie being half (Hanley & McNeil 1982, "The meaning and use of the area under a receiver operating characteristic (ROC)
 * curve", Radiology 143, doi 10.1148/radiology.143.1.7063747; the statistic of Mann & Whitney 1947).
 * @param wrong wrong answers at each rank, from the lowest prediction to the highest
 * @param right right answers at the same ranks
 * @returns 0 to 1; null where there are no wrong or no right answers
 */
export function aucFromCounts(wrong: ArrayLike<number>, right: ArrayLike<number>): number | null {
  let wrongBelow = 0;
  let rights = 0;
  let won = 0;
  for (let rank = 0; rank < wrong.length; rank++) {
    const wrongHere = wrong[rank] ?? 0;
    const rightHere = right[rank] ?? 0;
    won += rightHere * (wrongBelow + wrongHere / 2);
    wrongBelow += wrongHere;
    rights += rightHere;
  }
  return wrongBelow && rights ? won / (wrongBelow * rights) : null;
}

/**
 * The same from predictions as they are.
 * @param outcomes 1 or true for right
 */
export function auc(predictions: ArrayLike<number>, outcomes: ArrayLike<number | boolean>): number | null {
  const order = Uint32Array.from({ length: predictions.length }, (_, i) => i);
  const at = (i: number) => predictions[order[i] ?? 0] ?? 0;
  order.sort((a, b) => (predictions[a] ?? 0) - (predictions[b] ?? 0));
  const wrong: number[] = [];
  const right: number[] = [];
  for (let i = 0; i < order.length; i++) {
    const tied = i > 0 && at(i) === at(i - 1);
    if (!tied) {
      wrong.push(0);
      right.push(0);
    }
    const counts = outcomes[order[i] ?? 0] ? right : wrong;
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  return aucFromCounts(wrong, right);
}

/**
 * Standard error of an area with so many right and wrong answers (Hanley & McNeil 1982, with their approximations
 * Q1 = A / (2 - A) and Q2 = 2 A² / (1 + A)).
 */
export function aucStandardError(area: number, right: number, wrong: number): number {
  const q1 = area / (2 - area);
  const q2 = (2 * area ** 2) / (1 + area);
  const spread = area * (1 - area) + (right - 1) * (q1 - area ** 2) + (wrong - 1) * (q2 - area ** 2);
  return Math.sqrt(Math.max(0, spread) / (right * wrong));
}
