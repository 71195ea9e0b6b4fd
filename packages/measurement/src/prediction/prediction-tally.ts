import { aucFromCounts, aucStandardError } from "./auc";
import { type BrierDecomposition, brierDecomposition } from "./brier";
import { addToBins, type CalibrationBin, emptyBins, expectedCalibrationError } from "./calibration";
import { lossOf } from "./log-loss";

export interface PredictionReport {
  predictions: number;
  /** Share of right answers. */
  baseRate: number;
  /** Null where all answers were right, or none. */
  auc: number | null;
  aucStandardError: number | null;
  /** Nats. */
  logLoss: number;
  brier: BrierDecomposition;
  expectedCalibrationError: number;
  calibration: readonly CalibrationBin[];
}

/** Predictions closer than 1/65536 count as tied: the area moves by less than 0.0001, and any number fits in 1 MB. */
const ranks = 2 ** 16;

/** How good predictions were, counted as they come. */
export class PredictionTally {
  readonly #wrong = new Float64Array(ranks);
  readonly #right = new Float64Array(ranks);
  readonly #bins = emptyBins(10);
  #lost = 0;
  #n = 0;

  add(prediction: number, outcome: number | boolean): void {
    addToBins(this.#bins, prediction, outcome);
    const counts = outcome ? this.#right : this.#wrong;
    const rank = Math.min(ranks - 1, Math.floor(prediction * ranks));
    counts[rank] = (counts[rank] ?? 0) + 1;
    this.#lost += lossOf(prediction, outcome);
    this.#n++;
  }

  /** Null where nothing was predicted. */
  report(): PredictionReport | null {
    const brier = brierDecomposition(this.#bins);
    if (!brier) return null;
    const right = this.#bins.reduce((sum, bin) => sum + bin.right, 0);
    const area = aucFromCounts(this.#wrong, this.#right);
    return {
      predictions: this.#n,
      baseRate: right / this.#n,
      auc: area,
      aucStandardError: area === null ? null : aucStandardError(area, right, this.#n - right),
      logLoss: this.#lost / this.#n,
      brier,
      expectedCalibrationError: expectedCalibrationError(this.#bins) ?? 0,
      calibration: this.#bins,
    };
  }
}
