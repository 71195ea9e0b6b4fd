import type { z } from "zod";
import { evaluateFormula } from "../../formula";
import { formatBy, formatNumber } from "../../number-format";
import type { numericSpec } from "./spec";
import { allowance, within } from "./tolerance";

type Numeric = Pick<z.infer<typeof numericSpec>, "answer" | "tolerance" | "unit">;
/** How a stem wants its number: that many decimals, or that many significant digits. */
export type AskedDigits = { decimals: number } | { significant: number };

const counts: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
};
// a figure or a character of a longer number is no count: "12 decimals"
const count = String.raw`(?<![\da-z十])(?<count>[1-6]|one|two|three|four|five|six|[一两二三四五六])`;
const asks = [
  String.raw`${count}\s*(?:decimals?\b|decimal places?\b|位小数)`,
  String.raw`(?:\bdecimal, ${count} places?\b|小数，(?:保留)?(?<behind>[一两二三四五六])位)`,
  String.raw`${count}\s*(?:significant (?<significant>digit|figure)s?\b|位(?<digits>有效数字))`,
  // "the gate drops to 0.1" is no rounding
  String.raw`(?:(?<!\b(?:drops?|falls?|rises?|goes|set|equals?|changes?|reduced|raised) )\bto|精确到)\s*(?<step>0\.0*1)(?!\d|\s*%)`,
  String.raw`(?<whole>\bround to a whole number|\bto the nearest (?:whole number|integer|point)|四舍五入(?:到|为|取)整数?|(?<=[？，。（])取整(?=[。）]|$)|精确到\s*1\s*分)`,
].map((source) => new RegExp(source, "giu"));

/** What a stem says of the digits of its answer, at its last mention; null where it leaves them open. */
export function askedDigits(stem: string): AskedDigits | null {
  const found = asks.flatMap((ask) => [...stem.matchAll(ask)]).toSorted((a, b) => a.index - b.index);
  const said = found.at(-1)?.groups;
  if (!said) return null;
  if (said["whole"]) return { decimals: 0 };
  if (said["step"]) return { decimals: said["step"].length - 2 };
  const word = (said["count"] ?? said["behind"])?.toLowerCase() ?? "";
  const digits = counts[word] ?? Number(word);
  return (said["significant"] ?? said["digits"]) ? { significant: digits } : { decimals: digits };
}

const mostDecimals = 10;
/** Half away from zero, as people round: binary noise below it does not turn 1.005 into 1.00. */
const fixed = (value: number, decimals: number) =>
  formatBy(value * (1 + 1e-12), `.${decimals}f`) ?? formatNumber(value);

/** Decimals that leave `digits` significant ones, never cutting into the whole part. */
const decimalsFor = (value: number, digits: number) =>
  Math.min(mostDecimals, Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value)))));

/**
 * The right value as feedback shows it, with its unit: in the digits that the stem asks for; where it asks for none, in as
 * many as are known, which is to a tenth of the tolerance and at least three. Never a text that would not count as right
 * itself: then one digit more. Grading does not use it.
 */
export function shownKey({ answer, tolerance, unit }: Numeric, stem: string): string {
  const value = evaluateFormula(answer, {});
  const number = digitsOf(value, tolerance, askedDigits(stem));
  return unit === undefined ? number : `${number} ${unit}`;
}

function digitsOf(value: number, tolerance: Numeric["tolerance"], asked: AskedDigits | null): string {
  const exact = formatNumber(value);
  const allowed = allowance(value, tolerance);
  if (exact.includes("e") || value === 0) return exact;
  if (asked) {
    const first = "decimals" in asked ? asked.decimals : decimalsFor(value, asked.significant);
    for (let decimals = first; decimals <= mostDecimals; decimals++) {
      const shown = fixed(value, decimals);
      if (within(Number(shown), value, tolerance)) return shown;
    }
    return exact;
  }
  if (Number.isInteger(value) || allowed === 0) return exact;
  const from = decimalsFor(value, 3);
  const wanted = [from, from + 1, from + 2].find(
    (decimals) => decimals <= mostDecimals && Math.abs(Number(fixed(value, decimals)) - value) <= allowed / 10,
  );
  const shown = wanted === undefined ? exact : formatNumber(Number(fixed(value, wanted)));
  return shown.length < exact.length ? shown : exact;
}
