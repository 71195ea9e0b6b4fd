import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intervalDays, type Memory, nextMemory, recallAfter } from "./card";
import { daysUntilLevel, forecastLoad, type ForecastWish } from "./load-forecast";

const dayMs = 86_400_000;
const start = new Date("2026-03-10T00:00:00Z");
const on = (day: number) => new Date(start.getTime() + day * dayMs + dayMs / 2);
const card = (stability: number, due: number, difficulty = 5) => ({
  stability,
  difficulty,
  due: on(due),
  lastReview: on(due - Math.max(1, Math.round(stability))),
});
const wish = (fields: Partial<ForecastWish> = {}): ForecastWish => ({
  start, days: 30, limitOf: () => Number.POSITIVE_INFINITY, done: 0, newOf: () => 0, firstRecall: 0.7, secondsPerAnswer: 60, ...fields,
}); // prettier-ignore
const dayOf = (at: Date) => Math.round((at.getTime() - on(0).getTime()) / dayMs);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe("the load of the coming days", () => {
  test("of one card that is due today: one review, and a second look if it is forgotten", () => {
    const [today] = forecastLoad([card(10, 0)], wish());
    expect(today).toMatchObject({ due: 1, reviews: 1, waiting: 0 });
    // R = 0.9 after as many days as it is stable: 60 s, and another 60 s in one of ten cases
    expect(today!.seconds).toBeCloseTo(66, 4);
  });

  test("forks by FSRS: the forgotten tenth comes back before the remembered rest", () => {
    const days = forecastLoad([card(10, 0)], wish());
    const lost = nextMemory(nextMemory({ stability: 10, difficulty: 5 }, 10, 1), 0, 3);
    const kept = nextMemory({ stability: 10, difficulty: 5 }, 10, 3);
    expect(days[intervalDays(lost.stability)]!.due).toBeCloseTo(0.1, 6);
    expect(intervalDays(kept.stability)).toBeGreaterThan(29);
  });

  test("never exceeds the limit of a day; what is left waits and is reviewed later", () => {
    const pile = Array.from({ length: 142 }, (_, index) => card(60 + index, -index / 4));
    const days = forecastLoad(pile, wish({ limitOf: () => 40, done: 10 }));
    expect(days[0]).toMatchObject({ due: 142, reviews: 30, waiting: 112 });
    for (const { reviews } of days) expect(reviews).toBeLessThanOrEqual(40 + 1e-9);
    expect(daysUntilLevel(days)).toBe(3);
    expect(daysUntilLevel(forecastLoad(pile, wish({ limitOf: () => 1 })))).toBeNull();
  });

  test("does not count against the limit what was answered today and comes back within minutes", () => {
    const again = { ...card(0.3, 0), lastReview: start };
    const days = forecastLoad([again, again, card(10, 0), card(10, 0)], wish({ limitOf: () => 5, done: 4 }));
    expect(days[0]).toMatchObject({ due: 4, reviews: 3, waiting: 1 });
  });

  test("leaves a free day empty", () => {
    const days = forecastLoad([card(5, 0), card(5, 2)], wish({ limitOf: (day) => (day === 0 ? 0 : 20) }));
    expect(days[0]).toMatchObject({ reviews: 0, waiting: 1 });
    expect(days[1]!.reviews).toBeGreaterThanOrEqual(1);
  });

  test("counts the reviews that new questions bring, from the day after", () => {
    const days = forecastLoad([], wish({ newOf: () => 10 }));
    expect(days[0]).toMatchObject({ due: 0, reviews: 0 });
    expect(days[1]!.reviews).toBeGreaterThan(2);
    expect(sum(days.map(({ reviews }) => reviews))).toBeGreaterThan(200);
  });

  test("of one card of half a day, by hand", () => {
    const days = forecastLoad([card(0.5, 0)], wish({ days: 3 }));
    // recall after a day (1 + 0.98034 / 0.5)^-0.1542 = 0.84588
    // remembered: 0.5 (1 + e^1.8722 (11 - 5) 0.5^-0.1666 (e^(0.796 x 0.15412) - 1)) = 3.358, three days
    // forgotten: 1.4835 x 5^-0.0614 (1.5^0.2629 - 1) e^(1.6483 x 0.15412) = 0.1949, and right on the same day
    //   0.1949 e^(0.5425 x 0.0912) 0.1949^-0.0658 = 0.2280, one day
    // of that the next day 0.77326 is remembered, for 0.2280 (1 + 4.396) = 1.23 days, so that all of it comes back on the third
    expect(days.map(({ reviews }) => reviews.toFixed(4))).toEqual(["1.0000", "0.1541", "0.1541"]);
    expect(days[0]!.seconds).toBeCloseTo(60 * 1.15412, 2);
    expect(days[1]!.seconds).toBeCloseTo(60 * 0.15412 * 1.22674, 2);
  });

  test.each([
    ["cards of less than a day, which come back nearly every day", 0.1, 1],
    ["cards of hours to a month", 0.3, 30],
  ])("pooled, agrees with following every part of each card to the end: %s", (_, least, most) => {
    const cards = Array.from({ length: 40 }, (_card, index) =>
      card(least * (most / least) ** (index / 40), index % 2, 1 + ((index * 7) % 9)),
    );
    const exact = Array.from({ length: 12 }, () => 0);
    const follow = (memory: Memory, day: number, last: number, mass: number) => {
      if (day >= exact.length) return;
      exact[day]! += mass;
      const recall = recallAfter(day - last, memory.stability);
      const kept = nextMemory(memory, day - last, 3);
      const lost = nextMemory(nextMemory(memory, day - last, 1), 0, 3);
      follow(kept, day + intervalDays(kept.stability), day, mass * recall);
      follow(lost, day + intervalDays(lost.stability), day, mass * (1 - recall));
    };
    for (const { stability, difficulty, due, lastReview } of cards)
      follow({ stability, difficulty }, dayOf(due), dayOf(lastReview), 1);
    const foretold = forecastLoad(cards, wish({ days: exact.length })).map(({ reviews }) => reviews);
    expect(Math.abs(sum(foretold) / sum(exact) - 1)).toBeLessThan(0.001);
    for (const [day, reviews] of exact.entries()) expect(Math.abs(foretold[day]! / reviews - 1)).toBeLessThan(0.03);
  });

  test("loses no card: what a day does not review waits for the next one", () => {
    const any = fc.record({
      stability: fc.double({ min: 0.1, max: 300, noNaN: true }),
      due: fc.integer({ min: -40, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), fc.nat(12), (given, limit) => {
        const days = forecastLoad(
          given.map(({ stability, due }) => card(stability, due)),
          wish({ limitOf: () => limit }),
        );
        let carried = 0;
        for (const { due, reviews, waiting } of days) {
          expect(reviews).toBeLessThanOrEqual(limit + 1e-9);
          expect(reviews + waiting).toBeCloseTo(carried + due, 6);
          carried = waiting;
        }
      }),
    );
  });
});
