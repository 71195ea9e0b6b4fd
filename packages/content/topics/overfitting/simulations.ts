import { seededRandom } from "@tidao/kernel";
import { normal, normals } from "@tidao/labs/normal";

export interface Sample {
  x: number;
  y: number;
}
/** y = sin(πx) plus noise of 0.3, x uniform between −1 and 1. */
export function samples(count: number, seed: number): Sample[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const x = 2 * random.next() - 1;
    return { x, y: Math.sin(Math.PI * x) + 0.3 * normal(random) };
  });
}

/** Legendre polynomials of degree 0 to `degree` at x. */
export function features(x: number, degree: number): number[] {
  const all = [1, x];
  for (let k = 2; k <= degree; k++)
    all.push(((2 * k - 1) * x * (all[k - 1] ?? 0) - (k - 1) * (all[k - 2] ?? 0)) / k);
  return all.slice(0, degree + 1);
}
const predict = (weights: readonly number[], x: number) =>
  features(x, weights.length - 1).reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
export const meanSquare = (weights: readonly number[], data: readonly Sample[]): number =>
  data.reduce((sum, { x, y }) => sum + (predict(weights, x) - y) ** 2, 0) / data.length;
export const norm = (weights: readonly number[]): number => Math.hypot(...weights);

/** Solves a square system by elimination with partial pivoting. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++)
      if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = i;
    const [chosen = [], other = []] = [rows[pivot], rows[column]];
    rows[pivot] = other;
    rows[column] = chosen;
    for (let i = column + 1; i < n; i++) {
      const row = rows[i] ?? [];
      const factor = (row[column] ?? 0) / (chosen[column] ?? NaN);
      for (let j = column; j <= n; j++) row[j] = (row[j] ?? 0) - factor * (chosen[j] ?? 0);
    }
  }
  const solution = Array.from({ length: n }, () => 0);
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    let value = row[n] ?? 0;
    for (let j = i + 1; j < n; j++) value -= (row[j] ?? 0) * (solution[j] ?? 0);
    solution[i] = value / (row[i] ?? NaN);
  }
  return solution;
}

/** Least squares with a penalty on all weights but the intercept: (FᵀF/n + λI) w = Fᵀy/n. */
export function ridge(data: readonly Sample[], degree: number, lambda: number): number[] {
  const rows = data.map(({ x }) => features(x, degree));
  const size = degree + 1;
  const gram = Array.from({ length: size }, (_, i) =>
    Array.from(
      { length: size },
      (_, j) =>
        rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0) / data.length + (i === j && i > 0 ? lambda : 0),
    ),
  );
  const right = Array.from(
    { length: size },
    (_, i) => rows.reduce((sum, row, r) => sum + (row[i] ?? 0) * (data[r]?.y ?? 0), 0) / data.length,
  );
  return solve(gram, right);
}

export const softThreshold = (value: number, threshold: number): number =>
  Math.sign(value) * Math.max(0, Math.abs(value) - threshold);

/** ½ mean square + λ‖w‖₁ without the intercept, by cyclic coordinate descent. */
export function lasso(data: readonly Sample[], degree: number, lambda: number): number[] {
  const rows = data.map(({ x }) => features(x, degree));
  const weights = Array.from({ length: degree + 1 }, () => 0);
  const n = data.length;
  for (let sweep = 0; sweep < 500; sweep++)
    for (let j = 0; j <= degree; j++) {
      let [inner, square] = [0, 0];
      rows.forEach((row, r) => {
        const others = row.reduce((sum, value, i) => (i === j ? sum : sum + value * (weights[i] ?? 0)), 0);
        inner += ((row[j] ?? 0) * ((data[r]?.y ?? 0) - others)) / n;
        square += (row[j] ?? 0) ** 2 / n;
      });
      weights[j] = (j === 0 ? inner : softThreshold(inner, lambda)) / square;
    }
  return weights;
}

/** Gradient descent on ½ mean square from 0, rate 0.5; the errors after each step. */
export function descend(data: readonly Sample[], validation: readonly Sample[], degree: number, steps: number) {
  const rows = data.map(({ x }) => features(x, degree));
  let weights = Array.from({ length: degree + 1 }, () => 0);
  const errors: { train: number; validation: number }[] = [];
  for (let step = 0; step < steps; step++) {
    const residuals = rows.map(
      (row, r) => row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) - (data[r]?.y ?? 0),
    );
    weights = weights.map(
      (weight, i) =>
        weight - (0.5 * rows.reduce((sum, row, r) => sum + (row[i] ?? 0) * (residuals[r] ?? 0), 0)) / data.length,
    );
    errors.push({ train: meanSquare(weights, data), validation: meanSquare(weights, validation) });
  }
  return errors;
}

/** Positions 0 to `count` − 1, shuffled. */
const shuffled = (count: number, seed: number) =>
  seededRandom(seed).shuffle(Array.from({ length: count }, (_, i) => i));
const folds = (order: readonly number[], k: number) =>
  Array.from({ length: k }, (_, i) =>
    order.slice(Math.floor((i * order.length) / k), Math.floor(((i + 1) * order.length) / k)),
  );

export function crossValidated(data: readonly Sample[], degree: number, lambda: number, k = 5, seed = 1): number {
  const parts = folds(shuffled(data.length, seed), k);
  let sum = 0;
  for (const held of parts) {
    const weights = ridge(
      data.filter((_, i) => !held.includes(i)),
      degree,
      lambda,
    );
    const left = data.filter((_, i) => held.includes(i));
    sum += meanSquare(weights, left) * left.length;
  }
  return sum / data.length;
}

/** Noise and nothing else: error of 5-fold cross-validation when 10 of 500 features are chosen before or inside the folds. */
export function leakage(seed: number, inside: boolean, count = 40, width = 500, keep = 10): number {
  const draw = normals(seed);
  const rows = Array.from({ length: count }, () => Array.from({ length: width }, draw));
  const label = (i: number) => i % 2;
  const all = Array.from({ length: count }, (_, i) => i);
  const means = (use: readonly number[], of: number) => {
    const chosen = use.filter((i) => label(i) === of);
    return Array.from({ length: width }, (_, f) => chosen.reduce((sum, i) => sum + (rows[i]?.[f] ?? 0), 0) / chosen.length);
  };
  const select = (use: readonly number[]) => {
    const [zero, one] = [means(use, 0), means(use, 1)];
    return Array.from({ length: width }, (_, f) => f)
      .sort((a, b) => Math.abs((one[b] ?? 0) - (zero[b] ?? 0)) - Math.abs((one[a] ?? 0) - (zero[a] ?? 0)))
      .slice(0, keep);
  };
  const before = select(all);
  let wrong = 0;
  for (const held of folds(shuffled(count, seed), 5)) {
    const use = all.filter((i) => !held.includes(i));
    const kept = inside ? select(use) : before;
    const [zero, one] = [means(use, 0), means(use, 1)];
    for (const i of held) {
      const distance = (center: readonly number[]) =>
        kept.reduce((sum, f) => sum + ((rows[i]?.[f] ?? 0) - (center[f] ?? 0)) ** 2, 0);
      if ((distance(one) < distance(zero) ? 1 : 0) !== label(i)) wrong++;
    }
  }
  return wrong / count;
}
