import { plain, splitMultiplier } from "../../read-number";

interface Units {
  unit?: string;
  units?: { unit: string; factor: number }[];
}
/** m², m^2 and m2 are one unit; so are MW·h and MWh, 1/s and /s. */
const folded = (unit: string) =>
  plain(unit)
    .replace(/μ/g, "u")
    .replace(/[\s*^]/g, "")
    .replace(/^1(?=\/)/, "");
const singular = (unit: string) => unit.toLowerCase().replace(/(?<=[a-z]{3})s\b/g, "");

/**
 * Whether letter case alone makes another unit of it, and not just a careless one: "MJ" for mJ is a thousand million times as
 * much, "Gb" for GB an eighth. "mb" and "GB/S" are careless.
 */
function isOtherUnit(listed: string, typed: string): boolean {
  const otherPrefix = /^[mM]./.test(typed) && listed[0] !== typed[0] && listed.slice(1) === typed.slice(1);
  const bitsOrBytes = /^(?:[kKMGTP]i?)[bB](?![a-zA-Z])/;
  const [ofListed, ofTyped] = [bitsOrBytes.exec(listed)?.[0], bitsOrBytes.exec(typed)?.[0]];
  const otherSize =
    ofListed !== undefined &&
    ofTyped !== undefined &&
    ofListed.at(-1) !== ofTyped.at(-1) &&
    ofTyped !== ofTyped.toLowerCase();
  return otherPrefix || otherSize;
}

/** The factor that takes a value in `typed` to the unit of the answer, or null when that unit is not accepted. */
export function unitFactor(spec: Units, typed: string): number | null {
  // a list without the shown unit still accepts it: it is what a bare number means
  const accepted = [...(spec.units ?? []), ...(spec.unit === undefined ? [] : [{ unit: spec.unit, factor: 1 }])];
  return direct(accepted, typed) ?? multiplied(accepted, typed);
}

/** What people write behind a ratio or a count: "57 倍", "4x". It says no more than the number. */
const wordsOfNumber = /^(?:倍|个|x|times)$/i;

function direct(accepted: { unit: string; factor: number }[], typed: string): number | null {
  if (typed === "") return 1;
  const exact = accepted.find(({ unit }) => folded(unit) === folded(typed));
  if (exact) return exact.factor;
  // Mb and MB differ, so letter case is forgiven only where the list leaves no doubt
  const alike = accepted.filter(({ unit }) => singular(folded(unit)) === singular(folded(typed)));
  const factors = new Set(alike.map(({ factor }) => factor));
  const meant = alike.some(({ unit }) => !isOtherUnit(folded(unit), folded(typed)));
  if (factors.size === 1 && meant) return [...factors][0] ?? null;
  if (accepted.length > 0) return null;
  if (wordsOfNumber.test(typed)) return 1;
  return typed === "%" ? 0.01 : null;
}

function multiplied(accepted: { unit: string; factor: number }[], typed: string): number | null {
  const { factor, unit } = splitMultiplier(typed);
  if (factor === 1) return null;
  const rest = direct(accepted, unit);
  return rest === null ? null : factor * rest;
}
