/** Predictions that lie close together, and what came of them. Sums, so that bins can be filled as answers come. */
export interface CalibrationBin {
  /** Bounds of the predictions; the last bin holds its upper bound too. */
  from: number;
  to: number;
  n: number;
  predicted: number;
  predictedSquares: number;
  right: number;
  /** Sum of the predictions of right answers. */
  predictedOfRight: number;
}

/** Bins of equal width from 0 to 1, empty. */
export function emptyBins(count: number): CalibrationBin[] {
  return Array.from({ length: count }, (_, i) => ({
    from: i / count,
    to: (i + 1) / count,
    n: 0,
    predicted: 0,
    predictedSquares: 0,
    right: 0,
    predictedOfRight: 0,
  }));
}

export function addToBins(bins: CalibrationBin[], prediction: number, outcome: number | boolean): void {
  const bin = bins[Math.min(bins.length - 1, Math.floor(prediction * bins.length))];
  if (!bin) throw new RangeError(`a prediction is a number from 0 to 1, not ${prediction}`);
  bin.n++;
  bin.predicted += prediction;
  bin.predictedSquares += prediction ** 2;
  if (outcome) {
    bin.right++;
    bin.predictedOfRight += prediction;
  }
}

/**
 * The reliability diagram as a table (Murphy & Winkler 1977, "Reliability of subjective probability forecasts of
 * precipitation and temperature", Applied Statistics 26).
 */
export function calibrationBins(
  predictions: ArrayLike<number>,
  outcomes: ArrayLike<number | boolean>,
  count = 10,
): CalibrationBin[] {
  const bins = emptyBins(count);
  for (let i = 0; i < predictions.length; i++) addToBins(bins, predictions[i] ?? Number.NaN, outcomes[i] ?? 0);
  return bins;
}

/**
 * Expected calibration error: the distance between what was predicted and what came, bin by bin, weighed by answers
 * (Naeini, Cooper & Hauskrecht 2015, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 29).
 * @returns 0 to 1; null where nothing was predicted
 */
export function expectedCalibrationError(bins: readonly CalibrationBin[]): number | null {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  return n ? bins.reduce((sum, bin) => sum + Math.abs(bin.predicted - bin.right), 0) / n : null;
}
