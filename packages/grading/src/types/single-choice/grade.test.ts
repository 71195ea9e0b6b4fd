import { expect, test } from "vitest";
import { gradeAnswer } from "../../grade-answer";
import { sampleInteractions, sampleQuestion } from "../../sample-questions";

const question = sampleQuestion(sampleInteractions["single-choice"]);
const answer = (choiceId: string) => gradeAnswer(question, { kind: "single-choice", choiceId });

test("the right choice earns everything and names no misconception", () => {
  expect(answer("b")).toMatchObject({ verdict: "right", points: 1, misconceptions: [] });
});
test("a wrong choice earns nothing, names its misconception and shows why each choice is right or wrong", () => {
  const result = answer("a");
  expect(result).toMatchObject({ verdict: "wrong", points: 0, misconceptions: ["tok-m1"] });
  expect(result).toMatchObject({
    parts: [
      { id: "a", chosen: true, right: false, why: { en: "English because a" } },
      { id: "b", chosen: false, right: false },
      { id: "c", chosen: false, right: true },
    ],
  });
});
test("a wrong choice without a misconception names none", () => {
  expect(answer("c")).toMatchObject({ verdict: "wrong", misconceptions: [] });
});
test("a choice that the question does not have is sent back", () => {
  expect(answer("z")).toEqual({ unreadable: "unknown-part" });
});
