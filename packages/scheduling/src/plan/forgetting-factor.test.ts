import { expect, test } from "vitest";
import { forgettingFactorOf, priorForgetting } from "./forgetting-factor";

const many = (recalled: number) => [{ reviews: 400, recalled, expected: 340 }];

test("without reviews the learner is taken to be as most are", () => {
  const { mean, spread } = forgettingFactorOf([]);
  expect(mean).toBeCloseTo(priorForgetting.mean, 10);
  expect(spread).toBeCloseTo(priorForgetting.spread, 2);
});

test("who recalls less than expected forgets faster, who recalls more slower, and as expected as the model says", () => {
  expect(forgettingFactorOf(many(310)).mean).toBeLessThan(-0.1);
  expect(forgettingFactorOf(many(365)).mean).toBeGreaterThan(0.1);
  expect(Math.abs(forgettingFactorOf(many(340)).mean)).toBeLessThan(0.02);
});

test("more reviews leave less doubt", () => {
  const spread = (n: number) => forgettingFactorOf([{ reviews: n, recalled: 0.85 * n, expected: 0.85 * n }]).spread;
  expect(spread(2000)).toBeLessThan(spread(200));
  expect(spread(200)).toBeLessThan(priorForgetting.spread);
});
