import { describe, expect, test } from "vitest";
import { logLoss, type LoggedReview, reviewItems, splitByTime } from "./review-history";
import type { Rating } from "./rating";

const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 0, 1 + day, hour));
const review = (questionId: string, rating: Rating, day: number, hour?: number): LoggedReview => ({
  questionId,
  rating,
  at: at(day, hour),
});

describe("a learner's history as FSRS's optimizer wants it", () => {
  test("has one item for each review on a later day, with all that came before it", () => {
    const items = reviewItems([
      review("b", 3, 5),
      review("a", 3, 0),
      review("a", 1, 3, 1),
      review("a", 3, 3, 2),
      review("b", 3, 2),
      review("a", 4, 10),
    ]);
    expect(items.map(({ reviews }) => reviews.map(({ rating, deltaT }) => [rating, deltaT]))).toEqual([
      [[3, 0], [1, 3]],
      [[3, 0], [3, 3]],
      [[3, 0], [1, 3], [3, 0], [4, 7]],
    ]); // prettier-ignore
    expect(items.map((item) => item.at.getUTCDate())).toEqual([4, 6, 11]);
  });

  test("has no item for questions that were answered once or within one day only", () => {
    expect(reviewItems([review("a", 3, 0), review("b", 1, 0, 8), review("b", 3, 0, 9)])).toEqual([]);
    expect(logLoss([])).toBeNull();
  });

  test("is split by time: what it is judged on came after what it was fitted on", () => {
    const items = reviewItems([0, 1, 2, 3, 4, 5].flatMap((day) => [review("a", 3, day * 2)]));
    const { train, test: later } = splitByTime(items, 0.8);
    expect([train.length, later.length]).toEqual([4, 1]);
    expect(later[0]!.at.getTime()).toBeGreaterThan(train.at(-1)!.at.getTime());
  });

  /** First answer Good: S = w2 = 2.3065. After 2 days R = (1 + F 2/S)^-0.1542 with F = 0.9^(-1/0.1542) - 1 = 0.98043. */
  test("has the log-loss that the formula gives by hand", () => {
    const kept = reviewItems([review("a", 3, 0), review("a", 3, 2)]);
    const lost = reviewItems([review("a", 3, 0), review("a", 1, 2)]);
    const recall = (1 + (0.9 ** (-1 / 0.1542) - 1) * (2 / 2.3065)) ** -0.1542;
    expect(recall).toBeCloseTo(0.9095, 4);
    expect(logLoss(kept)).toBeCloseTo(-Math.log(recall), 6);
    expect(logLoss(lost)).toBeCloseTo(-Math.log(1 - recall), 6);
    expect(logLoss([...kept, ...lost])).toBeCloseTo((-Math.log(recall) - Math.log(1 - recall)) / 2, 6);
  });
});
