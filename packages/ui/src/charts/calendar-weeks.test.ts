import { expect, test } from "vitest";
import { calendarCells } from "./calendar-weeks";

const days = [
  { day: "2026-03-02", value: 40 },
  { day: "2026-03-04", value: 1 },
];

test("weeks begin on Monday and end today", () => {
  const cells = calendarCells(days, "2026-03-04", 2);
  expect(cells[0]).toMatchObject({ day: "2026-02-23", week: 0, weekday: 0, value: 0 });
  expect(cells.at(-1)).toMatchObject({ day: "2026-03-04", week: 1, weekday: 2 });
  expect(cells).toHaveLength(10);
});

test("a day with a single answer never looks like a day of nothing", () => {
  const cells = calendarCells(days, "2026-03-04", 1);
  expect(cells.map((cell) => cell.heat)).toEqual([4, 0, 1]);
});

test("a learner who has done nothing has an empty calendar, not a broken one", () => {
  expect(calendarCells([], "2026-03-01", 26).every((cell) => cell.heat === 0)).toBe(true);
});
