import { type Random, seededRandom } from "@tidao/kernel";
import { normal } from "@tidao/labs/normal";
import { range, sigmoid } from "@tidao/labs/vector";


// Near duplicates

/** The distinct runs of k code points of a text after folding width and case and dropping blanks. */
export function shingles(text: string, k: number): Set<string> {
  const signs = Array.from(text.normalize("NFKC").toLowerCase().replace(/\s/gu, ""));
  if (signs.length === 0) return new Set();
  if (signs.length < k) return new Set([signs.join("")]);
  return new Set(range(signs.length - k + 1).map((i) => signs.slice(i, i + k).join("")));
}
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((each) => b.has(each)).length;
  return shared / (a.size + b.size - shared);
}
/** FNV-1a of the UTF-8 bytes, 32 bits. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
/** The finaliser of MurmurHash3: a bijection of 32 bits. */
export function fmix32(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
/** The minimum of each of `length` hash functions over a set. */
export function signature(set: ReadonlySet<string>, length: number, seed = 1): number[] {
  const random = seededRandom(seed);
  const hashes = [...set].map(fnv1a);
  return range(length).map(() => {
    const salt = Math.floor(random.next() * 2 ** 32);
    return Math.min(...hashes.map((hash) => fmix32(hash ^ salt)));
  });
}
export const agreement = (a: readonly number[], b: readonly number[]) =>
  a.filter((value, i) => value === b[i]).length / a.length;
/** Pairs that agree on all rows of one band or more, as "0-1". */
export function candidates(signatures: readonly number[][], bands: number): string[] {
  const found = new Set<string>();
  const rows = (signatures[0] ?? []).length / bands;
  for (const band of range(bands)) {
    const buckets = new Map<string, number[]>();
    for (const [i, each] of signatures.entries()) {
      const key = each.slice(band * rows, (band + 1) * rows).join();
      for (const other of buckets.get(key) ?? []) found.add(`${other}-${i}`);
      buckets.set(key, [...(buckets.get(key) ?? []), i]);
    }
  }
  return [...found].toSorted();
}
export const candidateProbability = (similarity: number, bands: number, rows: number) =>
  1 - (1 - similarity ** rows) ** bands;
export const documents = [
  "大模型的训练数据需要去重，因为重复样本会让模型死记硬背。",
  "大模型的训练数据需要去重，因为重复的样本会让模型死记硬背！",
  "Deduplication removes near-identical pages before training.",
  "Deduplication removes nearly identical pages before the training.",
  "量化把权重从16位压到4位。",
  "The quick brown fox jumps over the lazy dog.",
];

// Label noise

export interface Example {
  at: readonly [number, number];
  truth: 0 | 1;
  label: 0 | 1;
}
export type Noise = "symmetric" | "asymmetric" | "outlier";

/** Two unit Gaussians at (±1.2, 0), then labels made wrong at a rate. */
export function data(n: number, seed: number, noise: Noise = "symmetric", rate = 0): Example[] {
  const random = seededRandom(seed);
  const clean = range(n).map((i): Example => {
    const truth = i % 2 === 0 ? 0 : 1;
    return { at: [(truth ? 1.2 : -1.2) + normal(random), normal(random)], truth, label: truth };
  });
  return rate === 0 ? clean : spoil(clean, random, noise, rate);
}
function spoil(clean: readonly Example[], random: Random, noise: Noise, rate: number): Example[] {
  let left = Math.round(rate * clean.length);
  return clean.map((each) => {
    if (noise === "outlier") {
      if (each.truth === 0 || left-- <= 0) return each;
      return { at: [6 + 0.3 * normal(random), 0.4 * normal(random)], truth: 1, label: 0 };
    }
    const hit = random.next() < rate;
    if (!hit || (noise === "asymmetric" && each.truth === 1)) return each;
    return { ...each, label: each.truth === 0 ? 1 : 0 };
  });
}
export const flips = (examples: readonly Example[]) =>
  examples.flatMap(({ truth, label }, i) => (truth === label ? [] : [i]));

/** Rates at which 0 is read as 1 and 1 as 0. */
export type Rates = readonly [zero: number, one: number];
export type Loss =
  | "cross-entropy"
  | "gce"
  | "mae"
  | "smoothing"
  | { forward: Rates }
  | { backward: Rates };

/** The loss of an example's label at p = probability of class 1. */
export function lossOf(loss: Loss, p: number, label: 0 | 1): number {
  const own = label ? p : 1 - p;
  if (loss === "cross-entropy") return -Math.log(own);
  if (loss === "gce") return (1 - own ** 0.7) / 0.7;
  if (loss === "mae") return 1 - own;
  if (loss === "smoothing") return -0.95 * Math.log(own) - 0.05 * Math.log(1 - own);
  if ("forward" in loss) {
    const [r0, r1] = loss.forward;
    const seen = (1 - r1) * p + r0 * (1 - p);
    return -Math.log(label ? seen : 1 - seen);
  }
  const [r0, r1] = loss.backward;
  const [l0, l1] = [-Math.log(1 - p), -Math.log(p)];
  // rows of the inverse of [[1 - r0, r0], [r1, 1 - r1]]
  return (label ? (1 - r0) * l1 - r1 * l0 : (1 - r1) * l0 - r0 * l1) / (1 - r0 - r1);
}
/** The derivative of the loss by the logit. */
export function slope(loss: Loss, p: number, label: 0 | 1): number {
  const sign = label ? 1 : -1;
  const own = label ? p : 1 - p;
  if (loss === "cross-entropy") return -sign * (1 - own);
  if (loss === "gce") return -sign * own ** 0.7 * (1 - own);
  if (loss === "mae") return -sign * own * (1 - own);
  if (loss === "smoothing") return p - (label ? 0.95 : 0.05);
  if ("forward" in loss) {
    const [r0, r1] = loss.forward;
    const seen = (1 - r1) * p + r0 * (1 - p);
    return ((label ? -1 / seen : 1 / (1 - seen)) * (1 - r0 - r1) * p * (1 - p));
  }
  const [r0, r1] = loss.backward;
  return (label ? (1 - r0) * (p - 1) - r1 * p : (1 - r1) * p - r0 * (p - 1)) / (1 - r0 - r1);
}
export type Line = readonly [x: number, y: number, bias: number];
const probability = ([x, y, bias]: Line, [u, v]: readonly [number, number]) => sigmoid(x * u + y * v + bias);

/** Logistic regression by full-batch gradient descent from 0. */
export function train(examples: readonly Example[], loss: Loss, steps = 400): Line {
  let [x, y, bias] = [0, 0, 0];
  const n = examples.length;
  for (let step = 0; step < steps; step++) {
    let [gx, gy, gb] = [0, 0, 0];
    for (const { at, label } of examples) {
      const g = slope(loss, probability([x, y, bias], at), label);
      gx += g * at[0];
      gy += g * at[1];
      gb += g;
    }
    x -= 0.5 * (gx / n + 1e-4 * x);
    y -= 0.5 * (gy / n + 1e-4 * y);
    bias -= 0.5 * (gb / n);
  }
  return [x, y, bias];
}
/** Share of 2000 clean test examples on the right side of the line. */
export function accuracy(line: Line, seed = 1): number {
  const test = data(2000, seed + 1000);
  return test.filter(({ at, truth }) => probability(line, at) > 0.5 === (truth === 1)).length / test.length;
}
/** Cross-entropy of every example under a line, by its given label. */
export const losses = (examples: readonly Example[], line: Line) =>
  examples.map(({ at, label }) => lossOf("cross-entropy", probability(line, at), label));

// Confident learning

export function confidentJoint(labels: readonly number[], probs: readonly number[][]) {
  const classes = range(probs[0]?.length ?? 0);
  const thresholds = classes.map((j) => {
    const own = probs.filter((_, i) => labels[i] === j).map((row) => row[j] ?? NaN);
    return own.length > 0 ? own.reduce((a, b) => a + b) / own.length : Infinity;
  });
  const joint = classes.map(() => classes.map(() => 0));
  const issues: number[] = [];
  for (const [i, row] of probs.entries()) {
    const label = labels[i] ?? NaN;
    const above = classes.filter((j) => (row[j] ?? NaN) >= (thresholds[j] ?? NaN) - 1e-12);
    const best = above.toSorted((a, b) => (row[b] ?? NaN) - (row[a] ?? NaN))[0];
    if (best === undefined) continue;
    (joint[label] ?? [])[best] = (joint[label]?.[best] ?? 0) + 1;
    if (best !== label) issues.push(i);
  }
  return { thresholds, joint, issues };
}
const foldOf = (i: number) => Math.floor((i % 8) / 2);
/** Probabilities of both classes, each from a model that did not see the example's fold. */
export function outOfSample(examples: readonly Example[]): number[][] {
  const lines = range(4).map((fold) =>
    train(
      examples.filter((_, i) => foldOf(i) !== fold),
      "cross-entropy",
    ),
  );
  return examples.map(({ at }, i) => {
    const p = probability(lines[foldOf(i)] ?? [0, 0, 0], at);
    return [1 - p, p];
  });
}

// A model that can memorise

/**
 * Kernel logistic regression (Laplace kernel) by full-batch steps in function space. At each asked step: the probability of
 * every example's given label, from the model of all examples and from the one that did not see the example's fold.
 */
export function memorise(examples: readonly Example[], steps: readonly number[], width = 0.5) {
  const kernel = examples.map(({ at: [a, b] }) =>
    Float64Array.from(examples, ({ at: [c, d] }) => Math.exp(-Math.hypot(a - c, b - d) / width)),
  );
  const inSample = run(examples, kernel, () => true, steps);
  const held = range(4).map((fold) => run(examples, kernel, (i) => foldOf(i) !== fold, steps));
  return steps.map((_, at) => ({
    inSample: inSample[at] ?? [],
    outOfSample: examples.map((_, i) => held[foldOf(i)]?.[at]?.[i] ?? NaN),
  }));
}
function run(
  examples: readonly Example[],
  kernel: readonly Float64Array[],
  seen: (i: number) => boolean,
  steps: readonly number[],
): number[][] {
  const mine = range(examples.length).filter(seen);
  const scores = new Float64Array(examples.length);
  const own = () => examples.map(({ label }, i) => sigmoid((label ? 1 : -1) * (scores[i] ?? NaN)));
  const kept: number[][] = [];
  for (let step = 1; step <= Math.max(...steps); step++) {
    const moves = mine.map((i) => 0.2 * ((examples[i]?.label ?? NaN) - sigmoid(scores[i] ?? NaN)));
    for (const [at, i] of mine.entries()) {
      const row = kernel[i] ?? new Float64Array();
      const by = moves[at] ?? NaN;
      for (let j = 0; j < scores.length; j++) scores[j] = (scores[j] ?? NaN) + by * (row[j] ?? NaN);
    }
    if (steps.includes(step)) kept.push(own());
  }
  return kept;
}
/** Examples whose given label has less than half of the probability, and how many of them are flips. */
export function doubted(examples: readonly Example[], probabilities: readonly number[]) {
  const wrong = new Set(flips(examples));
  const flagged = range(examples.length).filter((i) => (probabilities[i] ?? NaN) < 0.5);
  return { flagged: flagged.length, flips: flagged.filter((i) => wrong.has(i)).length };
}
/** Of the m examples with the largest loss, where m is the number of flips: those that are flips. */
export function flipsOnTop(examples: readonly Example[], values: readonly number[]): number {
  const wrong = new Set(flips(examples));
  const top = range(values.length).toSorted((a, b) => (values[b] ?? NaN) - (values[a] ?? NaN));
  return top.slice(0, wrong.size).filter((i) => wrong.has(i)).length;
}
/** Mean loss of the flips and of the others. */
export function meanLosses(examples: readonly Example[], probabilities: readonly number[]) {
  const wrong = new Set(flips(examples));
  const mean = (which: boolean) => {
    const chosen = probabilities.filter((_, i) => wrong.has(i) === which);
    return chosen.reduce((total, p) => total - Math.log(p), 0) / chosen.length;
  };
  return { flips: mean(true), others: mean(false) };
}
