import { type Random, seededRandom } from "@tidao/kernel";
import { compileFormula, evaluateCondition, evaluateFormula, type Values } from "./formula";
import type { QuestionSpec } from "./spec";

type Variant = NonNullable<QuestionSpec["variant"]>;
type Range = Variant["parameters"][string];

/** No draw meets the question's `require`: its author has to widen the parameters. */
export class VariantError extends Error {
  override readonly name = "VariantError";
}
const drawsTried = 2000;

/** min + k·step without binary noise: 0.1 + 2·0.1 is 0.3. */
const gridValue = (min: number, step: number, k: number) => Number((min + step * k).toPrecision(12));
const pick = (range: Range, random: Random) =>
  "from" in range
    ? random.pick(range.from)
    : gridValue(range.min, range.step, random.integer(0, Math.floor((range.max - range.min) / range.step + 1e-9)));

/**
 * Names of the derived values, each after those it uses, or null when they use each other in a circle. The written order
 * cannot be relied on: PostgreSQL's jsonb does not keep it.
 */
export function derivationOrder(derived: Variant["derived"]): string[] | null {
  const ordered: string[] = [];
  let left = Object.keys(derived).toSorted();
  while (left.length > 0) {
    const ready = left.filter((name) => !left.some((other) => compileFormula(derived[name] ?? "").names.has(other)));
    if (ready.length === 0) return null;
    ordered.push(...ready);
    left = left.filter((name) => !ready.includes(name));
  }
  return ordered;
}

function deriveValues({ derived }: Variant, drawn: Values): Record<string, number> {
  const values: Record<string, number> = { ...drawn };
  for (const name of derivationOrder(derived) ?? []) values[name] = evaluateFormula(derived[name] ?? "", values);
  return values;
}

/** The parameters and derived values of one seed (0 to 499); always the same for the same spec and seed. */
export function drawVariant(spec: QuestionSpec, seed: number): Record<string, number> {
  const { variant } = spec;
  if (!variant) return {};
  const random = seededRandom(seed);
  // by name, so that reordering a file's keys changes nobody's variant
  const ranges = Object.entries(variant.parameters).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (let draw = 0; draw < drawsTried; draw++) {
    const drawn: Record<string, number> = {};
    for (const [name, range] of ranges) drawn[name] = pick(range, random);
    const values = deriveValues(variant, drawn);
    if (variant.require.every((condition) => evaluateCondition(condition, values))) return values;
  }
  throw new VariantError(`none of ${drawsTried} draws meets: ${variant.require.join("; ")}`);
}
