import { normals } from "@tidao/labs/normal";
import { range, sum } from "@tidao/labs/vector";

export type Vector = readonly number[];
export type Combination = "mean" | "pcgrad" | "mgda" | "cagrad";
export type Method = Combination | "uncertainty";

export const dot = (a: Vector, b: Vector) => sum(a.map((value, i) => value * (b[i] ?? NaN)));
const plus = (a: Vector, b: Vector, factor = 1) => a.map((value, i) => value + factor * (b[i] ?? NaN));
const scaled = (a: Vector, factor: number) => a.map((value) => value * factor);
const meanOf = (vectors: readonly Vector[]) =>
  scaled(
    vectors.reduce((total, vector) => plus(total, vector)),
    1 / vectors.length,
  );
const clip = (x: number) => Math.min(1, Math.max(0, x));

/** PCGrad in ascending order of the tasks: the running gradient of each against the original ones of the others. */
const projected = (gradients: readonly Vector[]) =>
  gradients.map((own, i) => {
    let running = own;
    for (const [j, other] of gradients.entries()) {
      const conflict = dot(running, other);
      if (j !== i && conflict < 0) running = plus(running, other, -conflict / dot(other, other));
    }
    return running;
  });

/** Share of the first gradient in the shortest convex combination of two. */
export function shortestShare(first: Vector, second: Vector): number {
  const difference = plus(first, second, -1);
  const length = dot(difference, difference);
  return length === 0 ? 0.5 : clip((dot(second, second) - dot(first, second)) / length);
}
const between = (first: Vector, second: Vector, share: number) => plus(scaled(first, share), second, 1 - share);

/** Two tasks: the best worst improvement within a ball of c times the mean's length around the mean. */
function conflictAverse(first: Vector, second: Vector, c: number): number[] {
  const mean = between(first, second, 0.5);
  const radius = c * Math.sqrt(dot(mean, mean));
  const dual = (share: number) => {
    const mixed = between(first, second, share);
    return dot(mixed, mean) + radius * Math.sqrt(dot(mixed, mixed));
  };
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (dual(left) < dual(right)) high = right;
    else low = left;
  }
  const mixed = between(first, second, (low + high) / 2);
  const length = Math.sqrt(dot(mixed, mixed));
  return length < 1e-12 ? mean : plus(mean, mixed, radius / length);
}

export function combine(gradients: readonly Vector[], method: Combination, c = 0.5): number[] {
  if (method === "mean") return meanOf(gradients);
  if (method === "pcgrad") return meanOf(projected(gradients));
  const [first = [], second = []] = gradients;
  if (method === "cagrad") return conflictAverse(first, second, c);
  return between(first, second, shortestShare(first, second));
}

/** Two tasks in the plane with minima (-1, 0) and (1, 1); the second loss is multiplied by k. */
export const losses = ([x = NaN, y = NaN]: Vector, k = 1) => [
  ((x + 1) ** 2 + 4 * y * y) / 2,
  (k * (4 * (x - 1) ** 2 + (y - 1) ** 2)) / 2,
];
export const gradients = ([x = NaN, y = NaN]: Vector, k = 1) => [
  [x + 1, 4 * y],
  [4 * k * (x - 1), k * (y - 1)],
];

export interface Run {
  end: number[];
  /** Log variances of uncertainty weighting. */
  s: number[];
  path: number[][];
}
/** Gradient descent on the bench, with the learnt log variances updated at the same time. */
export function descend(method: Method, k = 1, start: Vector = [-2, 2.5], steps = 10_000, rate = 0.004): Run {
  let [at, s] = [[...start], [0, 0]];
  const path = [at];
  for (let step = 0; step < steps; step++) {
    const [first = [], second = []] = gradients(at, k);
    let direction: number[];
    if (method === "uncertainty") {
      const noisy = plus(losses(at, k), [0.5, 0.5 * k]);
      const weights = s.map((value) => Math.exp(-value) / 2);
      direction = plus(scaled(first, weights[0] ?? NaN), second, weights[1]);
      s = s.map((value, i) => value - 0.02 * (0.5 - (weights[i] ?? NaN) * (noisy[i] ?? NaN)));
    } else direction = combine([first, second], method);
    at = plus(at, direction, -rate);
    path.push(at);
  }
  return { end: at, s, path };
}

/** Where the loss with weights share and 1 - share is smallest. */
export function paretoPoint(share: number): number[] {
  const rest = 1 - share;
  return [(-share + 4 * rest) / (share + 4 * rest), rest / (4 * share + rest)];
}

/** p proportional to min(size, cap) to the power alpha. */
export function shares(sizes: readonly number[], alpha: number, cap = Infinity): number[] {
  const weights = sizes.map((size) => Math.min(size, cap) ** alpha);
  return weights.map((weight) => weight / sum(weights));
}
/** Whole draws that add up to the budget, by largest remainders. */
export function draws(sizes: readonly number[], alpha: number, budget: number, cap = Infinity): number[] {
  const quotas = shares(sizes, alpha, cap).map((share) => share * budget);
  const counts = quotas.map((quota) => Math.floor(quota + 1e-9));
  const order = range(sizes.length).toSorted(
    (a, b) => (quotas[b] ?? NaN) - (counts[b] ?? NaN) - ((quotas[a] ?? NaN) - (counts[a] ?? NaN)),
  );
  for (const i of order.slice(0, budget - sum(counts))) counts[i] = (counts[i] ?? NaN) + 1;
  return counts;
}

export interface Sharing {
  /** Share of the grand mean in each task's estimate. */
  lambda: number;
  /** Observations per task, each of variance 1. */
  n: number;
  /** Variance of the tasks' true means. */
  spread: number;
  tasks: number;
}
/** Expected squared error of a task's estimate. */
export const sharingRisk = ({ lambda, n, spread, tasks }: Sharing) =>
  (1 - lambda) ** 2 / n +
  (2 * lambda * (1 - lambda)) / (n * tasks) +
  lambda ** 2 / (n * tasks) +
  lambda ** 2 * spread * (1 - 1 / tasks);
export const bestLambda = (n: number, spread: number) => 1 / n / (1 / n + spread);
/** The same by drawing true means, then sample means, again and again. */
export function simulatedRisk({ lambda, n, spread, tasks }: Sharing, repetitions = 400, seed = 1): number {
  const normal = normals(seed);
  let total = 0;
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const truth = range(tasks).map(() => Math.sqrt(spread) * normal());
    const sample = truth.map((mean) => mean + Math.sqrt(1 / n) * normal());
    const grand = sum(sample) / tasks;
    total += sum(sample.map((own, i) => ((1 - lambda) * own + lambda * grand - (truth[i] ?? NaN)) ** 2));
  }
  return total / (repetitions * tasks);
}

/** Switch's balance loss without its coefficient: routed shares and mean gate probabilities of the experts. */
export const balance = (routed: Vector, probability: Vector) => routed.length * dot(routed, probability);
