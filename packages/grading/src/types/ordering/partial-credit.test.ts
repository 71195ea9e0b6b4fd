import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyQuestion } from "../../testing/arbitrary-questions";
import { gradeAnswer, isUnreadable } from "../../grade-answer";
import type { QuestionSpec } from "../../spec";

const keyOf = ({ interaction }: QuestionSpec) =>
  interaction.kind === "ordering" ? interaction.items.map(({ id }) => id) : [];
function grade(question: QuestionSpec, itemIds: string[]) {
  const result = gradeAnswer(question, { kind: "ordering", itemIds });
  if (isUnreadable(result)) throw new Error(result.unreadable);
  return result;
}
const standsIn = (chain: string[], given: string[]) => {
  let from = -1;
  return chain.every((id) => {
    from = given.indexOf(id, from + 1);
    return from >= 0;
  });
};
/** Tries every subset of the key, the long way. */
function longestChain(key: string[], given: string[]): number {
  let longest = 0;
  for (let mask = 0; mask < 2 ** key.length; mask++) {
    const chain = key.filter((_, at) => mask & (1 << at));
    if (chain.length > longest && standsIn(chain, given)) longest = chain.length;
  }
  return longest;
}
const given = anyQuestion.ordering.chain((question) =>
  fc.tuple(fc.constant(question), fc.shuffledSubarray(keyOf(question))),
);
const whole = anyQuestion.ordering.chain((question) =>
  fc.tuple(fc.constant(question), fc.shuffledSubarray(keyOf(question), { minLength: keyOf(question).length })),
);

test("any order earns its longest chain less one, over the items less one", () => {
  fc.assert(
    fc.property(given, ([question, itemIds]) => {
      const key = keyOf(question);
      const longest = longestChain(key, itemIds);
      expect(grade(question, itemIds).points).toBeCloseTo(Math.max(0, longest - 1) / (key.length - 1), 12);
    }),
    { numRuns: 500 },
  );
});
test("what is marked right is such a chain", () => {
  fc.assert(
    fc.property(given, ([question, itemIds]) => {
      const right = grade(question, itemIds)
        .parts.filter((part) => part.right)
        .map(({ id }) => id);
      expect(right.length).toBe(longestChain(keyOf(question), itemIds));
      expect(standsIn(right, itemIds)).toBe(true);
    }),
  );
});
test("an item more, wherever it stands, never costs points", () => {
  fc.assert(
    fc.property(given, fc.nat(10), ([question, itemIds], place) => {
      const before = grade(question, itemIds).points;
      for (const id of keyOf(question))
        if (!itemIds.includes(id))
          expect(grade(question, itemIds.toSpliced(place, 0, id)).points).toBeGreaterThanOrEqual(before);
    }),
  );
});
test("one item put back to where it belongs never costs points, and one moved away costs one step at most", () => {
  fc.assert(
    fc.property(whole, fc.nat(6), fc.nat(6), ([question, itemIds], from, to) => {
      const step = 1 / (keyOf(question).length - 1);
      const moved = itemIds.toSpliced(from, 1).toSpliced(to, 0, ...itemIds.slice(from, from + 1));
      expect(Math.abs(grade(question, moved).points - grade(question, itemIds).points)).toBeLessThanOrEqual(
        step + 1e-12,
      );
    }),
  );
});
test("only the key itself is full, and only its reverse or less is nothing", () => {
  fc.assert(
    fc.property(whole, ([question, itemIds]) => {
      const key = keyOf(question);
      const { points } = grade(question, itemIds);
      expect(points === 1).toBe(itemIds.join(" ") === key.join(" "));
      expect(points === 0).toBe(itemIds.join(" ") === key.toReversed().join(" "));
    }),
  );
});
