import { expect, test } from "vitest";
import { closesNow, givesKnownQuestions, opensAgain } from "./assignment-times";

const now = new Date("2026-03-05T10:00:00Z");
const before = { opens: "2026-03-02T00:00", due: "2026-03-08T00:00" };
test.each([
  [
    "a due time that has passed in the instructor's zone closes the assignment",
    "2026-03-05T04:00",
    "America/New_York",
    true,
  ],
  ["the same time on the wall of a zone behind it is still to come", "2026-03-05T09:00", "America/New_York", false],
  ["a later due time closes nothing", "2026-03-09T00:00", "UTC", false],
  ["a due time before the opening is refused for another reason", "2026-03-01T00:00", "UTC", false],
])("%s", (_, due, zone, closes) => {
  expect(closesNow({ ...before, due }, before, zone, now)).toBe(closes);
});
test("who edits the title of what is closed already is not warned", () => {
  const past = { ...before, due: "2026-03-04T00:00" };
  expect(closesNow(past, past, "UTC", now)).toBe(false);
});

test("who moves the due time of what was over into the future is warned, not who edits it otherwise", () => {
  const past = { ...before, due: "2026-03-04T00:00" };
  expect(opensAgain({ ...past, due: "2026-03-09T00:00" }, past, "UTC", now)).toBe(true);
  expect(opensAgain({ ...past, due: "2026-03-04T12:00" }, past, "UTC", now)).toBe(false);
  expect(opensAgain(past, past, "UTC", now)).toBe(false);
});
test("who raises the attempts is warned once somebody has seen the key", () => {
  expect(givesKnownQuestions("2", 1, 3)).toBe(true);
  expect(givesKnownQuestions("2", 1, 0)).toBe(false);
  expect(givesKnownQuestions("1", 1, 3)).toBe(false);
  expect(givesKnownQuestions("", 1, 3)).toBe(false);
});
