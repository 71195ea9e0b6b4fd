import { expect, test } from "vitest";
import { markedIds, markSelection, unmark } from "./passage-marks";

test("words that are selected become a blank, and are the blank's accepted words", () => {
  const marked = markSelection("Adam keeps two moments.", 11, 14, "b1", false);
  expect(marked).toEqual({ passage: "Adam keeps [[b1]] moments.", caret: 17, words: "two" });
});
test("words that are selected become a part and stay where they are", () => {
  expect(markSelection("模型很小。", 2, 4, "s1", true).passage).toBe("模型[[s1|很小]]。");
});
test("a passage tells which marks it holds, in the order of reading", () => {
  expect(markedIds("[[s2|b]] and [[s1|a $x$]], [[no mark]]")).toEqual(["s2", "s1"]);
});
test("a part that is taken out leaves its words behind", () => {
  expect(unmark("A [[s1|small]] model, [[s2|fast]].", "s1", "")).toBe("A small model, [[s2|fast]].");
  expect(unmark("Keeps [[b1]] moments.", "b1", "two")).toBe("Keeps two moments.");
});
