import { expect, test } from "vitest";
import { firstChange } from "./first-change";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 30, hour)).toISOString();
const one = (state: "upcoming" | "open" | "done" | "closed", opens: number, due: number) => ({
  state,
  opensAt: at(opens),
  dueAt: at(due),
});

test("a list changes when the first assignment opens or is due, and never at a time that has passed", () => {
  const now = new Date(at(12));
  expect(firstChange([], now)).toBeNull();
  expect(firstChange([one("closed", 1, 5), one("open", 2, 20), one("upcoming", 15, 23), one("done", 3, 18)], now)).toBe(
    at(15),
  );
  expect(firstChange([one("open", 2, 20), one("done", 3, 18)], now)).toBe(at(18));
  expect(firstChange([one("closed", 1, 5), one("open", 2, 12)], now)).toBeNull();
});
