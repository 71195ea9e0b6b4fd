import { seededRandom } from "@tidao/kernel";
import { normals } from "@tidao/labs/normal";
import { dot, range, sum } from "@tidao/labs/vector";

export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
export const softmax = (logits: readonly number[]) => {
  const powers = logits.map(Math.exp);
  return powers.map((power) => power / sum(powers));
};

/** film, not, good, music, superb, boring: the sentence holds the first five. */
export const present = [1, 1, 1, 1, 1, 0];
/** A hand-written classifier with two interactions; positive above 0. */
export function score(z: readonly number[]): number {
  const [, not = NaN, good = NaN, music = NaN, superb = NaN] = z;
  return -0.2 + dot([0.1, -0.4, 1.6, 0.2, 1.2, -1.5], z) - 2.8 * not * good + 0.6 * music * superb;
}
type Model = (z: readonly number[]) => number;
type Value = (coalition: readonly boolean[]) => number;
/** What is left out is set to the baseline. */
export const masked =
  (model: Model, x: readonly number[], baseline: readonly number[] = x.map(() => 0)): Value =>
  (coalition) =>
    model(x.map((value, i) => (coalition[i] ? value : (baseline[i] ?? NaN))));
const coalitions = (n: number) => range(2 ** n).map((code) => range(n).map((i) => Math.floor(code / 2 ** i) % 2 === 1));
const size = (coalition: readonly boolean[]) => coalition.filter(Boolean).length;
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const put = (coalition: readonly boolean[], i: number, inside: boolean) =>
  coalition.map((member, j) => (j === i ? inside : member));

export function shapley(n: number, v: Value): number[] {
  return range(n).map((i) =>
    sum(
      coalitions(n)
        .filter((coalition) => !coalition[i])
        .map((coalition) => {
          const weight = (factorial(size(coalition)) * factorial(n - size(coalition) - 1)) / factorial(n);
          return weight * (v(put(coalition, i, true)) - v(coalition));
        }),
    ),
  );
}
export const leaveOneOut = (n: number, v: Value) => {
  const all = range(n).map(() => true);
  return range(n).map((i) => v(all) - v(put(all, i, false)));
};

/** Weighted least squares through the normal equations. */
function fit(rows: number[][], targets: number[], weights: number[]): number[] {
  const width = rows[0]?.length ?? 0;
  const system = range(width).map((a) => [
    ...range(width).map((b) => sum(rows.map((row, k) => (weights[k] ?? NaN) * (row[a] ?? NaN) * (row[b] ?? NaN)))),
    sum(rows.map((row, k) => (weights[k] ?? NaN) * (row[a] ?? NaN) * (targets[k] ?? NaN))),
  ]);
  for (const i of range(width)) {
    // the matrix is positive definite, so no pivoting is needed
    const pivot = (system[i] ?? []).map((value, _, all) => value / (all[i] ?? NaN));
    for (const k of range(width)) {
      const factor = system[k]?.[i] ?? NaN;
      system[k] = k === i ? pivot : (system[k] ?? []).map((value, j) => value - factor * (pivot[j] ?? NaN));
    }
  }
  return system.map((row) => row[width] ?? NaN);
}

/** Least squares with the Shapley kernel; the last value follows from the sum. */
export function kernelShap(n: number, v: Value): number[] {
  const [none, all] = [v(range(n).map(() => false)), v(range(n).map(() => true))];
  const used = coalitions(n).filter((coalition) => size(coalition) > 0 && size(coalition) < n);
  const choose = (s: number) => factorial(n) / factorial(s) / factorial(n - s);
  const last = (coalition: readonly boolean[]) => Number(coalition[n - 1]);
  const first = fit(
    used.map((coalition) => range(n - 1).map((i) => Number(coalition[i]) - last(coalition))),
    used.map((coalition) => v(coalition) - none - last(coalition) * (all - none)),
    used.map((coalition) => (n - 1) / (choose(size(coalition)) * size(coalition) * (n - size(coalition)))),
  );
  return [...first, all - none - sum(first)];
}

/** The kernel of LIME for s of n tokens kept, with the cosine distance to the whole sentence. */
export const limeWeight = (s: number, n: number, width: number) => Math.exp(-((1 - Math.sqrt(s / n)) ** 2) / width ** 2);
/** Coefficients without the intercept, on all masks or on `samples` random ones and the whole sentence. */
export function lime(n: number, v: Value, width: number, samples?: { count: number; seed: number }): number[] {
  let masks = coalitions(n);
  if (samples) {
    const random = seededRandom(samples.seed);
    masks = [range(n).map(() => true), ...range(samples.count).map(() => range(n).map(() => random.next() < 0.5))];
  }
  return fit(
    masks.map((mask) => [1, ...mask.map(Number)]),
    masks.map(v),
    masks.map((mask) => limeWeight(size(mask), n, width)),
  ).slice(1);
}

function gradient(model: Model, at: readonly number[]): number[] {
  const h = 1e-5;
  const moved = (i: number, by: number) => model(at.map((value, j) => (j === i ? value + by : value)));
  return at.map((_, i) => (moved(i, h) - moved(i, -h)) / (2 * h));
}
export const gradientTimesInput = (model: Model, x: readonly number[]) =>
  gradient(model, x).map((slope, i) => slope * (x[i] ?? NaN));
/** From the zero baseline, by the midpoint rule. */
export function integratedGradients(model: Model, x: readonly number[], steps = 50): number[] {
  const slopes = range(steps).map((k) =>
    gradient(
      model,
      x.map((value) => (value * (k + 0.5)) / steps),
    ),
  );
  return x.map((value, i) => (value * sum(slopes.map((slope) => slope[i] ?? NaN))) / steps);
}

/** Mean contribution of one feature over random orders. */
export function sampledShapley(n: number, v: Value, feature: number, orders: number, seed: number): number {
  const random = seededRandom(seed);
  return (
    sum(
      range(orders).map(() => {
        const order = random.shuffle(range(n));
        const before = order.slice(0, order.indexOf(feature));
        const coalition = range(n).map((i) => before.includes(i));
        return v(put(coalition, feature, true)) - v(coalition);
      }),
    ) / orders
  );
}

/** The model's output as tokens are taken out in the given order, and the area under it on [0, 1]. */
export function deletionCurve(v: Value, order: readonly number[]) {
  const curve = range(order.length + 1).map((k) => v(range(order.length).map((i) => !order.slice(0, k).includes(i))));
  const area = sum(curve.slice(1).map((value, k) => (value + (curve[k] ?? NaN)) / 2)) / order.length;
  return { curve, area };
}

export const attentionOutput = (weights: readonly number[], values: readonly (readonly number[])[]) =>
  range(values[0]?.length ?? 0).map((d) => sum(weights.map((weight, i) => weight * (values[i]?.[d] ?? NaN))));
/** Jensen-Shannon divergence in bits. */
export function divergence(p: readonly number[], q: readonly number[]): number {
  const mean = p.map((value, i) => (value + (q[i] ?? NaN)) / 2);
  const kl = (a: readonly number[]) =>
    sum(a.map((value, i) => (value === 0 ? 0 : value * Math.log2(value / (mean[i] ?? NaN)))));
  return (kl(p) + kl(q)) / 2;
}

/** h0 = AND of the first two inputs, h1 and h2 copy the others; the output ORs h1 and h2. */
export const units = ([a = NaN, b = NaN, c = NaN, d = NaN]: readonly number[]) => [
  Math.max(0, a + b - 1),
  Math.max(0, c),
  Math.max(0, d),
];
export const gate = ([h0 = NaN, h1 = NaN, h2 = NaN]: readonly number[]) => 2 * h0 + 3 * Math.min(1, h1 + h2);
export function patch(
  clean: readonly number[],
  corrupt: readonly number[],
  sites: readonly number[],
  out: (h: readonly number[]) => number = gate,
) {
  const [good, bad] = [units(clean), units(corrupt)];
  const swap = (into: readonly number[], from: readonly number[]) =>
    out(into.map((value, i) => (sites.includes(i) ? (from[i] ?? NaN) : value)));
  const gap = out(good) - out(bad);
  return { denoise: (swap(bad, good) - out(bad)) / gap, noise: (out(good) - swap(good, bad)) / gap };
}

export const updates = [
  [0.5, 0.2, 0.1],
  [0.3, 0.4, 0],
  [-0.2, 1.5, 0.2],
  [0, 1.2, -0.1],
];
const unembedding = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [-1, -1, -1],
];
/** Probability of token 1 read after every update. */
export const lens = () =>
  updates.map((_, layer) => {
    const state = range(3).map((d) => sum(updates.slice(0, layer + 1).map((update) => update[d] ?? NaN)));
    return softmax(unembedding.map((row) => dot(row, state)))[1] ?? NaN;
  });
/** What every update adds to the logit of token 1 minus that of token 0. */
export const directAttribution = () => updates.map((u) => dot(unembedding[1] ?? [], u) - dot(unembedding[0] ?? [], u));

/**
 * 40 word types with random vectors of 8 numbers. The real label is the sign of the first number, the control label a
 * coin thrown once per type. Tokens are the type's vector with noise; train and test tokens share the types.
 */
export function probeAccuracies(probe: "linear" | "nearest", task: "real" | "control", seed: number): number {
  const next = normals(seed);
  const coin = seededRandom(seed + 1000);
  const types = range(40).map(() => range(8).map(() => next()));
  const labels = types.map(([first = NaN]) => (task === "real" ? first > 0 : coin.next() < 0.5));
  const draw = () => range(40).flatMap((t) => range(3).map(() => ({ t, h: (types[t] ?? []).map((v) => v + 0.1 * next()) })));
  const [train, held] = [draw(), draw()];
  const sign = (t: number) => (labels[t] ? 1 : -1);
  const classify = probe === "linear" ? linearProbe(train.map(({ t, h }) => ({ h, y: sign(t) }))) : nearest(train, sign);
  return held.filter(({ t, h }) => classify(h) === sign(t)).length / held.length;
}
function linearProbe(tokens: { h: number[]; y: number }[]) {
  const weights = fit(
    tokens.map(({ h }) => [1, ...h]),
    tokens.map(({ y }) => y),
    tokens.map(() => 1),
  );
  return (h: readonly number[]) => (dot(weights, [1, ...h]) > 0 ? 1 : -1);
}
function nearest(tokens: { t: number; h: number[] }[], sign: (t: number) => number) {
  return (h: readonly number[]) => {
    const distances = tokens.map((token) => sum(token.h.map((value, d) => (value - (h[d] ?? NaN)) ** 2)));
    return sign(tokens[distances.indexOf(Math.min(...distances))]?.t ?? NaN);
  };
}

/**
 * Rank correlation between the absolute explanations of a linear model of 100 inputs before and after its weights are
 * drawn again.
 */
export function randomisedWeights(explain: (weight: number, input: number) => number, seed: number): number {
  const next = normals(seed);
  const [x, before, after] = [0, 1, 2].map(() => range(100).map(() => next()));
  const ranks = (weights: readonly number[] = []) => {
    const sizes = weights.map((weight, i) => Math.abs(explain(weight, x?.[i] ?? NaN)));
    return sizes.map((value) => sizes.filter((other) => other < value).length);
  };
  const [a, b] = [ranks(before), ranks(after)];
  const middle = sum(a) / a.length;
  const spread = (p: readonly number[], q: readonly number[]) =>
    sum(p.map((value, i) => (value - middle) * ((q[i] ?? NaN) - middle)));
  return spread(a, b) / spread(a, a);
}
