import { evaluateFormula, type Values } from "./formula";
import { fillPlaceholders } from "./placeholder";
import type { Interaction, QuestionSpec } from "./spec";
import { drawVariant } from "./variant";

type Rewrite = (text: string) => string;

/** Rewrites every text of a value: what stands under `zh` and `en`, and the words of a cloze distractor. Ids stay. */
export function rewriteTexts<T>(value: T, rewrite: Rewrite, insideText = false): T {
  if (typeof value === "string") return (insideText ? rewrite(value) : value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => rewriteTexts(item, rewrite, insideText)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      const isText = key === "zh" || key === "en" || (key === "text" && typeof inner === "string");
      return [key, rewriteTexts(inner, rewrite, insideText || isText)];
    }),
  ) as T;
}

function withNumbers(interaction: Interaction, values: Values): Interaction {
  if (interaction.kind !== "numeric") return interaction;
  const { check } = interaction;
  return {
    ...interaction,
    answer: evaluateFormula(interaction.answer, values),
    ...(check === undefined ? {} : { check: evaluateFormula(check, values) }),
    distractors: interaction.distractors.map((each) => ({ ...each, value: evaluateFormula(each.value, values) })),
  };
}

export function instantiateWith(spec: QuestionSpec, values: Values): QuestionSpec {
  const { variant, ...rest } = spec;
  const plain = variant ? rewriteTexts(rest, (text) => fillPlaceholders(text, values)) : rest;
  return { ...plain, interaction: withNumbers(plain.interaction, values) };
}

/** The question as one learner sees it: placeholders filled in, formulas turned into numbers, no variant left. */
export const instantiate = (spec: QuestionSpec, seed: number): QuestionSpec =>
  instantiateWith(spec, drawVariant(spec, seed));
