import { type Locale, plainFormula } from "@tidao/kernel";

/**
 * A stem as one line of a list: Markdown's signs taken off, formulas as they would be typed, and what differs from learner
 * to learner by its name, as a formula says it: "{{n}} steps" is "n steps".
 */
export function stemLine(stem: Readonly<Record<Locale, string>> | null, locale: Locale): string {
  return (stem?.[locale] ?? "")
    .replace(/```[\s\S]*?```/g, " … ")
    .replace(/(?:^\s*\|.*\n?)+/gm, " … ")
    .replace(/\{\{([^{}|]*)(?:\|[^{}]*)?\}\}/g, (_, formula: string) => formula.trim())
    .replace(/\$\$?((?:\\.|[^$\\])+)\$\$?/g, (_, tex: string) => plainFormula(tex))
    .replace(/\\\$/g, "$")
    .replace(/\*\*|`/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
