import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Card,
  defaultParameters,
  intervalDays,
  newCard,
  nextMemory,
  rescheduleCard,
  retrievability,
  reviewCard,
} from "./card";
import type { Rating } from "./rating";

const dayMs = 86_400_000;
const start = new Date("2022-12-29T12:30:00Z");
const later = (from: Date, days: number) => new Date(from.getTime() + days * dayMs);

/** Numbers from ts-fsrs' own tests, packages/fsrs/__tests__/FSRS-6.test.ts at v5.4.1 (MIT). */
describe("FSRS-6 as its authors define it", () => {
  test("a first answer gives the published memory for each rating", () => {
    const cards = ([1, 2, 3, 4] as const).map((rating) => reviewCard(newCard(start), rating, start));
    expect(cards.map((card) => card.stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    expect(cards.map((card) => card.difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
    expect(cards.map((card) => card.scheduledDays)).toEqual([0, 0, 0, 8]);
    expect(cards.map((card) => card.state)).toEqual([1, 1, 1, 2]);
    expect(cards.map((card) => [card.reps, card.lapses])).toEqual(Array.from({ length: 4 }, () => [1, 0]));
  });

  test("thirteen answers, each on the day it falls due, give the published intervals", () => {
    const ratings: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let card = newCard(start);
    const days = ratings.map((rating) => (card = reviewCard(card, rating, card.due)).scheduledDays);
    expect(days).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  test("forgetting once and then remembering gives the memory that fsrs-rs computes", () => {
    const answers: [Rating, number][] = [[1, 0], [3, 0], [3, 1], [3, 3], [3, 8], [3, 21]]; // prettier-ignore
    let card = newCard(start);
    let now = start;
    for (const [rating, wait] of answers) card = reviewCard(card, rating, (now = later(now, wait)));
    expect(card.stability).toBeCloseTo(53.62691, 4);
    expect(card.difficulty).toBeCloseTo(6.3574867, 4);
  });

  test("recall is certain at the review and has fallen to the published value when an easy card falls due", () => {
    const cards = ([1, 2, 3, 4] as const).map((rating) => reviewCard(newCard(start), rating, start));
    expect(cards.map((card) => retrievability(card, start))).toEqual([1, 1, 1, 1]);
    const easy = cards[3] as Card;
    expect(retrievability(easy, easy.due)).toBe(0.9024733);
    expect(retrievability(newCard(start), start)).toBe(0);
  });

  test("recall is 90 % after as many days as the card is stable", () => {
    const card = { stability: 12.5, lastReview: start };
    expect(retrievability(card, later(start, 12.5))).toBeCloseTo(0.9, 6);
  });
});

describe("what forecasts and fitting take from FSRS-6", () => {
  test("its memory after six answers is what fsrs-rs computes (FSRS-6.test.ts, `memory state`)", () => {
    let memory = nextMemory(null, 0, 1);
    for (const days of [0, 1, 3, 8, 21]) memory = nextMemory(memory, days, 3);
    expect(memory.stability).toBeCloseTo(53.62691, 4);
    expect(memory.difficulty).toBeCloseTo(6.3574867, 4);
  });

  test("at 90 % a card waits as long as it is stable, at less longer, by S / F (r^(1/DECAY) - 1)", () => {
    expect([1, 2.4, 12.5, 100].map((stability) => intervalDays(stability))).toEqual([1, 2, 13, 100]);
    const factor = 0.9 ** (-1 / 0.1542) - 1;
    for (const retention of [0.7, 0.8, 0.95, 0.97])
      expect(intervalDays(100, { retention })).toBe(Math.round((100 / factor) * (retention ** (-1 / 0.1542) - 1)));
  });

  test("its default weights are the 21 published ones", () => {
    expect(defaultParameters).toHaveLength(21);
    expect([defaultParameters[0], defaultParameters[20]]).toEqual([0.212, 0.1542]);
  });
});

describe("a learner who changes the wished retention", () => {
  const known = [3, 3, 3].reduce((card) => reviewCard(card, 3, card.due), newCard(start));

  test("and asks for it gets every card back when its stability says so", () => {
    const kept = rescheduleCard(known, { retention: 0.9 });
    expect(kept).toEqual(known);
    const rarer = rescheduleCard(known, { retention: 0.8 });
    expect(rarer.due.getTime() - known.lastReview!.getTime()).toBe(
      intervalDays(known.stability, { retention: 0.8 }) * dayMs,
    );
    expect(rarer.due.getTime()).toBeGreaterThan(known.due.getTime());
    expect({ ...rarer, due: 0, scheduledDays: 0 }).toEqual({ ...known, due: 0, scheduledDays: 0 });
  });

  test("keeps the steps of minutes of a card that is being learned", () => {
    const learning = reviewCard(newCard(start), 1, start);
    expect(rescheduleCard(learning, { retention: 0.7 })).toEqual(learning);
  });
});

/** Any card that a learner can have: some answers, each after some wait. */
const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.double({ min: 0, max: 400, noNaN: true })), {
  maxLength: 12,
});
const play = (answers: [number, number][]) => {
  let card = newCard(start);
  let now = start;
  for (const [rating, wait] of answers) card = reviewCard(card, rating as Rating, (now = later(now, wait)));
  return { card, now };
};

describe("whatever a learner answers", () => {
  test("a better answer never brings the card back earlier", () => {
    fc.assert(
      fc.property(history, fc.double({ min: 0, max: 400, noNaN: true }), (answers, wait) => {
        const { card, now } = play(answers);
        const at = later(now, wait);
        const due = ([1, 2, 3, 4] as const).map((rating) => reviewCard(card, rating, at).due.getTime());
        expect(due).toEqual([...due].sort((a, b) => a - b));
      }),
    );
  });

  test("stability is positive, difficulty stays within 1 and 10, and the next review lies ahead", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 4 }), (answers, rating) => {
        const { card, now } = play(answers);
        const next = reviewCard(card, rating as Rating, now);
        expect(next.stability).toBeGreaterThan(0);
        expect(next.difficulty).toBeGreaterThanOrEqual(1);
        expect(next.difficulty).toBeLessThanOrEqual(10);
        expect(next.due.getTime()).toBeGreaterThan(now.getTime());
      }),
    );
  });

  test("the same answers give the same card, and the card given is left as it was", () => {
    fc.assert(
      fc.property(history, (answers) => {
        const { card, now } = play(answers);
        const before = structuredClone(card);
        expect(reviewCard(card, 3, now)).toEqual(reviewCard(card, 3, now));
        expect(card).toEqual(before);
        expect(play(answers).card).toEqual(card);
      }),
    );
  });

  test("wanting to remember more brings the card back no later", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 4 }), (answers, rating) => {
        const { card, now } = play(answers);
        const due = [0.95, 0.9, 0.8].map((retention) =>
          reviewCard(card, rating as Rating, now, { retention }).due.getTime(),
        );
        expect(due).toEqual([...due].sort((a, b) => a - b));
      }),
    );
  });
});

test("an answer that a slower clock dates before the last review is taken as given at that review", () => {
  const card = reviewCard(newCard(start), 4, start);
  expect(reviewCard(card, 3, later(start, -1))).toEqual(reviewCard(card, 3, start));
});

test("a learner's own parameters are used", () => {
  const parameters = [0.5, 1.2931, 4, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542]; // prettier-ignore
  expect(reviewCard(newCard(start), 3, start, { parameters }).stability).toBe(4);
});
