import { expect, test } from "vitest";
import { isSecondPress } from "./second-press";

test("a press that comes while the next question has only just been drawn was meant for the one before", () => {
  expect(isSecondPress(10_000, 10_180)).toBe(true);
  expect(isSecondPress(10_000, 10_000)).toBe(true);
});
test("a learner who has seen the question passes it by with one press", () => {
  expect(isSecondPress(10_000, 10_500)).toBe(false);
});
test("what the page came with took the place of nothing", () => {
  expect(isSecondPress(null, 5)).toBe(false);
});
