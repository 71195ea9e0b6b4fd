import { type Random, seededRandom } from "@tidao/kernel";
import { normal, normals } from "@tidao/labs/normal";
import { mean, range, sigmoid, sum } from "@tidao/labs/vector";

export type Point = [number, number];
export type Matrix = [Point, Point];
export interface Sample {
  x: Point[];
  y: number[];
}


/** How the target differs from the source: share of class 1, scale, rotation in degrees, shift. */
export interface Shift {
  share?: number;
  scale?: Point;
  degrees?: number;
  move?: Point;
}
export const shifts = {
  none: {},
  shift: { move: [1.5, 0.5] },
  affine: { degrees: 35, scale: [1, 2.5], move: [2, -1] },
  rotation60: { degrees: 60 },
  rotation120: { degrees: 120 },
  rotation180: { degrees: 180 },
  prior: { share: 0.9 },
} satisfies Record<string, Shift>;
export type Preset = keyof typeof shifts;

/** Two unit Gaussians at ±1.5, then scaled, rotated and moved. */
function draw(random: Random, n: number, { share = 0.5, scale = [1, 1], degrees = 0, move = [0, 0] }: Shift): Sample {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const sample: Sample = { x: [], y: [] };
  for (let i = 0; i < n; i++) {
    const label = random.next() < share ? 1 : 0;
    const a = ((label === 1 ? 1.5 : -1.5) + normal(random)) * scale[0];
    const b = normal(random) * scale[1];
    sample.x.push([cos * a - sin * b + move[0], sin * a + cos * b + move[1]]);
    sample.y.push(label);
  }
  return sample;
}
export function domains(preset: Preset, seed = 1) {
  return {
    source: draw(seededRandom(seed), 300, {}),
    target: draw(seededRandom(seed + 100), 300, shifts[preset]),
    test: draw(seededRandom(seed + 200), 2000, shifts[preset]),
  };
}

export type Model = [first: number, second: number, bias: number];
export const probability = ([u, v, b]: Model, [x, y]: Point) => sigmoid(u * x + v * y + b);
/** Logistic regression by 500 steps of gradient descent on the weighted mean loss. */
export function train({ x, y }: Sample, weights: readonly number[] = x.map(() => 1)): Model {
  const total = sum(weights);
  let [u, v, b]: Model = [0, 0, 0];
  for (let step = 0; step < 500; step++) {
    let [du, dv, db] = [0, 0, 0];
    for (const [i, [p, q]] of x.entries()) {
      const error = ((weights[i] ?? NaN) / total) * (sigmoid(u * p + v * q + b) - (y[i] ?? NaN));
      du += error * p;
      dv += error * q;
      db += error;
    }
    [u, v, b] = [u - 0.3 * (du + 1e-3 * u), v - 0.3 * (dv + 1e-3 * v), b - 0.3 * db];
  }
  return [u, v, b];
}
export const accuracy = (model: Model, { x, y }: Sample) =>
  mean(x.map((point, i) => (probability(model, point) > 0.5 === (y[i] === 1) ? 1 : 0)));

/** (sum w)² / (n · sum w²): the share of the sample that is left after weighting. */
export const effectiveShare = (weights: readonly number[]) =>
  sum(weights) ** 2 / (weights.length * sum(weights.map((weight) => weight ** 2)));

/** Source 0, target 1. */
const told = (source: Point[], target: Point[]): Sample => ({
  x: [...source, ...target],
  y: [...source.map(() => 0), ...target.map(() => 1)],
});
/** p/(1−p) · n_S/n_T of a domain classifier. */
export function importanceWeights(source: Point[], target: Point[]): number[] {
  const model = train(told(source, target));
  return source.map((point) => {
    const p = probability(model, point);
    return ((p / (1 - p)) * source.length) / target.length;
  });
}
/** 2 (1 − 2 · error) of a domain classifier trained on every other point and tested on the rest. */
export function proxyDistance(source: Point[], target: Point[]): number {
  const half = (points: Point[], rest: number) => points.filter((_, i) => i % 2 === rest);
  const model = train(told(half(source, 0), half(target, 0)));
  return 2 * (1 - 2 * (1 - accuracy(model, told(half(source, 1), half(target, 1)))));
}

export const meanOf = (points: readonly Point[]): Point => [mean(points.map(([a]) => a)), mean(points.map(([, b]) => b))];
export function covariance(points: readonly Point[]): Matrix {
  const [a, b] = meanOf(points);
  const of = (value: (point: Point) => number) => sum(points.map(value)) / (points.length - 1);
  const cross = of(([x, y]) => (x - a) * (y - b));
  return [
    [of(([x]) => (x - a) ** 2), cross],
    [cross, of(([, y]) => (y - b) ** 2)],
  ];
}
/** A symmetric power of a positive definite 2 × 2 matrix, from its eigenvalues. */
export function power([[a, b], [, d]]: Matrix, exponent: number): Matrix {
  const [middle, radius] = [(a + d) / 2, Math.hypot((a - d) / 2, b)];
  const [large, small] = [(middle + radius) ** exponent, (middle - radius) ** exponent];
  if (radius === 0)
    return [
      [large, 0],
      [0, large],
    ];
  const [half, slope] = [(large + small) / 2, (large - small) / (2 * radius)];
  return [
    [half + (slope * (a - d)) / 2, slope * b],
    [slope * b, half - (slope * (a - d)) / 2],
  ];
}
const times = ([x, y]: Point, [[a, b], [c, d]]: Matrix): Point => [x * a + y * c, x * b + y * d];
/** Whitens with the source's covariance, colours with the target's, moves to the target's mean. */
export function coral(source: Point[], target: Point[], epsilon = 1e-6): Point[] {
  const damped = (points: Point[]): Matrix => {
    const [[a, b], [, d]] = covariance(points);
    return [
      [a + epsilon, b],
      [b, d + epsilon],
    ];
  };
  const [from, to] = [meanOf(source), meanOf(target)];
  const [whiten, colour] = [power(damped(source), -0.5), power(damped(target), 0.5)];
  return source.map(([x, y]) => {
    const [a, b] = times(times([x - from[0], y - from[1]], whiten), colour);
    return [a + to[0], b + to[1]];
  });
}

/** Five rounds: confident target points get the model's label; training with or without the source. */
export function selfTrain(source: Sample, target: Point[], withSource: boolean, threshold = 0.9): Model {
  let model = train(source);
  for (let round = 0; round < 5; round++) {
    const kept = target.filter((point) => {
      const p = probability(model, point);
      return Math.max(p, 1 - p) >= threshold;
    });
    if (kept.length < 10) break;
    const labels = kept.map((point) => (probability(model, point) > 0.5 ? 1 : 0));
    model = train(withSource ? { x: [...source.x, ...kept], y: [...source.y, ...labels] } : { x: kept, y: labels });
  }
  return model;
}

/** Accuracy on the target's test points of every method, and the diagnostics. */
export function bench(preset: Preset, seed = 1) {
  const { source, target, test } = domains(preset, seed);
  const weights = importanceWeights(source.x, target.x);
  const of = (model: Model) => accuracy(model, test);
  return {
    source: of(train(source)),
    weighted: of(train(source, weights)),
    coral: of(train({ x: coral(source.x, target.x), y: source.y })),
    selfBoth: of(selfTrain(source, target.x, true)),
    selfTarget: of(selfTrain(source, target.x, false)),
    oracle: of(train(target)),
    effective: effectiveShare(weights),
    distance: proxyDistance(source.x, target.x),
  };
}

/** One-dimensional covariate shift: y = −x + x³ + noise, a straight line, source N(0.5, 0.5²), target N(0, 0.3²). */
export function cubic(seed = 1) {
  const next = normals(seed);
  const inputs = (centre: number, spread: number) => range(500).map(() => centre + spread * next());
  const answers = (x: number[]) => x.map((value) => -value + value ** 3 + 0.1 * next());
  const sourceX = inputs(0.5, 0.5);
  const sourceY = answers(sourceX);
  const targetX = inputs(0, 0.3);
  const targetY = answers(targetX);
  const density = (x: number, centre: number, spread: number) => Math.exp(-(((x - centre) / spread) ** 2) / 2) / spread;
  const weights = sourceX.map((x) => density(x, 0, 0.3) / density(x, 0.5, 0.5));
  const fit = (x: number[], y: number[], w: number[] = x.map(() => 1)) => {
    const total = sum(w);
    const [mx, my] = [x, y].map((values) => sum(values.map((value, i) => value * (w[i] ?? NaN))) / total) as Point;
    const slope =
      sum(x.map((value, i) => (w[i] ?? NaN) * (value - mx) * ((y[i] ?? NaN) - my))) /
      sum(x.map((value, i) => (w[i] ?? NaN) * (value - mx) ** 2));
    const intercept = my - slope * mx;
    return { slope, intercept, error: mean(targetX.map((value, i) => ((targetY[i] ?? NaN) - intercept - slope * value) ** 2)) };
  };
  return {
    ordinary: fit(sourceX, sourceY),
    weighted: fit(sourceX, sourceY, weights),
    oracle: fit(targetX, targetY),
    effective: effectiveShare(weights),
  };
}

/** Effective share of weights from N(0,1) to N(d,1), drawn. */
export function drawnShare(distance: number, n = 2000, seed = 1): number {
  const next = normals(seed);
  return effectiveShare(range(n).map(() => Math.exp(distance * next() - distance ** 2 / 2)));
}

/** Solves C w = mu for two classes; C[i][j] = P_S(pred = i, y = j). Negative weights become 0. */
export function labelShift([[a, b], [c, d]]: Matrix, [first, second]: Point) {
  const determinant = a * d - b * c;
  const weights: Point = [
    Math.max(0, (first * d - b * second) / determinant),
    Math.max(0, (a * second - c * first) / determinant),
  ];
  const shares = [weights[0] * (a + c), weights[1] * (b + d)];
  return { weights, prior: shares.map((share) => share / sum(shares)) };
}

/** Unbiased squared MMD with the kernel exp(−‖a − b‖²/(2σ²)). */
export function mmd2(x: readonly number[][], y: readonly number[][], sigma: number): number {
  const kernel = (a: readonly number[], b: readonly number[]) =>
    Math.exp(-sum(a.map((value, i) => (value - (b[i] ?? NaN)) ** 2)) / (2 * sigma ** 2));
  const inside = (points: readonly number[][]) =>
    sum(points.flatMap((a, i) => points.map((b, j) => (i === j ? 0 : kernel(a, b))))) /
    (points.length * (points.length - 1));
  return inside(x) + inside(y) - 2 * mean(x.flatMap((a) => y.map((b) => kernel(a, b))));
}

/** The first round of self-training: the share of target points that the source model is sure of, and how many it gets right. */
export function firstRound(preset: Preset, threshold = 0.9, seed = 1) {
  const { source, target } = domains(preset, seed);
  const model = train(source);
  const sure = target.x.flatMap((point, i) => {
    const p = probability(model, point);
    return Math.max(p, 1 - p) >= threshold ? [p > 0.5 === (target.y[i] === 1)] : [];
  });
  return { kept: sure.length / target.x.length, right: mean(sure.map(Number)) };
}

/** Label shift corrected: confusion on 300 fresh source points, class weights, retraining. */
export function corrected(seed = 1) {
  const { source, target, test } = domains("prior", seed);
  const validation = draw(seededRandom(seed + 300), 300, {});
  const model = train(source);
  const predicted = (points: Point[]) => points.map((point) => (probability(model, point) > 0.5 ? 1 : 0));
  const guesses = predicted(validation.x);
  const cell = (i: number, j: number) => mean(guesses.map((guess, k) => (guess === i && validation.y[k] === j ? 1 : 0)));
  const counted = mean(predicted(target.x));
  const { weights, prior } = labelShift(
    [
      [cell(0, 0), cell(0, 1)],
      [cell(1, 0), cell(1, 1)],
    ],
    [1 - counted, counted],
  );
  const retrained = train(
    source,
    source.y.map((label) => weights[label === 1 ? 1 : 0]),
  );
  return { counted, estimated: prior[1] ?? NaN, true: mean(target.y), accuracy: accuracy(retrained, test) };
}
