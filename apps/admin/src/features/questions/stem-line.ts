import type { Locale } from "@tidao/kernel";

/** A stem as one line of a list: Markdown's signs taken off, formulas as they were typed. */
export function stemLine(stem: Readonly<Record<Locale, string>> | null, locale: Locale): string {
  return (stem?.[locale] ?? "")
    .replace(/```[\s\S]*?```/g, " … ")
    .replace(/(?:^\s*\|.*\n?)+/gm, " … ")
    .replace(/\*\*|`/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
