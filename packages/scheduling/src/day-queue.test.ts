import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, importanceOf, planDay, type QueuedCard } from "./day-queue";
import { dayLimit, everyDayTheSame, weekdayOf } from "./easy-days";
import { isLeech, isLeechWarning } from "./leech";

const now = new Date("2026-03-10T12:00:00Z");
const dayMs = 86_400_000;
const ago = (days: number) => new Date(now.getTime() - days * dayMs);
const start = new Date("2026-03-10T00:00:00Z");
const day = (fields: Partial<Day> = {}): Day => ({ start, limit: 100, done: 0, importance: () => 1, ...fields });
type Named = QueuedCard & { id: string };
/** Last seen `waited` days ago, due since then by as much as its stability does not cover. */
const card = (id: string, stability: number, waited: number, topic = id): Named => ({
  id, topic, objective: `${topic}-o`, stability, lastReview: ago(waited), due: ago(waited - stability),
}); // prettier-ignore
const ids = (cards: readonly Named[]) => cards.map(({ id }) => id);

describe("a learner's reviews of one day", () => {
  test("begin with what a day of waiting costs most", () => {
    const { today, waiting } = planDay(
      [card("year", 365, 366), card("week", 7, 8), card("two days", 2, 3)],
      now,
      day(),
    );
    expect(ids(today)).toEqual(["two days", "week", "year"]);
    expect(waiting).toBe(0);
  });

  test("after a long break take what can still be saved before what is already gone", () => {
    const { today } = planDay([card("gone", 0.3, 120), card("fading", 20, 120)], now, day());
    expect(ids(today)).toEqual(["fading", "gone"]);
  });

  test("ask the topic that others build on first when two cards are equally urgent", () => {
    const importance = importanceOf(new Map([["loss", []], ["optimisers", ["loss"]], ["lora", ["optimisers"]]])); // prettier-ignore
    expect(["loss", "optimisers", "lora"].map(importance)).toEqual([2, 1.5, 1]);
    const cards = [card("l", 10, 12, "lora"), card("o", 10, 12, "optimisers"), card("x", 10, 12, "loss")];
    expect(ids(planDay(cards, now, day({ importance })).today)).toEqual(["x", "o", "l"]);
  });

  test("never hold more than the limit, and say how many wait", () => {
    const cards = Array.from({ length: 142 }, (_, index) => card(`c${index}`, 5, 6 + index / 10));
    const { today, waiting } = planDay(cards, now, day({ limit: 40, done: 10 }));
    expect(today).toHaveLength(30);
    expect(waiting).toBe(112);
  });

  test("hold nothing when the limit is used up, but for what comes back within its minutes", () => {
    const back = { ...card("again", 0.2, 0), lastReview: new Date(now.getTime() - 600_000), due: now };
    const { today, waiting } = planDay([card("other", 5, 6), back], now, day({ limit: 5, done: 5 }));
    expect(ids(today)).toEqual(["again"]);
    expect(waiting).toBe(1);
  });

  test("keep siblings of a topic apart, and of an objective where there is one topic only", () => {
    const cards = [card("a", 2, 3, "t"), card("b", 2.1, 3.1, "t"), card("c", 9, 10, "u")];
    expect(ids(planDay(cards, now, day()).today)).toEqual(["a", "c", "b"]);
    const one = cards.map((each, index) => ({ ...each, topic: "t", objective: index < 2 ? "t-1" : "t-2" }));
    expect(ids(planDay(one, now, day()).today)).toEqual(["a", "c", "b"]);
    const rest = cards.slice(1);
    expect(ids(planDay(rest, now, day({ last: { topic: "t", objective: "t-o" } })).today)).toEqual(["c", "b"]);
  });

  test("lose no card and ask none twice, whatever is due", () => {
    const any = fc.record({
      stability: fc.double({ min: 0.01, max: 900, noNaN: true }),
      waited: fc.double({ min: -30, max: 900, noNaN: true }),
      topic: fc.constantFrom("a", "b", "c", "d"),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), fc.nat(40), fc.nat(40), (given, limit, done) => {
        const cards = given.map(({ stability, waited, topic }, index) => ({
          ...card(`c${index}`, stability, waited, topic),
          due: ago(waited),
        }));
        const { today, waiting } = planDay(cards, now, day({ limit, done }));
        const due = cards.filter((each) => each.due <= now);
        const seen = today.filter((each) => each.lastReview! >= start);
        expect(new Set(ids(today)).size).toBe(today.length);
        expect(today.length + waiting).toBe(due.length);
        expect(today.length - seen.length).toBeLessThanOrEqual(Math.max(0, limit - done));
        const fewer = planDay(cards, now, day({ limit, done: done + 1 }));
        expect(fewer.waiting).toBeGreaterThanOrEqual(waiting);
      }),
    );
  });

  test("leave the list that was given as it was", () => {
    const cards = [card("a", 10, 20), card("b", 1, 2)];
    planDay(cards, now, day());
    expect(ids(cards)).toEqual(["a", "b"]);
  });
});

test("topics that need each other in a circle have an importance all the same", () => {
  const importance = importanceOf(new Map([["a", ["b"]], ["b", ["a"]]])); // prettier-ignore
  expect(importance("a")).toBeGreaterThanOrEqual(1);
  expect(importance("unknown")).toBe(1);
});

describe("easy days", () => {
  test("halve or empty their day of the week, and no other", () => {
    const weekend = [1, 1, 1, 1, 0.5, 0, 0];
    const week = ["2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13", "2026-03-14", "2026-03-15"];
    expect(week.map(weekdayOf)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(week.map((date) => dayLimit(41, weekend, date))).toEqual([41, 41, 41, 41, 21, 0, 0]);
    expect(dayLimit(41, everyDayTheSame, "2026-03-15")).toBe(41);
  });
});

test("a card forgotten six times is a leech, and is spoken of again every three times after", () => {
  const lapses = Array.from({ length: 14 }, (_, count) => count);
  expect(lapses.filter(isLeech)[0]).toBe(6);
  expect(lapses.filter(isLeechWarning)).toEqual([6, 9, 12]);
});
