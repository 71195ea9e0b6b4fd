import { checkFormulas } from "./check-formulas";
import { checkGrading } from "./check-grading";
import { checkTexts } from "./check-texts";
import { graders, type InteractionOf } from "./graders";
import { instantiateWith } from "./instantiate";
import { problem, type Problem } from "./problem";
import { type QuestionKind, type QuestionSpec, variantSeeds } from "./spec";
import { drawVariant, VariantError } from "./variant";

/** Fewer different draws than this and two learners side by side see the same numbers. */
const leastDraws = 5;

/**
 * Every fault that one question shows by itself, with the real grader run on its key and its distractors, for a
 * parameterised question on all 500 seeds. A fault that many seeds share is reported once, with its first seed.
 */
export function checkQuestion(spec: QuestionSpec): Problem[] {
  const found = [...checkTexts(spec), ...checkFormulas(spec), ...hintsMissing(spec)];
  // with a broken formula nothing below could be computed, with an empty range nothing drawn
  const broken = new Set<string>(["formula.broken", "text.placeholder-unknown", "variant.range-empty"]);
  if (!found.some(({ code }) => broken.has(code))) found.push(...checkSeeds(spec));
  const seen = new Set<string>();
  return found.filter(({ path, code }) => {
    const key = [...path, code].join("/");
    return !seen.has(key) && seen.add(key);
  });
}

function checkSeeds(spec: QuestionSpec): Problem[] {
  const found: Problem[] = [];
  const draws = new Set<string>();
  for (let seed = 0; seed < (spec.variant ? variantSeeds : 1); seed++) {
    let values: Record<string, number>;
    try {
      values = drawVariant(spec, seed);
    } catch (error) {
      if (error instanceof VariantError)
        return [problem(["variant", "require"], "variant.require-never-met", { seed })];
      return [
        problem(["variant"], "formula.broken", { detail: error instanceof Error ? error.message : String(error) }),
      ];
    }
    draws.add(JSON.stringify(values));
    for (const [name, value] of Object.entries(values))
      if (!Number.isFinite(value))
        found.push(problem(["variant", "derived", name], "numeric.not-finite", { seed, value: String(value) }));
    const instance = instantiateWith(spec, values);
    found.push(...checkKind(instance.interaction.kind, instance.interaction), ...checkGrading(instance, seed));
  }
  if (spec.variant && draws.size < leastDraws)
    found.push(problem(["variant", "parameters"], "variant.too-few-draws", { draws: draws.size, least: leastDraws }));
  return found;
}

const checkKind = <K extends QuestionKind>(kind: K, interaction: InteractionOf<K>): Problem[] =>
  graders[kind].check(interaction).map(({ path, ...rest }) => ({ ...rest, path: ["interaction", ...path] }));

const hintsMissing = ({ difficulty, hints }: QuestionSpec): Problem[] =>
  difficulty >= 3 && hints.length === 0 ? [problem(["hints"], "hints.missing", { difficulty })] : [];
