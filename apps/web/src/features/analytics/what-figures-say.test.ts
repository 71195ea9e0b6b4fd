import { describe, expect, test } from "vitest";
import { againstRight, againstTarget, bestAndWorst, ladderOf, weeksAfter } from "./what-figures-say";

const row = (name: string, share: number, low: number, high: number, answers = 10) => ({
  name,
  answers,
  accuracy: { share, low, high },
});
describe("what is done best and worst", () => {
  test("one wrong answer does not outweigh ten, nor one right answer nine of ten", () => {
    const rows = [
      row("once right", 1, 0.21, 1),
      row("nine of ten", 0.9, 0.6, 0.98),
      row("none of ten", 0, 0, 0.28),
      row("once wrong", 0, 0, 0.79),
    ];
    const found = bestAndWorst(rows);
    expect([found?.best.name, found?.worst.name]).toEqual(["nine of ten", "none of ten"]);
  });
  test("is not said of what was answered once", () => {
    const rows = [
      row("nine of ten", 0.9, 0.6, 0.98),
      row("five of ten", 0.5, 0.24, 0.76),
      row("once wrong", 0, 0, 0.79, 1),
    ];
    expect(bestAndWorst(rows)?.worst.name).toBe("five of ten");
    expect(bestAndWorst([row("nine of ten", 0.9, 0.6, 0.98), row("once wrong", 0, 0, 0.79, 1)])).toBeNull();
  });
  test("is not said of one row, of none, or where it would be the same", () => {
    expect(bestAndWorst([])).toBeNull();
    expect(bestAndWorst([row("only", 1, 0.21, 1)])).toBeNull();
    expect(
      bestAndWorst([row("much", 0.5, 0.47, 0.53), row("once wrong", 0, 0, 0.79), row("once right", 1, 0.21, 1)]),
    ).toBeNull();
  });
});

describe("the ladder of difficulties", () => {
  const ladder = (shares: Record<number, number>) =>
    ladderOf(
      Object.entries(shares).map(([difficulty, share]) => ({
        difficulty: Number(difficulty),
        answers: 5,
        accuracy: { share, low: 0, high: 1 },
      })),
    );
  test.each([
    [{}, null],
    [
      { 1: 0.9, 3: 0.5 },
      { kind: "all", next: 4 },
    ],
    [{ 5: 1 }, { kind: "all", next: 5 }],
    [
      { 2: 0.4, 3: 0.1 },
      { kind: "none", next: 2 },
    ],
    [
      { 1: 0.9, 2: 0.6, 4: 0.3 },
      { kind: "up-to", level: 2, next: 4 },
    ],
    [
      { 1: 0.4, 2: 0.7, 3: 0.2 },
      { kind: "mixed", levels: [2], next: 1 },
    ],
  ])("%o", (shares, said) => expect(ladder(shares)).toEqual(said));

  test("one wrong answer is not “less than half at every difficulty”, nor does it end a ladder", () => {
    const once = { ...row("once wrong", 0, 0, 0.79, 1), difficulty: 5 };
    const often = { ...row("nine of ten", 0.9, 0.6, 0.98), difficulty: 2 };
    expect(ladderOf([once])).toEqual({ kind: "few", next: 5 });
    expect(ladderOf([often, once])).toEqual({ kind: "all", next: 3 });
  });
});

test("a month without reviews is as wide as a month", () => {
  expect(["2026-03-02", "2026-03-09", "2026-04-06"].map((week) => weeksAfter("2026-03-02", week))).toEqual([0, 1, 5]);
});
test("a recall that chance alone may have moved is neither above nor below the target", () => {
  expect(againstTarget({ low: 0.55, high: 0.8 }, 0.9)).toBe("below");
  expect(againstTarget({ low: 0, high: 0.95 }, 0.9)).toBe("even");
  expect(againstTarget({ low: 0.92, high: 0.99 }, 0.9)).toBe("above");
});
test("nobody is called too sure of themselves for one answer", () => {
  expect(againstRight({ bias: 0.95, answers: 1 })).toBe("few");
  expect(againstRight({ bias: 0.95, answers: 5 })).toBe("over");
  expect(againstRight({ bias: -0.2, answers: 9 })).toBe("under");
  expect(againstRight({ bias: 0.04, answers: 9 })).toBe("even");
});
