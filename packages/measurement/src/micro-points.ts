const million = 1_000_000;

/** Counters hold points in millionths: sums of integers do not depend on the order of their terms. */
export const microPoints = (points: number): number => Math.round(points * million);
export const pointsFromMicro = (micro: number | bigint): number => Number(micro) / million;
