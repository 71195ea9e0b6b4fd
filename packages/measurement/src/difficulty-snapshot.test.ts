import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateDifficulty } from "./difficulty-snapshot";
import { difficultyFromAuthor, logit, sigmoid } from "./logits";
import { microPoints } from "./micro-points";

const item = (submissions: number, points: number, authorDifficulty = 0) => ({
  submissions,
  microPoints: microPoints(points),
  authorDifficulty,
});

test("the author's steps are one logit apart around 3", () => {
  expect([1, 2, 3, 4, 5].map(difficultyFromAuthor)).toEqual([-2, -1, 0, 1, 2]);
  expect([1, 2, 3, 4, 5].map((d) => Math.round(100 * sigmoid(-difficultyFromAuthor(d))))).toEqual([88, 73, 50, 27, 12]);
  expect(logit(sigmoid(1.3))).toBeCloseTo(1.3, 12);
});

describe("difficulty from what learners did", () => {
  test("nobody has answered: the author is believed, wherever the learners stand", () => {
    expect(estimateDifficulty(item(0, 0, 1))).toBeCloseTo(1, 12);
    expect(estimateDifficulty({ ...item(0, 0, -2), meanRating: 0.8, guess: 0.25 })).toBeCloseTo(-2, 12);
  });
  test("by hand: ten answers, all right, author says 3", () => {
    // (10 + 10 · 0.5) / 20 = 0.75, -ln 3
    expect(estimateDifficulty(item(10, 10))).toBeCloseTo(-Math.log(3), 12);
  });
  test("by hand: thirty answers, 8.5 points, author says 4, four choices, learners half a logit up", () => {
    // predicted 0.25 + 0.75 σ(-0.5) = 0.5331555016; mean (8.5 + 5.331555016) / 40 = 0.3457888754; known 0.1277185005
    // logit = -1.9213; 0.5 + 1.9213 = 2.4213
    expect(estimateDifficulty({ ...item(30, 8.5, 1), meanRating: 0.5, guess: 0.25 })).toBeCloseTo(2.4213, 3);
  });
  test("by hand: the same, with learners who differ by a logit", () => {
    // flattened √(1 + π/8) = 1.1801; predicted 0.25 + 0.75 σ(-0.5 / 1.1801) = 0.5467; mean 0.3492; known 0.1322
    // logit = -1.8813; 0.5 + 1.1801 · 1.8813 = 2.7201
    const differing = { ...item(30, 8.5, 1), meanRating: 0.5, ratingVariance: 1, guess: 0.25 };
    expect(estimateDifficulty(differing)).toBeCloseTo(2.7201453, 6);
  });
  test("with a thousand answers the author hardly matters", () => {
    const [easy, hard] = [-2, 2].map((author) => estimateDifficulty(item(1000, 731, author))) as [number, number];
    expect(easy).toBeCloseTo(-1, 1);
    expect(hard - easy).toBeLessThan(0.05);
  });
  test("worse than guessing and never wrong stay within the bounds", () => {
    expect(estimateDifficulty({ ...item(1_000_000, 0), guess: 0.25 })).toBe(4);
    expect(estimateDifficulty(item(1_000_000, 1_000_000))).toBe(-4);
  });
  test("a counter from the database (bigint) counts the same", () => {
    expect(estimateDifficulty({ ...item(10, 0), microPoints: 4_500_000n })).toBe(estimateDifficulty(item(10, 4.5)));
  });
  test("more points never make an item harder", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, a, b) => {
          const [less, more] = [Math.min(a, b) * n, Math.max(a, b) * n];
          expect(estimateDifficulty(item(n, more))).toBeLessThanOrEqual(estimateDifficulty(item(n, less)));
        },
      ),
    );
  });
});

test("a sum of micro-points does not depend on the order of its terms", () => {
  const points = [1 / 3, 0.1, 2 / 3, 0.7, 1];
  const sum = (list: number[]) => list.reduce((total, point) => total + microPoints(point), 0);
  expect(sum(points)).toBe(sum(points.toReversed()));
});
