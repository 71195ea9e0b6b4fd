import fc from "fast-check";
import { expect, test } from "vitest";
import { confidenceReport, statedChances } from "./confidence";

const none = { answers: 0, right: 0 };

test("nobody who never said how sure they were is judged", () =>
  expect(confidenceReport([none, none, none, none])).toBeNull());

test("by hand: four certain answers of which three were right", () => {
  const report = confidenceReport([none, none, none, { answers: 4, right: 3 }]);
  // (3 x 0.05^2 + 0.95^2) / 4 and 0.95 - 0.75
  expect(report?.brier).toBeCloseTo(0.2275, 12);
  expect(report?.bias).toBeCloseTo(0.2, 12);
});

test("by hand: saying 50 % and being right half of the time is unbiased and scores a quarter", () => {
  expect(confidenceReport([none, { answers: 10, right: 5 }, none, none])).toEqual({
    answers: 10,
    brier: 0.25,
    bias: 0,
  });
});

test("from counts it is what it would be from the single answers", () => {
  const count = fc.nat(40).chain((answers) => fc.record({ answers: fc.constant(answers), right: fc.nat(answers) }));
  fc.assert(
    fc.property(fc.tuple(count, count, count, count), (counts) => {
      const single = counts.flatMap(({ answers, right }, level) =>
        Array.from({ length: answers }, (_, index) => ({
          stated: statedChances[level] ?? 0,
          outcome: index < right ? 1 : 0,
        })),
      );
      const report = confidenceReport(counts);
      if (single.length === 0) return expect(report).toBeNull();
      const mean = (of: (answer: (typeof single)[number]) => number) =>
        single.reduce((sum, answer) => sum + of(answer), 0) / single.length;
      expect(report?.brier).toBeCloseTo(
        mean((a) => (a.stated - a.outcome) ** 2),
        10,
      );
      expect(report?.bias).toBeCloseTo(
        mean((a) => a.stated - a.outcome),
        10,
      );
    }),
  );
});
