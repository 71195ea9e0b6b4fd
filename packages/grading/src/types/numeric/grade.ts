import { evaluateFormula } from "../../formula";
import { gradeResult, type KindGrader } from "../../kind-grader";
import { formatNumber } from "../../number-format";
import { problem } from "../../problem";
import { readLeadingNumber } from "../../read-number";
import { within } from "./tolerance";
import { unitFactor } from "./unit";

export const numeric: KindGrader<"numeric"> = {
  grade(spec, answer) {
    // specs are instantiated before grading: formulas are numbers here
    const target = evaluateFormula(spec.answer, {});
    const shown = `${formatNumber(target)}${spec.unit === undefined ? "" : ` ${spec.unit}`}`;
    const part = { id: "value", key: { zh: shown, en: shown } };
    const text = answer?.text.trim() ?? "";
    if (text === "") return gradeResult(0, [{ ...part, chosen: false, right: false }], []);

    const typed = readLeadingNumber(text);
    if (!typed) return { unreadable: "number" };
    const factor = unitFactor(spec, typed.rest);
    if (factor === null) return { unreadable: "unit" };
    const value = typed.value * factor;
    if (within(value, target, spec.tolerance)) return gradeResult(1, [{ ...part, chosen: true, right: true }], []);
    const trap = spec.distractors
      .map((distractor) => ({ distractor, target: evaluateFormula(distractor.value, {}) }))
      .filter((each) => within(value, each.target, spec.tolerance))
      .toSorted((a, b) => Math.abs(value - a.target) - Math.abs(value - b.target))[0]?.distractor;
    return gradeResult(
      0,
      [{ ...part, chosen: true, right: false, ...(trap ? { why: trap.why } : {}) }],
      [trap?.misconception],
    );
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
