import { writeOut } from "./write-out";

/** One spelling of a number or a unit: full-width signs, Chinese full stop between digits, times signs, "about". */
export function plain(text: string): string {
  return (
    writeOut(text)
      .replace(/[’‘]/g, "'")
      .replace(/(?<=\d)。(?=\d)/g, ".")
      .replace(/(?<=\d)、(?=\d{3})/g, ",")
      .replace(/[×✕✖⋅·∙•]/g, "*")
      .trim()
      // the stop that ends a sentence
      .replace(/(?<=[\p{L}\d%)])[.。]$/u, "")
      .replace(
        /^(?:(?:大约|约)(?:为|是|等于)?|等于|≈|≃|≅|∼|~|=|about\b|around\b|roughly\b|approximately\b|approx\b\.?)\s*/i,
        "",
      )
      .replace(/^(?:负|負|minus\b)\s*/i, "-")
      .replace(/(?<=[\d十百千万萬亿億%])\s*左右$/, "")
  );
}

const multipliers: Readonly<Record<string, number>> = { 十: 10, 百: 1e2, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
// no group behind a leading zero: "0,005" is five thousandths to half of Europe
const digits = String.raw`(?:[1-9]\d{0,2}(?:(?<group>[,_' \u00a0\u202f])\d{3})(?:\k<group>\d{3})*|\d+)`;
const decimal = new RegExp(
  String.raw`^(?<sign>[+-]?)\s*(?<whole>${digits})?(?<fraction>\.\d*)?(?:e(?<exponent>[+-]?\d{1,4}))?`,
  "i",
);
const power = /^\s*(?:\*|x)\s*(?<base>10)\s*(?:\^|\*\*)\s*[({]?(?<exponent>[+-]?\d{1,4})[)}]?/i;
const barePower = /^(?<sign>[+-]?)(?<base>\d+)\s*(?:\^|\*\*)\s*[({]?(?<exponent>[+-]?\d{1,4})[)}]?/;

/** The number at the start of a text and what stands behind it (a unit, perhaps), or null. */
export function readLeadingNumber(text: string): { value: number; rest: string } | null {
  let rest = plain(text);
  const currency = /^[$¥€£]/.exec(rest)?.[0] ?? "";
  rest = rest.slice(currency.length).trim();

  const bare = barePower.exec(rest);
  let value: number;
  if (bare?.groups) {
    const size = Number(bare.groups["base"]) ** Number(bare.groups["exponent"]);
    value = bare.groups["sign"] === "-" ? -size : size;
    rest = rest.slice(bare[0].length);
  } else {
    const match = decimal.exec(rest);
    const { sign = "", whole = "", fraction = "", exponent = "0" } = match?.groups ?? {};
    if (!match || (whole === "" && !/\d/.test(fraction))) return null;
    value = Number(`${sign}${whole.replace(/[^\d]/g, "") || "0"}${fraction}e${exponent}`);
    rest = rest.slice(match[0].length);
    const scale = power.exec(rest);
    if (scale?.groups) {
      value *= 10 ** Number(scale.groups["exponent"]);
      // 3 * 10^-3 is 0.003, not 0.0030000000000000001
      value = Number(value.toPrecision(15));
      rest = rest.slice(scale[0].length);
    }
  }
  const divisor = /^\s*\/\s*(\d+(?:\.\d+)?)/.exec(rest);
  if (divisor) {
    value /= Number(divisor[1]);
    rest = rest.slice(divisor[0].length);
  }
  // what is left must not continue the number: "1,5", "1.2.3", "12 34"; the unit of "5 1/s" does not
  if (!Number.isFinite(value) || /^\s*(?!1\s*\/\s*\p{L})[\d.,*^+_'-]/u.test(rest)) return null;
  return { value, rest: (rest + currency).trim() };
}

/** "万 tokens" is a factor of 10 000 and the unit "tokens"; 百万, 千万, 万亿 multiply. */
export function splitMultiplier(rest: string): { factor: number; unit: string } {
  const run = /^[十百千万萬亿億]+/.exec(rest)?.[0] ?? "";
  return {
    factor: Array.from(run).reduce((product, sign) => product * (multipliers[sign] ?? 1), 1),
    unit: rest.slice(run.length).trim(),
  };
}

/** Reads what people type for a number, in either language: "1e3", "1,000", "１０００", "3×10^3", "1.5万", "50%", "80 GB". */
export function readNumber(text: string): { value: number; unit?: string } | null {
  const number = readLeadingNumber(text);
  if (!number) return null;
  const { factor, unit } = splitMultiplier(number.rest);
  const value = factor === 1 ? number.value : Number((number.value * factor).toPrecision(15));
  return unit === "" ? { value } : { value, unit };
}
