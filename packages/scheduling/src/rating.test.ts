import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnswerToRate, countsForReview, rateAnswer } from "./rating";

const right: AnswerToRate = { points: 1, hintsUsed: 0, confidence: 3, durationMs: 60_000, expectedSeconds: 60 };
const table: [string, Partial<AnswerToRate>, number][] = [
  ["no points is Again", { points: 0 }, 1],
  ["just below half the points is Again", { points: 0.49 }, 1],
  ["below half is Again however sure the learner was", { points: 0.3, confidence: 4, durationMs: 1000 }, 1],
  ["half the points is Hard", { points: 0.5 }, 2],
  ["half reached by adding shares is still half", { points: 0.1 + 0.1 + 0.1 + 0.1 + 0.1 }, 2],
  ["most of the points is Hard", { points: 0.9 }, 2],
  ["right after a hint is Hard", { hintsUsed: 1 }, 2],
  ["right, sure and quick after a hint is Hard", { hintsUsed: 1, confidence: 4, durationMs: 1000 }, 2],
  ["right is Good", {}, 3],
  ["three thirds are all the points", { points: 1 / 3 + 1 / 3 + 1 / 3 }, 3],
  ["right and certain in half the time exactly is Good", { confidence: 4, durationMs: 30_000 }, 3],
  ["right and quick but not certain is Good", { confidence: 3, durationMs: 1000 }, 3],
  ["right and quick with confidence switched off is Good", { confidence: null, durationMs: 1000 }, 3],
  ["right, certain and in under half the time is Easy", { confidence: 4, durationMs: 29_999 }, 4],
];

describe("an answer becomes a rating", () => {
  test.each(table)("%s", (_, answer, rating) => expect(rateAnswer({ ...right, ...answer })).toBe(rating));

  test("more points never lower the rating", () => {
    const answer = fc.record({
      hintsUsed: fc.nat(3),
      confidence: fc.option(fc.integer({ min: 1, max: 4 })),
      durationMs: fc.nat(600_000),
      expectedSeconds: fc.integer({ min: 10, max: 1200 }),
    });
    fc.assert(
      fc.property(
        answer,
        fc.float({ min: 0, max: 1, noNaN: true }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (rest, a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          expect(rateAnswer({ ...rest, points: less })).toBeLessThanOrEqual(rateAnswer({ ...rest, points: more }));
        },
      ),
    );
  });
});

describe("the context decides whether an answer moves the card", () => {
  test.each(["practice", "review", "placement"])("%s counts at once", (context) =>
    expect(countsForReview(context, false)).toBe(true),
  );
  test("an assignment counts once its feedback is open", () => {
    expect(countsForReview("assignment", false)).toBe(false);
    expect(countsForReview("assignment", true)).toBe(true);
  });
  test("a context that the table does not name does not count", () => {
    expect(countsForReview("preview", true)).toBe(false);
    expect(countsForReview("toString", true)).toBe(false);
  });
});
