import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyQuestion } from "../testing/arbitrary-questions";
import { gradeAnswer, isUnreadable } from "../grade-answer";
import type { Answer, QuestionSpec } from "../spec";

interface Chosen {
  right: string[];
  wrong: string[];
  answer: (ids: string[]) => Answer;
}
function chosenFrom({ interaction }: QuestionSpec): Chosen {
  const split = (parts: { id: string; flag: boolean }[], answer: Chosen["answer"]) => ({
    right: parts.filter(({ flag }) => flag).map(({ id }) => id),
    wrong: parts.filter(({ flag }) => !flag).map(({ id }) => id),
    answer,
  });
  if (interaction.kind === "multiple-choice")
    return split(
      interaction.choices.map(({ id, correct }) => ({ id, flag: correct })),
      (choiceIds) => ({ kind: "multiple-choice", choiceIds }),
    );
  if (interaction.kind === "find-error")
    return split(
      interaction.spans.map(({ id, wrong }) => ({ id, flag: wrong })),
      (spanIds) => ({ kind: "find-error", spanIds }),
    );
  throw new Error("not a question of choosing");
}
const points = (question: QuestionSpec, answer: Answer) => {
  const result = gradeAnswer(question, answer);
  if (isUnreadable(result)) throw new Error(result.unreadable);
  return result.points;
};

describe.each(["multiple-choice", "find-error"] as const)("choosing from any %s", (kind) => {
  const given = anyQuestion[kind].chain((question) => {
    const { right, wrong } = chosenFrom(question);
    return fc.tuple(fc.constant(question), fc.subarray(right), fc.subarray(wrong));
  });

  test("pays a share for each right one and takes one for each wrong one, more where few are wrong, never below zero", () => {
    fc.assert(
      fc.property(given, ([question, hits, misses]) => {
        const { right, wrong, answer } = chosenFrom(question);
        const share = hits.length / right.length - misses.length / Math.min(right.length, wrong.length);
        expect(points(question, answer([...hits, ...misses]))).toBeCloseTo(Math.max(0, share), 12);
      }),
    );
  });
  test("pays nothing for choosing everything, even where most are right", () => {
    fc.assert(
      fc.property(anyQuestion[kind], (question) => {
        const { right, wrong, answer } = chosenFrom(question);
        expect(points(question, answer([...right, ...wrong]))).toBe(0);
      }),
    );
  });
  test("does not care for their order, nor for one that is named twice", () => {
    fc.assert(
      fc.property(given, ([question, hits, misses]) => {
        const { answer } = chosenFrom(question);
        const ids = [...hits, ...misses];
        expect(points(question, answer(ids.toReversed()))).toBe(points(question, answer(ids)));
        expect(points(question, answer([...ids, ...hits]))).toBe(points(question, answer(ids)));
      }),
    );
  });
  test("never pays less for one more right one, nor more for one more wrong one", () => {
    fc.assert(
      fc.property(given, ([question, hits, misses]) => {
        const { right, wrong, answer } = chosenFrom(question);
        const before = points(question, answer([...hits, ...misses]));
        for (const id of right)
          if (!hits.includes(id))
            expect(points(question, answer([...hits, id, ...misses]))).toBeGreaterThanOrEqual(before);
        for (const id of wrong)
          if (!misses.includes(id))
            expect(points(question, answer([...hits, ...misses, id]))).toBeLessThanOrEqual(before);
      }),
    );
  });
  test("is full only for all right ones and no wrong one", () => {
    fc.assert(
      fc.property(given, ([question, hits, misses]) => {
        const { right, answer } = chosenFrom(question);
        const exact = hits.length === right.length && misses.length === 0;
        expect(points(question, answer([...hits, ...misses])) === 1).toBe(exact);
      }),
    );
  });
});

test("a single choice is all or nothing", () => {
  fc.assert(
    fc.property(anyQuestion["single-choice"], (question) => {
      if (question.interaction.kind !== "single-choice") return;
      for (const { id, correct } of question.interaction.choices)
        expect(points(question, { kind: "single-choice", choiceId: id })).toBe(correct ? 1 : 0);
    }),
  );
});
