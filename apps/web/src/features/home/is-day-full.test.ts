import { expect, test } from "vitest";
import { isDayFull } from "./is-day-full";

const now = new Date("2026-03-02T20:00:00Z");
const isFull = (home: Parameters<typeof isDayFull>[0]) => isDayFull(home, now, "Asia/Kathmandu");

test("who has done the day's reviews while others wait is not told of one that falls due in three days as the next", () => {
  expect(isFull({ due: 0, waiting: 12, nextReviewAt: "2026-03-05T09:00:00Z" })).toBe(true);
  expect(isFull({ due: 0, waiting: 12, nextReviewAt: null })).toBe(true);
});
test("what comes back within minutes, still today where the learner is, is told", () => {
  expect(isFull({ due: 0, waiting: 12, nextReviewAt: "2026-03-02T20:10:00Z" })).toBe(false);
  // the third of March began in Kathmandu at a quarter past six in the evening
  expect(isFull({ due: 0, waiting: 12, nextReviewAt: "2026-03-03T18:14:00Z" })).toBe(false);
  expect(isFull({ due: 0, waiting: 12, nextReviewAt: "2026-03-03T18:16:00Z" })).toBe(true);
});
test("a day with reviews left, and one for which nothing waits, are not full", () => {
  expect(isFull({ due: 3, waiting: 12, nextReviewAt: null })).toBe(false);
  expect(isFull({ due: 0, waiting: 0, nextReviewAt: "2026-03-05T09:00:00Z" })).toBe(false);
});
