import { expect, test } from "vitest";
import { guessFloor } from "./guess-floor";

test("one right choice of four is worth a quarter to somebody who guesses", () => {
  expect(guessFloor({ kind: "single-choice", choiceCount: 4 })).toBe(0.25);
});

test("one tick at random earns 1/k of a multiple choice, however many are right", () => {
  for (const right of [1, 2, 3]) {
    const earned = Array.from({ length: 4 }, (_, tick): number => (tick < right ? 1 / right : 0));
    const mean = earned.reduce((sum, points) => sum + points, 0) / 4;
    expect(guessFloor({ kind: "multiple-choice", choiceCount: 4 })).toBeCloseTo(mean, 12);
  }
});

test("five rights for three lefts leave a fifth to chance", () => {
  expect(guessFloor({ kind: "matching", choiceCount: 5 })).toBe(0.2);
});

test("an ordering at random earns what counting every permutation says", () => {
  for (const n of [3, 4, 5, 6]) {
    const all = permutations(Array.from({ length: n }, (_, i) => i));
    const mean = all.reduce((sum, order) => sum + (longestIncreasing(order) - 1) / (n - 1), 0) / all.length;
    expect(guessFloor({ kind: "ordering", choiceCount: n })).toBeCloseTo(mean, 10);
  }
});

test("what must be typed cannot be guessed", () => {
  for (const kind of ["numeric", "cloze", "short-answer"] as const)
    expect(guessFloor({ kind, choiceCount: 0 })).toBe(0);
});

function permutations(items: number[]): number[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
function longestIncreasing(order: number[]): number {
  const best = order.map(() => 1);
  order.forEach((value, i) => {
    for (let j = 0; j < i; j++) if ((order[j] ?? 0) < value) best[i] = Math.max(best[i] ?? 1, (best[j] ?? 0) + 1);
  });
  return Math.max(...best);
}
