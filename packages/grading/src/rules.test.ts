import { seededRandom } from "@tidao/kernel";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answered, anyQuestion, anyQuestionOf } from "./testing/arbitrary-questions";
import { chargeHints, gradeAnswer, gradeTicks, isUnreadable, keyAnswer } from "./grade-answer";
import { type Answer, questionKinds, questionSpec, type QuestionSpec } from "./spec";

const runs = { numRuns: 300 };

/** The question with its parts in another order in its file; of an ordering that order is the key. */
function shuffledParts(question: QuestionSpec, seed: number): QuestionSpec {
  const random = seededRandom(seed);
  const { interaction } = question;
  if (interaction.kind === "ordering") return question;
  const parts = Object.entries(interaction).map(([name, value]): [string, unknown] =>
    Array.isArray(value) ? [name, random.shuffle<unknown>(value)] : [name, value],
  );
  return questionSpec.parse({ ...question, interaction: Object.fromEntries(parts) });
}
/** What a jsonb column makes of it: the same, with its keys in no order to rely on. */
const stored = (answer: Answer): Answer => {
  const turned = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, inner]) => [key, turned(inner)]),
        )
      : value;
  return turned(JSON.parse(JSON.stringify(answer))) as Answer;
};

describe.each(questionKinds)("any %s", (kind) => {
  test("gives full marks to its key and none to a blank answer", () => {
    fc.assert(
      fc.property(anyQuestion[kind], (question) => {
        expect(gradeAnswer(question, keyAnswer(question))).toMatchObject({ points: 1, verdict: "right" });
        expect(gradeAnswer(question, { kind: "blank" })).toMatchObject({
          points: 0,
          verdict: "wrong",
          misconceptions: [],
        });
      }),
      runs,
    );
  });
  test("sends an answer of another kind back", () => {
    fc.assert(
      fc.property(anyQuestion[kind], anyQuestionOf, (question, other) => {
        fc.pre(other.interaction.kind !== kind);
        expect(gradeAnswer(question, keyAnswer(other))).toEqual({ unreadable: "kind" });
      }),
      runs,
    );
  });
});

test("whatever is answered, points are a share, the verdict follows from them and every part is spoken of once", () => {
  fc.assert(
    fc.property(answered, ([question, answer]) => {
      const result = gradeAnswer(question, answer);
      if (isUnreadable(result)) {
        expect(question.interaction.kind).toBe("numeric");
        return;
      }
      const { points, verdict, parts } = result;
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points).toBeLessThanOrEqual(1);
      const final = points === 1 ? "right" : points === 0 ? "wrong" : "partial";
      expect(verdict === "pending" ? question.interaction.kind : verdict).toBe(
        verdict === "pending" ? "short-answer" : final,
      );
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
      if (question.interaction.kind !== "short-answer" && question.interaction.kind !== "numeric")
        expect(verdict === "right").toBe(parts.every(({ right }) => right));
    }),
    { numRuns: 2000 },
  );
});
test("neither the order in a file nor the order in a stored answer changes anything", () => {
  fc.assert(
    fc.property(answered, fc.nat(), ([question, answer], seed) => {
      const before = gradeAnswer(question, answer);
      const after = gradeAnswer(shuffledParts(question, seed), stored(answer));
      if (isUnreadable(before)) expect(after).toEqual(before);
      else expect(after).toMatchObject({ points: before.points, verdict: before.verdict });
    }),
    { numRuns: 1000 },
  );
});
test("an answer that names a part which the question does not have is sent back", () => {
  const stranger = "zz-stranger";
  const spoilt = (answer: Answer): Answer | null => {
    switch (answer.kind) {
      case "single-choice":
        return { ...answer, choiceId: stranger };
      case "multiple-choice":
        return { ...answer, choiceIds: [...answer.choiceIds, stranger] };
      case "find-error":
        return { ...answer, spanIds: [...answer.spanIds, stranger] };
      case "ordering":
        return { ...answer, itemIds: [...answer.itemIds, stranger] };
      case "matching":
        return { ...answer, matches: { ...answer.matches, [stranger]: stranger } };
      case "cloze":
        return { ...answer, blanks: { ...answer.blanks, [stranger]: "x" } };
      default:
        return null;
    }
  };
  fc.assert(
    fc.property(answered, ([question, answer]) => {
      const strange = spoilt(answer);
      if (strange) expect(gradeAnswer(question, strange)).toEqual({ unreadable: "unknown-part" });
    }),
    runs,
  );
  fc.assert(
    fc.property(anyQuestion["short-answer"], (question) => {
      expect(gradeTicks(question, keyAnswer(question), [stranger])).toEqual({ unreadable: "unknown-part" });
    }),
    runs,
  );
});
test("each further hint takes a fifth of what was earned, never more than there was, and more never costs less", () => {
  const points = fc.nat(720).map((share) => share / 720);
  fc.assert(
    fc.property(points, fc.integer({ min: -3, max: 12 }), (earned, hints) => {
      const [left, then] = [chargeHints(earned, hints), chargeHints(earned, hints + 1)];
      expect(left).toBeLessThanOrEqual(earned);
      expect(then).toBeGreaterThanOrEqual(0);
      expect(then).toBeLessThanOrEqual(left);
      if (hints >= 0 && hints < 5) expect(left - then).toBeCloseTo(earned / 5, 12);
    }),
  );
  fc.assert(
    fc.property(points, points, fc.nat(5), (a, b, hints) => {
      if (a <= b) expect(chargeHints(a, hints)).toBeLessThanOrEqual(chargeHints(b, hints));
    }),
  );
});
