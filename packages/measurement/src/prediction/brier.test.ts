import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brierDecomposition, brierScore } from "./brier";
import { calibrationBins, expectedCalibrationError } from "./calibration";

test("by hand: (0.01 + 0.01 + 0.04 + 0.09) / 4", () => {
  expect(brierScore([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0])).toBeCloseTo(0.0375, 12);
  expect(brierScore([], [])).toBeNull();
});

describe("the parts of the Brier score", () => {
  test("by hand: two forecasts, 0.2 and 0.8, five times each", () => {
    // one of five right at 0.2, three of five at 0.8: score (4·0.04 + 0.64 + 3·0.04 + 2·0.64) / 10
    const predictions = [0.2, 0.2, 0.2, 0.2, 0.2, 0.8, 0.8, 0.8, 0.8, 0.8];
    const bins = calibrationBins(predictions, [1, 0, 0, 0, 0, 1, 1, 1, 0, 0]);
    const parts = brierDecomposition(bins);
    expect(parts?.score).toBeCloseTo(0.22, 12);
    expect(parts?.reliability).toBeCloseTo(0.02, 12);
    expect(parts?.resolution).toBeCloseTo(0.04, 12);
    expect(parts?.uncertainty).toBeCloseTo(0.24, 12);
    expect(parts?.withinBins).toBeCloseTo(0, 12);
    expect(expectedCalibrationError(bins)).toBeCloseTo(0.1, 12);
  });
  test("by hand: one wide bin says nothing but how far its predictions lie from the base rate", () => {
    // 0.1 wrong, 0.4 right: reliability (0.25 - 0.5)², within (0.045 - 2 · 0.15) / 2; score (0.01 + 0.36) / 2
    const parts = brierDecomposition(calibrationBins([0.1, 0.4], [0, 1], 1));
    expect(parts?.reliability).toBeCloseTo(0.0625, 12);
    expect(parts?.resolution).toBeCloseTo(0, 12);
    expect(parts?.withinBins).toBeCloseTo(-0.1275, 12);
    expect(parts?.score).toBeCloseTo(0.185, 12);
  });
  test("nothing predicted, nothing to say", () => {
    expect(brierDecomposition(calibrationBins([], []))).toBeNull();
    expect(expectedCalibrationError(calibrationBins([], []))).toBeNull();
  });
  test("reliability - resolution + uncertainty + what bins hide is the score, for any predictions and any bins", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ p: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }), { minLength: 1 }),
        fc.integer({ min: 1, max: 20 }),
        (list, count) => {
          const [predictions, outcomes] = [list.map(({ p }) => p), list.map(({ right }) => right)];
          const parts = brierDecomposition(calibrationBins(predictions, outcomes, count));
          if (!parts) throw new Error("something was predicted");
          const { score, reliability, resolution, uncertainty, withinBins } = parts;
          expect(score).toBeCloseTo(brierScore(predictions, outcomes) ?? -1, 9);
          expect(reliability - resolution + uncertainty + withinBins).toBeCloseTo(score, 9);
          expect(resolution).toBeLessThanOrEqual(uncertainty + 1e-9);
        },
      ),
    );
  });
});

describe("calibration", () => {
  test("a prediction of one belongs to the last bin, and each bin to what is from its lower bound on", () => {
    const bins = calibrationBins([0, 0.1, 0.1999, 0.2, 1], [0, 0, 1, 1, 1]);
    expect(bins.map(({ n }) => n)).toEqual([1, 2, 1, 0, 0, 0, 0, 0, 0, 1]);
    expect(bins[1]).toMatchObject({ from: 0.1, to: 0.2, right: 1 });
  });
  test("what is no chance is refused", () => {
    expect(() => calibrationBins([Number.NaN], [1])).toThrow(RangeError);
    expect(() => calibrationBins([-0.1], [1])).toThrow(RangeError);
  });
});
