import { z } from "zod";
import { formula, text } from "../../text.schema";

/**
 * A number within a tolerance. `units` lists accepted units; a value given in unit u is multiplied by `factor` to reach
 * the unit of `answer`. Without `units` a bare number is expected.
 */
export const numericSpec = z.strictObject({
  kind: z.literal("numeric"),
  answer: formula,
  /** A second, independent way to the same number; required for parameterised questions. */
  check: formula.optional(),
  tolerance: z.union([
    z.strictObject({ relative: z.number().positive().max(0.2) }),
    z.strictObject({ absolute: z.number().nonnegative() }),
  ]),
  /** Shown behind the input and assumed when the learner types none. */
  unit: z.string().optional(),
  units: z.array(z.strictObject({ unit: z.string(), factor: z.number().positive() })).optional(),
  /** Values that a named misconception leads to; never within tolerance of the answer. */
  distractors: z.array(z.strictObject({ value: formula, why: text, misconception: z.string().optional() })).default([]),
});
/** The text as the learner typed it: "1e3", "1,000", "１０００ GB". */
export const numericAnswer = z.strictObject({ kind: z.literal("numeric"), text: z.string().max(80) });
