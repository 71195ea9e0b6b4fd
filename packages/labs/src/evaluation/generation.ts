/** exp of minus the mean log-probability of a token (natural logarithms). */
export function perplexity(logProbabilities: readonly number[]): number {
  return Math.exp(-logProbabilities.reduce((sum, value) => sum + value, 0) / logProbabilities.length);
}

/** Comparable across tokenisers, which perplexity per token is not. */
export function bitsPerByte(logProbabilities: readonly number[], bytes: number): number {
  return -logProbabilities.reduce((sum, value) => sum + value, 0) / Math.LN2 / bytes;
}

/**
 * Unbiased chance that one of k samples is right, from n samples of which c were: 1 - C(n-c, k) / C(n, k), as a product
 * so that nothing overflows (Chen et al. 2021).
 */
export function passAtK(n: number, c: number, k: number): number {
  if (![n, c, k].every(Number.isInteger) || c < 0 || c > n || k < 1 || k > n)
    throw new RangeError("0 ≤ c ≤ n and 1 ≤ k ≤ n");
  if (n - c < k) return 1;
  let allWrong = 1;
  for (let i = n - c + 1; i <= n; i++) allWrong *= 1 - k / i;
  return 1 - allWrong;
}

/** 1 - (1 - c/n)^k, which is biased low: it draws the k samples with replacement. */
export function naivePassAtK(n: number, c: number, k: number): number {
  return 1 - (1 - c / n) ** k;
}
