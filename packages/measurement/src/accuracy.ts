/** A share with the interval that the number of answers allows. */
export interface Accuracy {
  /** Null where nothing was answered. */
  share: number | null;
  low: number;
  high: number;
  n: number;
}

/**
 * Wilson score interval (Wilson 1927, "Probable inference, the law of succession, and statistical inference", JASA 22).
 * Unlike p ± z √(p(1-p)/n) it stays within 0 and 1 and does not claim certainty after three right answers.
 * @param right right answers, or a sum of points when answers are partly right
 * @param z 1.96 for 95 %
 */
export function wilsonInterval(right: number, n: number, z = 1.959963984540054): Accuracy {
  if (n <= 0) return { share: null, low: 0, high: 1, n: 0 };
  const p = right / n;
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return { share: p, low: right <= 0 ? 0 : centre - half, high: right >= n ? 1 : centre + half, n };
}
