import fc from "fast-check";
import { expect, test } from "vitest";
import { logLoss } from "./log-loss";

test("by hand: -(ln 0.9 + ln 0.9 + ln 0.8 + ln 0.65) / 4", () => {
  expect(logLoss([0.9, 0.1, 0.2, 0.65], [1, 0, 0, 1])).toBeCloseTo(0.2161618747, 9);
});
test("whoever says even odds loses ln 2, whatever comes", () => {
  expect(logLoss([0.5, 0.5, 0.5], [1, 0, 1])).toBeCloseTo(Math.LN2, 15);
});
test("being quite sure and wrong costs much, but not everything", () => {
  expect(logLoss([1, 0], [0, 1])).toBeCloseTo(9 * Math.LN10, 9);
  expect(logLoss([], [])).toBeNull();
});
test("no constant prediction loses less than the base rate does", () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 50 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (outcomes, constant) => {
        const baseRate = outcomes.filter(Boolean).length / outcomes.length;
        const loss = (p: number) =>
          logLoss(
            outcomes.map(() => p),
            outcomes,
          ) ?? 0;
        expect(loss(baseRate)).toBeLessThanOrEqual(loss(constant) + 1e-12);
      },
    ),
  );
});
