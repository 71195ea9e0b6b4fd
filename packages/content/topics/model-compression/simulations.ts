import { seededRandom } from "@tidao/kernel";
import { normal } from "@tidao/labs/normal";
import { dot, range, sum } from "@tidao/labs/vector";

export type Matrix = number[][];

function source(seed: number) {
  const random = seededRandom(seed);
  return { next: random.next, normal: () => normal(random) };
}

const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));

/** An 8 × 16 linear layer and 64 calibration inputs, stored channel by channel; channels 3 and 11 are outliers. */
export function layer(seed = 3, outlier = 10): { w: Matrix; x: Matrix } {
  const { normal } = source(seed);
  const w = range(8).map(() => range(16).map(() => normal()));
  const columns = range(64).map(() => {
    const common = normal();
    return range(16).map((j) => (0.6 * common + 0.8 * normal()) * (j === 3 || j === 11 ? outlier : 1));
  });
  return { w, x: range(16).map((j) => columns.map((column) => column[j] ?? NaN)) };
}

const times = (w: Matrix, x: Matrix): Matrix =>
  w.map((row) => (x[0] ?? []).map((_, t) => sum(row.map((value, j) => value * (x[j]?.[t] ?? NaN)))));
const squaredDistance = (a: Matrix, b: Matrix) =>
  sum(a.map((row, i) => sum(row.map((value, j) => (value - (b[i]?.[j] ?? NaN)) ** 2))));
const squaredNorm = (a: Matrix) => sum(a.map((row) => sum(row.map((value) => value ** 2))));

export const weightError = (w: Matrix, rounded: Matrix) => squaredDistance(w, rounded);
/** ‖(W − Ŵ)X‖² / ‖WX‖²; other inputs may be given for the rounded weights. */
export const outputError = (w: Matrix, rounded: Matrix, x: Matrix, roundedX = x) =>
  squaredDistance(times(w, x), times(rounded, roundedX)) / squaredNorm(times(w, x));

/** Half away from zero: Math.round takes −2.5 to −2. */
const round = (value: number) => Math.sign(value) * Math.floor(Math.abs(value) + 0.5);
const quantise = (value: number, scale: number, bits: number) => {
  const q = 2 ** (bits - 1) - 1;
  return scale === 0 ? 0 : scale * Math.min(q, Math.max(-q, round(value / scale)));
};
const scaleOf = (values: readonly number[], bits: number) => largest(values) / (2 ** (bits - 1) - 1);

export type Granularity = "tensor" | "row" | number;
/** Round to nearest with one symmetric scale per tensor, row or group of consecutive weights of a row. */
export function roundToNearest(w: Matrix, bits: number, granularity: Granularity): Matrix {
  const ofTensor = scaleOf(w.flat(), bits);
  return w.map((row) => {
    const group = typeof granularity === "number" ? granularity : row.length;
    return row.map((value, j) => {
      const start = j - (j % group);
      const scale = granularity === "tensor" ? ofTensor : scaleOf(row.slice(start, start + group), bits);
      return quantise(value, scale, bits);
    });
  });
}

/** Scales channels by mean|x|^α before rounding and back after it; α by grid search on the output error. */
export function awq(w: Matrix, x: Matrix, bits: number, granularity: Granularity) {
  let best = { alpha: NaN, error: Infinity, w };
  for (let step = 0; step <= 20; step++) {
    const alpha = step / 20;
    const raw = x.map((channel) => (sum(channel.map(Math.abs)) / channel.length) ** alpha);
    const centre = Math.sqrt(Math.max(...raw) * Math.min(...raw));
    const s = raw.map((value) => value / centre);
    const scaled = w.map((row) => row.map((value, j) => value * (s[j] ?? NaN)));
    const rounded = roundToNearest(scaled, bits, granularity).map((row) => row.map((v, j) => v / (s[j] ?? NaN)));
    const error = outputError(w, rounded, x);
    if (error < best.error) best = { alpha, error, w: rounded };
  }
  return best;
}

function inverse(a: Matrix): Matrix {
  const n = a.length;
  const rows = a.map((row, i) => [...row, ...range(n).map((j) => (i === j ? 1 : 0))]);
  for (const i of range(n)) {
    // positive definite, so no pivoting is needed
    const pivot = (rows[i] ?? []).map((value, _, all) => value / (all[i] ?? NaN));
    for (const k of range(n)) {
      const row = rows[k] ?? [];
      const factor = row[i] ?? NaN;
      rows[k] = k === i ? pivot : row.map((value, j) => value - factor * (pivot[j] ?? NaN));
    }
  }
  return rows.map((row) => row.slice(n));
}

function cholesky(a: Matrix): Matrix {
  const lower: Matrix = [];
  for (const [i, row] of a.entries()) {
    const current: number[] = [];
    for (const j of range(i + 1)) {
      const other = j === i ? current : (lower[j] ?? []);
      const left = (row[j] ?? NaN) - sum(range(j).map((k) => (current[k] ?? NaN) * (other[k] ?? NaN)));
      current.push(j === i ? Math.sqrt(left) : left / (other[j] ?? NaN));
    }
    lower.push(current);
  }
  return lower;
}

/** Rounds column by column and spreads each error over the later columns with the inverse Hessian. */
export function gptq(w: Matrix, x: Matrix, bits: number): Matrix {
  const h = x.map((a) => x.map((b) => 2 * sum(a.map((value, t) => value * (b[t] ?? NaN)))));
  const damping = (0.01 * sum(h.map((row, i) => row[i] ?? NaN))) / h.length;
  const lower = cholesky(inverse(h.map((row, i) => row.map((value, j) => value + (i === j ? damping : 0)))));
  return w.map((original) => {
    const row = [...original];
    const scale = scaleOf(original, bits);
    return row.map((_, j) => {
      const rounded = quantise(row[j] ?? NaN, scale, bits);
      const error = ((row[j] ?? NaN) - rounded) / (lower[j]?.[j] ?? NaN);
      for (let k = j; k < row.length; k++) row[k] = (row[k] ?? NaN) - error * (lower[k]?.[j] ?? NaN);
      return rounded;
    });
  });
}

/** Output error of 8-bit weights (per row) and 8-bit activations (per tensor), with α of SmoothQuant or without it. */
export function w8a8(w: Matrix, x: Matrix, alpha?: number): number {
  const s = x.map((channel, j) =>
    alpha === undefined ? 1 : largest(channel) ** alpha / largest(w.map((row) => row[j] ?? NaN)) ** (1 - alpha),
  );
  const movedW = w.map((row) => row.map((value, j) => value * (s[j] ?? NaN)));
  const movedX = x.map((channel, j) => channel.map((value) => value / (s[j] ?? NaN)));
  return outputError(w, roundToNearest(movedW, 8, "row"), x, roundToNearest(movedX, 8, "tensor"));
}

/** Keeps the better half of every row, or two of every four, by |w| or by |w|·‖x‖ when inputs are given. */
export function prune(w: Matrix, block: number, x?: Matrix): Matrix {
  const norms = w[0]?.map((_, j) => (x ? Math.sqrt(sum((x[j] ?? []).map((value) => value ** 2))) : 1)) ?? [];
  return w.map((row) => {
    const scores = row.map((value, j) => Math.abs(value) * (norms[j] ?? NaN));
    return row.map((value, j) => {
      const start = j - (j % block);
      const rivals = scores.slice(start, start + block);
      const better = rivals.filter(
        (score, k) => score > (scores[j] ?? NaN) || (score === scores[j] && start + k < j),
      ).length;
      return better < block / 2 ? value : 0;
    });
  });
}

export const softmax = (logits: readonly number[], temperature = 1): number[] => {
  const powers = logits.map((z) => Math.exp(z / temperature));
  return powers.map((power) => power / sum(powers));
};

/** T² · KL(teacher ‖ student) and its gradient with respect to the student's logits. */
export function softLoss(teacher: readonly number[], student: readonly number[], temperature: number) {
  const [p, q] = [softmax(teacher, temperature), softmax(student, temperature)];
  const kl = sum(p.map((value, i) => value * Math.log(value / (q[i] ?? NaN))));
  const gradient = q.map((value, i) => temperature * (value - (p[i] ?? NaN)));
  return { loss: temperature ** 2 * kl, gradient, entropyBits: -sum(p.map((value) => value * Math.log2(value))) };
}

const means = [
  [1.2, 0],
  [-0.6, 1.04],
  [-0.6, -1.04],
];
interface Item {
  features: number[];
  label: number;
}
function draw(n: number, seed: number): Item[] {
  const { next, normal } = source(seed);
  return range(n).map(() => {
    const label = Math.min(2, Math.floor(3 * next()));
    const [x, y] = [normal(), normal()];
    return { features: [(means[label]?.[0] ?? NaN) + x, (means[label]?.[1] ?? NaN) + y, 1], label };
  });
}
/** The exact posterior of three unit Gaussians, with a bias on the logit of class 0. */
const posterior = ([x = NaN, y = NaN]: readonly number[], bias: number) =>
  softmax(means.map(([a = NaN, b = NaN], k) => -((x - a) ** 2 + (y - b) ** 2) / 2 + (k === 0 ? bias : 0)));

/** Test cross-entropy of a softmax regression trained on n labels, or on a teacher's probabilities for the same inputs. */
export function distil(n: number, targets: "hard" | "soft", bias = 0, seed = 5): number {
  const items = draw(n, seed);
  const wanted = items.map(({ features, label }) =>
    targets === "soft" ? posterior(features, bias) : range(3).map((k) => (k === label ? 1 : 0)),
  );
  let weights = range(3).map(() => [0, 0, 0]);
  const predict = (features: readonly number[]) => softmax(weights.map((row) => dot(row, features)));
  for (let step = 0; step < 400; step++) {
    const errors = items.map(({ features }, i) => predict(features).map((q, k) => q - (wanted[i]?.[k] ?? NaN)));
    weights = weights.map((row, k) =>
      row.map(
        (value, j) => value - sum(items.map(({ features }, i) => (errors[i]?.[k] ?? NaN) * (features[j] ?? NaN))) / n,
      ),
    );
  }
  return crossEntropy(predict);
}
export const teacherCrossEntropy = (bias = 0) => crossEntropy((features) => posterior(features, bias));
function crossEntropy(predict: (features: readonly number[]) => number[]): number {
  const test = draw(2000, 999);
  return -sum(test.map(({ features, label }) => Math.log(predict(features)[label] ?? NaN))) / test.length;
}
