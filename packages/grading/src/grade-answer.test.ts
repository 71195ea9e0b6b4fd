import { seededRandom } from "@tidao/kernel";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chargeHints, distractorAnswers, gradeAnswer, isUnreadable, keyAnswer } from "./grade-answer";
import { instantiate } from "./instantiate";
import { sampleInteractions, sampleQuestion, sampleQuestions, sampleVariant } from "./sample-questions";
import { type Answer, questionKinds, type QuestionSpec, variantSeeds } from "./spec";

function points(question: QuestionSpec, answer: Answer): number {
  const result = gradeAnswer(question, answer);
  if (isUnreadable(result)) throw new Error(`unreadable: ${result.unreadable}`);
  return result.points;
}
const instances = [
  ...sampleQuestions,
  ...Array.from({ length: variantSeeds }, (_, seed) => instantiate(sampleVariant, seed)),
];

test("the samples hold every kind", () => {
  expect(new Set(sampleQuestions.map(({ interaction }) => interaction.kind))).toEqual(new Set(questionKinds));
});
test("the key earns everything, whatever the kind and the variant", () => {
  for (const instance of instances)
    expect(gradeAnswer(instance, keyAnswer(instance))).toMatchObject({ points: 1, verdict: "right" });
});
test("every distractor earns less, and shows the misconception it was written for", () => {
  let seen = 0;
  for (const instance of instances)
    for (const { answer, misconception } of distractorAnswers(instance)) {
      const result = gradeAnswer(instance, answer);
      expect(points(instance, answer)).toBeLessThan(1);
      if (misconception !== undefined)
        expect(result).toMatchObject({ misconceptions: expect.arrayContaining([misconception]) as unknown });
      seen++;
    }
  expect(seen).toBeGreaterThan(200);
});
test("who does not know is wrong with no points, shows no misconception and chose nothing", () => {
  for (const instance of sampleQuestions) {
    const result = gradeAnswer(instance, { kind: "blank" });
    expect(result).toMatchObject({ verdict: "wrong", points: 0, misconceptions: [] });
    expect(isUnreadable(result) ? [] : result.parts.filter(({ chosen }) => chosen)).toEqual([]);
  }
});
test("an answer of another kind is sent back", () => {
  for (const instance of sampleQuestions)
    for (const other of sampleQuestions)
      if (other.interaction.kind !== instance.interaction.kind)
        expect(gradeAnswer(instance, keyAnswer(other))).toEqual({ unreadable: "kind" });
});

describe("choosing from a list", () => {
  const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"));
  const question = sampleQuestion(sampleInteractions["multiple-choice"]);
  const choose = (choiceIds: string[]) => points(question, { kind: "multiple-choice", choiceIds });
  test("the order of the chosen ids does not matter", () => {
    fc.assert(
      fc.property(ids, fc.nat(), (chosen, seed) => {
        expect(choose(seededRandom(seed).shuffle(chosen))).toBe(choose(chosen));
      }),
    );
  });
  test("one more right choice never scores less, one more wrong choice never more", () => {
    fc.assert(
      fc.property(ids, (chosen) => {
        for (const right of ["a", "b"])
          expect(choose([...new Set([...chosen, right])])).toBeGreaterThanOrEqual(choose(chosen));
        for (const wrong of ["c", "d"])
          expect(choose([...new Set([...chosen, wrong])])).toBeLessThanOrEqual(choose(chosen));
      }),
    );
  });
  test("choosing everything or nothing earns nothing", () => {
    expect([choose([]), choose(["a", "b", "c", "d"])]).toEqual([0, 0]);
  });
});
test("points are a share between 0 and 1, and the verdict follows from them", () => {
  const order = fc.shuffledSubarray(["a", "b", "c", "d"]);
  const question = sampleQuestion(sampleInteractions.ordering);
  fc.assert(
    fc.property(order, (itemIds) => {
      const result = gradeAnswer(question, { kind: "ordering", itemIds });
      if (isUnreadable(result)) throw new Error("readable");
      expect(result.points).toBeGreaterThanOrEqual(0);
      expect(result.points).toBeLessThanOrEqual(1);
      expect(result.verdict).toBe(result.points === 1 ? "right" : result.points === 0 ? "wrong" : "partial");
    }),
  );
});
test("whatever a learner types, grading ends without an error", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      gradeAnswer(sampleQuestion(sampleInteractions.numeric), { kind: "numeric", text });
      gradeAnswer(sampleQuestion(sampleInteractions.cloze), { kind: "cloze", blanks: { first: text } });
      gradeAnswer(sampleQuestion(sampleInteractions["short-answer"]), { kind: "short-answer", text });
    }),
  );
});
test.each([
  [1, 0, 1],
  [1, 1, 0.8],
  [1, 3, 0.4],
  [0.5, 2, 0.3],
  [1, 5, 0],
  [1, 9, 0],
  [0, 2, 0],
])("%d points after %d hints are %d", (earned, hints, left) => {
  expect(chargeHints(earned, hints)).toBeCloseTo(left, 12);
});
