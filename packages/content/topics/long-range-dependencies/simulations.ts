import { seededRandom } from "@tidao/kernel";
import { normal, normals } from "@tidao/labs/normal";
import { dot, range, sum } from "@tidao/labs/vector";

export type Matrix = number[][];

const largestAt = (values: readonly number[]) => values.indexOf(Math.max(...values));
export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

type Two = readonly [a: number, b: number, c: number, d: number];
const product = ([a, b, c, d]: Two, [p, q, r, s]: Two): Two => [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s];
/** Largest singular value of a 2 × 2 matrix. */
export function spectralNorm([a, b, c, d]: Two): number {
  const [squares, determinant] = [a * a + b * b + c * c + d * d, a * d - b * c];
  return Math.sqrt((squares + Math.sqrt(Math.max(0, squares ** 2 - 4 * determinant ** 2))) / 2);
}

/**
 * h = tanh(W h + x) with two units, W = gain × rotation by 0.5, x of size `input`, 50 steps from zero: the norm of the
 * product of the Jacobians of the last `lag` steps. Without `tanh` W alone is the Jacobian.
 */
export function rnnGradient(gain: number, lag: number, { input = 0.5, seed = 1, tanh = true, steps = 50 } = {}): number {
  const draw = normals(seed);
  const [cos, sin] = [gain * Math.cos(0.5), gain * Math.sin(0.5)];
  const jacobians: Two[] = [];
  let [h1, h2] = [0, 0];
  for (let t = 0; t < steps; t++) {
    const [x1, x2] = [input * draw(), input * draw()];
    [h1, h2] = [Math.tanh(cos * h1 - sin * h2 + x1), Math.tanh(sin * h1 + cos * h2 + x2)];
    const [s1, s2] = tanh ? [1 - h1 * h1, 1 - h2 * h2] : [1, 1];
    jacobians.push([s1 * cos, -s1 * sin, s2 * sin, s2 * cos]);
  }
  return spectralNorm(jacobians.slice(steps - lag).reduce<Two>((all, step) => product(step, all), [1, 0, 0, 1]));
}

/** A scalar LSTM over 50 standard normal inputs; every weight on x and h is 0.5, on x in the candidate 1. */
function lstmStep(c: number, h: number, x: number, bias: number) {
  const f = sigmoid(0.5 * x + 0.5 * h + bias);
  const i = sigmoid(0.5 * x + 0.5 * h);
  const g = Math.tanh(x + 0.5 * h);
  const cell = f * c + i * g;
  return { f, i, g, o: i, c: cell, h: i * Math.tanh(cell) };
}
/** dc_T/dc_(T−lag): in full, through c and h, and along the cell alone, which is the product of the forget gates. */
export function lstmGradient(bias: number, lag: number, { seed = 1, steps = 50 } = {}): { total: number; direct: number } {
  const draw = normals(seed);
  let [c, h] = [0, 0];
  let [dc, dh, direct] = [NaN, NaN, 1];
  for (let t = 1; t <= steps; t++) {
    const before = { c, h };
    const { f, i, g, o, c: cell, h: out } = lstmStep(c, h, draw(), bias);
    [c, h] = [cell, out];
    if (t < steps - lag) continue;
    const slope = 1 - Math.tanh(c) ** 2;
    if (t === steps - lag) [dc, dh] = [1, o * slope];
    else {
      // the gates read h; f and i = o have slope 0.5 in it, and so has the candidate
      const byH = 0.5 * (f * (1 - f) * before.c + i * (1 - i) * g + i * (1 - g * g));
      const next = f * dc + byH * dh;
      dh = 0.5 * o * (1 - o) * Math.tanh(c) * dh + o * slope * next;
      dc = next;
      direct *= f;
    }
  }
  return { total: dc, direct };
}
/** c_T of the same LSTM when `nudge` is added to the cell `lag` steps before the end: for a difference quotient. */
export function lstmCell(bias: number, lag: number, nudge: number, { seed = 1, steps = 50 } = {}): number {
  const draw = normals(seed);
  let [c, h] = [0, 0];
  for (let t = 1; t <= steps; t++) {
    const step = lstmStep(c, h, draw(), bias);
    c = step.c;
    h = step.h;
    if (t === steps - lag) {
      c += nudge;
      h = step.o * Math.tanh(c);
    }
  }
  return c;
}

/** Multiply-accumulates of one layer over n tokens of width d, no masked pair skipped. */
export const costs = (n: number, d: number) => ({
  mixing: 2 * n * n * d,
  projections: 4 * n * d * d,
  recurrence: n * d * d,
  lstm: 8 * n * d * d,
});

/**
 * Segments of L with M cached positions: after each layer, how far back the earliest input lies that can influence each
 * of `length` positions.
 */
export function reach(length: number, segment: number, memory: number, layers: number): number[] {
  let earliest = range(length);
  for (let layer = 0; layer < layers; layer++) {
    const below = earliest;
    earliest = range(length).map((i) => below[Math.max(0, Math.floor(i / segment) * segment - memory)] ?? NaN);
  }
  return earliest.map((first, i) => i - first);
}
/** From the last position of a segment that lies far enough behind the start. */
export function fullReach(segment: number, memory: number, layers: number): number {
  const segments = Math.ceil(((layers + 1) * (memory + segment)) / segment) + 1;
  return reach(segments * segment, segment, memory, layers).at(-1) ?? NaN;
}

/** k unit keys, then k unit values, of d numbers each. */
export function pairs(k: number, d: number, seed: number): { keys: Matrix; values: Matrix } {
  const random = seededRandom(seed);
  const unit = () => {
    const vector = range(d).map(() => normal(random));
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  };
  const keys = range(k).map(unit);
  return { keys, values: range(k).map(unit) };
}

export type Memory = "linear" | "delta";
/** A d × d state written pair by pair: S += v kᵀ, or S += (v − S k) kᵀ. */
export function write(memory: Memory, keys: Matrix, values: Matrix): Matrix {
  const state = (values[0] ?? []).map(() => (keys[0] ?? []).map(() => 0));
  for (const [n, key] of keys.entries()) {
    const held = memory === "delta" ? read(state, key) : [];
    for (const [i, row] of state.entries()) {
      const change = (values[n]?.[i] ?? NaN) - (held[i] ?? 0);
      for (const [j, value] of key.entries()) row[j] = (row[j] ?? NaN) + change * value;
    }
  }
  return state;
}
export const read = (state: Matrix, key: readonly number[]) => state.map((row) => dot(row, key));

/** Share of k keys for which the value that fits best what is read is the right one. */
export function recall(memory: Memory | "softmax", k: number, { d = 16, seed = 1 } = {}): number {
  const { keys, values } = pairs(k, d, seed);
  const state = memory === "softmax" ? [] : write(memory, keys, values);
  const attend = (query: readonly number[]) => {
    const powers = keys.map((key) => Math.exp(8 * Math.sqrt(d) * (dot(key, query) - 1)));
    return range(d).map((i) => sum(powers.map((power, n) => power * (values[n]?.[i] ?? NaN))) / sum(powers));
  };
  const right = keys.filter((key, n) => {
    const found = memory === "softmax" ? attend(key) : read(state, key);
    return largestAt(values.map((value) => dot(value, found))) === n;
  });
  return right.length / k;
}

/** h = a h + b x, y = c h, step by step and as a convolution with the kernel c aᵏ b. */
export function recurrent(a: number, b: number, c: number, xs: readonly number[]): number[] {
  let h = 0;
  return xs.map((x) => {
    h = a * h + b * x;
    return c * h;
  });
}
export const convolved = (a: number, b: number, c: number, xs: readonly number[]) =>
  xs.map((_, t) => sum(xs.slice(0, t + 1).map((x, s) => c * a ** (t - s) * b * x)));

/** How much of one marked input is left after `noise` unmarked ones: with a fixed decay, and with one chosen by input. */
export function kept(noise: number, decay: number, selective: boolean): number {
  let h = 0;
  for (let t = 0; t <= noise; t++) {
    const marked = t === 0;
    h = (marked ? 0 : selective ? 1 : decay) * h + (marked ? 1 : 0);
  }
  return h;
}
