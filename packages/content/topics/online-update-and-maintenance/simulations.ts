import { seededRandom } from "@tidao/kernel";
import { normal } from "@tidao/labs/normal";
import { range, sigmoid, sum } from "@tidao/labs/vector";


interface Item {
  features: number[];
  label: number;
}
export interface Update {
  /** Probability of one step on a stored item after each new one. */
  replay?: number;
  capacity?: number;
  /** Weight of the EWC penalty. */
  ewc?: number;
  /** Width of the random features: larger means less overlap between the tasks. */
  gamma?: number;
  seed?: number;
  /** Note both accuracies after every so many items of B; 0 for never. */
  every?: number;
}

/**
 * Logistic regression on 32 frozen random Fourier features learns task A (above or below a line, on the left), then a stream
 * of task B (the other way round, on the right). Accuracies before, during and after B.
 */
export function forgetting({ replay = 0, capacity = 50, ewc = 0, gamma = 0.5, seed = 1, every = 0 }: Update = {}) {
  const encoder = seededRandom(9);
  const directions = range(32).map(() => [gamma * normal(encoder), gamma * normal(encoder)] as const);
  const phases = range(32).map(() => 2 * Math.PI * encoder.next());
  const random = seededRandom(seed);
  const draw = (side: -1 | 1): Item => {
    const [x, y] = [1.5 * side + 0.7 * normal(random), normal(random)];
    return {
      features: directions.map(([a, b], i) => Math.sqrt(2 / 32) * Math.cos(a * x + b * y + (phases[i] ?? NaN))),
      label: (side < 0 ? y > 0 : y < 0) ? 1 : 0,
    };
  };
  const sets = ([[-1, 600], [1, 600], [-1, 400], [1, 400]] as const).map(([side, n]) => range(n).map(() => draw(side)));
  const [trainA = [], trainB = [], testA = [], testB = []] = sets;

  const w = range(32).map(() => 0);
  const predict = ({ features }: Item) => {
    let total = 0;
    for (let k = 0; k < 32; k++) total += (features[k] ?? NaN) * (w[k] ?? NaN);
    return sigmoid(total);
  };
  const step = (item: Item, penalty?: (k: number) => number) => {
    const error = predict(item) - item.label;
    for (let k = 0; k < 32; k++) w[k] = (w[k] ?? NaN) - (error * (item.features[k] ?? NaN) + (penalty?.(k) ?? 0));
  };
  const accuracy = (items: Item[]) =>
    items.filter((item) => predict(item) >= 0.5 === (item.label === 1)).length / items.length;

  for (const item of trainA) step(item);
  const before = { a: accuracy(testA), b: accuracy(testB) };
  const anchor = [...w];
  const fisher = range(ewc > 0 ? 32 : 0).map(
    (k) =>
      sum(
        trainA.map((item) => {
          const p = predict(item);
          return p * (1 - p) * (item.features[k] ?? NaN) ** 2;
        }),
      ) / trainA.length,
  );
  const other = seededRandom(seed + 1000);
  const store: Item[] = [];
  for (const [i, item] of trainA.entries())
    if (store.length < capacity) store.push(item);
    else {
      const j = Math.floor(other.next() * (i + 1));
      if (j < capacity) store[j] = item;
    }
  const path = [before];
  for (const [i, item] of trainB.entries()) {
    step(item, ewc > 0 ? (k) => ewc * (fisher[k] ?? NaN) * ((w[k] ?? NaN) - (anchor[k] ?? NaN)) : undefined);
    if (replay > 0 && other.next() < replay) {
      const stored = store[Math.floor(other.next() * store.length)];
      if (stored) step(stored);
    }
    if (every > 0 && (i + 1) % every === 0) path.push({ a: accuracy(testA), b: accuracy(testB) });
  }
  return { before, after: { a: accuracy(testA), b: accuracy(testB) }, path };
}

export type Drift = "none" | "covariate" | "concept";
/** 2000 items; the input moves by 1, or the error rate from 0.1 to 0.3, after the first 1000. */
export function stream(drift: Drift, seed = 5) {
  const random = seededRandom(seed);
  return range(2000).map((i) => {
    const changed = i >= 1000;
    const x = normal(random) + (changed && drift === "covariate" ? 1 : 0);
    return { x, error: random.next() < (changed && drift === "concept" ? 0.3 : 0.1) ? 1 : 0 };
  });
}

/** Σ (q − p)·ln(q/p) over shares floored at eps. */
export function psi(expected: readonly number[], actual: readonly number[], eps = 1e-4): number {
  const [all, seen] = [sum(expected), sum(actual)];
  return sum(
    expected.map((count, bin) => {
      const p = Math.max(count / all, eps);
      const q = Math.max((actual[bin] ?? NaN) / seen, eps);
      return (q - p) * Math.log(q / p);
    }),
  );
}
/** PSI over ten bins with as many reference items each. */
export function psiOfSamples(reference: readonly number[], current: readonly number[]): number {
  const sorted = reference.toSorted((a, b) => a - b);
  const edges = range(9).map((i) => sorted[Math.round(((i + 1) * sorted.length) / 10)] ?? NaN);
  const count = (values: readonly number[]) => {
    const counts = range(10).map(() => 0);
    for (const value of values) {
      const bin = edges.filter((edge) => edge < value).length;
      counts[bin] = (counts[bin] ?? NaN) + 1;
    }
    return counts;
  };
  return psi(count(reference), count(current));
}
/** The largest gap between two empirical distribution functions. */
export function ks(a: readonly number[], b: readonly number[]): number {
  const share = (values: readonly number[], limit: number) =>
    values.filter((value) => value <= limit).length / values.length;
  return Math.max(...[...a, ...b].map((limit) => Math.abs(share(a, limit) - share(b, limit))));
}
/** Shares of unchanged pairs of samples whose PSI passes 0.1 and 0.25. */
export function psiWithoutDrift(n: number, runs = 1000, seed = 7) {
  const random = seededRandom(seed);
  const values = range(runs).map(() =>
    psiOfSamples(
      range(n).map(() => random.next()),
      range(n).map(() => random.next()),
    ),
  );
  const above = (limit: number) => values.filter((value) => value > limit).length / runs;
  return { above01: above(0.1), above025: above(0.25), mean: sum(values) / runs };
}

/** Place of the first alarm, counted from 1, or −1. */
export function pageHinkley(xs: readonly number[], delta = 0.05, lambda = 20): number {
  let [mean, u, least] = [0, 0, 0];
  for (const [i, x] of xs.entries()) {
    mean += (x - mean) / (i + 1);
    u += x - mean - delta;
    least = Math.min(least, u);
    if (u - least > lambda) return i + 1;
  }
  return -1;
}
/** The alarm, and where the warning began that led to it. */
export function ddm(errors: readonly number[]): { warning: number; alarm: number } {
  let [wrong, bestP, bestS, warning] = [0, Infinity, Infinity, -1];
  for (const [i, error] of errors.entries()) {
    const n = i + 1;
    wrong += error;
    // before the first error the deviation is zero and every comparison holds
    if (n < 30 || wrong === 0) continue;
    const p = wrong / n;
    const s = Math.sqrt((p * (1 - p)) / n);
    if (p + s < bestP + bestS) [bestP, bestS] = [p, s];
    if (p + s < bestP + 2 * bestS) warning = -1;
    else if (warning < 0) warning = n;
    if (p + s >= bestP + 3 * bestS) return { warning, alarm: n };
  }
  return { warning, alarm: -1 };
}

/** z of two proportions with the pooled variance. */
export function zTest(a: number, n: number, b: number, m: number): number {
  const pooled = (a + b) / (n + m);
  return pooled === 0 || pooled === 1 ? 0 : (b / m - a / n) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}
/** P(|Z| > z), by the series and the continued fraction of the normal tail. */
export function twoSided(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 3) {
    let [term, total] = [x, x];
    for (let k = 1; k < 100; k++) {
      term *= (x * x) / (2 * k + 1);
      total += term;
    }
    return 1 - 2 * density * total;
  }
  let fraction = 0;
  for (let k = 100; k >= 1; k--) fraction = k / (x + fraction);
  return (2 * density) / (x + fraction);
}
/** Items per arm for a two-sided test at 5% with power 80%. */
export function sampleSize(p: number, q: number): number {
  const middle = (p + q) / 2;
  const root = 1.959964 * Math.sqrt(2 * middle * (1 - middle)) + 0.841621 * Math.sqrt(p * (1 - p) + q * (1 - q));
  return Math.ceil((root / (q - p)) ** 2);
}

/** The mixture likelihood ratio of a difference between two rates against none, τ the spread of what is expected. */
export function mixtureRatio(z: number, n: number, pooled: number, tau: number): number {
  const share = (n * tau ** 2) / (2 * pooled * (1 - pooled));
  return Math.exp((z ** 2 * share) / (2 * (1 + share))) / Math.sqrt(1 + share);
}

export interface Canary {
  looks: number;
  /** Of |z|; or the spread τ of a mixture test that stops at a ratio of 20. */
  boundary?: number | { tau: number };
  perLook?: number;
  rates?: readonly [number, number];
  runs?: number;
  seed?: number;
}
/** How often a canary that is looked at several times is stopped, and after how many items per arm on average. */
export function canary({
  looks,
  boundary = 1.959964,
  perLook = 100,
  rates = [0.1, 0.1],
  runs = 1000,
  seed = 20,
}: Canary) {
  const random = seededRandom(seed);
  let [stopped, items] = [0, 0];
  for (let run = 0; run < runs; run++) {
    let [a, b] = [0, 0];
    for (let look = 1; look <= looks; look++) {
      for (let i = 0; i < perLook; i++) {
        if (random.next() < rates[0]) a++;
        if (random.next() < rates[1]) b++;
      }
      const n = look * perLook;
      const z = zTest(a, n, b, n);
      const alarm =
        typeof boundary === "number"
          ? Math.abs(z) > boundary
          : a + b > 0 && mixtureRatio(z, n, (a + b) / (2 * n), boundary.tau) > 20;
      if (alarm) stopped++;
      if (alarm || look === looks) {
        items += n;
        break;
      }
    }
  }
  return { share: stopped / runs, items: items / runs };
}
/** z after each look of one run without a difference, for the figure. */
export function canaryPath(seed: number, looks = 10, perLook = 100): number[] {
  const random = seededRandom(seed);
  let [a, b] = [0, 0];
  return range(looks).map((look) => {
    for (let i = 0; i < perLook; i++) {
      if (random.next() < 0.1) a++;
      if (random.next() < 0.1) b++;
    }
    const n = (look + 1) * perLook;
    return zTest(a, n, b, n);
  });
}
