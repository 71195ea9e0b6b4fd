const FREE = 5;
const LONGEST_MS = 8000;

/**
 * How long the next attempt on an account waits, after so many wrong ones within fifteen minutes: 1, 2, 4, at most 8 s.
 * Slowed and never locked: whoever can lock an account by guessing can lock its owner out (OWASP Authentication
 * Cheat Sheet, "account lockout").
 */
export const delayAfter = (failures: number): number =>
  failures < FREE ? 0 : Math.min(1000 * 2 ** (failures - FREE), LONGEST_MS);
