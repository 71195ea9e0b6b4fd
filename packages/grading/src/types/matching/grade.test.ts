import { expect, test } from "vitest";
import { checkQuestion } from "../../check-question";
import { gradeAnswer } from "../../grade-answer";
import { sampleInteractions, sampleQuestion } from "../../sample-questions";

const question = sampleQuestion(sampleInteractions.matching);
const answer = (matches: Record<string, string>) => gradeAnswer(question, { kind: "matching", matches });

test.each([
  [{ a: "a", b: "b", c: "c" }, "right", 1, []],
  [{ a: "b", b: "a", c: "c" }, "partial", 1 / 3, ["tok-m-a", "tok-m-b"]],
  [{ a: "a", b: "b", c: "x" }, "partial", 2 / 3, ["tok-m-c"]],
  [{ a: "a" }, "partial", 1 / 3, []],
  [{ a: "b", b: "c", c: "a" }, "wrong", 0, ["tok-m-a", "tok-m-b", "tok-m-c"]],
  [{}, "wrong", 0, []],
] as const)("matching %j is %s with %d points", (matches, verdict, points, misconceptions) => {
  expect(answer(matches)).toMatchObject({ verdict, points, misconceptions });
});
test("a side that the question does not have is sent back", () => {
  expect(answer({ z: "a" })).toEqual({ unreadable: "unknown-part" });
  expect(answer({ a: "z" })).toEqual({ unreadable: "unknown-part" });
  expect(answer({ x: "a" })).toEqual({ unreadable: "unknown-part" });
});
test("an extra that reads like a pair's right side is reported where it stands", () => {
  const [pair] = sampleInteractions.matching.pairs;
  const spoiled = sampleQuestion({ ...sampleInteractions.matching, extras: [{ id: "x", right: pair?.right }] });
  expect(checkQuestion(spoiled)).toContainEqual(
    expect.objectContaining({ code: "part.duplicate-text", path: ["interaction", "extras", 0, "right", "zh"] }),
  );
});
