import { describe, expect, test } from "vitest";
import { addDays } from "./calendar-day";
import { streakOf } from "./streak";

const days = (from: string, count: number) => Array.from({ length: count }, (_, index) => addDays(from, index));

describe("a streak", () => {
  test("of nobody who answered is nothing", () => expect(streakOf([], "2026-03-10")).toEqual({ days: 0, freezes: 0, frozen: [], longest: 0 }));
  test("counts today, and lives on yesterday's answers while today is empty", () => {
    expect(streakOf(days("2026-03-08", 3), "2026-03-10").days).toBe(3);
    expect(streakOf(days("2026-03-08", 2), "2026-03-10").days).toBe(2);
  });
  test("ends with a missed day before a freeze was earned", () => {
    expect(streakOf(days("2026-03-01", 6), "2026-03-08")).toMatchObject({ days: 0, longest: 6 });
  });
  test("of seven days earns a freeze, which bridges one missed day and is then gone; the frozen day is not counted", () => {
    const week = days("2026-03-01", 7);
    expect(streakOf(week, "2026-03-07")).toMatchObject({ days: 7, freezes: 1 });
    expect(streakOf(week, "2026-03-09")).toMatchObject({ days: 7, freezes: 0, frozen: ["2026-03-08"] });
    expect(streakOf([...week, "2026-03-09"], "2026-03-09")).toMatchObject({ days: 8, freezes: 0, frozen: ["2026-03-08"] });
    expect(streakOf([...week, "2026-03-10"], "2026-03-10")).toMatchObject({ days: 1, freezes: 0, frozen: [], longest: 7 });
  });
  test("keeps two freezes at most, however long it is", () => expect(streakOf(days("2026-01-01", 60), "2026-03-01")).toMatchObject({ days: 60, freezes: 2 }));
  test("does not hear of days that have not come", () => expect(streakOf(days("2026-03-08", 6), "2026-03-09").days).toBe(2));
});
