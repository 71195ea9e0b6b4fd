import { gradeResult, type KindGrader, unknownPart } from "../../kind-grader";
import { repeatedIds, repeatedTexts } from "../../part-check";

export const matching: KindGrader<"matching"> = {
  grade({ pairs, extras }, answer) {
    // a map, because `{}["constructor"]` is something
    const matches = new Map(Object.entries(answer?.matches ?? {}));
    const lefts = new Set(pairs.map(({ id }) => id));
    const rights = new Set([...pairs, ...extras].map(({ id }) => id));
    for (const [left, right] of matches) if (!lefts.has(left) || !rights.has(right)) return unknownPart;
    const parts = pairs.map(({ id, right, why }) => ({
      id,
      chosen: matches.has(id),
      right: matches.get(id) === id,
      why,
      key: right,
    }));
    const mismatched = pairs.filter(({ id }) => matches.has(id) && matches.get(id) !== id);
    return gradeResult(
      parts.filter(({ right }) => right).length / pairs.length,
      parts,
      mismatched.map(({ misconception }) => misconception),
    );
  },
  key: ({ pairs }) => ({ kind: "matching", matches: Object.fromEntries(pairs.map(({ id }) => [id, id])) }),
  distractors({ pairs, extras }) {
    const key = Object.fromEntries(pairs.map(({ id }) => [id, id]));
    const swapped = pairs.map(({ id, misconception }, at) => {
      const other = pairs[(at + 1) % pairs.length]?.id ?? id;
      return { label: `${id} with ${other}`, matches: { ...key, [id]: other, [other]: id }, misconception };
    });
    const lured = extras.flatMap((extra) =>
      pairs.map(({ id, misconception }) => ({
        label: `${id} with ${extra.id}`,
        matches: { ...key, [id]: extra.id },
        misconception,
      })),
    );
    return [...swapped, ...lured].map(({ label, matches, misconception }) => ({
      label,
      answer: { kind: "matching", matches },
      misconception,
    }));
  },
  check: ({ pairs, extras }) => [
    ...repeatedIds(pairs, ["pairs"]),
    ...repeatedIds([...pairs, ...extras], []).flatMap(({ path: [at], ...rest }) => {
      const inExtras = Number(at) - pairs.length;
      return inExtras < 0 ? [] : [{ ...rest, path: ["extras", inExtras, "id"] }];
    }),
    ...repeatedTexts(
      pairs.map(({ left }) => left),
      ["pairs"],
      "left",
    ),
    ...repeatedTexts(
      pairs.map(({ right }) => right),
      ["pairs"],
      "right",
    ),
    ...repeatedTexts(
      [...pairs, ...extras].map(({ right }) => right),
      [],
      "right",
    ).flatMap(({ path: [at, ...tail], ...rest }) => {
      const inExtras = Number(at) - pairs.length;
      return inExtras < 0 ? [] : [{ ...rest, path: ["extras", inExtras, ...tail] }];
    }),
  ],
};
