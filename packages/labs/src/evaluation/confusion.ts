/** Counts at one threshold, for one class chosen as positive. */
export interface Confusion {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

export function confusionAt(scores: readonly number[], labels: readonly number[], threshold: number): Confusion {
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
  scores.forEach((score, i) => {
    const positive = labels[i] === 1;
    if (score >= threshold) counts[positive ? "tp" : "fp"]++;
    else counts[positive ? "fn" : "tn"]++;
  });
  return counts;
}

/** 0 / 0 is said to be undefined, not zero. */
const ratio = (a: number, b: number) => (b === 0 ? null : a / b);

export const accuracy = ({ tp, fp, fn, tn }: Confusion) => ratio(tp + tn, tp + fp + fn + tn);
export const precision = ({ tp, fp }: Confusion) => ratio(tp, tp + fp);
export const recall = ({ tp, fn }: Confusion) => ratio(tp, tp + fn);
/** 2TP / (2TP + FP + FN): true negatives do not enter (van Rijsbergen 1979). */
export const f1 = ({ tp, fp, fn }: Confusion) => ratio(2 * tp, 2 * tp + fp + fn);

/** Matthews correlation: the same whichever class is called positive (Chicco & Jurman 2020). */
export function mcc({ tp, fp, fn, tn }: Confusion): number | null {
  return ratio(tp * tn - fp * fn, Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)));
}

export const swapClasses = ({ tp, fp, fn, tn }: Confusion): Confusion => ({ tp: tn, fp: fn, fn: fp, tn: tp });

/** Agreement of two raters beyond chance (Cohen 1960); rows are the first rater's yes and no. */
export function cohenKappa([[yesYes, yesNo], [noYes, noNo]]: readonly [
  readonly [number, number],
  readonly [number, number],
]): number | null {
  const n = yesYes + yesNo + noYes + noNo;
  const observed = (yesYes + noNo) / n;
  const chance = ((yesYes + yesNo) * (yesYes + noYes) + (noYes + noNo) * (yesNo + noNo)) / n ** 2;
  return ratio(observed - chance, 1 - chance);
}
