const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const superscriptDigit = (sign: string) =>
  sign === "⁻" ? "-" : sign === "⁺" ? "+" : String(superscripts.indexOf(sign));

/**
 * Compatibility forms (NFKC) written out without a change of what they mean: 10³ is 10^3 and not 103, x₂ is x_2, 1½ is
 * "1 1/2" and not 11/2; every dash and minus is "-".
 */
export const writeOut = (text: string): string =>
  text
    .replace(/[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (run) => `^${Array.from(run, superscriptDigit).join("")}`)
    .replace(/ⁿ/g, "^n")
    .replace(/[₀-₉]+/g, (run) => `_${run}`)
    .replace(/[¼-¾⅐-⅞]/g, (fraction) => ` ${fraction}`)
    .normalize("NFKC")
    .replace(/⁄/g, "/")
    .replace(/[−–—‐‑‒﹣]/g, "-");
