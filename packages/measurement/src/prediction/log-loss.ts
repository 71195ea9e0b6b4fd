/** No prediction is held to be surer than this: one impossible answer would cost more than all the others together. */
const surest = 1e-9;

/**
 * What one prediction lost, in nats: -ln of the chance that it gave to what happened (Good 1952, "Rational decisions",
 * J. R. Stat. Soc. B 14). A coin loses ln 2 = 0.6931.
 */
export function lossOf(prediction: number, outcome: number | boolean): number {
  return -Math.log(Math.max(surest, outcome ? prediction : 1 - prediction));
}

/** The mean over predictions; null where there are none. */
export function logLoss(predictions: ArrayLike<number>, outcomes: ArrayLike<number | boolean>): number | null {
  let lost = 0;
  for (let i = 0; i < predictions.length; i++) lost += lossOf(predictions[i] ?? 0, outcomes[i] ?? 0);
  return predictions.length ? lost / predictions.length : null;
}
