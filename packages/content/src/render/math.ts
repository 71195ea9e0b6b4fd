import { escapeHtml, type Locale } from "@tidao/kernel";
import type { Root } from "hast";
import katex from "katex";
import { classesOf, isElement, madeHtml, replaceElements, textContent, textNode, element } from "./html-nodes";
import { mathWords } from "./math-words";

/** `trust: false` keeps \href, \url, \includegraphics and \html… out; the limits keep hostile macros and sizes small. */
const options = {
  trust: false,
  strict: false as const,
  maxExpand: 1000,
  maxSize: 20,
  output: "htmlAndMathml" as const,
};

const formula = { zh: "公式", en: "Formula" } as const;

/** Throws katex.ParseError for what is no formula. */
export const mathToHtml = (tex: string, displayMode: boolean) =>
  katex.renderToString(tex, { ...options, displayMode, throwOnError: true });

const mathml = /<math([^>]*)><semantics>(.*?)<annotation[^>]*>.*?<\/annotation><\/semantics><\/math>/s;

/**
 * A formula that can be heard: MathML for the programs that know it, and in words where a name is wanted (of a choice that is
 * a formula, browsers take nothing from MathML) or the program knows none. `<semantics>` with the TeX goes: Orca stops at it
 * and says nothing of what is inside.
 */
const audible = (html: string, locale: Locale): string =>
  html.replace(mathml, (_, attributes: string, inner: string) => {
    const words = escapeHtml(mathWords(inner, locale));
    return `<math${attributes} aria-label="${words}">${inner}</math>`;
  });

function tryMath(tex: string, displayMode: boolean, locale: Locale) {
  try {
    const html = audible(mathToHtml(tex, displayMode), locale);
    // wide formulas scroll; what scrolls has to be reachable by keyboard, and to say what it is
    const scrolls = { className: ["math-display"], tabIndex: 0, role: "group", ariaLabel: formula[locale] };
    return displayMode ? element("div", scrolls, [madeHtml(html)]) : madeHtml(html);
  } catch {
    return element("code", { className: ["math-error"] }, [textNode(tex)]);
  }
}

export function renderMath(tree: Root, locale: Locale): void {
  replaceElements(tree, "pre", (pre) => {
    const [code] = pre.children;
    return isElement(code, "code") && classesOf(code).includes("math-display")
      ? [tryMath(textContent(code), true, locale)]
      : null;
  });
  replaceElements(tree, "code", (code) =>
    classesOf(code).includes("math-inline") ? [tryMath(textContent(code), false, locale)] : null,
  );
}
