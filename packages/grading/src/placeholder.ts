import { compileFormula, evaluateFormula, type Values } from "./formula";
import { formatBy, formatNumber } from "./number-format";

const pattern = /\{\{([^{}]+)\}\}/g;

/** Whether position `end` of a Markdown text lies inside `$…$` or `$$…$$`. */
function insideMath(text: string, end: number): boolean {
  let open = false;
  for (let i = 0; i < end; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "$") {
      if (text[i + 1] === "$") i++;
      open = !open;
    }
  }
  return open;
}

// 2^{{n}} with n = 10 must not become 2^1 0, and TeX wants {,} for a comma without a gap: in mathematics a value is a group
const asMath = (shown: string) => {
  const [digits = "", exponent] = shown.split("e");
  return `{${digits.replaceAll(",", "{,}")}${exponent === undefined ? "" : ` \\times 10^{${exponent}}`}}`;
};

export interface Placeholder {
  raw: string;
  formula: string;
  format: string | null;
}
export function placeholdersOf(text: string): Placeholder[] {
  return Array.from(text.matchAll(pattern), ([raw, inner = ""]) => {
    const bar = inner.lastIndexOf("|");
    return {
      raw,
      formula: (bar < 0 ? inner : inner.slice(0, bar)).trim(),
      format: bar < 0 ? null : inner.slice(bar + 1),
    };
  });
}

/** The names that the placeholders of a text need. Throws FormulaError when one is no formula. */
export const namesIn = (text: string) =>
  placeholdersOf(text).flatMap(({ formula }) => [...compileFormula(formula).names]);

export function fillPlaceholders(text: string, values: Values): string {
  if (!text.includes("{{")) return text;
  const found = placeholdersOf(text);
  let next = 0;
  return text.replace(pattern, (raw: string, _inner: string, at: number) => {
    const placeholder = found[next++];
    if (!placeholder) return raw;
    const value = evaluateFormula(placeholder.formula, values);
    const shown = placeholder.format === null ? formatNumber(value) : (formatBy(value, placeholder.format) ?? raw);
    return insideMath(text, at) ? asMath(shown) : shown;
  });
}
