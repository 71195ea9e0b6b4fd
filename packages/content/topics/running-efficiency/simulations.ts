import { seededRandom } from "@tidao/kernel";
import { normal } from "@tidao/labs/normal";

export interface Format {
  /** Bits of the significand, the hidden one included. */
  bits: number;
  /** Exponent of the smallest normal number. */
  least: number;
  /** The largest finite number. */
  max: number;
  saturates?: boolean;
}
export const fp16: Format = { bits: 11, least: -14, max: 65_504 };
export const bf16: Format = { bits: 8, least: -126, max: 2 ** 127 * (2 - 2 ** -7) };
export const e4m3: Format = { bits: 4, least: -6, max: 448, saturates: true };
export const e5m2: Format = { bits: 3, least: -14, max: 57_344 };

/** The nearest number of a format, ties to the even one; subnormals included. */
export function roundTo({ bits, least, max, saturates }: Format, x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const size = Math.abs(x);
  const ulp = 2 ** (Math.max(Math.floor(Math.log2(size)), least) - bits + 1);
  const steps = size / ulp;
  const whole = Math.floor(steps);
  const rest = steps - whole;
  const rounded = (rest > 0.5 || (rest === 0.5 && whole % 2 === 1) ? whole + 1 : whole) * ulp;
  return Math.sign(x) * (rounded > max ? (saturates ? max : Infinity) : rounded);
}

/** A weight of 1 after equal updates, held in the format itself or in FP32 (as a master weight) and rounded for use. */
export function afterUpdates(format: Format, count: number, update: number, master: boolean): number {
  let weight = 1;
  for (let i = 0; i < count; i++) weight = master ? Math.fround(weight - update) : roundTo(format, weight - roundTo(format, update));
  return roundTo(format, weight);
}

/** Sums after each of `count` additions of `term` in a format. */
export function runningSums(format: Format, count: number, term: number): number[] {
  let sum = 0;
  return Array.from({ length: count }, () => (sum = roundTo(format, sum + roundTo(format, term))));
}

/** Of 2000 log-normal gradients, the share that becomes 0 or infinity after multiplication by a loss scale. */
export function lostGradients(format: Format, scale: number): { zero: number; infinite: number } {
  const random = seededRandom(13);
  let [zero, infinite] = [0, 0];
  for (let i = 0; i < 2000; i++) {
    const rounded = roundTo(format, scale * Math.exp(-17 + 2.5 * normal(random)));
    if (rounded === 0) zero++;
    if (rounded === Infinity) infinite++;
  }
  return { zero: zero / 2000, infinite: infinite / 2000 };
}

/** Attention of one query over tiles of keys: a running maximum, a running sum and an output that is rescaled. */
export function onlineSoftmax(scores: readonly number[], values: readonly number[], tile: number) {
  let [max, sum, output] = [-Infinity, 0, 0];
  for (let from = 0; from < scores.length; from += tile) {
    const part = scores.slice(from, from + tile);
    const next = Math.max(max, ...part);
    const scale = Math.exp(max - next);
    sum *= scale;
    output *= scale;
    part.forEach((score, i) => {
      const weight = Math.exp(score - next);
      sum += weight;
      output += weight * (values[from + i] ?? NaN);
    });
    max = next;
  }
  return { sum, output: output / sum };
}
