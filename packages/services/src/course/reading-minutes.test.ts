import { expect, test } from "vitest";
import { readingMinutes } from "./reading-minutes";

test("the same lesson takes about as long in either language", () => {
  expect(readingMinutes(13_692, "en")).toBe(14);
  expect(readingMinutes(5_900, "zh")).toBe(15);
});
test("nothing takes no time at all", () => {
  expect(readingMinutes(20, "en")).toBe(1);
});
