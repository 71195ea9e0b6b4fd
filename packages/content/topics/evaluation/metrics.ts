import { seededRandom } from "@tidao/kernel";
import { normal } from "@tidao/labs/normal";

/** The programs behind every number of this topic's lesson, figures and questions. */
export interface Scored {
  scores: number[];
  labels: number[];
  probabilities: number[];
  positives: number;
}
export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Positives score N(1.5, 1), negatives N(0, 1); the probability is the true posterior. */
export function simulateScores(prevalence: number, n = 5000, shift = 1.5, seed = 8): Scored {
  const random = seededRandom(seed);
  const positives = Math.floor(n * prevalence + 0.5);
  const scores = Array.from({ length: n }, (_, i) => normal(random) + (i < positives ? shift : 0));
  const prior = Math.log(positives / (n - positives));
  return {
    scores,
    labels: scores.map((_, i) => (i < positives ? 1 : 0)),
    probabilities: scores.map((z) => sigmoid(shift * z - shift ** 2 / 2 + prior)),
    positives,
  };
}

export interface Confusion {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}
export function confusionAt({ scores, labels, positives }: Scored, threshold: number): Confusion {
  const flagged = labels.filter((_, i) => (scores[i] ?? 0) >= threshold);
  const tp = flagged.filter((label) => label === 1).length;
  const fp = flagged.length - tp;
  return { tp, fp, fn: positives - tp, tn: labels.length - positives - fp };
}
export const accuracy = ({ tp, fp, fn, tn }: Confusion) => (tp + tn) / (tp + fp + fn + tn);
export const precision = ({ tp, fp }: Confusion) => tp / (tp + fp);
export const recall = ({ tp, fn }: Confusion) => tp / (tp + fn);
export const f1 = (cells: Confusion) => 2 / (1 / precision(cells) + 1 / recall(cells));
export const mcc = ({ tp, fp, fn, tn }: Confusion) =>
  (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
export const swapped = ({ tp, fp, fn, tn }: Confusion): Confusion => ({ tp: tn, fp: fn, fn: fp, tn: tp });

/** Counts pairs of a positive and a negative directly from the definition: slow, and so an independent check. */
export function auc(scores: readonly number[], labels: readonly number[]): number {
  const of = (label: number) => scores.filter((_, i) => labels[i] === label);
  const [positives, negatives] = [of(1), of(0)];
  let won = 0;
  for (const p of positives) for (const n of negatives) won += p > n ? 1 : p === n ? 0.5 : 0;
  return won / (positives.length * negatives.length);
}

/** Step-wise over distinct thresholds, descending. */
export function averagePrecision(scores: readonly number[], labels: readonly number[]): number {
  const order = scores.map((score, i) => ({ score, label: labels[i] ?? 0 })).toSorted((a, b) => b.score - a.score);
  const positives = order.filter(({ label }) => label === 1).length;
  let [tp, seen, sum] = [0, 0, 0];
  for (const score of new Set(order.map((each) => each.score))) {
    const block = [];
    while (order[seen]?.score === score) block.push(order[seen++]?.label ?? 0);
    const hits = block.reduce((a, b) => a + b, 0);
    tp += hits;
    sum += (hits / positives) * (tp / seen);
  }
  return sum;
}

export interface Bin {
  n: number;
  stated: number;
  observed: number;
}
export function calibrationBins(probabilities: readonly number[], labels: readonly number[]): Bin[] {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, stated: 0, observed: 0 }));
  probabilities.forEach((p, i) => {
    const bin = bins[Math.min(9, Math.floor(10 * p))];
    if (!bin) return;
    bin.n++;
    bin.stated += p;
    bin.observed += labels[i] ?? 0;
  });
  return bins
    .filter(({ n }) => n > 0)
    .map(({ n, stated, observed }) => ({ n, stated: stated / n, observed: observed / n }));
}
export function expectedCalibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { n }) => sum + n, 0);
  return bins.reduce((sum, { n, stated, observed }) => sum + (n / total) * Math.abs(stated - observed), 0);
}
export const brier = (probabilities: readonly number[], labels: readonly number[]) =>
  probabilities.reduce((sum, p, i) => sum + (p - (labels[i] ?? 0)) ** 2, 0) / labels.length;
export const sharpened = (probabilities: readonly number[], temperature: number) =>
  probabilities.map((p) => sigmoid(Math.log(p / (1 - p)) / temperature));

/** Goes through every choice of k out of n samples, of which the first c pass. */
export function passAtKByEnumeration(n: number, c: number, k: number): number {
  let [all, passing] = [0, 0];
  const choose = (from: number, left: number, anyPass: boolean): void => {
    if (left === 0) {
      all++;
      if (anyPass) passing++;
      return;
    }
    for (let i = from; i <= n - left; i++) choose(i + 1, left - 1, anyPass || i < c);
  };
  choose(0, k, false);
  return passing / all;
}

/** Wilson's ends as what they are: the proportions that a score test just fails to reject, found by bisection. */
export function wilsonByBisection(right: number, n: number, z = 1.959963984540054): [number, number] {
  const observed = right / n;
  const rejects = (p: number) => Math.abs(observed - p) > z * Math.sqrt((p * (1 - p)) / n);
  const end = (outside: number) => {
    if (outside === observed) return observed;
    let inside = observed;
    for (let i = 0; i < 200; i++) {
      const middle = (inside + outside) / 2;
      if (rejects(middle)) outside = middle;
      else inside = middle;
    }
    return inside;
  };
  return [end(0), end(1)];
}

/** Wins of row over column, by minorise-maximise (Hunter 2004), geometric mean 1. */
export function bradleyTerry(wins: readonly (readonly number[])[], iterations = 200): number[] {
  let strengths = wins.map(() => 1);
  const against = (i: number, j: number) => (wins[i]?.[j] ?? 0) + (wins[j]?.[i] ?? 0);
  for (let t = 0; t < iterations; t++) {
    const next = strengths.map((own, i) => {
      const won = (wins[i] ?? []).reduce((a, b) => a + b, 0);
      return won / strengths.reduce((sum, other, j) => (i === j ? sum : sum + against(i, j) / (own + other)), 0);
    });
    const mean = Math.exp(next.reduce((sum, p) => sum + Math.log(p), 0) / next.length);
    strengths = next.map((p) => p / mean);
  }
  return strengths;
}
export const elo = (strength: number) => 1000 + 400 * Math.log10(strength);

export type JudgingOrder = "first" | "random" | "both";
/** Share of pairs that A wins before a judge who gives the first slot a bonus, with half the width of its 95% interval. */
export function judgedWinRate(order: JudgingOrder, gap = -0.2, bonus = 0.8, pairs = 2000, seed = 31) {
  const random = seededRandom(seed);
  const asFirst = () => (random.next() < sigmoid(gap + bonus) ? 1 : 0);
  const asSecond = () => (random.next() < sigmoid(gap - bonus) ? 1 : 0);
  const verdict = {
    first: asFirst,
    random: () => (random.next() < 0.5 ? asFirst() : asSecond()),
    both: () => (asFirst() + asSecond()) / 2,
  }[order];
  const verdicts = Array.from({ length: pairs }, verdict);
  const mean = verdicts.reduce<number>((sum, v) => sum + v, 0) / pairs;
  const variance = verdicts.reduce<number>((sum, v) => sum + (v - mean) ** 2, 0) / pairs;
  return { mean, halfWidth: 1.96 * Math.sqrt(variance / pairs) };
}

export function kappa([[a, b], [c, d]]: [[number, number], [number, number]]) {
  const n = a + b + c + d;
  const agreement = (a + d) / n;
  const chance = ((a + b) * (a + c) + (c + d) * (b + d)) / n ** 2;
  return { agreement, chance, kappa: (agreement - chance) / (1 - chance) };
}
