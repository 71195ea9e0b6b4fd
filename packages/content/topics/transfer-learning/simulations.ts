import { seededRandom } from "@tidao/kernel";
import { normal } from "@tidao/labs/normal";
import { dot, range, sum } from "@tidao/labs/vector";

export const mean = (values: readonly number[]) => sum(values) / values.length;
const squared = (a: readonly number[], b: readonly number[]) => sum(a.map((value, i) => (value - (b[i] ?? NaN)) ** 2));
const unit = (a: readonly number[]) => a.map((value) => value / Math.sqrt(dot(a, a)));

/** Solves a small dense system by Gaussian elimination with pivoting. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i] ?? NaN]);
  const at = (i: number, j: number) => rows[i]?.[j] ?? NaN;
  for (const k of range(n)) {
    const pivot = range(n)
      .slice(k)
      .reduce((best, i) => (Math.abs(at(i, k)) > Math.abs(at(best, k)) ? i : best), k);
    const moved = rows[k] ?? [];
    rows[k] = rows[pivot] ?? [];
    rows[pivot] = moved;
    for (const i of range(n).slice(k + 1)) {
      const factor = at(i, k) / at(k, k);
      rows[i] = (rows[i] ?? []).map((value, j) => value - factor * at(k, j));
    }
  }
  const answer = range(n).map(() => 0);
  for (const i of range(n).reverse())
    answer[i] = (at(i, n) - sum(range(n).map((j) => (j > i ? at(i, j) * (answer[j] ?? NaN) : 0)))) / at(i, i);
  return answer;
}

/**
 * Ten weights from n target examples with noise 0.5, by ridge regression towards zero (scratch) or towards the weights of
 * a source (transfer) whose direction agrees with the target's to `rho`. The numbers are squared errors of the weights.
 */
export function sourcePrior(rho: number, n: number, seed: number, lambda = 1) {
  const random = seededRandom(seed);
  const draw = () => range(10).map(() => normal(random));
  const first = unit(draw());
  const raw = draw();
  const other = unit(raw.map((value, i) => value - dot(raw, first) * (first[i] ?? NaN)));
  const source = first.map((value) => 3 * value);
  const target = first.map((value, i) => 3 * (rho * value + Math.sqrt(1 - rho ** 2) * (other[i] ?? NaN)));
  const inputs = range(n).map(draw);
  const answers = inputs.map((x) => dot(x, target)).map((value) => value + 0.5 * normal(random));
  const towards = (prior: readonly number[]) =>
    solve(
      range(10).map((i) =>
        range(10).map((j) => sum(inputs.map((x) => (x[i] ?? NaN) * (x[j] ?? NaN))) + (i === j ? lambda : 0)),
      ),
      range(10).map((i) => sum(inputs.map((x, k) => (x[i] ?? NaN) * (answers[k] ?? NaN))) + lambda * (prior[i] ?? NaN)),
    );
  return {
    scratch: squared(towards(range(10).map(() => 0)), target),
    transfer: squared(towards(source), target),
    zeroShot: squared(source, target),
  };
}
/** The mean over seeds 1 to 50. */
export function meanPrior(rho: number, n: number) {
  const runs = range(50).map((i) => sourcePrior(rho, n, i + 1));
  return {
    scratch: mean(runs.map(({ scratch }) => scratch)),
    transfer: mean(runs.map(({ transfer }) => transfer)),
    zeroShot: mean(runs.map(({ zeroShot }) => zeroShot)),
    wins: runs.filter(({ scratch, transfer }) => transfer < scratch).length,
  };
}

const seen = [
  [1, 0, 0],
  [0.6, 0.8, 0],
];
export const goodFeatures = [
  [Math.SQRT1_2, 0, Math.SQRT1_2],
  [0, 1, 0],
];
/** A head of normal numbers. */
export function randomHead(seed: number, size = 2): number[] {
  const random = seededRandom(seed);
  return range(size).map(() => normal(random));
}
/**
 * y = v · (B x) with true weights (1, 1, 1), trained by gradient descent on two inputs whose third coordinate is 0. The
 * parts named are trained, in turn for each stage.
 */
export function headAndFeatures(
  stages: readonly ("head" | "both")[],
  start: readonly number[],
  given: readonly number[][] = goodFeatures,
) {
  const head = [...start];
  const features = given.map((row) => [...row]);
  const weights = () => [0, 1, 2].map((j) => features.reduce((total, row, i) => total + (head[i] ?? NaN) * (row[j] ?? NaN), 0));
  const errors = () => {
    const [a = NaN, b = NaN] = weights();
    return seen.map(([x = NaN, y = NaN]) => (a - 1) * x + (b - 1) * y);
  };
  for (const stage of stages)
    for (let step = 0; step < 4000; step++) {
      const [first = NaN, second = NaN] = errors();
      if (Math.max(Math.abs(first), Math.abs(second)) < 1e-14) break;
      // the loss's slope for each weight; the third is 0 as the third coordinate is
      const pulled = [0, 1, 2].map((j) => first * (seen[0]?.[j] ?? NaN) + second * (seen[1]?.[j] ?? NaN));
      for (const [i, row] of features.entries()) {
        const value = head[i] ?? NaN;
        head[i] = value - 0.05 * dot(row, pulled);
        if (stage === "both") for (const [j, pull] of pulled.entries()) row[j] = (row[j] ?? NaN) - 0.05 * value * pull;
      }
    }
  const [, , third = NaN] = weights();
  return { head, features, third, inside: mean(errors().map((error) => error ** 2)), outside: (third - 1) ** 2 };
}

/** Probabilities over source classes for each target example, labels, number of target classes. */
export function leep(theta: readonly number[][], labels: readonly number[], classes: number): number {
  const given = conditional(theta, labels, classes);
  return mean(theta.map((row, i) => Math.log(dot(row, given[labels[i] ?? NaN] ?? []))));
}
/** P(y | z), a row for each target class. */
function conditional(theta: readonly number[][], labels: readonly number[], classes: number): number[][] {
  const sources = theta[0]?.length ?? 0;
  const joint = range(classes).map((y) =>
    range(sources).map((z) => sum(theta.map((row, i) => (labels[i] === y ? (row[z] ?? NaN) : 0))) / theta.length),
  );
  const marginal = range(sources).map((z) => sum(joint.map((row) => row[z] ?? NaN)));
  return joint.map((row) => row.map((value, z) => ((marginal[z] ?? 0) > 0 ? value / (marginal[z] ?? NaN) : 0)));
}
/** The share that the expected empirical predictor gets right. */
export function leepAccuracy(theta: readonly number[][], labels: readonly number[], classes: number): number {
  const given = conditional(theta, labels, classes);
  const best = (row: readonly number[]) => {
    const scores = given.map((each) => dot(row, each));
    return scores.indexOf(Math.max(...scores));
  };
  return mean(theta.map((row, i) => (best(row) === labels[i] ? 1 : 0)));
}
export const softmax = (logits: readonly number[]): number[] => {
  const powers = logits.map((value) => Math.exp(value - Math.max(...logits)));
  return powers.map((value) => value / sum(powers));
};

const centres = [
  [2, 0],
  [-1, 1.7],
  [-1, -1.7],
];
const turned = centres.map(([x = NaN, y = NaN]) => {
  const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
  return [cos * x - sin * y, sin * x + cos * y];
});
const corners = [
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
];
/** Logits of five source models for an input in the plane. */
export const sourceModels = {
  aligned: (x: number[]) => centres.map((c) => dot(c, x)),
  fourClass: (x: number[]) => corners.map((c) => 2 * dot(c, x)),
  rotated30: (x: number[]) => turned.map((c) => dot(c, x)),
  twoClass: (x: number[]) => [2 * (x[0] ?? NaN), -2 * (x[0] ?? NaN)],
  irrelevant: () => [0],
} satisfies Record<string, (x: number[]) => number[]>;
export type SourceModel = keyof typeof sourceModels;
export const sourceNames = Object.keys(sourceModels) as SourceModel[];

/** Three classes of unit noise in the plane, class i mod 3. */
export function threeClasses(seed: number, n = 300) {
  const random = seededRandom(seed);
  const labels = range(n).map((i) => i % 3);
  return { labels, x: labels.map((label) => (centres[label] ?? []).map((centre) => centre + normal(random))) };
}
export function scoreSource(name: SourceModel, seed: number) {
  const { x, labels } = threeClasses(seed);
  const theta = x.map((point) => softmax(sourceModels[name](point)));
  return { leep: leep(theta, labels, 3), accuracy: leepAccuracy(theta, labels, 3) };
}
/** A linear probe on the source's logits, fitted to 300 points and tested on 3000 fresh ones. */
export function probeSource(name: SourceModel, seed: number): number {
  const of = ({ x }: { x: number[][] }) => x.map((point) => [...sourceModels[name](point), 1]);
  const [train, test] = [threeClasses(seed), threeClasses(seed + 100, 3000)];
  const inputs = of(train);
  const size = inputs[0]?.length ?? 0;
  let weights = range(3).map(() => range(size).map(() => 0));
  const output = (input: number[]) => weights.map((row) => dot(row, input));
  for (let step = 0; step < 100; step++) {
    const slopes = range(3).map(() => range(size).map(() => 0));
    for (const [i, input] of inputs.entries())
      for (const [y, p] of softmax(output(input)).entries()) {
        const row = slopes[y] ?? [];
        for (const j of range(size)) row[j] = (row[j] ?? NaN) + (p - (train.labels[i] === y ? 1 : 0)) * (input[j] ?? NaN);
      }
    weights = weights.map((row, y) => row.map((value, j) => value - (0.2 / inputs.length) * (slopes[y]?.[j] ?? NaN)));
  }
  const chosen = of(test).map((input) => {
    const scores = output(input);
    return scores.indexOf(Math.max(...scores));
  });
  return mean(chosen.map((choice, i) => (choice === test.labels[i] ? 1 : 0)));
}

/** The standard normal distribution function, by the midpoint rule. */
export function normalBelow(x: number): number {
  const [start, steps] = [-9, 4000];
  const width = (x - start) / steps;
  return sum(range(steps).map((i) => width * Math.exp(-((start + (i + 0.5) * width) ** 2) / 2))) / Math.sqrt(2 * Math.PI);
}
/** Accuracy of the rule "above 50" once inputs N(mu, sd²) are standardised with their own statistics. */
export const restandardised = (mu: number, sd: number) => 1 - Math.abs(normalBelow((50 - mu) / sd) - 0.5);

/** W + (alpha / r) B A and what it trains. */
export function loraMerge(w: readonly number[][], a: readonly number[][], b: readonly number[][], alpha: number) {
  const [rows, columns, rank] = [w.length, w[0]?.length ?? 0, a.length];
  return {
    merged: w.map((row, i) =>
      row.map((value, j) => value + (alpha / rank) * dot(b[i] ?? [], a.map((each) => each[j] ?? NaN))),
    ),
    trainable: rank * (rows + columns),
    full: rows * columns,
  };
}
