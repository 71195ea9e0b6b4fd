import { expect, test } from "vitest";
import { gradeAnswer } from "../../grade-answer";
import { sampleInteractions, sampleQuestion } from "../../sample-questions";
import { keptInOrder } from "./kept-in-order";

const question = sampleQuestion(sampleInteractions.ordering);
const answer = (order: string) => gradeAnswer(question, { kind: "ordering", itemIds: order.split("") });

test.each([
  ["abcd", "right", 1],
  ["abdc", "partial", 2 / 3],
  ["dabc", "partial", 2 / 3],
  ["badc", "partial", 1 / 3],
  ["dcba", "wrong", 0],
  ["abc", "partial", 2 / 3],
  ["a", "wrong", 0],
  ["", "wrong", 0],
])("the order %s is %s with %d points", (order, verdict, points) => {
  expect(answer(order)).toMatchObject({ verdict, points });
});
test("a wrong order names the misconception, an empty one does not", () => {
  expect(answer("dcba")).toMatchObject({ misconceptions: ["tok-m1"] });
  expect(answer("")).toMatchObject({ misconceptions: [] });
});
test("an item named twice or unknown is sent back", () => {
  expect(answer("aabc")).toEqual({ unreadable: "unknown-part" });
  expect(answer("abcz")).toEqual({ unreadable: "unknown-part" });
});
test("one item out of place leaves the others right", () => {
  expect([...keptInOrder(["a", "b", "c", "d"], ["d", "a", "b", "c"])]).toEqual(["a", "b", "c"]);
});
