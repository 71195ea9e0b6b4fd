import { type Random, seededRandom } from "@tidao/kernel";
import { normal } from "@tidao/labs/normal";
import { dot, mean, range, sigmoid, sum } from "@tidao/labs/vector";

/** A text feature, an image feature and the label of one example. */
export interface Example {
  t: number;
  v: number;
  label: boolean;
}
export type Task = "xor" | "and" | "text" | "evidence" | "redundant";

const sign = (random: Random) => (random.next() < 0.5 ? -1 : 1);

const labels: Record<Task, (a: number, b: number) => boolean> = {
  xor: (a, b) => a * b > 0,
  and: (a, b) => a > 0 && b > 0,
  text: (a) => a > 0,
  evidence: (a) => a > 0,
  redundant: (a) => a > 0,
};

/**
 * Two signs, one shown by the text and one by the image; in "evidence" both show the first one with more noise, in
 * "redundant" the text is a noisy copy of the image.
 */
export function examples(task: Task, n: number, seed: number): Example[] {
  const random = seededRandom(seed);
  return range(n).map(() => {
    const [a, b] = [sign(random), sign(random)];
    const [z1, z2] = [normal(random), normal(random)];
    const label = labels[task](a, b);
    if (task === "redundant") return { t: a + 0.6 * z1 + 0.8 * z2, v: a + 0.6 * z1, label };
    const sd = task === "evidence" ? 1.5 : 0.4;
    return { t: a + sd * z1, v: (task === "evidence" ? a : b) + sd * z2, label };
  });
}
export const trainingSet = (task: Task, seed: number) => examples(task, 400, seed);
export const testSet = (task: Task, seed: number) => examples(task, 2000, seed + 1000);

type Features = (example: Example) => number[];
export const text: Features = ({ t }) => [1, t];
export const image: Features = ({ v }) => [1, v];
export const early: Features = ({ t, v }) => [1, t, v];
export const bilinear: Features = ({ t, v }) => [1, t, v, t * v];

/** Logistic regression from zero by full-batch gradient descent, with L2 on all weights but the bias. */
export function fit(rows: readonly number[][], wanted: readonly boolean[], rate = 0.5, steps = 600, l2 = 1e-3) {
  const width = rows[0]?.length ?? 0;
  const weights = new Float64Array(width);
  const gradient = new Float64Array(width);
  const x = Float64Array.from(rows.flat());
  for (let step = 0; step < steps; step++) {
    gradient.fill(0);
    for (let i = 0; i < rows.length; i++) {
      let z = 0;
      for (let j = 0; j < width; j++) z += (weights[j] ?? NaN) * (x[i * width + j] ?? NaN);
      const error = sigmoid(z) - Number(wanted[i]);
      for (let j = 0; j < width; j++) gradient[j] = (gradient[j] ?? NaN) + error * (x[i * width + j] ?? NaN);
    }
    for (let j = 0; j < width; j++) {
      const w = weights[j] ?? NaN;
      weights[j] = w - rate * ((gradient[j] ?? NaN) / rows.length + (j > 0 ? l2 * w : 0));
    }
  }
  return Array.from(weights);
}
export type Score = (example: Example) => number;
/** The logit that a model trained on the examples gives. */
export function train(features: Features, set: readonly Example[], rate = 0.5): Score {
  const weights = fit(
    set.map(features),
    set.map(({ label }) => label),
    rate,
  );
  return (example) => dot(weights, features(example));
}
export const accuracy = (score: Score, set: readonly Example[]) =>
  mean(set.map((example) => Number(score(example) > 0 === example.label)));

const probability = (score: Score): Score => (example) => sigmoid(score(example));
/** Of two models trained apart: mean of the probabilities, sum of the logits, or a regression on both probabilities. */
export function late(rule: "mean" | "product" | "stacking", set: readonly Example[]): Score {
  const [ofText, ofImage] = [train(text, set), train(image, set)];
  if (rule === "product") return (example) => ofText(example) + ofImage(example);
  const [p, q] = [probability(ofText), probability(ofImage)];
  if (rule === "mean") return (example) => (p(example) + q(example)) / 2 - 0.5;
  return train((example) => [1, 8 * (p(example) - 0.5), 8 * (q(example) - 0.5)], set, 0.1);
}

export const withoutImage = (set: readonly Example[]) => set.map((example) => ({ ...example, v: 0 }));
export const scaled = (set: readonly Example[], k: number) => set.map((example) => ({ ...example, v: k * example.v }));
/** Hides the text of about p/2 of the examples and the image of as many. */
export function modalityDropout(set: readonly Example[], p: number, seed: number): Example[] {
  const random = seededRandom(seed + 7);
  return set.map((example) => {
    const u = random.next();
    return { ...example, t: u < p / 2 ? 0 : example.t, v: u >= p / 2 && u < p ? 0 : example.v };
  });
}

/** Row mean plus column mean minus grand mean of the scores of every text with every image, for the true pairs. */
export function emap(scores: readonly number[][]): number[] {
  const rows = scores.map(mean);
  const columns = scores.map((_, j) => mean(scores.map((row) => row[j] ?? NaN)));
  return scores.map((_, i) => (rows[i] ?? NaN) + (columns[i] ?? NaN) - mean(rows));
}
/** Accuracy of a model and of its additive projection on the first n examples. */
export function diagnose(score: Score, set: readonly Example[], n = 400) {
  const some = set.slice(0, n);
  const projected = emap(some.map(({ t }) => some.map(({ v }) => score({ t, v, label: false }))));
  return {
    full: accuracy(score, some),
    additive: mean(some.map(({ label }, i) => Number((projected[i] ?? NaN) > 0 === label))),
  };
}

/**
 * One informative text feature and `width` image features with a trace of signal, `n` training examples: test accuracy
 * of the text model and of the joint one after some steps.
 */
export function widening(width: number, n: number, steps: number, seed: number) {
  const draw = (count: number, from: number) => {
    const random = seededRandom(from);
    return range(count).map(() => {
      const a = sign(random);
      return { row: [1, a + normal(random), ...range(width).map(() => 0.1 * a + normal(random))], label: a > 0 };
    });
  };
  const [training, test] = [draw(n, seed), draw(1000, seed + 1000)];
  const learnt = (keep: (row: number[]) => number[]) => {
    const weights = fit(
      training.map(({ row }) => keep(row)),
      training.map(({ label }) => label),
      0.3,
      steps,
      0,
    );
    const share = (set: typeof test) =>
      mean(set.map(({ row, label }) => Number(dot(weights, keep(row)) > 0 === label)));
    return { training: share(training), test: share(test) };
  };
  return { text: learnt((row) => row.slice(0, 2)), joint: learnt((row) => row) };
}

type Matrix = number[][];
const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => (b[0] ?? []).map((_, j) => sum(row.map((value, k) => value * (b[k]?.[j] ?? NaN)))));
const softmax = (logits: readonly number[]) => {
  const powers = logits.map((z) => Math.exp(z - Math.max(...logits)));
  return powers.map((power) => power / sum(powers));
};
/** Three text states, six patches, four dimensions: the states after a cross-attention layer with gate g. */
export function gatedLayer(seed: number, order = range(6)) {
  const random = seededRandom(seed);
  const d = 4;
  const matrix = (rows: number, scale = 1) => range(rows).map(() => range(d).map(() => scale * normal(random)));
  const [x, drawn] = [matrix(3), matrix(6)];
  const [wq, wk, wv, wo] = [matrix(d, 0.5), matrix(d, 0.5), matrix(d, 0.5), matrix(d, 0.5)];
  const patches = order.map((i) => drawn[i] ?? []);
  const [q, k, u] = [times(x, wq), times(patches, wk), times(patches, wv)];
  const weights = q.map((row) => softmax(k.map((key) => dot(row, key) / Math.sqrt(d))));
  const attended = times(times(weights, u), wo);
  return {
    x,
    weights,
    at: (g: number) => x.map((row, i) => row.map((value, j) => value + Math.tanh(g) * (attended[i]?.[j] ?? NaN))),
  };
}
export const distance = (a: Matrix, b: Matrix) =>
  Math.sqrt(sum(a.map((row, i) => sum(row.map((value, j) => (value - (b[i]?.[j] ?? NaN)) ** 2)))));

/** Mean of class-1 probabilities, and the posterior of independent experts with equal priors. */
export const pooledMean = (p: readonly number[]) => mean(p);
export function bayesProduct(p: readonly number[]): number {
  const [yes, no] = [p, p.map((value) => 1 - value)].map((values) => values.reduce((a, b) => a * b, 1));
  return (yes ?? NaN) / ((yes ?? NaN) + (no ?? NaN));
}
export const logit = (p: number) => Math.log(p / (1 - p));
export const tempered = (p: number, temperature: number) => sigmoid(logit(p) / temperature);
