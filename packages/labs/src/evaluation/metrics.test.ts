import { describe, expect, test } from "vitest";
import { brierScore, expectedCalibrationError, logLoss, reliabilityBins, temper } from "./calibration";
import { accuracy, cohenKappa, confusionAt, f1, mcc, precision, recall, swapClasses } from "./confusion";
import { wilson } from "./interval";
import { averagePrecision, prCurve, rocAuc, rocCurve } from "./ranking";
import { sampleScores } from "./score-sample";

const ten = {
  scores: [0.9, 0.8, 0.7, 0.6, 0.55, 0.54, 0.53, 0.52, 0.51, 0.505],
  labels: [1, 1, 0, 1, 1, 1, 0, 0, 1, 0],
};

describe("area under the ROC curve", () => {
  test.each<[string, number[], number[], number | null]>([
    ["scikit-learn's documentation", [0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], 0.75],
    ["ten items", ten.scores, ten.labels, 0.75],
    ["all tied", [0.5, 0.5, 0.5, 0.5], [1, 0, 1, 0], 0.5],
    ["perfect", [3, 2, 1], [1, 1, 0], 1],
    ["inverted", [1, 2, 3], [1, 1, 0], 0],
    ["partial ties", [1, 1, 2, 2, 3], [0, 1, 0, 1, 1], 2 / 3],
    ["one class", [0.2, 0.9], [1, 1], null],
    ["empty", [], [], null],
  ])("%s", (_, scores, labels, auc) => {
    if (auc === null) expect(rocAuc(scores, labels)).toBeNull();
    else expect(rocAuc(scores, labels)).toBeCloseTo(auc, 12);
  });
  test("what is no pair of score and label is refused", () => {
    expect(() => rocAuc([1], [1, 0])).toThrow(RangeError);
    expect(() => rocAuc([1, 2], [0, 2])).toThrow(RangeError);
    expect(() => rocAuc([NaN], [0])).toThrow(RangeError);
  });
  test("equals the area of trapezoids under the drawn curve", () => {
    const points = rocCurve(ten.scores, ten.labels);
    const area = points
      .slice(1)
      .reduce((sum, { x, y }, i) => sum + ((x - (points[i]?.x ?? 0)) * (y + (points[i]?.y ?? 0))) / 2, 0);
    expect(area).toBeCloseTo(0.75, 12);
    expect(points.at(-1)).toMatchObject({ x: 1, y: 1 });
  });
});

test("average precision: scikit-learn's example, ten items, all tied", () => {
  expect(averagePrecision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBeCloseTo(0.833333, 6);
  expect(averagePrecision(ten.scores, ten.labels)).toBeCloseTo(0.841667, 6);
  expect(averagePrecision([1, 1, 1, 1], [1, 0, 1, 0])).toBe(0.5);
  expect(averagePrecision([1], [0])).toBeNull();
  expect(prCurve(ten.scores, ten.labels)[0]).toMatchObject({ x: 1 / 6, y: 1 });
});

describe("one threshold", () => {
  test("ten items at 0.54", () => {
    const counts = confusionAt(ten.scores, ten.labels, 0.54);
    expect(counts).toEqual({ tp: 5, fp: 1, fn: 1, tn: 3 });
    expect(mcc(counts)).toBeCloseTo(0.583333, 6);
    expect([f1(counts), accuracy(counts)]).toEqual([10 / 12, 0.8]);
  });
  test("F1 depends on which class is called positive, Matthews does not", () => {
    const counts = { tp: 90, fp: 10, fn: 10, tn: 890 };
    expect([f1(counts), accuracy(counts)]).toEqual([0.9, 0.98]);
    expect(mcc(counts)).toBeCloseTo(0.888889, 6);
    expect(f1(swapClasses(counts))).toBeCloseTo(0.988889, 6);
    expect(mcc(swapClasses(counts))).toBeCloseTo(0.888889, 6);
  });
  test("nothing predicted: precision is undefined, not zero", () => {
    expect(precision({ tp: 0, fp: 0, fn: 3, tn: 1 })).toBeNull();
  });
  test("kappa of two raters", () =>
    expect(
      cohenKappa([
        [45, 15],
        [25, 15],
      ]),
    ).toBeCloseTo(0.130435, 6));
});

describe("the microscope's sample", () => {
  test.each([
    [0.5, 1705, 382, 0.854308, 0.857321, 0.012947, 0.155616],
    [0.1, 352, 697, 0.852683, 0.51426, 0.011067, 0.066292],
    [0.01, 37, 771, 0.871095, 0.14459, 0.000892, 0.00927],
  ])("prevalence %d", (prevalence, tp, fp, auc, ap, ece, brier) => {
    const { scores, labels, probabilities } = sampleScores({ prevalence });
    expect(confusionAt(scores, labels, 1)).toMatchObject({ tp, fp });
    const found = [
      rocAuc(scores, labels) ?? NaN,
      averagePrecision(scores, labels) ?? NaN,
      expectedCalibrationError(probabilities, labels),
      brierScore(probabilities, labels),
    ];
    [auc, ap, ece, brier].forEach((value, i) => expect(Math.abs((found[i] ?? NaN) - value)).toBeLessThan(1e-6));
  });
  test("at prevalence 0.1 precision is 0.3356 at a recall of 0.704", () => {
    const { scores, labels } = sampleScores();
    const counts = confusionAt(scores, labels, 1);
    expect(precision(counts)).toBeCloseTo(0.3356, 4);
    expect(recall(counts)).toBe(0.704);
  });
  test("a temperature of 0.5 leaves the ranking and breaks calibration", () => {
    const { labels, probabilities } = sampleScores();
    const sharp = probabilities.map((p) => temper(p, 0.5));
    expect(rocAuc(sharp, labels)).toBe(rocAuc(probabilities, labels));
    expect(expectedCalibrationError(sharp, labels)).toBeCloseTo(0.0519, 4);
    expect(logLoss(sharp, labels)).toBeGreaterThan(logLoss(probabilities, labels));
  });
});

test("probability 1 falls into the last bin, an empty bin has no mean", () => {
  const bins = reliabilityBins([0, 0.05, 1], [0, 1, 1]);
  expect(bins[0]).toMatchObject({ n: 2, observed: 0.5 });
  expect(bins[9]).toMatchObject({ n: 1, predicted: 1, observed: 1 });
  expect(bins[4]).toMatchObject({ n: 0, predicted: null });
});

test.each([
  [82, 100, 0.7333, 0.883],
  [820, 1000, 0.795, 0.8426],
  [50, 50, 0.9287, 1],
])("Wilson's interval of %d in %d", (right, n, low, high) => {
  expect(wilson(right, n).low).toBeCloseTo(low, 4);
  expect(wilson(right, n).high).toBeCloseTo(high, 4);
});
