export interface ReliabilityBin {
  low: number;
  high: number;
  n: number;
  /** Mean of what was predicted and of what came true; null in an empty bin. */
  predicted: number | null;
  observed: number | null;
}

/** Bins of equal width; probability 1 belongs to the last. */
export function reliabilityBins(
  probabilities: readonly number[],
  labels: readonly number[],
  bins = 10,
): ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ n: 0, predicted: 0, observed: 0 }));
  probabilities.forEach((p, i) => {
    const bin = sums[Math.min(bins - 1, Math.floor(bins * p))];
    if (!bin) return;
    bin.n++;
    bin.predicted += p;
    bin.observed += labels[i] ?? 0;
  });
  return sums.map(({ n, predicted, observed }, i) => ({
    low: i / bins,
    high: (i + 1) / bins,
    n,
    predicted: n ? predicted / n : null,
    observed: n ? observed / n : null,
  }));
}

/** Expected calibration error Σ (n_b / n) |mean p - mean y| (Guo et al. 2017). Depends on the bins. */
export function expectedCalibrationError(
  probabilities: readonly number[],
  labels: readonly number[],
  bins = 10,
): number {
  return reliabilityBins(probabilities, labels, bins).reduce(
    (sum, { n, predicted, observed }) =>
      sum + (n / probabilities.length) * Math.abs((predicted ?? 0) - (observed ?? 0)),
    0,
  );
}

/** Mean squared error of probabilities (Brier 1950). */
export function brierScore(probabilities: readonly number[], labels: readonly number[]): number {
  return probabilities.reduce((sum, p, i) => sum + (p - (labels[i] ?? 0)) ** 2, 0) / probabilities.length;
}

/** Mean negative log-likelihood, in nats. */
export function logLoss(probabilities: readonly number[], labels: readonly number[]): number {
  return -probabilities.reduce((sum, p, i) => sum + Math.log(labels[i] === 1 ? p : 1 - p), 0) / probabilities.length;
}

/** σ(logit(p) / T): strictly increasing, so the ranking stays and only calibration moves. */
export function temper(probability: number, temperature: number): number {
  return 1 / (1 + Math.exp(-Math.log(probability / (1 - probability)) / temperature));
}
