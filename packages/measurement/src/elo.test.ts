import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedScore, initialRating, prerequisiteCredit, stepSize, updateRating } from "./elo";

const logits = fc.double({ min: -6, max: 6, noNaN: true });
const guess = fc.double({ min: 0, max: 0.5, noNaN: true });
const answers = fc.nat(500);

describe("the expected score", () => {
  test("a learner as strong as an open item is hard has even odds", () => {
    expect(expectedScore({ rating: 0.7, difficulty: 0.7, guess: 0 })).toBe(0.5);
  });
  test("four choices lift even odds to five eighths", () => {
    expect(expectedScore({ rating: 0, difficulty: 0, guess: 0.25 })).toBe(0.625);
  });
  test("one logit ahead on an open item gives 73 %", () => {
    expect(expectedScore({ rating: 1, difficulty: 0, guess: 0 })).toBeCloseTo(0.7310585786300049, 15);
  });
  test("it lies between a guess and certainty", () => {
    fc.assert(
      fc.property(logits, logits, guess, (rating, difficulty, floor) => {
        const p = expectedScore({ rating, difficulty, guess: floor });
        expect(p).toBeGreaterThanOrEqual(floor);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("an answer moves the rating", () => {
  test("by hand: right, then wrong, on open items of difficulty 3", () => {
    const first = updateRating(initialRating, { score: 1, difficulty: 0, guess: 0 });
    expect(first).toEqual({ rating: 0.5, answers: 1 });
    // σ(0.5) = 0.6224593312; U(1) = 1/1.05; 0.5 - 0.6224593312 / 1.05 = -0.0928184107
    const second = updateRating(first, { score: 0, difficulty: 0, guess: 0 });
    expect(second.rating).toBeCloseTo(-0.0928184107, 9);
    expect(second.answers).toBe(2);
  });
  test("by hand: half the points on a hard item with four choices", () => {
    // P = 0.25 + 0.75 σ(-2) = 0.3394021915; U(20) = 0.5; 0 + 0.5 (0.5 - P) = 0.0802989043
    const next = updateRating({ rating: 0, answers: 20 }, { score: 0.5, difficulty: 2, guess: 0.25 });
    expect(next.rating).toBeCloseTo(0.0802989043, 9);
  });
  test("a right answer never lowers it and a wrong one never raises it", () => {
    fc.assert(
      fc.property(logits, answers, logits, guess, (rating, n, difficulty, floor) => {
        const before = { rating, answers: n };
        expect(updateRating(before, { score: 1, difficulty, guess: floor }).rating).toBeGreaterThanOrEqual(rating);
        expect(updateRating(before, { score: 0, difficulty, guess: floor }).rating).toBeLessThanOrEqual(rating);
      }),
    );
  });
  test("more points never leave the learner lower", () => {
    fc.assert(
      fc.property(logits, answers, logits, fc.nat(100), fc.nat(100), (rating, n, difficulty, a, b) => {
        const after = (score: number) => updateRating({ rating, answers: n }, { score, difficulty, guess: 0 }).rating;
        expect(after(Math.min(a, b) / 100)).toBeLessThanOrEqual(after(Math.max(a, b) / 100));
      }),
    );
  });
  test("each answer moves it less than the one before", () => {
    expect([stepSize(0), stepSize(20), stepSize(60)]).toEqual([1, 0.5, 0.25]);
    for (let n = 0; n < 500; n++) expect(stepSize(n + 1)).toBeLessThan(stepSize(n));
  });
});

describe("credit to a prerequisite", () => {
  const open = { difficulty: 0, guess: 0 };
  test("by hand: a quarter of the step that an own answer would make", () => {
    expect(prerequisiteCredit({ rating: 0, answers: 0 }, { score: 1, ...open })).toBe(0.125);
    expect(prerequisiteCredit({ rating: 0, answers: 20 }, { score: 1, ...open })).toBe(0.0625);
    expect(prerequisiteCredit({ rating: 0, answers: 0 }, { score: 0.75, ...open })).toBe(0.0625);
  });
  test("it never takes away, and never adds where the rating expected as much", () => {
    fc.assert(
      fc.property(
        logits,
        answers,
        fc.double({ min: 0, max: 1, noNaN: true }),
        logits,
        guess,
        (rating, n, score, difficulty, floor) => {
          const item = { score, difficulty, guess: floor };
          const credit = prerequisiteCredit({ rating, answers: n }, item);
          expect(credit).toBeGreaterThanOrEqual(0);
          if (score <= expectedScore({ rating, ...item })) expect(credit).toBe(0);
        },
      ),
    );
  });
});
