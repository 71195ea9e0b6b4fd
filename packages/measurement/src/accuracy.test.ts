import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilsonInterval } from "./accuracy";
import { facility } from "./item-analysis";

describe("accuracy with the interval that n allows", () => {
  /** 82/100, 820/1000 and 50/50: computed from the formula with another program. */
  test.each([
    [82, 100, 0.7333, 0.883],
    [820, 1000, 0.795, 0.8426],
    [50, 50, 0.9287, 1],
    [0, 10, 0, 0.2775],
    [1, 2, 0.0945, 0.9055],
  ])("%d right of %d", (right, n, low, high) => {
    const interval = wilsonInterval(right, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval).toMatchObject({ share: right / n, n });
  });
  test("nothing answered: no share, and anything is possible", () => {
    expect(wilsonInterval(0, 0)).toEqual({ share: null, low: 0, high: 1, n: 0 });
  });
  test("the interval holds the share, stays within 0 and 1, and narrows as answers come", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 300 }), (a, n) => {
        const right = Math.min(a, n);
        const { share, low, high } = wilsonInterval(right, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share as number);
        expect(high).toBeGreaterThanOrEqual(share as number);
        const twice = wilsonInterval(2 * right, 2 * n);
        expect(twice.high - twice.low).toBeLessThan(high - low);
      }),
    );
  });
});

test("the facility of an item is the mean share of its points", () => {
  expect(facility({ submissions: 4, microPoints: 2_500_000n })).toMatchObject({ share: 0.625, n: 4 });
  expect(facility({ submissions: 0, microPoints: 0 }).share).toBeNull();
});
