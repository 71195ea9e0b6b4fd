import { type Random, seededRandom } from "@tidao/kernel";
import { normals } from "@tidao/labs/normal";
import { range, sum } from "@tidao/labs/vector";

export interface Model {
  parameters: number;
  layers: number;
  queryHeads: number;
  kvHeads: number;
  headSize: number;
}
export interface Device {
  flops: number;
  bandwidth: number;
}
/** The shape of Llama-2-7B, with full multi-head attention. */
export const mha7: Model = { parameters: 6.74e9, layers: 32, queryHeads: 32, kvHeads: 32, headSize: 128 };
/** The shape of Llama-3-8B, with grouped-query attention. */
export const gqa8: Model = { ...mha7, parameters: 8.03e9, kvHeads: 8 };
/** Dense BF16 peaks and memory bandwidth as the vendor states them. */
export const a100: Device = { flops: 312e12, bandwidth: 2.039e12 };
export const h100: Device = { flops: 989.4e12, bandwidth: 3.35e12 };
export const h200: Device = { flops: 989.4e12, bandwidth: 4.8e12 };

export interface Setting {
  batch?: number;
  context?: number;
  weightBits?: number;
  kvBits?: number;
  /** New tokens of each sequence: 1 in plain decoding, more when drafts are verified. */
  queries?: number;
  /** Peak of the linear layers' products, where it differs from that of attention. */
  linearFlops?: number;
}
export interface Step {
  flops: number;
  bytes: number;
  compute: number;
  memory: number;
  seconds: number;
}
export const kvBytes = (model: Model, bits = 16) => (2 * model.layers * model.kvHeads * model.headSize * bits) / 8;
const width = (model: Model) => model.queryHeads * model.headSize;

function stepOf(device: Device, linear: number, attention: number, bytes: number, linearFlops = device.flops): Step {
  const compute = linear / linearFlops + attention / device.flops;
  const memory = bytes / device.bandwidth;
  return { flops: linear + attention, bytes, compute, memory, seconds: Math.max(compute, memory) };
}
const bytesOf = (model: Model, { batch = 1, context = 0, weightBits = 16, kvBits = 16 }: Setting) =>
  (model.parameters * weightBits) / 8 + batch * context * kvBytes(model, kvBits);

/** One decoding or verifying step. */
export function decode(model: Model, device: Device, setting: Setting = {}): Step {
  const { batch = 1, context = 0, queries = 1, linearFlops } = setting;
  const linear = batch * queries * 2 * model.parameters;
  const attention = batch * queries * 4 * model.layers * width(model) * context;
  return stepOf(device, linear, attention, bytesOf(model, setting), linearFlops);
}

/** Causal prefill of `context` tokens for each sequence. */
export function prefill(model: Model, device: Device, setting: Setting): Step {
  const { batch = 1, context = 0, linearFlops } = setting;
  const linear = batch * 2 * model.parameters * context;
  const attention = batch * 2 * model.layers * width(model) * context ** 2;
  return stepOf(device, linear, attention, bytesOf(model, setting), linearFlops);
}

/** Largest batch whose decoding step is bound by memory: 0 if none is, -1 if every one is. */
export function memoryBoundBatch(model: Model, device: Device, context: number, weightBits = 16): number {
  const compute = (2 * model.parameters + 4 * model.layers * width(model) * context) / device.flops;
  const slope = compute - (context * kvBytes(model)) / device.bandwidth;
  if (slope <= 0) return -1;
  return Math.floor((model.parameters * weightBits) / 8 / device.bandwidth / slope + 1e-9);
}

/** Tokens expected from one pass over g drafts, each accepted with probability a independently of the others. */
export const tokensPerPass = (a: number, g: number) => (1 - a ** (g + 1)) / (1 - a);

/** Speed-up of speculative decoding on the roofline, with a drafter of 5 % of the parameters and 2 layers. */
export function speculationGain(batch: number, a = 0.8, g = 4, context = 512): number {
  const drafter: Model = { ...gqa8, parameters: 0.05 * gqa8.parameters, layers: 2 };
  const plain = decode(gqa8, a100, { batch, context }).seconds;
  const verify = decode(gqa8, a100, { batch, context, queries: g + 1 }).seconds;
  return (tokensPerPass(a, g) * plain) / (verify + g * decode(drafter, a100, { batch, context }).seconds);
}

type Matrix = number[][];

/** One head of causal attention over T tokens: with cached keys and values, and with the whole prefix computed anew. */
export function attentionTwice(tokens: number, d: number, seed = 1) {
  const next = normals(seed);
  const matrix = (rows: number, scale: number): Matrix => range(rows).map(() => range(d).map(() => next() * scale));
  const [wq, wk, wv] = [matrix(d, 1 / Math.sqrt(d)), matrix(d, 1 / Math.sqrt(d)), matrix(d, 1 / Math.sqrt(d))];
  const x = matrix(tokens, 1);
  let macs = 0;
  const project = (row: readonly number[], w: Matrix) => {
    macs += d * d;
    return range(d).map((j) => sum(row.map((value, i) => value * (w[i]?.[j] ?? NaN))));
  };
  const attend = (query: readonly number[], keys: Matrix, values: Matrix) => {
    macs += 2 * d * keys.length;
    const scores = keys.map((key) => sum(key.map((value, i) => value * (query[i] ?? NaN))) / Math.sqrt(d));
    const top = Math.max(...scores);
    const weights = scores.map((score) => Math.exp(score - top));
    return range(d).map((j) => sum(values.map((value, i) => (value[j] ?? NaN) * (weights[i] ?? NaN))) / sum(weights));
  };
  const cache: { keys: Matrix; values: Matrix } = { keys: [], values: [] };
  const cached = x.map((row) => {
    cache.keys.push(project(row, wk));
    cache.values.push(project(row, wv));
    return attend(project(row, wq), cache.keys, cache.values);
  });
  const cachedMacs = macs;
  macs = 0;
  const recomputed = x.map((_, t) => {
    const prefix = x.slice(0, t + 1);
    const [queries, keys, values] = [wq, wk, wv].map((w) => prefix.map((row) => project(row, w))) as [
      Matrix,
      Matrix,
      Matrix,
    ];
    const outputs = queries.map((query, i) => attend(query, keys.slice(0, i + 1), values.slice(0, i + 1)));
    return outputs.at(-1) ?? [];
  });
  const difference = Math.max(
    ...cached.flatMap((row, t) => row.map((value, j) => Math.abs(value - (recomputed[t]?.[j] ?? NaN)))),
  );
  return { cachedMacs, recomputedMacs: macs, difference };
}

export const target = [0.5, 0.3, 0.15, 0.05];
export const draft = [0.35, 0.4, 0.05, 0.2];
export const acceptance = (p: readonly number[], q: readonly number[]) =>
  sum(p.map((value, i) => Math.min(value, q[i] ?? NaN)));
export function residual(p: readonly number[], q: readonly number[]): number[] {
  const rest = p.map((value, i) => Math.max(0, value - (q[i] ?? NaN)));
  return rest.map((value) => value / sum(rest));
}
/** The law of one emitted token when a rejected draft is replaced from `replacement`. */
export const emittedLaw = (p: readonly number[], q: readonly number[], replacement: readonly number[]) =>
  p.map((value, i) => Math.min(value, q[i] ?? NaN) + (1 - acceptance(p, q)) * (replacement[i] ?? NaN));

function sample(law: readonly number[], { next }: Random): number {
  const u = next();
  let total = 0;
  for (const [token, probability] of law.entries()) {
    total += probability;
    if (total > u) return token;
  }
  return law.findLastIndex((probability) => probability > 0);
}
/** Verifies g drafts a step, again and again; the wrong rule replaces a rejected draft from p. */
export function speculate(g: number, steps: number, seed: number, rule: "residual" | "wrong" = "residual") {
  const random = seededRandom(seed);
  const replacement = rule === "residual" ? residual(target, draft) : target;
  const counts = target.map(() => 0);
  const emit = (token: number) => {
    counts[token] = (counts[token] ?? 0) + 1;
  };
  for (let step = 0; step < steps; step++) {
    const drafts = range(g).map(() => sample(draft, random));
    const rejected = drafts.findIndex((token) => {
      if (random.next() >= (target[token] ?? NaN) / (draft[token] ?? NaN)) return true;
      emit(token);
      return false;
    });
    emit(sample(rejected < 0 ? target : replacement, random));
  }
  const tokens = sum(counts);
  return { tokens, perPass: tokens / steps, frequencies: counts.map((count) => count / tokens) };
}
