import { expect, test } from "vitest";
import { feedbackLine } from "./feedback-line";

const [one, none] = [[{}], []];
test.each([
  ["who handed in the last attempt is told that feedback is open", "done", true, "immediately", one, "open"],
  ["who has an attempt left is told when it opens", "open", false, "immediately", one, "immediately"],
  ["who waits for the due time is told so", "done", false, "after_due", one, "after_due"],
  ["after the due time it is open", "closed", true, "after_due", one, "open"],
  ["who did nothing in time is promised nothing", "closed", true, "after_due", none, null],
  ["who has not begun is told when it opens", "open", false, "after_due", none, "after_due"],
  ["closed feedback stays closed", "closed", false, "never", one, "never"],
] as const)("%s", (_, state, feedbackOpen, feedback, attempts, line) => {
  expect(feedbackLine({ assignment: { state, feedbackOpen }, feedback, held: false, attempts })).toBe(line);
});
test("who handed in what another open assignment asks too is not told that feedback is open", () => {
  const assignment = { state: "done", feedbackOpen: true } as const;
  expect(feedbackLine({ assignment, feedback: "immediately", held: true, attempts: one })).toBe("held");
});
