import { describe, expect, test } from "vitest";
import { type GradedUse, isFeedbackOpen, mayReveal } from "./may-reveal";

const use: GradedUse = {
  opensAt: new Date("2026-03-01T00:00:00Z"),
  dueAt: new Date("2026-03-08T00:00:00Z"),
  feedback: "after_due",
  attempts: 2,
  finishedAttempts: 0,
};
const during = new Date("2026-03-05T00:00:00Z");

describe("a question's key", () => {
  test.each([
    ["without any assignment it is shown", [], during, true],
    ["before the assignment opens it is shown", [use], new Date("2026-02-28T23:59:59Z"), true],
    ["at the opening instant it is withheld", [use], use.opensAt, false],
    ["while the assignment is open it is withheld", [use], during, false],
    ["with one attempt left it stays withheld", [{ ...use, finishedAttempts: 1 }], during, false],
    ["with all attempts used it is shown where feedback opens with them", [{ ...use, feedback: "immediately", finishedAttempts: 2 }], during, true],
    ["with all attempts used it stays withheld where feedback waits for the due time", [{ ...use, finishedAttempts: 2 }], during, false],
    ["with all attempts used it stays withheld where feedback never opens, until it is due", [{ ...use, feedback: "never", finishedAttempts: 2 }], during, false],
    ["at the due instant it is shown", [use], use.dueAt, true],
    ["one open assignment among closed ones withholds it", [{ ...use, feedback: "immediately", finishedAttempts: 2 }, use], during, false],
  ] as const)("%s", (_, uses, now, expected) => {
    expect(mayReveal(uses, now)).toBe(expected);
  });
});

describe("feedback of an attempt", () => {
  test.each([
    ["immediately", true, 2, during, true],
    ["immediately", true, 1, during, false],
    ["immediately", false, 1, during, false],
    ["immediately", false, 0, use.dueAt, true],
    ["after_due", true, 2, during, false],
    ["after_due", true, 1, use.dueAt, true],
    ["never", true, 2, use.dueAt, false],
  ] as const)("set to %s, attempt finished: %s, %i of 2 finished, at %s: open is %s", (feedback, finished, finishedAttempts, now, expected) => {
    expect(isFeedbackOpen({ ...use, feedback, finishedAttempts }, finished, now)).toBe(expected);
  });
});
