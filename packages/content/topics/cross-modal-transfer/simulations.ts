import { normals } from "@tidao/labs/normal";
import { range, sum } from "@tidao/labs/vector";

export type Matrix = number[][];

export const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((value, i) => value * (b[i] ?? NaN)));
const norm = (a: readonly number[]) => Math.sqrt(dot(a, a));
export const normalise = (a: readonly number[]) => a.map((value) => value / norm(a));
const transpose = (a: Matrix): Matrix => (a[0] ?? []).map((_, j) => a.map((row) => row[j] ?? NaN));
const times = (a: Matrix, b: Matrix): Matrix => {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
};
const logSumExp = (values: readonly number[]) => {
  const top = Math.max(...values);
  return top + Math.log(sum(values.map((value) => Math.exp(value - top))));
};
export const cosines = (a: Matrix, b: Matrix): Matrix => times(a.map(normalise), transpose(b.map(normalise)));

/** Symmetric InfoNCE of a square matrix of similarities; pairs lie on the diagonal. */
export function infoNce(similarities: Matrix, tau: number): number {
  const s = similarities.map((row) => row.map((value) => value / tau));
  const oneWay = (rows: Matrix) => sum(rows.map((row, i) => logSumExp(row) - (row[i] ?? NaN))) / rows.length;
  return (oneWay(s) + oneWay(transpose(s))) / 2;
}
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
/** SigLIP: one yes-or-no question for every image with every text, summed, over the batch size. */
export function sigLip(similarities: Matrix, t: number, b: number): number {
  const terms = similarities.flatMap((row, i) => row.map((s, j) => softplus((i === j ? -1 : 1) * (t * s + b))));
  return sum(terms) / similarities.length;
}
export const identity = (n: number): Matrix => range(n).map((i) => range(n).map((j) => Number(i === j)));
/** Similarities of n pairs of which each caption occurs `copies` times, otherwise perfect and orthogonal. */
export const withCopies = (n: number, copies: number): Matrix =>
  range(n).map((i) => range(n).map((j) => Number(Math.floor(i / copies) === Math.floor(j / copies))));

/** Share of rows whose best column is the right one (the lower index wins ties). */
export function hits(similarities: Matrix, right: (row: number) => number): number {
  const found = similarities.map((row, i) => row.indexOf(Math.max(...row)) === right(i));
  return found.filter(Boolean).length / found.length;
}

/** Eight classes; a hidden point of four numbers is seen as six image and five text features. */
export function pairs(seed: number, n: number, noise = 0.3) {
  const normal = normals(seed);
  const matrix = (rows: number, columns: number) => range(rows).map(() => range(columns).map(() => normal()));
  const [a, b, prototypes] = [matrix(6, 4), matrix(5, 4), matrix(8, 4)];
  const draw = (count: number) =>
    range(count).map((i) => {
      const z = (prototypes[i % 8] ?? []).map((value) => value + noise * normal());
      const image = a.map((row) => dot(row, z) + 0.1 * normal());
      return { image, text: b.map((row) => dot(row, z) + 0.1 * normal()) };
    });
  return { training: draw(64).slice(0, n), test: draw(60), prompts: prototypes.map((c) => b.map((row) => dot(row, c))) };
}
type Pairs = ReturnType<typeof pairs>;

function solve(a: Matrix, b: Matrix): Matrix {
  const rows = a.map((row, i) => [...row, ...(b[i] ?? [])]);
  const n = a.length;
  for (const i of range(n)) {
    // positive definite, so no pivoting is needed
    const pivot = (rows[i] ?? []).map((value, _, all) => value / (all[i] ?? NaN));
    for (const k of range(n)) {
      const factor = rows[k]?.[i] ?? NaN;
      rows[k] = k === i ? pivot : (rows[k] ?? []).map((value, j) => value - factor * (pivot[j] ?? NaN));
    }
  }
  return rows.map((row) => row.slice(n));
}
export function ridge({ training }: Pairs, lambda = 0.1): Matrix {
  const [x, t] = [training.map(({ image }) => image), training.map(({ text }) => text)];
  const xt = transpose(x);
  const gram = times(xt, x).map((row, i) => row.map((value, j) => value + (i === j ? lambda : 0)));
  return solve(gram, times(xt, t));
}
export function start(): Matrix {
  const normal = normals(2);
  return range(6).map(() => range(5).map(() => normal() / Math.sqrt(6)));
}
/** Contrastive training of the bridge towards a locked text tower. */
export function contrastive({ training }: Pairs, steps = 200, lr = 0.5, tau = 0.1) {
  let w = start();
  const x = training.map(({ image }) => image);
  const v = training.map(({ text }) => normalise(text));
  const xt = transpose(x);
  const n = x.length;
  const loss = () => infoNce(cosines(times(x, w), v), tau);
  const before = loss();
  for (let step = 0; step < steps; step++) {
    const y = times(x, w);
    const u = y.map(normalise);
    const s = times(u, transpose(v)).map((row) => row.map((value) => value / tau));
    const rows = s.map(logSumExp);
    const columns = transpose(s).map(logSumExp);
    const g = s.map((row, i) =>
      row.map((value, j) => {
        const shares = Math.exp(value - (rows[i] ?? NaN)) + Math.exp(value - (columns[j] ?? NaN));
        return (shares - (i === j ? 2 : 0)) / (2 * n);
      }),
    );
    const dy = times(g, v).map((row, i) => {
      const d = row.map((value) => value / tau);
      const along = dot(d, u[i] ?? []);
      return d.map((value, k) => (value - along * (u[i]?.[k] ?? NaN)) / norm(y[i] ?? []));
    });
    const dw = times(xt, dy);
    w = w.map((row, i) => row.map((value, j) => value - lr * (dw[i]?.[j] ?? NaN)));
  }
  return { w, before, after: loss() };
}
/** Retrieval of the right text and classification by prompts, both for the test images. */
export function judge({ test, prompts }: Pairs, w: Matrix) {
  const u = times(
    test.map(({ image }) => image),
    w,
  );
  const texts = test.map(({ text }) => text);
  return { recall: hits(cosines(u, texts), (i) => i), zeroShot: hits(cosines(u, prompts), (i) => i % 8) };
}

/** Eight pairs; a constant coordinate +g of the images and −g of the texts puts them apart. */
export function gap(g: number) {
  const [u, v] = [1, -1].map((sign) => identity(8).map((row) => normalise([...row, sign * g])));
  const mean = (rows: Matrix) => transpose(rows).map((column) => sum(column) / column.length);
  const [images, texts] = [u ?? [], v ?? []];
  const centre = mean(texts);
  const s = cosines(images, texts);
  return {
    distance: norm(mean(images).map((value, i) => value - (centre[i] ?? NaN))),
    pair: s[0]?.[0] ?? NaN,
    other: s[0]?.[1] ?? NaN,
    sameModality: cosines(texts, texts)[0]?.[1] ?? NaN,
    recall: hits(s, (i) => i),
    loss: infoNce(s, 0.1),
  };
}

/** Tasks hᵢ(w − aᵢ)²/2. */
export interface Task {
  h: number;
  a: number;
}
export const taskLoss = (tasks: readonly Task[], w: number) => sum(tasks.map(({ h, a }) => (h * (w - a) ** 2) / 2));
/** Sum of the losses after each task has taken its own gradient steps from w. */
export const adaptedLoss = (tasks: readonly Task[], w: number, alpha: number, steps = 1) =>
  sum(
    tasks.map((task) => {
      let own = w;
      for (let step = 0; step < steps; step++) own -= alpha * task.h * (own - task.a);
      return taskLoss([task], own);
    }),
  );
/** Golden-section search: the minimum of a convex function. */
export function minimum(f: (w: number) => number, low = -10, high = 10): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  for (let i = 0; i < 200; i++) {
    const [c, d] = [b - ratio * (b - a), a + ratio * (b - a)];
    if (f(c) < f(d)) b = d;
    else a = c;
  }
  return (a + b) / 2;
}
/** Where the first-order gradient, taken at the adapted weights, vanishes. */
export function firstOrderOptimum(tasks: readonly Task[], alpha: number): number {
  const gradient = (w: number) => sum(tasks.map(({ h, a }) => h * (w - alpha * h * (w - a) - a)));
  return -gradient(0) / (gradient(1) - gradient(0));
}

/** Φ by Simpson's rule. */
export function normalBelow(z: number): number {
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const h = z / 1000;
  const inner = range(999).map((i) => (i % 2 === 0 ? 4 : 2) * density((i + 1) * h));
  return 0.5 + (h / 3) * (density(0) + density(z) + sum(inner));
}
/** Angle of the best rotation of points in the plane, in degrees. */
export function procrustes(from: readonly [number, number][], to: readonly [number, number][]): number {
  const cross = sum(from.map(([x1, x2], i) => x1 * (to[i]?.[1] ?? NaN) - x2 * (to[i]?.[0] ?? NaN)));
  return (Math.atan2(cross, sum(from.map((x, i) => dot(x, to[i] ?? [])))) * 180) / Math.PI;
}
