/** 0, 1, …, n − 1. */
export const range = (n: number) => Array.from({ length: n }, (_, i) => i);
export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
/** NaN of no values. */
export const mean = (values: readonly number[]) => sum(values) / values.length;
/** NaN where the second is shorter. */
export const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((value, i) => value * (b[i] ?? NaN)));
export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
