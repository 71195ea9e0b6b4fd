import { seededRandom } from "@tidao/kernel";
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

  test("agrees with lives that are drawn at random", () => {
    const cards = Array.from({ length: 40 }, (_, index) => card(1 + index / 2, index % 9, 3 + (index % 6)));
    const expected = forecastLoad(cards, wish());
    const random = seededRandom(7);
    const lives = 200;
    let reviews = 0;
    for (let life = 0; life < lives; life++)
      for (const { stability, difficulty, due, lastReview } of cards) {
        let memory: Memory = { stability, difficulty };
        let day = Math.round((due.getTime() - on(0).getTime()) / dayMs);
        let last = Math.round((lastReview.getTime() - on(0).getTime()) / dayMs);
        while (day < 30) {
          reviews++;
          const right = random.next() < recallAfter(day - last, memory.stability);
          memory = right ? nextMemory(memory, day - last, 3) : nextMemory(nextMemory(memory, day - last, 1), 0, 3);
          [last, day] = [day, day + intervalDays(memory.stability)];
        }
      }
    const foretold = sum(expected.map((day) => day.reviews));
    expect(foretold / (reviews / lives)).toBeGreaterThan(0.98);
    expect(foretold / (reviews / lives)).toBeLessThan(1.02);
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
