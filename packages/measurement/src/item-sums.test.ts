import { seededRandom } from "@tidao/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateDifficulty } from "./difficulty-snapshot";
import { addFirstAnswer, difficultyFrom, noAnswers } from "./item-sums";
import { sigmoid } from "./logits";

const sumsOf = (answers: readonly Parameters<typeof addFirstAnswer>[1][]) =>
  answers.reduce((sums, answer) => addFirstAnswer(sums, answer), noAnswers);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const answer = fc.record({
  points: share,
  guess: share,
  ability: fc.record({ rating: fc.double({ min: -5, max: 5, noNaN: true }), variance: share }),
});

describe("the difficulty of the next snapshot", () => {
  test("nobody has answered: what the author says", () => {
    expect(difficultyFrom(noAnswers, -1)).toBe(-1);
  });
  test("by hand: two learners a logit up and down, both uncertain by a half", () => {
    const ability = (rating: number) => ({ rating, variance: 0.5 });
    const sums = sumsOf([
      { points: 1, guess: 0.25, ability: ability(1) },
      { points: 0.5, guess: 0.25, ability: ability(-1) },
    ]);
    const expected = { submissions: 2, microPoints: 1_500_000, authorDifficulty: 0, meanRating: 0, guess: 0.25 };
    expect(difficultyFrom(sums, 0)).toBeCloseTo(estimateDifficulty({ ...expected, ratingVariance: 1.5 }), 12);
  });
  test("it does not matter who is counted first", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 30 }), (answers) => {
        expect(sumsOf(answers.toReversed())).toEqual(sumsOf(answers));
      }),
    );
  });
  test("an item that only able learners choose is as hard as it is, not as easy as they make it look", () => {
    const random = seededRandom(6);
    const answers = Array.from({ length: 4000 }, () => {
      const rating = 1 + (random.next() - 0.5) * 3;
      return { points: random.next() < sigmoid(rating - 1.5) ? 1 : 0, guess: 0, ability: { rating, variance: 0 } };
    });
    const sums = sumsOf(answers);
    const blind = estimateDifficulty({ submissions: 4000, microPoints: sums.microPoints, authorDifficulty: 0 });
    expect(difficultyFrom(sums, 0)).toBeCloseTo(1.5, 1);
    expect(blind).toBeLessThan(0.6);
  });
});
