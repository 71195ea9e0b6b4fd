import { expect, test } from "vitest";
import { dot, mean, range, sigmoid, sum } from "./vector";

test("a range counts from zero, and its sum, mean and product with itself are those of the formulas", () => {
  expect(range(4)).toEqual([0, 1, 2, 3]);
  expect(range(0)).toEqual([]);
  expect([sum(range(5)), mean(range(5)), dot(range(5), range(5))]).toEqual([10, 2, 30]);
});
test("what is not there is not a number, not zero", () => {
  expect(mean([])).toBeNaN();
  expect(dot([1, 2], [3])).toBeNaN();
});
test("the logistic function is a half at zero and adds up to one with its mirror", () => {
  expect(sigmoid(0)).toBe(0.5);
  expect(sigmoid(2) + sigmoid(-2)).toBeCloseTo(1, 12);
});
