import { seededRandom } from "@tidao/kernel";
import { normal, normals } from "@tidao/labs/normal";
import { dot, mean, range, sum } from "@tidao/labs/vector";

export type Matrix = number[][];

const d = 16;
/** Orthonormal cosine vectors (DCT-II). */
const cosine = (k: number) =>
  range(d).map((i) => Math.sqrt((k === 0 ? 1 : 2) / d) * Math.cos((Math.PI * (i + 0.5) * k) / d));

/** A 16 × 16 update with the given singular values. */
export function idealUpdate(singular: readonly number[] = [3, 2, 1, 0.5]): Matrix {
  const pairs = singular.map((s, k) => ({ s, left: cosine(k), right: cosine(k + 5) }));
  return range(d).map((i) => range(d).map((j) => sum(pairs.map(({ s, left, right }) => s * (left[i] ?? NaN) * (right[j] ?? NaN)))));
}

const transposed = (m: Matrix): Matrix => (m[0] ?? []).map((_, j) => m.map((row) => row[j] ?? NaN));
const product = (a: Matrix, b: Matrix): Matrix => {
  const columns = transposed(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
};
const moved = (m: Matrix, by: Matrix, rate: number): Matrix =>
  m.map((row, i) => row.map((value, j) => value - rate * (by[i]?.[j] ?? NaN)));

export type Start = "b-zero" | "a-zero" | "both-zero" | "both-random";
export interface LoraRun {
  rank: number;
  rate?: number;
  steps?: number;
  /** α/r */
  scale?: number;
  start?: Start;
  seed?: number;
  /** Multiplies the random start. */
  spread?: number;
  /** Adam (0.9, 0.999, ε negligible) instead of gradient descent. */
  adam?: boolean;
}
/** Adam's direction for one matrix, with moments of its own. */
function adam() {
  let [first, second]: Matrix[] = [[], []];
  let step = 0;
  return (gradient: Matrix): Matrix => {
    step++;
    const blend = (old: Matrix | undefined, keep: number, of: (g: number) => number) =>
      gradient.map((row, i) => row.map((g, j) => keep * (old?.[i]?.[j] ?? 0) + (1 - keep) * of(g)));
    first = blend(first, 0.9, (g) => g);
    second = blend(second, 0.999, (g) => g * g);
    const [m, v] = [first, second];
    return m.map((row, i) =>
      row.map((value, j) => value / (1 - 0.9 ** step) / (Math.sqrt((v[i]?.[j] ?? NaN) / (1 - 0.999 ** step)) + 1e-12)),
    );
  };
}
/** ‖(α/r)BA − ΔW‖² before each step of gradient descent on both factors, and after the last. */
export function lora(run: LoraRun): number[] {
  const { rank, rate = 0.05, steps = 300, scale = 1, start = "b-zero", seed = 1, spread = 1 } = run;
  const target = idealUpdate();
  const next = normals(seed);
  const drawn = (rows: number, columns: number): Matrix =>
    range(rows).map(() => range(columns).map(() => (spread * next()) / 4));
  const zeros = (rows: number, columns: number): Matrix => range(rows).map(() => range(columns).map(() => 0));
  let a = start === "a-zero" || start === "both-zero" ? zeros(rank, d) : drawn(rank, d);
  let b = start === "b-zero" || start === "both-zero" ? zeros(d, rank) : drawn(d, rank);
  const losses: number[] = [];
  const [directB, directA] = run.adam ? [adam(), adam()] : [(g: Matrix) => g, (g: Matrix) => g];
  for (let step = 0; step <= steps; step++) {
    const error = moved(
      product(b, a).map((row) => row.map((value) => scale * value)),
      target,
      1,
    );
    losses.push(sum(error.flat().map((value) => value ** 2)));
    const [forB, forA] = [product(error, transposed(a)), product(transposed(b), error)];
    const whole = (g: Matrix) => g.map((row) => row.map((value) => 2 * scale * value));
    [b, a] = [moved(b, directB(whole(forB)), rate), moved(a, directA(whole(forA)), rate)];
  }
  return losses;
}

/** Two quadratic tasks with their curvatures and optima. */
export const source = { curvature: [4, 0.2], optimum: [0, 0] };
export const target = { curvature: [0.5, 2], optimum: [2, 1] };
type Task = typeof source;
export const lossOf = ({ curvature, optimum }: Task, w: readonly number[]) =>
  sum(curvature.map((h, i) => h * ((w[i] ?? NaN) - (optimum[i] ?? NaN)) ** 2));
/** Minimises the target's loss plus lambda · Σ weight (w − w_source)². */
export const anchored = (lambda: number, weight: readonly number[]) =>
  target.optimum.map((t, i) => {
    const [h, p] = [target.curvature[i] ?? NaN, lambda * (weight[i] ?? NaN)];
    return (h * t + p * (source.optimum[i] ?? NaN)) / (h + p);
  });
export const interpolated = (share: number) =>
  target.optimum.map((t, i) => (1 - share) * (source.optimum[i] ?? NaN) + share * t);
/** Gradient descent from the source's optimum on (1 − replay) · target + replay · source. */
export function descended(steps: number, replay = 0, rate = 0.1): number[] {
  let w = [...source.optimum];
  for (let step = 0; step < steps; step++)
    w = w.map((value, i) => {
      const slope = ({ curvature, optimum }: Task) => 2 * (curvature[i] ?? NaN) * (value - (optimum[i] ?? NaN));
      return value - rate * ((1 - replay) * slope(target) + replay * slope(source));
    });
  return w;
}

export interface Points {
  x: number[];
  y: number[];
}
/** y = +1 with the given share; x = shift + y + N(0, 1). */
export function targetPoints({ shift = 0.8, share = 0.5, n = 2000, seed = 1 } = {}): Points {
  const random = seededRandom(seed);
  const points: Points = { x: [], y: [] };
  for (let i = 0; i < n; i++) {
    const label = random.next() < share ? 1 : -1;
    points.y.push(label);
    points.x.push(shift + label + normal(random));
  }
  return points;
}
export interface Round {
  threshold: number;
  accuracy: number;
  /** Mean of the recalls of both classes. */
  balanced: number;
  coverage: number;
  precision: number;
  /** Share of +1 among the kept pseudo-labels. */
  positive: number;
  recallOfNegative: number;
}
/**
 * Self-training of a nearest-mean classifier that starts at the means −1 and 1. `prior` places the boundary so that this
 * share of the points is judged +1; `fraction` keeps that part of each predicted class, the most confident ones.
 */
export function selfTraining(
  { x, y }: Points,
  { tau = 0.5, rounds = 10, prior, fraction }: { tau?: number; rounds?: number; prior?: number; fraction?: number } = {},
): Round[] {
  let [low, high] = [-1, 1];
  const history: Round[] = [];
  const sorted = x.toSorted((a, b) => a - b);
  for (let round = 0; round <= rounds; round++) {
    const threshold =
      prior === undefined ? (low + high) / 2 : (sorted[Math.round((1 - prior) * x.length)] ?? NaN);
    const judged = x.map((value) => (value > threshold ? 1 : -1));
    const confidence = x.map((value) => 1 / (1 + Math.exp(-(high - low) * Math.abs(value - threshold))));
    const cut = (label: number) => {
      if (fraction === undefined) return 0;
      const own = confidence.filter((_, i) => judged[i] === label).toSorted((a, b) => b - a);
      return own[Math.floor(fraction * own.length) - 1] ?? Infinity;
    };
    const cuts = { low: cut(-1), high: cut(1) };
    const kept = range(x.length).filter(
      (i) => (confidence[i] ?? 0) >= Math.max(tau, judged[i] === 1 ? cuts.high : cuts.low),
    );
    const right = (i: number) => judged[i] === y[i];
    const recall = (label: number) => {
      const own = range(x.length).filter((i) => y[i] === label);
      return own.filter(right).length / own.length;
    };
    history.push({
      threshold,
      accuracy: range(x.length).filter(right).length / x.length,
      balanced: (recall(1) + recall(-1)) / 2,
      coverage: kept.length / x.length,
      precision: kept.filter(right).length / kept.length,
      positive: kept.filter((i) => judged[i] === 1).length / kept.length,
      recallOfNegative: recall(-1),
    });
    const sides = [-1, 1].map((label) => kept.filter((i) => judged[i] === label).map((i) => x[i] ?? NaN));
    if (sides.some((side) => side.length === 0)) break;
    [low, high] = [mean(sides[0] ?? []), mean(sides[1] ?? [])];
  }
  return history;
}

/** Standard normal distribution function (Simpson's rule). */
export function phi(z: number): number {
  const steps = 400;
  const h = z / steps;
  const density = (t: number) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  return (
    0.5 +
    (h / 3) * sum(range(steps + 1).map((i) => (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * density(i * h)))
  );
}
/** Coverage and precision of the first round with unlimited data; the classifier has its boundary at 0 and slope 2. */
export function population(tau: number, shift = 0, share = 0.5) {
  const cut = Math.log(tau / (1 - tau)) / 2;
  const above = (centre: number) => 1 - phi(cut - centre);
  const below = (centre: number) => phi(-cut - centre);
  const [up, down] = [shift + 1, shift - 1];
  const coverage = share * (above(up) + below(up)) + (1 - share) * (above(down) + below(down));
  const right = share * above(up) + (1 - share) * below(down);
  return { coverage, precision: right / coverage, ofPositive: above(up) + below(up), ofNegative: above(down) + below(down) };
}

export const teacher = [4, 1, -2, -3];
export const student = [1, 1.5, -0.5, -2];
export const softmax = (logits: readonly number[], temperature = 1): number[] => {
  const powers = logits.map((z) => Math.exp(z / temperature));
  return powers.map((power) => power / sum(powers));
};
/** KL(teacher ‖ student) at a temperature and its gradient by the student's logits, without T². */
export function soft(temperature: number, zt: readonly number[] = teacher, zs: readonly number[] = student) {
  const [p, q] = [softmax(zt, temperature), softmax(zs, temperature)];
  return {
    kl: sum(p.map((value, i) => value * Math.log(value / (q[i] ?? NaN)))),
    gradient: q.map((value, i) => (value - (p[i] ?? NaN)) / temperature),
  };
}
/** Gradient of the cross-entropy with label 0. */
export const hardGradient = (zs: readonly number[] = student) => softmax(zs).map((q, i) => q - (i === 0 ? 1 : 0));
export const norm = (values: readonly number[]) => Math.sqrt(sum(values.map((value) => value ** 2)));
