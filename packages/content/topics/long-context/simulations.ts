import { normals } from "@tidao/labs/normal";
import { dot, range, sum } from "@tidao/labs/vector";


export type Scaling = "none" | "PI" | "NTK" | "YaRN";
export interface Rope {
  d: number;
  base: number;
  /** Trained length in tokens. */
  trained: number;
}

/** Radians per token of each pair, without scaling. */
export const angles = ({ d, base }: Rope): number[] => range(d / 2).map((i) => base ** ((-2 * i) / d));
export const wavelengths = (rope: Rope): number[] => angles(rope).map((theta) => (2 * Math.PI) / theta);
/** How far YaRN leaves a pair alone: 1 from 32 turns within the trained length on, 0 up to one turn. */
export const kept = (turns: number): number => Math.min(1, Math.max(0, (turns - 1) / 31));

/** Radians per token of each pair for texts s times as long as trained. */
export function scaledAngles(rope: Rope, s: number, scaling: Scaling): number[] {
  const { d, base, trained } = rope;
  if (scaling === "NTK") return angles({ ...rope, base: base * s ** (d / (d - 2)) });
  return angles(rope).map((theta) => {
    if (scaling === "none") return theta;
    const g = scaling === "PI" ? 0 : kept((trained * theta) / (2 * Math.PI));
    return ((1 - g) * theta) / s + g * theta;
  });
}

/** Pairs that do not complete a turn within the trained length. */
export const slowPairs = (rope: Rope): number[] =>
  wavelengths(rope).flatMap((wavelength, i) => (wavelength > rope.trained ? [i] : []));
/** Slow pairs that reach angles beyond those of training when the text is s times as long. */
export function beyondTraining(rope: Rope, s: number, scaling: Scaling): number[] {
  const [before, after] = [angles(rope), scaledAngles(rope, s, scaling)];
  return slowPairs(rope).filter((i) => (after[i] ?? NaN) * s > (before[i] ?? NaN) * (1 + 1e-12));
}

const rotated = (vector: readonly number[], position: number, theta: readonly number[]): number[] =>
  theta.flatMap((angle, i) => {
    const [a, b] = [vector[2 * i] ?? NaN, vector[2 * i + 1] ?? NaN];
    const [cos, sin] = [Math.cos(position * angle), Math.sin(position * angle)];
    return [a * cos - b * sin, a * sin + b * cos];
  });
/** q·k of one random query at position m and one random key at position n, rotated with d = 8. */
export function ropeScore(m: number, n: number, s = 1, seed = 1): number {
  const normal = normals(seed);
  const [q, k] = [range(8).map(() => normal()), range(8).map(() => normal())];
  const theta = scaledAngles({ d: 8, base: 1e4, trained: 4096 }, s, "PI");
  return dot(rotated(q ?? [], m, theta), rotated(k ?? [], n, theta));
}

export interface Mask {
  window: number;
  sinks?: number;
  stride?: number;
}
/** Whether position i reads position j: of the last window places, every stride-th, and the first sinks. */
export function sees(i: number, j: number, { window, sinks = 0, stride = 1 }: Mask): boolean {
  if (j > i) return false;
  return j < sinks || ((i - j) % stride === 0 && (i - j) / stride < window);
}
export const visiblePairs = (n: number, mask: Mask): number =>
  sum(range(n).map((i) => range(n).filter((j) => sees(i, j, mask)).length));
/** Positions whose input can influence the last one after so many layers, found by passing marks down. */
export function influence(n: number, mask: Mask, layers: number): number[] {
  let reached = new Set([n - 1]);
  for (let layer = 0; layer < layers; layer++)
    reached = new Set([...reached].flatMap((i) => range(n).filter((j) => sees(i, j, mask))));
  return [...reached].toSorted((a, b) => a - b);
}

/** Half-open pieces of size tokens, of which two neighbours share overlap. */
export function chunks(n: number, size: number, overlap: number): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let from = 0; ; from += size - overlap) {
    found.push([from, Math.min(n, from + size)]);
    if (from + size >= n) return found;
  }
}
/** How many of the spans of so many tokens lie wholly inside a piece, of how many. */
export function wholeSpans(n: number, size: number, overlap: number, span: number): { whole: number; all: number } {
  const pieces = chunks(n, size, overlap);
  const starts = range(n - span + 1);
  const whole = starts.filter((start) => pieces.some(([from, to]) => from <= start && start + span <= to)).length;
  return { whole, all: starts.length };
}

export interface Model {
  layers: number;
  kvHeads: number;
  headDim: number;
  d: number;
  parameters: number;
}
export const llama3: Model = { layers: 32, kvHeads: 8, headDim: 128, d: 4096, parameters: 8.03e9 };
export const llama2: Model = { layers: 32, kvHeads: 32, headDim: 128, d: 4096, parameters: 6.74e9 };
export const kvBytesPerToken = ({ layers, kvHeads, headDim }: Model, bytes = 2): number =>
  2 * layers * kvHeads * headDim * bytes;
/** FLOPs of a causal prefill: weights, and the half of the score matrix that is not masked. */
export const prefillFlops = ({ layers, d, parameters }: Model, tokens: number) => ({
  weights: 2 * parameters * tokens,
  attention: 2 * layers * d * tokens ** 2,
});

/** One query, 37 keys of width 4 and values of width 2, drawn in this order. */
export function attentionCase(seed = 1) {
  const normal = normals(seed);
  const rows = (n: number, width: number) => range(n).map(() => range(width).map(() => normal()));
  const [query = []] = rows(1, 4);
  const [keys, values] = [rows(37, 4), rows(37, 2)];
  return { scores: keys.map((key) => dot(query, key) / 2), values };
}
export function softmaxMean(scores: readonly number[], values: readonly number[][]): number[] {
  const powers = scores.map(Math.exp);
  return (values[0] ?? []).map((_, c) => dot(powers, values.map((value) => value[c] ?? NaN)) / sum(powers));
}
/** The same block by block, keeping a running maximum, denominator and sum. */
export function onlineSoftmax(scores: readonly number[], values: readonly number[][], block: number): number[] {
  let [maximum, denominator] = [-Infinity, 0];
  let total = (values[0] ?? []).map(() => 0);
  for (let from = 0; from < scores.length; from += block) {
    const part = scores.slice(from, from + block);
    const raised = Math.max(maximum, ...part);
    const shrink = Math.exp(maximum - raised);
    const powers = part.map((score) => Math.exp(score - raised));
    denominator = denominator * shrink + sum(powers);
    total = total.map((value, c) => value * shrink + dot(powers, powers.map((_, i) => values[from + i]?.[c] ?? NaN)));
    maximum = raised;
  }
  return total.map((value) => value / denominator);
}
/** Weight of one token whose logit exceeds the equal others of n − 1 by the margin. */
export const needleWeight = (margin: number, n: number): number => Math.exp(margin) / (Math.exp(margin) + n - 1);
