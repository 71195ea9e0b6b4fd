import type { CalibrationBin } from "./calibration";

/**
 * Brier score: the mean squared distance between prediction and outcome (Brier 1950, "Verification of forecasts expressed
 * in terms of probability", Monthly Weather Review 78; the half of his that fits two outcomes). 0 is perfect, a coin 0.25.
 */
export function brierScore(predictions: ArrayLike<number>, outcomes: ArrayLike<number | boolean>): number | null {
  let sum = 0;
  for (let i = 0; i < predictions.length; i++) sum += ((predictions[i] ?? 0) - Number(outcomes[i] ?? 0)) ** 2;
  return predictions.length ? sum / predictions.length : null;
}

export interface BrierDecomposition {
  score: number;
  /** How far predictions lie from what came of them: less is better. */
  reliability: number;
  /** How far what came differs between bins: more is better. */
  resolution: number;
  /** What the base rate alone leaves open; no model changes it. */
  uncertainty: number;
  /** What the width of the bins hides; 0 where all predictions of a bin are the same. */
  withinBins: number;
}

/**
 * Brier score = reliability - resolution + uncertainty (Murphy 1973, "A new vector partition of the probability score",
 * J. Applied Meteorology 12), and + withinBins where predictions of one bin differ (Stephenson, Coelho & Jolliffe 2008,
 * "Two extra components in the Brier score decomposition", Weather and Forecasting 23).
 * @returns null where nothing was predicted
 */
export function brierDecomposition(bins: readonly CalibrationBin[]): BrierDecomposition | null {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  if (!n) return null;
  const baseRate = bins.reduce((sum, bin) => sum + bin.right, 0) / n;
  const parts = { score: 0, reliability: 0, resolution: 0, uncertainty: baseRate * (1 - baseRate), withinBins: 0 };
  for (const bin of bins) {
    if (!bin.n) continue;
    const predicted = bin.predicted / bin.n;
    const came = bin.right / bin.n;
    parts.score += (bin.predictedSquares - 2 * bin.predictedOfRight + bin.right) / n;
    parts.reliability += (bin.n * (predicted - came) ** 2) / n;
    parts.resolution += (bin.n * (came - baseRate) ** 2) / n;
    const variance = bin.predictedSquares - bin.n * predicted ** 2;
    const covariance = bin.predictedOfRight - bin.n * predicted * came;
    parts.withinBins += (variance - 2 * covariance) / n;
  }
  return parts;
}
