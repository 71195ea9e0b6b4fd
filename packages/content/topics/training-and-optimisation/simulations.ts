import { normals } from "@tidao/labs/normal";

export type Vector = readonly number[];
export type Matrix = readonly Vector[];

const drawn = (normal: () => number, length: number, scale = 1) => Array.from({ length }, () => scale * normal());
const at = (vector: Vector, i: number) => vector[i] ?? 0;
export const dot = (a: Vector, b: Vector) => a.reduce((sum, x, i) => sum + x * at(b, i), 0);
const squares = (a: Vector) => dot(a, a);

/** The quadratic bowl ½(θ1² + 25·θ2²) from (1, 1). */
export const bowl = { loss: (a: number, b: number) => (a * a + 25 * b * b) / 2, gradient: (i: number) => (i ? 25 : 1) };

export function descend(lr: number, steps: number): number {
  let [a, b] = [1, 1];
  for (let step = 0; step < steps; step++) [a, b] = [a - lr * a, b - lr * 25 * b];
  return bowl.loss(a, b);
}

export interface AdamSettings {
  lr: number;
  decay?: number;
  /** Decay through the gradient (Adam with L2) instead of on the weight (AdamW). */
  coupled?: boolean;
  biasCorrected?: boolean;
}

/** One weight under Adam with β1 = 0.9, β2 = 0.999, ε = 1e-8; the gradient is a function of the weight and the step. */
export function adam(weight: number, gradient: (w: number, t: number) => number, steps: number, how: AdamSettings) {
  const { lr, decay = 0, coupled = false, biasCorrected = true } = how;
  let [w, m, v] = [weight, 0, 0];
  for (let t = 1; t <= steps; t++) {
    const g = gradient(w, t) + (coupled ? decay * w : 0);
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    const first = biasCorrected ? m / (1 - 0.9 ** t) : m;
    const second = biasCorrected ? v / (1 - 0.999 ** t) : v;
    w = w * (coupled ? 1 : 1 - lr * decay) - (lr * first) / (Math.sqrt(second) + 1e-8);
  }
  return w;
}

/** Warm-up for 10 steps, then a cosine down to 0 at step `total`. */
export const scheduled = (lr: number, t: number, total: number) =>
  t <= 10 ? (lr * t) / 10 : (lr * (1 + Math.cos((Math.PI * (t - 10)) / (total - 10)))) / 2;

interface Sample {
  x: Vector;
  y: number;
}

/** Full-batch gradient descent on half the mean squared error of a linear model. */
function fitted(start: Vector, data: readonly Sample[], lr = 0.05, steps = 200): Vector {
  let w = start;
  for (let step = 0; step < steps; step++) {
    const errors = data.map(({ x, y }) => dot(w, x) - y);
    w = w.map((wi, i) => wi - (lr * data.reduce((sum, { x }, n) => sum + at(errors, n) * at(x, i), 0)) / data.length);
  }
  return w;
}

/** Excess risk ‖w − w_t‖² on the target task: pre-trained only, fine-tuned, and trained from scratch. */
export function transfer(similarity: number, targetSamples = 10, seed = 4) {
  const normal = normals(seed);
  const source = drawn(normal, 20);
  const raw = drawn(normal, 20);
  const share = dot(raw, source) / squares(source);
  const orthogonal = raw.map((u, i) => u - share * at(source, i));
  const scale = Math.sqrt((1 - similarity ** 2) * (squares(source) / squares(orthogonal)));
  const target = source.map((w, i) => similarity * w + scale * at(orthogonal, i));
  const sampled = (w: Vector, count: number) =>
    Array.from({ length: count }, () => {
      const x = drawn(normal, 20);
      return { x, y: dot(w, x) + 0.5 * normal() };
    });
  const zero = source.map(() => 0);
  const sourceData = sampled(source, 200);
  const targetData = sampled(target, targetSamples);
  const pretrained = fitted(zero, sourceData);
  const risk = (w: Vector) => squares(w.map((wi, i) => wi - at(target, i)));
  return {
    pretrained: risk(pretrained),
    tuned: risk(fitted(pretrained, targetData)),
    scratch: risk(fitted(zero, targetData)),
  };
}

const transposed = (m: Matrix) => (m[0] ?? []).map((_, j) => m.map((row) => at(row, j)));
const product = (a: Matrix, b: Matrix) => {
  const columns = transposed(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
};
const minus = (a: Matrix, b: Matrix, scale = 1) => a.map((row, i) => row.map((x, j) => x - scale * at(b[i] ?? [], j)));
export const frobenius = (m: Matrix) => m.reduce((sum, row) => sum + squares(row), 0);
const drawnMatrix = (normal: () => number, rows: number, columns: number, scale = 1) =>
  Array.from({ length: rows }, () => drawn(normal, columns, scale));

/** The change D = UV/4 of true rank t that a 16×12 layer needs, and the residual that rank r leaves after 500 steps. */
export function lowRank(trueRank: number, rank: number, seed = 6) {
  const normal = normals(seed);
  drawnMatrix(normal, 16, 12, 0.3);
  const u = drawnMatrix(normal, 16, trueRank);
  const v = drawnMatrix(normal, trueRank, 12);
  const change = product(u, v).map((row) => row.map((x) => x / 4));
  let a: Matrix = drawnMatrix(normal, rank, 12, 1 / Math.sqrt(12));
  let b: Matrix = Array.from({ length: 16 }, () => Array.from({ length: rank }, () => 0));
  for (let step = 0; step < 500; step++) {
    const error = minus(product(b, a), change);
    [b, a] = [minus(b, product(error, transposed(a)), 0.1), minus(a, product(transposed(b), error), 0.1)];
  }
  return { change, residual: frobenius(minus(product(b, a), change)) };
}

/** Squared singular values, largest first, by power iteration with deflation. */
export function singularSquares(matrix: Matrix, count: number): number[] {
  let gram = product(transposed(matrix), matrix);
  return Array.from({ length: count }, () => {
    let x: Vector = gram.map((_, i) => 1 + i / 10);
    let value = 0;
    for (let step = 0; step < 2000; step++) {
      const image = gram.map((row) => dot(row, x));
      value = Math.sqrt(squares(image));
      x = image.map((y) => y / value);
    }
    gram = minus(
      gram,
      x.map((xi) => x.map((xj) => value * xi * xj)),
    );
    return value;
  });
}

/** Krogh and Vedelsby 1995: error of the mean prediction, mean error, and spread of the members around their mean. */
export function ensemble(members: Matrix, target: Vector) {
  const mean = (list: Vector) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const combined = transposed(members).map(mean);
  const distance = (a: Vector, b: Vector) => mean(a.map((x, i) => (x - at(b, i)) ** 2));
  return {
    combined: distance(combined, target),
    members: mean(members.map((each) => distance(each, target))),
    ambiguity: mean(members.map((each) => distance(each, combined))),
  };
}

/** Tasks ½a(θ − c)² with (a, c) = (1, 0) and (4, 3): start that a given weighting of the tasks chooses, loss after one step. */
export function metaStart(rate: number, weighting: (a: number) => number) {
  const tasks = [
    { a: 1, c: 0 },
    { a: 4, c: 3 },
  ];
  const total = tasks.reduce((sum, { a }) => sum + weighting(a), 0);
  const start = tasks.reduce((sum, { a, c }) => sum + weighting(a) * c, 0) / total;
  const adaptedLoss = (theta: number) =>
    tasks.reduce((sum, { a, c }) => sum + (a * (theta - rate * a * (theta - c) - c) ** 2) / 2, 0) / tasks.length;
  return { start, loss: adaptedLoss(start), adaptedLoss };
}

/** DPO's loss and margin from the log-probabilities of the chosen and the rejected answer. */
export function dpo(policy: readonly [number, number], reference: readonly [number, number], beta = 0.1) {
  const margin = beta * (policy[0] - reference[0] - (policy[1] - reference[1]));
  return { margin, loss: Math.log1p(Math.exp(-margin)) };
}
