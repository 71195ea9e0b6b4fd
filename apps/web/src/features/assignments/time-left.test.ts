import { expect, test } from "vitest";
import { isClosing, minutesLeft, nextLook } from "./time-left";

test.each([
  ["an hour before nothing is said", 3_600_000, null],
  ["the last five minutes are counted down", 300_000, 5],
  ["a minute that has begun counts", 240_001, 5],
  ["down to one", 1, 1],
  ["at the due time it is over", 0, 0],
  ["and stays over", -5000, 0],
])("%s", (_, left, minutes) => {
  expect(minutesLeft(left)).toBe(minutes);
});
test("looking again and again meets each minute, stores a few times before the end, and ends on time", () => {
  let left = 302_345;
  const [said, stored]: [(number | null)[], number[]] = [[], []];
  while (left > 0) {
    if (said.at(-1) !== minutesLeft(left)) said.push(minutesLeft(left));
    if (isClosing(left)) stored.push(left);
    left -= nextLook(left);
  }
  expect(left).toBe(0);
  expect(said).toEqual([null, 5, 4, 3, 2, 1]);
  expect(stored).toEqual([5000, 3500, 2000, 500]);
});
