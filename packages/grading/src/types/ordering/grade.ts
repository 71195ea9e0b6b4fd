import { gradeResult, type KindGrader, unknownPart } from "../../kind-grader";
import { repeatedIds, repeatedTexts } from "../../part-check";
import { keptInOrder } from "./kept-in-order";

export const ordering: KindGrader<"ordering"> = {
  grade({ items, why, misconception }, answer) {
    const key = items.map(({ id }) => id);
    const given = answer?.itemIds ?? [];
    if (new Set(given).size < given.length || given.some((id) => !key.includes(id))) return unknownPart;
    const kept = keptInOrder(key, given);
    const points = Math.max(0, kept.size - 1) / (items.length - 1);
    const parts = items.map(({ id }, at) => ({
      id,
      chosen: given.includes(id),
      right: kept.has(id),
      ...(at === 0 ? { why } : {}),
    }));
    return gradeResult(points, parts, points < 1 && given.length > 0 ? [misconception] : []);
  },
  key: ({ items }) => ({ kind: "ordering", itemIds: items.map(({ id }) => id) }),
  distractors({ items, misconception }) {
    const key = items.map(({ id }) => id);
    const swaps = key.slice(1).map((id, at) => ({
      label: `${id} before ${key[at]}`,
      itemIds: key.with(at, id).with(at + 1, key[at] ?? id),
    }));
    return [{ label: "reversed", itemIds: key.toReversed() }, ...swaps].map(({ label, itemIds }) => ({
      label,
      answer: { kind: "ordering", itemIds },
      misconception,
    }));
  },
  check: ({ items }) => [
    ...repeatedIds(items, ["items"]),
    ...repeatedTexts(
      items.map(({ text }) => text),
      ["items"],
      "text",
    ),
  ],
};
