import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auc, aucFromCounts, aucStandardError } from "./auc";

const answers = fc.array(fc.record({ p: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), right: fc.boolean() }), {
  maxLength: 60,
});
const of = (list: readonly { p: number; right: boolean }[]) =>
  auc(
    list.map(({ p }) => p),
    list.map(({ right }) => right),
  );

describe("the area under the curve", () => {
  test("by hand: of four pairs of a right and a wrong answer three are in order", () => {
    expect(auc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBe(0.75);
  });
  test("by hand: a tie is half a pair", () => {
    expect(auc([0.5, 0.5, 0.5], [0, 1, 1])).toBe(0.5);
    expect(auc([0.2, 0.2, 0.7], [0, 1, 1])).toBe(0.75);
  });
  test("the 109 images of Hanley & McNeil's table I give their 0.893 and a standard error of 0.032", () => {
    const area = aucFromCounts([33, 6, 6, 11, 2], [3, 2, 2, 11, 33]) ?? 0;
    expect(area).toBeCloseTo(0.893, 3);
    expect(aucStandardError(area, 51, 58)).toBeCloseTo(0.032, 3);
  });
  test("somebody who was never wrong, or never right, cannot be ranked", () => {
    expect(auc([0.3, 0.6], [1, 1])).toBeNull();
    expect(auc([0.3, 0.6], [0, 0])).toBeNull();
    expect(auc([], [])).toBeNull();
  });
  test("it is the share of pairs in order, counted one by one", () => {
    fc.assert(
      fc.property(answers, (list) => {
        const pairs = list.filter((a) => a.right).flatMap((a) => list.filter((b) => !b.right).map((b) => a.p - b.p));
        const inOrder = pairs.reduce((sum, gap) => sum + (gap > 0 ? 1 : gap === 0 ? 0.5 : 0), 0);
        const area = of(list);
        if (pairs.length) expect(area).toBeCloseTo(inOrder / pairs.length, 12);
        else expect(area).toBeNull();
      }),
    );
  });
  test("only the order of predictions counts, and turning it round mirrors the area", () => {
    fc.assert(
      fc.property(answers, (list) => {
        const area = of(list);
        expect(of(list.map(({ p, right }) => ({ p: p ** 3 / 2, right })))).toBe(area);
        const mirrored = of(list.map(({ p, right }) => ({ p: -p, right })));
        if (area !== null) expect(mirrored).toBeCloseTo(1 - area, 12);
      }),
    );
  });
  test("more answers leave less doubt", () => {
    expect(aucStandardError(0.75, 1000, 1000)).toBeLessThan(aucStandardError(0.75, 100, 100));
  });
});
