import { expect, test } from "vitest";
import { extensionWarning, leavesNoAttempt } from "./extension-warning";

const now = new Date("2026-03-05T10:00:00Z");
const times = { before: "", classDue: "2026-03-08T00:00", zone: "Asia/Shanghai" };
test.each([
  ["more time than the class has is what it is for", "2026-03-09T00:00", null],
  ["less than the class has is said", "2026-03-07T00:00", "earlier"],
  ["a time that has passed in the instructor's zone would close it", "2026-03-05T17:59", "past"],
  ["nothing entered is as for the class", "", null],
])("%s", (_, due, warning) => {
  expect(extensionWarning(due, times, now)).toBe(warning);
});
test("who opens an extension that is over is not warned of what was granted before", () => {
  expect(extensionWarning("2026-03-04T00:00", { ...times, before: "2026-03-04T00:00" }, now)).toBeNull();
});
test("who gives time alone after the solutions were shown is told that nothing can be answered in it", () => {
  const given = { entered: "", ofClass: "1", started: 1, sawKey: true };
  expect(leavesNoAttempt(given)).toBe(true);
  expect(leavesNoAttempt({ ...given, entered: "2" })).toBe(false);
  expect(leavesNoAttempt({ ...given, ofClass: "3" })).toBe(false);
  // an attempt that ran out of time before its feedback opened goes on
  expect(leavesNoAttempt({ ...given, sawKey: false })).toBe(false);
});
