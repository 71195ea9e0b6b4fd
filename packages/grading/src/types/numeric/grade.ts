import type { z } from "zod";
import { evaluateFormula } from "../../formula";
import { gradeResult, type KindGrader } from "../../kind-grader";
import { formatNumber } from "../../number-format";
import { problem } from "../../problem";
import { readLeadingNumber } from "../../read-number";
import { within } from "./tolerance";
import type { numericSpec } from "./spec";
import { unitFactor } from "./unit";

/** The right value in full, with its unit; feedback shows `shownKey`. */
const numericKey = ({ answer, unit }: z.infer<typeof numericSpec>) =>
  `${formatNumber(evaluateFormula(answer, {}))}${unit === undefined ? "" : ` ${unit}`}`;

export const numeric: KindGrader<"numeric"> = {
  grade(spec, answer) {
    // specs are instantiated before grading: formulas are numbers here
    const target = evaluateFormula(spec.answer, {});
    const key = numericKey(spec);
    const part = { id: "value", key: { zh: key, en: key } };
    const text = answer?.text.trim() ?? "";
    if (text === "") return gradeResult(0, [{ ...part, chosen: false, right: false }], []);

    const typed = readLeadingNumber(text);
    if (!typed) return { unreadable: "number" };
    const factor = unitFactor(spec, typed.rest);
    if (factor === null) return { unreadable: spec.unit || spec.units?.length ? "unit" : "unitless" };
    const value = typed.value * factor;
    if (within(value, target, spec.tolerance)) return gradeResult(1, [{ ...part, chosen: true, right: true }], []);
    const [nearest] = spec.distractors
      .map((distractor, trap) => ({
        ...distractor,
        trap,
        distance: Math.abs(value - evaluateFormula(distractor.value, {})),
      }))
      .filter((each) => within(value, evaluateFormula(each.value, {}), spec.tolerance))
      .toSorted((a, b) => a.distance - b.distance);
    const shown = { ...part, chosen: true, right: false };
    return nearest
      ? gradeResult(0, [{ ...shown, why: nearest.why, trap: nearest.trap }], [nearest.misconception])
      : gradeResult(0, [shown], []);
  },
  key: ({ answer }) => ({ kind: "numeric", text: formatNumber(evaluateFormula(answer, {})) }),
  distractors: ({ distractors }) =>
    distractors.map(({ value, misconception }) => {
      const text = formatNumber(evaluateFormula(value, {}));
      return { label: text, answer: { kind: "numeric", text }, misconception };
    }),
  check({ unit, units }) {
    const own = units?.findIndex((each) => each.unit === unit) ?? -1;
    const misfit = unit !== undefined && units !== undefined && units[own]?.factor !== 1;
    return misfit ? [problem(own < 0 ? ["units"] : ["units", own, "factor"], "numeric.unit-not-listed", { unit })] : [];
  },
};
