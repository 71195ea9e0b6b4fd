import { gradeResult, type KindGrader, unknownPart } from "../../kind-grader";
import { markFaults } from "../../passage";
import { repeatedIds } from "../../part-check";
import { problem } from "../../problem";
import { selectionPoints, toggled } from "../../selection";

export const findError: KindGrader<"find-error"> = {
  grade({ spans }, answer) {
    const chosen = new Set(answer?.spanIds);
    if ([...chosen].some((id) => !spans.some((span) => span.id === id))) return unknownPart;
    const parts = spans.map(({ id, wrong, why, correction }) => ({
      id,
      chosen: chosen.has(id),
      right: wrong === chosen.has(id),
      why,
      ...(correction ? { key: correction } : {}),
    }));
    // taking an error for true shows the misconception that the error states; so does blaming a true span that names one
    const missed = spans.filter(({ id, wrong }) => wrong !== chosen.has(id));
    const misconceptions = chosen.size === 0 ? [] : missed.map(({ misconception }) => misconception);
    return gradeResult(selectionPoints(errorsOf(spans), chosen, spans.length), parts, misconceptions);
  },
  key: ({ spans }) => ({ kind: "find-error", spanIds: [...errorsOf(spans)] }),
  distractors({ spans }) {
    const innocent = spans.filter(({ wrong }) => !wrong).slice(0, 1);
    return spans.map(({ id, wrong, misconception }) => {
      const spanIds = toggled(errorsOf(spans), id);
      return {
        label: wrong ? `without ${id}` : `with ${id}`,
        // marking nothing at all would show no misconception: another span is blamed for the only error
        answer: { kind: "find-error", spanIds: spanIds.length > 0 ? spanIds : innocent.map((span) => span.id) },
        misconception,
      };
    });
  },
  check({ passage, spans }) {
    const errors = errorsOf(spans).size;
    return [
      ...(errors > 0 ? [] : [problem(["spans"], "find-error.nothing-wrong")]),
      ...(errors < spans.length ? [] : [problem(["spans"], "find-error.all-wrong")]),
      ...repeatedIds(spans, ["spans"]),
      ...markFaults(
        passage,
        spans.map(({ id }) => id),
      ),
      ...spans.flatMap(({ id, wrong, correction }, at) =>
        wrong && !correction ? [problem(["spans", at], "find-error.correction-missing", { id })] : [],
      ),
    ];
  },
};
const errorsOf = (spans: { id: string; wrong: boolean }[]) =>
  new Set(spans.filter(({ wrong }) => wrong).map(({ id }) => id));
