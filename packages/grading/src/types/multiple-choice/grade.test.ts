import { expect, test } from "vitest";
import { gradeAnswer } from "../../grade-answer";
import { sampleInteractions, sampleQuestion } from "../../sample-questions";

// a and b are right, c and d wrong
const question = sampleQuestion(sampleInteractions["multiple-choice"]);
const answer = (...choiceIds: string[]) => gradeAnswer(question, { kind: "multiple-choice", choiceIds });

test.each([
  [["a", "b"], "right", 1],
  [["a"], "partial", 0.5],
  [["a", "b", "c"], "partial", 0.5],
  [["a", "c"], "wrong", 0],
  [["a", "b", "c", "d"], "wrong", 0],
  [["c", "d"], "wrong", 0],
  [[], "wrong", 0],
] as const)("of two right and two wrong choices, choosing %j is %s with %d points", (chosen, verdict, points) => {
  expect(answer(...chosen)).toMatchObject({ verdict, points });
});
test("a choice named twice counts once", () => {
  expect(answer("a", "a", "b")).toMatchObject({ points: 1 });
});
test("only wrongly chosen choices name misconceptions", () => {
  expect(answer("a", "b", "c")).toMatchObject({ misconceptions: ["tok-m1"] });
  expect(answer("a")).toMatchObject({ misconceptions: [] });
});
test("leaving a wrong choice alone is right", () => {
  expect(answer("a")).toMatchObject({
    parts: [{ right: true }, { chosen: false, right: false }, { chosen: false, right: true }, { right: true }],
  });
});
