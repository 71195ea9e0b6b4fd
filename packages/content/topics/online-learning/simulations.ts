import { seededRandom } from "@tidao/kernel";
import { normal, normals } from "@tidao/labs/normal";
import { mean, range, sum } from "@tidao/labs/vector";


export type Learner = "constant" | "running mean" | "window";
/**
 * Predicts w before it sees y = θ + noise; θ is 0 in the first half and `jump` in the second. Returns the sum of
 * (w − θ)² in each half and the last w.
 */
export function track(learner: Learner, jump: number, { seed = 1, steps = 400, noise = 1, eta = 0.1, window = 50 } = {}) {
  const draw = normals(seed);
  const seen: number[] = [];
  const lag = [0, 0];
  let w = 0;
  for (let t = 0; t < steps; t++) {
    const theta = t < steps / 2 ? 0 : jump;
    const half = t < steps / 2 ? 0 : 1;
    lag[half] = (lag[half] ?? 0) + (w - theta) ** 2;
    const y = theta + noise * draw();
    seen.push(y);
    if (learner === "constant") w += eta * (y - w);
    else if (learner === "running mean") w += (y - w) / (t + 1);
    else w = mean(seen.slice(-window));
  }
  return { first: lag[0] ?? NaN, second: lag[1] ?? NaN, w };
}

/** Mean squared distance of a constant-rate learner from a random walk (variance q per step), after a burn-in. */
export function trackWalk(eta: number, q: number, steps = 60_000, seed = 3): number {
  const random = seededRandom(seed);
  let [w, theta, total] = [0, 0, 0];
  for (let t = 0; t < steps; t++) {
    if (t >= 1000) total += (w - theta) ** 2;
    w += eta * (theta + normal(random) - w);
    theta += Math.sqrt(q) * normal(random);
  }
  return total / (steps - 1000);
}

/** Online gradient descent on |w − y| over [−1, 1] from w = 0; regret against the best fixed w. */
export function onlineGradient(ys: readonly number[], eta: number) {
  let [w, loss] = [0, 0];
  for (const y of ys) {
    loss += Math.abs(w - y);
    w = Math.min(1, Math.max(-1, w - eta * Math.sign(w - y)));
  }
  const best = Math.min(...[-1, 1, ...ys].map((u) => sum(ys.map((y) => Math.abs(u - y)))));
  return { loss, best, regret: loss - best };
}

/** Hedge, or Fixed Share when `share` > 0; regret against the best fixed expert. */
export function hedge(losses: readonly (readonly number[])[], eta: number, share = 0) {
  const n = losses[0]?.length ?? 0;
  let weights = range(n).map(() => 1 / n);
  let loss = 0;
  for (const row of losses) {
    loss += sum(row.map((value, i) => value * (weights[i] ?? NaN)));
    const least = Math.min(...row);
    const raw = weights.map((weight, i) => weight * Math.exp(-eta * ((row[i] ?? NaN) - least)));
    const total = sum(raw);
    weights = raw.map((weight) => (1 - share) * (weight / total) + share / n);
  }
  const totals = range(n).map((i) => sum(losses.map((row) => row[i] ?? NaN)));
  const best = totals.indexOf(Math.min(...totals));
  return { weights, loss, best, bestLoss: totals[best] ?? NaN, regret: loss - (totals[best] ?? NaN) };
}

/** Plays whichever expert has the lowest loss so far; ties go to the lower index. */
export function followTheLeader(losses: readonly (readonly number[])[]): number {
  const totals = (losses[0] ?? []).map(() => 0);
  let loss = 0;
  for (const row of losses) {
    loss += row[totals.indexOf(Math.min(...totals))] ?? NaN;
    for (const [i, value] of row.entries()) totals[i] = (totals[i] ?? NaN) + value;
  }
  return loss;
}

/** (0.5, 0), then (0, 1), (1, 0), (0, 1), … */
export const trap = (rounds: number): number[][] =>
  range(rounds).map((t) => (t === 0 ? [0.5, 0] : t % 2 === 1 ? [0, 1] : [1, 0]));
/** Expert 0 is perfect in the first half, expert 1 in the second. */
export const switching = (rounds: number): number[][] => range(rounds).map((t) => (t < rounds / 2 ? [0, 1] : [1, 0]));
/** Expert i errs with probability 0.3 + 0.05 i. */
export function bernoulli(rounds: number, experts: number, seed = 1): number[][] {
  const { next } = seededRandom(seed);
  return range(rounds).map(() => range(experts).map((i) => (next() < 0.3 + 0.05 * i ? 1 : 0)));
}

/** Errors with rate `before` and, from step `at` on, with rate `after`. */
export function errorStream(seed: number, { before = 0.1, after = 0.3, at = 500, length = 1000 } = {}): number[] {
  const { next } = seededRandom(seed);
  return range(length).map((t) => (next() < (t < at ? before : after) ? 1 : 0));
}
/** One-sided Page–Hinkley with a full reset at each alarm. */
export function pageHinkley(xs: readonly number[], { delta = 0.02, threshold = 10, burnIn = 30 } = {}): number[] {
  const alarms: number[] = [];
  let [n, average, m, least] = [0, 0, 0, 0];
  for (const [t, x] of xs.entries()) {
    n++;
    average += (x - average) / n;
    m += x - average - delta;
    least = Math.min(least, m);
    if (n >= burnIn && m - least > threshold) {
      alarms.push(t);
      [n, average, m, least] = [0, 0, 0, 0];
    }
  }
  return alarms;
}
/** DDM: p + s of the error rate since the last alarm against its lowest value; alarm at `sigmas` standard deviations. */
export function ddm(errors: readonly number[], { sigmas = 3, burnIn = 30 } = {}): number[] {
  const alarms: number[] = [];
  let [n, wrong, pMin, sMin] = [0, 0, Infinity, Infinity];
  for (const [t, x] of errors.entries()) {
    n++;
    wrong += x;
    if (n < burnIn) continue;
    const p = wrong / n;
    const s = Math.sqrt((p * (1 - p)) / n);
    if (p + s < pMin + sMin) [pMin, sMin] = [p, s];
    if (p + s > pMin + sigmas * sMin) {
      alarms.push(t);
      [n, wrong, pMin, sMin] = [0, 0, Infinity, Infinity];
    }
  }
  return alarms;
}
/** Plain ADWIN: drops the oldest item while the means of some split differ by more than the Hoeffding cut. */
export function adwin(xs: readonly number[], delta = 0.05) {
  const alarms: number[] = [];
  // prefix[i] is the sum of the first i items; the window is xs[start … t]
  const prefix = [0];
  let start = 0;
  const cuts = (end: number): boolean => {
    const n = end - start;
    const factor = Math.log((4 * n) / delta) / 2;
    for (let split = start + 1; split < end; split++) {
      const [n0, n1] = [split - start, end - split];
      const older = ((prefix[split] ?? NaN) - (prefix[start] ?? NaN)) / n0;
      const newer = ((prefix[end] ?? NaN) - (prefix[split] ?? NaN)) / n1;
      if ((older - newer) ** 2 >= (1 / n0 + 1 / n1) * factor) return true;
    }
    return false;
  };
  for (const [t, x] of xs.entries()) {
    prefix.push((prefix[t] ?? NaN) + x);
    const before = start;
    while (cuts(t + 1)) start++;
    if (start > before) alarms.push(t);
  }
  const length = xs.length - start;
  return { alarms, length, mean: length === 0 ? null : ((prefix[xs.length] ?? NaN) - (prefix[start] ?? NaN)) / length };
}
/**
 * Over seeds 1 to `seeds`: the share with an alarm before step 500 (false), and the mean wait for the first alarm from
 * step 500 on, over those streams that had one.
 */
export function alarmQuality(detect: (xs: number[]) => number[], seeds = 100) {
  const runs = range(seeds).map((i) => detect(errorStream(i + 1)));
  const waits = runs.flatMap((alarms) => alarms.filter((t) => t >= 500).slice(0, 1)).map((t) => t - 500);
  return {
    falseShare: runs.filter((alarms) => alarms.some((t) => t < 500)).length / seeds,
    delay: mean(waits),
    missed: seeds - waits.length,
  };
}

/** Error on task A after n passes over A and B, each learnt to its end by projection; w* = (1, 1), start (0, 0). */
export function forgetting(degrees: number, cycles = 1): number {
  const b = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)] as const;
  let w = [0, 0] as [number, number];
  for (let cycle = 0; cycle < cycles; cycle++) {
    w = [1, w[1]];
    const step = b[0] * (1 - w[0]) + b[1] * (1 - w[1]);
    w = [w[0] + step * b[0], w[1] + step * b[1]];
  }
  return (1 - w[0]) ** 2;
}

/** Algorithm R: which of the items 0 … n − 1 are in the buffer in the end. */
export function reservoir(n: number, k: number, seed: number): number[] {
  const { next } = seededRandom(seed);
  const slots: number[] = [];
  for (let i = 0; i < n; i++) {
    if (i < k) {
      slots.push(i);
      continue;
    }
    const j = Math.floor(next() * (i + 1));
    if (j < k) slots[j] = i;
  }
  return slots;
}
/** Share of `seeds` runs in which each item is kept. */
export function retention(n: number, k: number, seeds: number): number[] {
  const kept = range(n).map(() => 0);
  for (let seed = 1; seed <= seeds; seed++)
    for (const item of reservoir(n, k, seed)) kept[item] = (kept[item] ?? NaN) + 1;
  return kept.map((count) => count / seeds);
}

/** UCB1 on arms that pay 1 with probability p: pulls of each and the expected loss against the best arm. */
export function ucb1(p: readonly number[], rounds: number, seed = 1) {
  const { next } = seededRandom(seed);
  const pulls = p.map(() => 0);
  const won = p.map(() => 0);
  for (let t = 1; t <= rounds; t++) {
    const scores = p.map((_, i) => {
      const n = pulls[i] ?? NaN;
      return n === 0 ? Infinity : (won[i] ?? NaN) / n + Math.sqrt((2 * Math.log(t)) / n);
    });
    const arm = scores.indexOf(Math.max(...scores));
    pulls[arm] = (pulls[arm] ?? NaN) + 1;
    if (next() < (p[arm] ?? NaN)) won[arm] = (won[arm] ?? NaN) + 1;
  }
  const best = Math.max(...p);
  return { pulls, regret: sum(p.map((each, i) => (best - each) * (pulls[i] ?? NaN))) };
}

/**
 * y follows a random walk with steps of standard deviation `step` and unit noise. The same predictor, the mean of the 10
 * nearest training examples in time, is scored by a random 80/20 split and prequentially (10 latest examples).
 */
export function splitAgainstPrequential(step = 0.3, length = 2000, seed = 1) {
  const random = seededRandom(seed);
  let theta = 0;
  const ys = range(length).map(() => {
    theta += step * normal(random);
    return theta + normal(random);
  });
  const test = ys.map(() => random.next() < 0.2);
  const training = range(length).filter((t) => !test[t]);
  const errors = range(length).flatMap((t) => {
    if (!test[t]) return [];
    const near = training
      .map((s) => ({ s, far: Math.abs(s - t) }))
      .toSorted((a, b) => a.far - b.far)
      .slice(0, 10);
    return [((ys[t] ?? NaN) - mean(near.map(({ s }) => ys[s] ?? NaN))) ** 2];
  });
  const ahead = range(length - 10).map((i) => ((ys[i + 10] ?? NaN) - mean(ys.slice(i, i + 10))) ** 2);
  return { randomSplit: mean(errors), prequential: mean(ahead) };
}

/** One coordinate of FTRL-Proximal (McMahan et al. 2013) after a list of gradients; L1 keeps it at exactly 0. */
export function ftrl(gradients: readonly number[], { alpha = 0.1, beta = 1, l1 = 1, l2 = 0 } = {}) {
  let [z, n] = [0, 0];
  const weight = () => (Math.abs(z) <= l1 ? 0 : -(z - Math.sign(z) * l1) / ((beta + Math.sqrt(n)) / alpha + l2));
  for (const g of gradients) {
    const sigma = (Math.sqrt(n + g * g) - Math.sqrt(n)) / alpha;
    z += g - sigma * weight();
    n += g * g;
  }
  return { z, n, w: weight() };
}
