import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyAnswer, anyQuestion } from "../../testing/arbitrary-questions";
import { gradeAnswer, isUnreadable } from "../../grade-answer";
import type { QuestionSpec } from "../../spec";

function points(question: QuestionSpec, matches: Record<string, string>) {
  const result = gradeAnswer(question, { kind: "matching", matches });
  if (isUnreadable(result)) throw new Error(result.unreadable);
  return result.points;
}
const given = anyQuestion.matching.chain((question) =>
  anyAnswer(question).map((answer) => {
    if (question.interaction.kind !== "matching" || answer.kind !== "matching") throw new Error("a matching");
    const { pairs, extras } = question.interaction;
    return { question, matches: answer.matches, lefts: pairs.map(({ id }) => id), spare: extras.map(({ id }) => id) };
  }),
);

test("each partner found earns an equal share", () => {
  fc.assert(
    fc.property(given, ({ question, matches, lefts }) => {
      const found = Object.entries(matches).filter(([left, right]) => left === right).length;
      expect(points(question, matches)).toBeCloseTo(found / lefts.length, 12);
    }),
  );
});
test("one more partner never costs points, and a wrong one never earns any", () => {
  fc.assert(
    fc.property(given, ({ question, matches, lefts, spare }) => {
      const before = points(question, matches);
      for (const left of lefts) {
        expect(points(question, { ...matches, [left]: left })).toBeGreaterThanOrEqual(before);
        for (const wrong of [...lefts, ...spare])
          if (wrong !== left) expect(points(question, { ...matches, [left]: wrong })).toBeLessThanOrEqual(before);
      }
    }),
  );
});
test("one candidate for every left pays once, and an extra never", () => {
  fc.assert(
    fc.property(given, ({ question, lefts, spare }) => {
      const all = (right: string) => Object.fromEntries(lefts.map((left) => [left, right]));
      for (const right of lefts) expect(points(question, all(right))).toBeCloseTo(1 / lefts.length, 12);
      for (const extra of spare) expect(points(question, all(extra))).toBe(0);
    }),
  );
});
