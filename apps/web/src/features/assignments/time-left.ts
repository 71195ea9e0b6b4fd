const minute = 60_000;
const warnedMinutes = 5;
/** What is in hand is stored when no more than this is left: it has to get there. */
const closingMs = 5000;
const storesEveryMs = 1500;
/** So often the clock is looked at, for a machine that slept. */
const looksEveryMs = 10_000;
export const asksEveryMs = 5000;

/** @returns 5 to 1 for the last minutes, 0 once it is over, null before */
export function minutesLeft(leftMs: number): number | null {
  if (leftMs <= 0) return 0;
  return leftMs <= warnedMinutes * minute ? Math.ceil(leftMs / minute) : null;
}
export const isClosing = (leftMs: number): boolean => leftMs > 0 && leftMs <= closingMs;

/** Milliseconds until there is something to do again. */
export function nextLook(leftMs: number): number {
  if (leftMs <= 0) return asksEveryMs;
  if (leftMs <= closingMs) return Math.min(leftMs, storesEveryMs);
  return Math.min(looksEveryMs, leftMs - closingMs, leftMs % minute || minute);
}
