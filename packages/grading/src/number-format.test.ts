import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatBy, formatNumber } from "./number-format";
import { readNumber } from "./read-number";

test.each([
  [0, "0"],
  [-0, "0"],
  [16, "16"],
  [1234567, "1234567"],
  [1234567.8, "1234568"],
  [1 / 3, "0.333333"],
  [2 / 3, "0.666667"],
  [1234.56789, "1234.57"],
  [0.1 + 0.2, "0.3"],
  [0.00012345678, "0.000123457"],
  [0.00001, "1e-5"],
  [1e15, "1e15"],
  [1.5e20, "1.5e20"],
  [999999999999999, "999999999999999"],
  [-2.5, "-2.5"],
  [99999.99999, "100000"],
])("%d reads %s", (value, shown) => {
  expect(formatNumber(value)).toBe(shown);
});
test.each([
  [1234.5, ".2f", "1234.50"],
  [1234567.25, ",", "1,234,567"],
  [1234567, ",", "1,234,567"],
  [1234.5, ",.1f", "1,234.5"],
  [0.004, ".2f", "0.00"],
  [-0.001, ".1f", "0.0"],
  [123, ",", "123"],
  [-1234, ",", "-1,234"],
])("%d as %s reads %s", (value, format, shown) => {
  expect(formatBy(value, format)).toBe(shown);
});
test.each(["", "d", ".2", "f", "%", ".2e"])("the format %j is none of ours", (format) => {
  expect(formatBy(1, format)).toBeNull();
});
test("what is shown is read back within six digits", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e18, noNaN: true }), (value) => {
      const read = readNumber(formatNumber(value))?.value ?? Number.NaN;
      expect(Math.abs(read - value) / value).toBeLessThan(6e-6);
    }),
  );
});
