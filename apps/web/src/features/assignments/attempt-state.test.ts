import type { ShownQuestion } from "@tidao/player";
import { expect, test } from "vitest";
import {
  answerToStore,
  changeAnswer,
  endsAttempt,
  holdAnswer,
  isStored,
  storeAnswer,
  unanswered,
} from "./attempt-state";

const short: ShownQuestion = { kind: "short-answer", stem: "", hintsAvailable: 0 };
const order: ShownQuestion = {
  kind: "ordering",
  stem: "",
  hintsAvailable: 0,
  items: [
    { id: "a", html: "" },
    { id: "b", html: "" },
  ],
};
const words = (text: string) => ({ kind: "short-answer", text }) as const;
const blank = { kind: "blank" } as const;

test("a learner who only looks at a question stores nothing", () => {
  expect(answerToStore(short, holdAnswer(short, null), false)).toBeNull();
  expect(answerToStore(order, holdAnswer(order, null), false)).toBeNull();
});
test("an ordering that stands right already is stored when the button is pressed", () => {
  expect(answerToStore(order, holdAnswer(order, null), true)).toEqual({ kind: "ordering", itemIds: ["a", "b"] });
});
test("what was changed is stored on leaving too, once", () => {
  const changed = changeAnswer(holdAnswer(short, null), words("one"));
  expect(answerToStore(short, changed, false)).toEqual(words("one"));
  const stored = storeAnswer(changed, words("one"), changed.answer);
  expect(answerToStore(short, stored, false)).toBeNull();
  expect(answerToStore(short, stored, true)).toBeNull();
});
test("what was typed while an answer was on its way is stored next", () => {
  const changed = changeAnswer(holdAnswer(short, null), words("one"));
  const more = storeAnswer(changeAnswer(changed, words("one more")), words("one"), changed.answer);
  expect(answerToStore(short, more, false)).toEqual(words("one more"));
});
test("an answer that is taken away becomes a blank one and counts as not answered", () => {
  const cleared = changeAnswer(holdAnswer(short, words("one")), words(" "));
  expect(answerToStore(short, cleared, false)).toEqual(blank);
  const stored = storeAnswer(cleared, blank, cleared.answer);
  expect(answerToStore(short, stored, false)).toBeNull();
  expect(isStored(stored)).toBe(false);
});
test("the questions without an answer are named by their numbers", () => {
  expect(unanswered([holdAnswer(short, words("x")), holdAnswer(short, null), holdAnswer(short, blank)])).toEqual([
    2, 3,
  ]);
});
test("an attempt that was handed in elsewhere or closed early is over, one whose answer could not be read is not", () => {
  const refused = (code: "ATTEMPT_FINISHED" | "ASSIGNMENT_CLOSED" | "ANSWER_UNREADABLE" | "UNEXPECTED") =>
    endsAttempt({ code, params: {}, offline: code === "UNEXPECTED" });
  expect(refused("ATTEMPT_FINISHED")).toBe(true);
  expect(refused("ASSIGNMENT_CLOSED")).toBe(true);
  expect(refused("ANSWER_UNREADABLE")).toBe(false);
  expect(refused("UNEXPECTED")).toBe(false);
});
