export interface CurvePoint {
  /** Everything with a score of at least this is predicted positive. */
  threshold: number;
  x: number;
  y: number;
}

/**
 * Area under the ROC curve, the Mann-Whitney statistic with ties at mid-rank: (Σ ranks of positives - P(P+1)/2) / (P N)
 * (Hanley & McNeil 1982). Null when a class is missing.
 */
export function rocAuc(scores: readonly number[], labels: readonly number[]): number | null {
  const order = sorted(scores, labels).toReversed();
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let ranks = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && order[to]?.score === order[from]?.score) to++;
    const midRank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) ranks += midRank * (order[i]?.label ?? 0);
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Average precision Σ (R_k - R_{k-1}) P_k over distinct thresholds, descending. Null without a positive. */
export function averagePrecision(scores: readonly number[], labels: readonly number[]): number | null {
  const steps = cumulative(scores, labels);
  const positives = steps.at(-1)?.truePositives ?? 0;
  if (positives === 0) return null;
  let before = 0;
  let sum = 0;
  for (const { truePositives, falsePositives } of steps) {
    sum += ((truePositives - before) / positives) * (truePositives / (truePositives + falsePositives));
    before = truePositives;
  }
  return sum;
}

/** True positive rate (recall) against false positive rate, from (0, 0) to (1, 1). */
export function rocCurve(scores: readonly number[], labels: readonly number[]): CurvePoint[] {
  const steps = cumulative(scores, labels);
  const { truePositives: positives = 0, falsePositives: negatives = 0 } = steps.at(-1) ?? {};
  return [
    { threshold: Infinity, x: 0, y: 0 },
    ...steps.map((step) => ({
      threshold: step.threshold,
      x: negatives ? step.falsePositives / negatives : 0,
      y: positives ? step.truePositives / positives : 0,
    })),
  ];
}

/** Precision against recall, one point a threshold. Not to be joined by straight lines (Davis & Goadrich 2006). */
export function prCurve(scores: readonly number[], labels: readonly number[]): CurvePoint[] {
  const steps = cumulative(scores, labels);
  const positives = steps.at(-1)?.truePositives ?? 0;
  return steps.map((step) => ({
    threshold: step.threshold,
    x: positives ? step.truePositives / positives : 0,
    y: step.truePositives / (step.truePositives + step.falsePositives),
  }));
}

/** Counts of those at or above each distinct score, from the highest score down. */
function cumulative(scores: readonly number[], labels: readonly number[]) {
  const steps: { threshold: number; truePositives: number; falsePositives: number }[] = [];
  let [truePositives, falsePositives] = [0, 0];
  const order = sorted(scores, labels);
  order.forEach(({ score, label }, i) => {
    if (label === 1) truePositives++;
    else falsePositives++;
    if (order[i + 1]?.score !== score) steps.push({ threshold: score, truePositives, falsePositives });
  });
  return steps;
}

function sorted(scores: readonly number[], labels: readonly number[]) {
  if (scores.length !== labels.length) throw new RangeError("as many labels as scores");
  if (labels.some((label) => label !== 0 && label !== 1)) throw new RangeError("a label is 0 or 1");
  if (scores.some((score) => typeof score !== "number" || Number.isNaN(score)))
    throw new RangeError("a score is a number");
  return scores.map((score, i) => ({ score, label: labels[i] ?? 0 })).sort((a, b) => b.score - a.score);
}
