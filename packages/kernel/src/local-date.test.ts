import { expect, test } from "vitest";
import { isTimeZone, localDate } from "./local-date";

test("late evening in London is already tomorrow in Shanghai", () => {
  const instant = new Date("2026-03-01T20:30:00Z");
  expect(localDate(instant, "Europe/London")).toBe("2026-03-01");
  expect(localDate(instant, "Asia/Shanghai")).toBe("2026-03-02");
});
test("an invented zone is refused", () => {
  expect(isTimeZone("Mars/Olympus")).toBe(false);
  expect(isTimeZone("Asia/Shanghai")).toBe(true);
});
