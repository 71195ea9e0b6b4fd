import type { Locale } from "@tidao/kernel";
import { type MathNode, mathTree } from "./math-tree";
import { type MathVocabulary, mathVocabulary } from "./math-vocabulary";

/** Function application, invisible times and comma, spaces of every width. */
const unsaid = /[\u2061-\u2064\u200b\s\u00a0\u2000-\u200a]+/g;
/** They stand under a sum as its limits, and not as an index. */
const operators = /^[∑∏∫]$/;
const chosen = /^(?:max|min|arg ?max|arg ?min|sup|inf|lim)$/;

/**
 * A formula as it is said, for whoever cannot see it and whose program has no words for MathML: the name of a choice that is
 * nothing but a formula, for one.
 * @param mathml what KaTeX writes inside of `<math>`
 */
export function mathWords(mathml: string, locale: Locale): string {
  const said = wordsOf(mathTree(mathml), mathVocabulary[locale]).replace(/\s+/g, " ").trim();
  if (locale === "en") return said.replace(/ ([,;:])/g, "$1");
  return said.replace(/(?<=[\p{Script=Han}，：；]) | (?=[\p{Script=Han}，：；])/gu, "");
}

const isShort = (node: MathNode | undefined): boolean => {
  if (!node) return true;
  if (node.name === "mrow" || node.name === "mstyle") return node.children.length === 1 && isShort(node.children[0]);
  return node.children.length === 0;
};
/** The text of a node that holds one sign, whatever it is wrapped in. */
const signOf = (node: MathNode | undefined): string =>
  node ? (node.children.length > 0 ? node.children.map(signOf).join("") : node.text).replace(unsaid, "") : "";

function wordsOf(node: MathNode, say: MathVocabulary): string {
  const [first, second, third] = node.children;
  const at = (child: MathNode | undefined) => (child ? wordsOf(child, say) : "");
  switch (node.name) {
    case "mfrac":
      if (/linethickness="0/.test(node.attributes)) return say.binomial(at(first), at(second));
      return (isShort(first) && isShort(second) ? say.fraction : say.longFraction)(at(first), at(second));
    case "msqrt":
      return (node.children.length === 1 && isShort(first) ? say.root : say.longRoot)(each(node, say));
    case "mroot":
      return say.nthRoot(at(second), at(first));
    case "msup":
      return raised(at(first), second, say);
    case "msub":
    case "munder":
      return below(node, first, second, undefined, say);
    case "msubsup":
    case "munderover":
      return below(node, first, second, third, say);
    case "mover":
      return say.over(at(first), at(second));
    case "mtable":
      return node.children
        .map((row, index) => say.row(index + 1, row.children.map((cell) => at(cell)).join(", ")))
        .join(" ");
    case "mspace":
    case "mphantom":
    case "annotation":
      return "";
    default:
      return node.children.length > 0 ? each(node, say) : leaf(node, say);
  }
}

const each = (node: MathNode, say: MathVocabulary) => node.children.map((child) => wordsOf(child, say)).join(" ");

function raised(base: string, exponent: MathNode | undefined, say: MathVocabulary): string {
  if (!exponent) return base;
  const known = say.powers[signOf(exponent)];
  if (known) return `${base} ${known}`;
  return (isShort(exponent) ? say.power : say.longPower)(base, wordsOf(exponent, say));
}

function below(
  node: MathNode,
  base: MathNode | undefined,
  index: MathNode | undefined,
  exponent: MathNode | undefined,
  say: MathVocabulary,
): string {
  if (!base || !index) return each(node, say);
  const sign = signOf(base);
  const said = wordsOf(base, say);
  const under = wordsOf(index, say);
  if (operators.test(sign) || chosen.test(sign)) return say.limits(said, under, exponent ? wordsOf(exponent, say) : "");
  if (sign === "log" && !exponent) return say.logarithm(under);
  // a line or a brace below
  if (node.name === "munder" && /accentunder/.test(node.attributes)) return say.under(said, under);
  const indexed = (isShort(index) ? say.index : say.longIndex)(said, under);
  return raised(indexed, exponent, say);
}

function leaf({ name, attributes, text }: MathNode, say: MathVocabulary): string {
  if (name === "mtext") return text.replaceAll("\u00a0", " ");
  const sign = text.replace(unsaid, "");
  // KaTeX gives no other bar that is a relation without `stretchy` or a fence
  if (name === "mo" && sign === "∣" && !/stretchy|fence/.test(attributes)) return say.given;
  return say.signs[sign] ?? sign;
}
