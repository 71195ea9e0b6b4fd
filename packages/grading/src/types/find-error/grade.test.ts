import { expect, test } from "vitest";
import { gradeAnswer } from "../../grade-answer";
import { sampleInteractions, sampleQuestion } from "../../sample-questions";

const question = sampleQuestion(sampleInteractions["find-error"]);
const answer = (...spanIds: string[]) => gradeAnswer(question, { kind: "find-error", spanIds });

test("marking the wrong span alone earns everything and shows its correction", () => {
  expect(answer("b")).toMatchObject({ verdict: "right", points: 1, misconceptions: [] });
  expect(answer("b")).toMatchObject({ parts: [{ id: "a" }, { id: "b", key: { en: "English right b" } }, { id: "c" }] });
});
test("blaming a true span takes away what a found error gave", () => {
  expect(answer("a", "b")).toMatchObject({ verdict: "wrong", points: 0 });
});
test("who takes the error for true shows the misconception that it states", () => {
  expect(answer("a")).toMatchObject({ verdict: "wrong", misconceptions: ["tok-m3"] });
});
test("who marks nothing is wrong but shows no misconception", () => {
  expect(answer()).toMatchObject({ verdict: "wrong", points: 0, misconceptions: [] });
});
test("a span that the passage does not have is sent back", () => {
  expect(answer("z")).toEqual({ unreadable: "unknown-part" });
});
