import { textsOf } from "./check-texts";
import { compileFormula, type CompiledFormula } from "./formula";
import { reservedNames } from "./formula-functions";
import { placeholdersOf } from "./placeholder";
import { problem, type Problem } from "./problem";
import type { QuestionSpec } from "./spec";
import { derivationOrder } from "./variant";

type Path = Problem["path"];

/** Formulas that do not parse or name what is not there; parameters whose name is taken or that nothing uses. */
export function checkFormulas(spec: QuestionSpec): Problem[] {
  const { variant, interaction } = spec;
  const found: Problem[] = [];
  const parameters = new Set(Object.keys(variant?.parameters ?? {}));
  const known = new Set([...parameters, ...Object.keys(variant?.derived ?? {})]);
  const used = new Set<string>();
  const look = (path: Path, formula: string | number | undefined) => {
    if (typeof formula !== "string") return;
    const compiled = compile(formula);
    if ("detail" in compiled) found.push(problem(path, "formula.broken", { formula, detail: compiled.detail }));
    else
      for (const name of compiled.names) {
        used.add(name);
        if (!known.has(name)) found.push(problem(path, "formula.broken", { formula, detail: `unknown name ${name}` }));
      }
  };

  for (const name of parameters)
    if (reservedNames.has(name))
      found.push(problem(["variant", "parameters", name], "variant.name-reserved", { name }));
  for (const [name, range] of Object.entries(variant?.parameters ?? {}))
    if ("min" in range && range.min > range.max)
      found.push(problem(["variant", "parameters", name], "variant.range-empty", { min: range.min, max: range.max }));
  for (const [name, formula] of Object.entries(variant?.derived ?? {})) {
    const path = ["variant", "derived", name];
    if (reservedNames.has(name)) found.push(problem(path, "variant.name-reserved", { name }));
    if (parameters.has(name)) found.push(problem(path, "variant.name-twice", { name }));
    look(path, formula);
  }
  if (variant && found.length === 0 && !derivationOrder(variant.derived))
    found.push(problem(["variant", "derived"], "formula.broken", { detail: "values use each other in a circle" }));
  variant?.require.forEach((condition, at) => look(["variant", "require", at], condition));
  if (interaction.kind === "numeric") {
    look(["interaction", "answer"], interaction.answer);
    look(["interaction", "check"], interaction.check);
    interaction.distractors.forEach(({ value }, at) => look(["interaction", "distractors", at, "value"], value));
    if (variant && interaction.check === undefined) found.push(problem(["interaction"], "numeric.check-missing"));
  }
  if (variant) found.push(...unused(spec, known, used));
  return found;
}

function compile(formula: string): CompiledFormula | { detail: string } {
  try {
    return compileFormula(formula);
  } catch (error) {
    return { detail: error instanceof Error ? error.message : String(error) };
  }
}

function unused({ variant, ...rest }: QuestionSpec, known: ReadonlySet<string>, used: Set<string>): Problem[] {
  for (const { text } of textsOf(rest))
    for (const { formula } of placeholdersOf(text)) {
      const compiled = compile(formula);
      if (!("detail" in compiled)) for (const name of compiled.names) used.add(name);
    }
  return [...known]
    .filter((name) => !used.has(name))
    .map((name) =>
      problem(["variant", variant?.parameters[name] ? "parameters" : "derived", name], "variant.unused", { name }),
    );
}
