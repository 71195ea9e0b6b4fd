import { describe, expect, test } from "vitest";
import {
  emptyAnswer,
  isAnswerComplete,
  isAnswered,
  joinQuantity,
  moveItem,
  openParts,
  readyToSend,
  splitQuantity,
  toggle,
} from "./answer-state";
import { samples } from "./sample-questions";

describe("an answer in the making", () => {
  test.each(Object.values(samples))(
    "a learner who has done nothing has no answer to $kind, but an order stands",
    (question) => {
      expect(isAnswered(question, emptyAnswer(question))).toBe(question.kind === "ordering");
    },
  );

  test("an order that nobody moved is asked about once; whoever moved it, or means it as it stands, is not held up", () => {
    const { ordering } = samples;
    const asShown = emptyAnswer(ordering);
    expect(readyToSend(ordering, asShown, false)).toBe("unmoved");
    expect(readyToSend(ordering, asShown, true)).toBe("ready");
    const itemIds = moveItem(
      ordering.items.map(({ id }) => id),
      0,
      1,
    );
    expect(readyToSend(ordering, { kind: "ordering", itemIds }, false)).toBe("ready");
    expect(readyToSend(samples.numeric, { kind: "numeric", text: "2" }, false)).toBe("ready");
    expect(readyToSend(samples.numeric, emptyAnswer(samples.numeric), true)).toBe("empty");
  });

  test("an Enter in the first blank asks about the others once; whoever leaves them open on purpose is not held up", () => {
    const { cloze, matching } = samples;
    const half = { kind: "cloze", blanks: { b1: "32", b2: " " } } as const;
    expect(readyToSend(cloze, half, false)).toBe("open");
    expect(openParts(cloze, half)).toBe(1);
    expect(readyToSend(cloze, half, true)).toBe("ready");
    expect(readyToSend(cloze, { kind: "cloze", blanks: { b1: "32", b2: "GiB" } }, false)).toBe("ready");
    expect(readyToSend(matching, { kind: "matching", matches: { a: "a" } }, false)).toBe("open");
    expect(readyToSend(cloze, { kind: "cloze", blanks: {} }, true)).toBe("empty");
  });

  test("one filled blank can be handed in, but is not complete", () => {
    const half = { kind: "cloze", blanks: { b1: "32", b2: " " } } as const;
    expect(isAnswered(samples.cloze, half)).toBe(true);
    expect(isAnswerComplete(samples.cloze, half)).toBe(false);
    expect(isAnswerComplete(samples.cloze, { kind: "cloze", blanks: { b1: "32", b2: "GiB" } })).toBe(true);
  });

  test("every left needs its partner to be complete", () => {
    expect(isAnswerComplete(samples.matching, { kind: "matching", matches: { a: "a" } })).toBe(false);
    expect(isAnswerComplete(samples.matching, { kind: "matching", matches: { a: "b", b: "a", c: "c" } })).toBe(true);
  });

  test("an answer to another kind of question is no answer", () => {
    expect(isAnswered(samples.numeric, { kind: "short-answer", text: "12" })).toBe(false);
  });

  test("“I don’t know” is not an answer in the making", () => {
    expect(isAnswered(samples.numeric, { kind: "blank" })).toBe(false);
  });
});

describe("putting items in order", () => {
  test("an item moves to its place and the others close up", () => {
    expect(moveItem(["a", "b", "c", "d"], 0, 2)).toEqual(["b", "c", "a", "d"]);
    expect(moveItem(["a", "b", "c", "d"], 3, 0)).toEqual(["d", "a", "b", "c"]);
  });

  test("the first cannot move further up nor the last further down", () => {
    expect(moveItem(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moveItem(["a", "b"], 1, 2)).toEqual(["a", "b"]);
  });

  test("a second press takes a choice back", () => {
    expect(toggle(toggle([], "a"), "b")).toEqual(["a", "b"]);
    expect(toggle(["a", "b"], "a")).toEqual(["b"]);
  });
});

describe("a number with a unit", () => {
  const units = ["B", "GB", "GiB"];
  test("is shown as number and unit, and put together again", () => {
    expect(splitQuantity("12 GiB", units)).toEqual({ number: "12", unit: "GiB" });
    expect(joinQuantity("12", "GiB")).toBe("12 GiB");
  });

  test("keeps what was typed when the unit is not one of the question's", () => {
    expect(splitQuantity("12 furlongs", units)).toEqual({ number: "12 furlongs", unit: null });
    expect(splitQuantity("12GiB", units)).toEqual({ number: "12GiB", unit: null });
  });

  test("a unit alone is no answer", () => {
    expect(joinQuantity("", "GB")).toBe("");
  });
});
