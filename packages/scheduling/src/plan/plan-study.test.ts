import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interleave } from "./interleave";
import type { PlanCard, PlanInput } from "./plan-input";
import { planStudy } from "./plan-study";
import { planToday } from "./plan-today";

const card = (id: string, part: Partial<PlanCard> = {}): PlanCard => ({
  id,
  topic: "a",
  seconds: 60,
  memory: null,
  ...part,
});
const input = (part: Partial<PlanInput>): PlanInput => ({
  today: "2026-03-02",
  date: "2026-03-12",
  minutesADay: 10,
  topics: [
    { slug: "a", weight: 1, prerequisites: [] },
    { slug: "b", weight: 1, prerequisites: [] },
  ],
  cards: [],
  ...part,
});
const known = (stability: number, daysAgo: number) => ({ stability, difficulty: 5, daysAgo });
const several = (topic: string, count: number, part: Partial<PlanCard> = {}) =>
  Array.from({ length: count }, (_, n) => card(`${topic}${n}`, { topic, ...part }));
const idsOf = (plan: ReturnType<typeof planStudy>) => plan.days.flatMap(({ items }) => items.map(({ id }) => id));

describe("somebody who plans toward a date", () => {
  test("has work on each day but the days off, none on the day itself, and never more than the minutes", () => {
    const plan = planStudy(input({ cards: several("a", 200), daysOff: [6, 7] }));
    expect(plan.days.map(({ date, off }) => [date, off]).slice(4, 8)).toEqual([
      ["2026-03-06", false],
      ["2026-03-07", true],
      ["2026-03-08", true],
      ["2026-03-09", false],
    ]);
    expect(plan.days.at(-1)?.date).toBe("2026-03-11");
    for (const { off, items, newSeconds, reviewSeconds } of plan.days) {
      expect(items.length).toBe(off ? 0 : 10);
      expect(newSeconds + reviewSeconds).toBeLessThanOrEqual(600);
    }
  });

  test("is not asked about a topic of weight 0, and more about a heavy one", () => {
    const cards = [...several("a", 80), ...several("b", 80)];
    const weigh = (a: number, b: number) => {
      const topics = [
        { slug: "a", weight: a, prerequisites: [] },
        { slug: "b", weight: b, prerequisites: [] },
      ];
      const ids = new Set(idsOf(planStudy(input({ cards, topics }))));
      return [...ids].filter((id) => id.startsWith("b")).length;
    };
    expect(weigh(1, 0)).toBe(0);
    expect(weigh(1, 3)).toBeGreaterThan(weigh(1, 1));
  });

  test("meets what a topic stands on first, and the topic then", () => {
    const topics = [
      { slug: "a", weight: 1, prerequisites: [] },
      { slug: "b", weight: 3, prerequisites: ["a"] },
    ];
    const plan = planStudy(input({ cards: [...several("a", 12), ...several("b", 30)], topics, minutesADay: 5 }));
    const firstB = plan.days.findIndex(({ items }) => items.some(({ topic }) => topic === "b"));
    expect(firstB).toBe(1);
    expect(
      planToday(input({ cards: several("b", 3), topics: topics.map((t) => ({ ...t, ready: true })) })),
    ).toHaveLength(3);
  });

  test("gets to what weighs most by way of its foundations, light as they are, and to no more of these than it takes", () => {
    const topics = [
      { slug: "a", weight: 1, prerequisites: [], toHold: 4 },
      { slug: "b", weight: 1, prerequisites: ["a"], toHold: 2 },
      { slug: "c", weight: 3, prerequisites: ["b"] },
      { slug: "d", weight: 2, prerequisites: [] },
    ];
    const cards = ["a", "b", "c", "d"].flatMap((slug) => several(slug, 30));
    const plan = planStudy(input({ cards, topics, minutesADay: 6 }));
    const topicsOf = (day: number) => plan.days[day]?.items.map(({ topic }) => topic).toSorted() ?? [];
    expect(topicsOf(0)).toEqual(["a", "a", "a", "a", "d", "d"]);
    expect(topicsOf(1).filter((slug) => slug === "b")).toHaveLength(2);
    expect(topicsOf(1)).not.toContain("c");
    expect(topicsOf(2)).toContain("c");
    expect(plan.days.flatMap(({ items }) => items).every(({ why }) => why.code !== "early")).toBe(true);
  });

  test("of a topic that stands on one without questions has to hold what that one stands on", () => {
    const topics = [
      { slug: "a", weight: 1, prerequisites: [] },
      { slug: "empty", weight: 1, prerequisites: ["a"] },
      { slug: "b", weight: 3, prerequisites: ["empty"] },
    ];
    const plan = planStudy(input({ cards: [...several("a", 12), ...several("b", 30)], topics, minutesADay: 5 }));
    expect(plan.days[0]?.items.every(({ topic }) => topic === "a")).toBe(true);
    expect(plan.days[1]?.items.some(({ topic, why }) => topic === "b" && why.code === "first")).toBe(true);
  });

  test("is told of a topic that comes early because the date is near, after what is in order", () => {
    const topics = [
      { slug: "a", weight: 1, prerequisites: [] },
      { slug: "b", weight: 1, prerequisites: ["a"] },
    ];
    const cards = [...several("a", 3), ...several("b", 12)];
    const [today] = planStudy(input({ date: "2026-03-04", cards, topics })).days;
    expect(today?.items.map(({ topic }) => topic).slice(0, 3)).toEqual(["a", "a", "a"]);
    expect(today?.items.at(-1)?.why).toMatchObject({ code: "early", before: "a", days: 2 });
    const far = planStudy(input({ cards, topics })).days[0];
    expect(far?.items.every(({ topic }) => topic === "a")).toBe(true);
  });

  test("who leaves out what a topic stands on meets the topic and is told that it is missing", () => {
    const topics = [
      { slug: "a", weight: 0, prerequisites: [] },
      { slug: "b", weight: 1, prerequisites: ["a"] },
    ];
    const plan = planStudy(input({ cards: [...several("a", 3), ...several("b", 12)], topics }));
    expect(plan.days[0]?.items[0]).toMatchObject({ topic: "b", why: { code: "lacking", before: "a" } });
    const held = planStudy(input({ cards: several("b", 12), topics: [{ ...topics[0]!, toHold: 0 }, topics[1]!] }));
    expect(held.days[0]?.items[0]?.why.code).toBe("first");
  });

  test("reviews what is being forgotten before what is held, and is told why each comes now", () => {
    const cards = [card("fresh", { memory: known(200, 1) }), card("fading", { memory: known(1.5, 9) }), card("new")];
    const plan = planStudy(input({ cards, minutesADay: 2 }));
    const today = plan.days[0]?.items ?? [];
    expect(today.map(({ id }) => id).toSorted()).toEqual(["fading", "new"]);
    expect(today.find(({ id }) => id === "new")?.why).toMatchObject({ code: "first", weight: 1 });
    const why = today.find(({ id }) => id === "fading")?.why;
    expect(why?.code).toBe("fading");
    expect(why && "without" in why && why.without < why.withIt).toBe(true);
  });

  test("who has time for one look at each card sees first what holds long and last what fades fast", () => {
    const cards = [...several("a", 10, { memory: known(20, 20) }), ...several("b", 10, { memory: known(2, 3) })];
    const plan = planStudy(input({ cards, minutesADay: 2 }));
    const topicsOn = (days: typeof plan.days) => days.flatMap(({ items }) => items.map(({ topic }) => topic));
    expect(topicsOn(plan.days.slice(0, 4))).toEqual(Array(8).fill("a"));
    expect(topicsOn(plan.days.slice(-4))).toEqual(Array(8).fill("b"));
  });

  test("gets a last look named so in the last week", () => {
    const plan = planStudy(input({ date: "2026-03-04", cards: [card("old", { memory: known(5, 20) })] }));
    const whys = plan.days.flatMap(({ items }) => items.map(({ why }) => why.code));
    expect(whys.at(-1)).toBe("last");
  });

  test("is told what does not fit, by topic, and that nothing is dropped where all fits", () => {
    const much = planStudy(input({ cards: [...several("a", 300), ...several("b", 10)] }));
    expect(much.dropped.questions).toBeGreaterThan(100);
    expect(much.dropped.cost).toBeGreaterThan(0.1);
    expect(much.dropped.minutesMore).toBeGreaterThanOrEqual(20);
    expect(much.topics.find(({ slug }) => slug === "b")).toMatchObject({ dropped: 0, cost: 0 });
    const little = planStudy(input({ cards: several("a", 20) }));
    expect(little.dropped).toEqual({ questions: 0, cost: 0, minutesMore: 0 });
  });

  test("is foretold more with the plan than without work, inside the interval, and the same each time", () => {
    const given = input({ cards: [...several("a", 30, { memory: known(4, 6) }), ...several("b", 30)] });
    const plan = planStudy(given);
    expect(plan.forecast.recall).toBeGreaterThan(plan.withoutWork);
    expect(plan.forecast.low).toBeLessThan(plan.forecast.recall);
    expect(plan.forecast.high).toBeGreaterThan(plan.forecast.recall);
    expect(planStudy(given)).toEqual(plan);
  });

  test("who has no day left is foretold what is known by then", () => {
    const plan = planStudy(input({ date: "2026-03-02", cards: several("a", 60, { memory: known(10, 0) }) }));
    expect(plan.days).toEqual([]);
    expect(plan.forecast.recall).toBeCloseTo(1, 5);
  });
});

test("whatever cards and minutes there are, no day is over its budget and no card comes twice on a day", () => {
  const cards = fc.array(
    fc.record({
      topic: fc.constantFrom("a", "b"),
      seconds: fc.integer({ min: 10, max: 400 }),
      memory: fc.option(
        fc.record({
          stability: fc.double({ min: 0.01, max: 400, noNaN: true }),
          difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
          daysAgo: fc.integer({ min: 0, max: 300 }),
        }),
        { nil: null },
      ),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(
      cards,
      fc.integer({ min: 5, max: 60 }),
      fc.integer({ min: 0, max: 4000 }),
      (list, minutesADay, spentToday) => {
        const plan = planStudy(
          input({ cards: list.map((part, n) => ({ ...part, id: String(n) })), minutesADay, spentToday }),
        );
        for (const { budget, items, newSeconds, reviewSeconds } of plan.days) {
          expect(newSeconds + reviewSeconds).toBeLessThanOrEqual(budget);
          expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        }
        const { recall, low, high } = plan.forecast;
        expect([low, recall, high].every((share) => share >= 0 && share <= 1)).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});

test("items of a day are mixed by topic", () => {
  expect(interleave(["a1", "a2", "a3", "b1", "b2"], (id) => id.charAt(0))).toEqual(["a1", "b1", "a2", "b2", "a3"]);
  expect(interleave(["a1", "a2", "a3", "b1"], (id) => id.charAt(0))).toHaveLength(4);
});
