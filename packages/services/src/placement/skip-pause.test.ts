import { expect, test } from "vitest";
import { skipTestAgainAt } from "./skip-pause";

const finishedAt = new Date("2026-03-01T10:00:00Z");
const later = new Date("2026-03-01T18:00:00Z");
const tomorrow = new Date("2026-03-02T10:00:00Z");
const ended = (passed: boolean, answers: number) => ({
  finishedAt, result: { passed, answers: Array.from({ length: answers }, () => ({ objective: "o", points: 0, submissionId: "s" })) },
});

test("whoever failed a test waits a day, whoever passed it or took none does not", () => {
  expect(skipTestAgainAt(ended(false, 5), later)).toEqual(tomorrow);
  expect(skipTestAgainAt(ended(false, 5), tomorrow)).toBeNull();
  expect(skipTestAgainAt(ended(true, 5), later)).toBeNull();
  expect(skipTestAgainAt(null, later)).toBeNull();
});
test("whoever lost the questions of a test to an assignment before it could tell anything may begin another at once", () => {
  expect(skipTestAgainAt(ended(false, 2), later)).toBeNull();
  expect(skipTestAgainAt(ended(false, 3), later)).toEqual(tomorrow);
});
