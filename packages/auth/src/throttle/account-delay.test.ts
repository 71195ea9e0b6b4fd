import { expect, test } from "vitest";
import { delayAfter } from "./account-delay";

test("the first five mistakes cost nothing, then each doubles the wait, up to eight seconds and never more", () => {
  expect(Array.from({ length: 11 }, (_, failures) => delayAfter(failures))).toEqual([
    0, 0, 0, 0, 0, 1000, 2000, 4000, 8000, 8000, 8000,
  ]);
  expect(delayAfter(100_000)).toBe(8000);
});
