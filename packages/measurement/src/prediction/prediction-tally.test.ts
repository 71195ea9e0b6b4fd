import { seededRandom } from "@tidao/kernel";
import { expect, test } from "vitest";
import { auc } from "./auc";
import { brierScore } from "./brier";
import { logLoss } from "./log-loss";
import { PredictionTally } from "./prediction-tally";

test("counting answers as they come says the same as looking at all of them at once", () => {
  const random = seededRandom(4);
  const predictions = Array.from({ length: 5000 }, () => random.next());
  const outcomes = predictions.map((p) => random.next() < p);
  const tally = new PredictionTally();
  for (const [i, p] of predictions.entries()) tally.add(p, outcomes[i] ?? false);
  const report = tally.report();
  expect(report?.predictions).toBe(5000);
  expect(report?.baseRate).toBe(outcomes.filter(Boolean).length / 5000);
  expect(report?.auc).toBeCloseTo(auc(predictions, outcomes) ?? 0, 4);
  expect(report?.logLoss).toBeCloseTo(logLoss(predictions, outcomes) ?? 0, 12);
  expect(report?.brier.score).toBeCloseTo(brierScore(predictions, outcomes) ?? 0, 12);
  expect(report?.expectedCalibrationError).toBeLessThan(0.03);
});

test("before the first prediction there is no report", () => {
  expect(new PredictionTally().report()).toBeNull();
});
