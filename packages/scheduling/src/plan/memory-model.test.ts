import fc from "fast-check";
import { expect, test } from "vitest";
import { type Card, fsrsWeights, newCard, recallAfter, retrievability, reviewCard } from "../card";
import type { Rating } from "../rating";
import { memoryModel } from "./memory-model";

const memory = memoryModel(fsrsWeights());
const start = new Date("2026-03-02T09:00:00Z");
const later = (days: number) => new Date(start.getTime() + days * 86_400_000);

test("whatever is answered on whatever days, the closed forms give the card that ts-fsrs gives", () => {
  const answers = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 90 })), {
    minLength: 1,
    maxLength: 10,
  });
  fc.assert(
    fc.property(answers, (list) => {
      let card: Card = newCard(start);
      let day = 0;
      let own = { stability: 0, difficulty: 0 };
      for (const [grade, wait] of list) {
        const rating = grade as Rating;
        if (card.reps === 0) {
          own = { stability: memory.firstStability(rating), difficulty: memory.firstDifficulty(rating) };
        } else {
          day += wait;
          const r = memory.recall(wait, own.stability);
          const bonus = rating === 2 ? fsrsWeights()[15] : rating === 4 ? fsrsWeights()[16] : 1;
          own = {
            stability:
              rating === 1
                ? memory.afterLapse(own.stability, own.difficulty, r)
                : memory.afterRecall(own.stability, own.difficulty, r, bonus),
            difficulty: memory.nextDifficulty(own.difficulty, rating),
          };
        }
        card = reviewCard(card, rating, later(day));
        expect(Math.abs(own.stability / card.stability - 1)).toBeLessThan(1e-4);
        expect(own.difficulty).toBeCloseTo(card.difficulty, 5);
      }
      expect(memory.recall(17, card.stability)).toBeCloseTo(retrievability(card, later(day + 17)), 5);
    }),
  );
});

test("the day on which recall falls to 70 % is the day on which it is 70 %", () => {
  expect(memory.recall(memory.daysUntil(0.7, 12), 12)).toBeCloseTo(0.7, 10);
  expect(memory.daysUntil(0.9, 12)).toBeCloseTo(12, 10);
});

test.each([
  [1, 1],
  [5, 2],
  [30, 12],
  [400, 90],
])(
  "what waiting costs after %i days at a stability of %i is the slope of the curve that ts-fsrs gives",
  (days, stability) => {
    const step = 0.01;
    const slope = (recallAfter(days - step, stability) - recallAfter(days + step, stability)) / (2 * step);
    expect(memory.lossPerDay(days, stability)).toBeCloseTo(slope, 5);
  },
);
test("a question that was never answered loses nothing by waiting", () => expect(memory.lossPerDay(3, 0)).toBe(0));

test("recall with another stability follows from recall alone", () => {
  expect(memory.rescaled(memory.recall(9, 4), 1.3)).toBeCloseTo(memory.recall(9, 4 * 1.3), 10);
});
