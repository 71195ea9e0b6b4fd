import { expect, test } from "vitest";
import { workLabels } from "./work-labels";

test.each([
  ["en", /\byour?\b/i],
  ["zh", /你/],
] as const)("an instructor reads of the learner's answer, not of their own (%s)", (locale, ofMe) => {
  const { numeric, shortAnswer, verdicts, feedback, marks } = workLabels[locale];
  const said = JSON.stringify([numeric, shortAnswer, verdicts, feedback, marks]);
  expect(said).not.toMatch(ofMe);
  expect(said).not.toContain("Now compare");
});
