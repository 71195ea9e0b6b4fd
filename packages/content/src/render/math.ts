import type { Root } from "hast";
import katex from "katex";
import { classesOf, isElement, madeHtml, replaceElements, textContent, textNode, element } from "./html-nodes";

/** `trust: false` keeps \href, \url, \includegraphics and \html… out; the limits keep hostile macros and sizes small. */
const options = {
  trust: false,
  strict: false as const,
  maxExpand: 1000,
  maxSize: 20,
  output: "htmlAndMathml" as const,
};

/** Throws katex.ParseError for what is no formula. */
export const mathToHtml = (tex: string, displayMode: boolean) =>
  katex.renderToString(tex, { ...options, displayMode, throwOnError: true });

function tryMath(tex: string, displayMode: boolean) {
  try {
    const html = mathToHtml(tex, displayMode);
    // wide formulas scroll; what scrolls has to be reachable by keyboard
    return displayMode
      ? element("div", { className: ["math-display"], tabIndex: 0 }, [madeHtml(html)])
      : madeHtml(html);
  } catch {
    return element("code", { className: ["math-error"] }, [textNode(tex)]);
  }
}

export function renderMath(tree: Root): void {
  replaceElements(tree, "pre", (pre) => {
    const [code] = pre.children;
    return isElement(code, "code") && classesOf(code).includes("math-display")
      ? [tryMath(textContent(code), true)]
      : null;
  });
  replaceElements(tree, "code", (code) =>
    classesOf(code).includes("math-inline") ? [tryMath(textContent(code), false)] : null,
  );
}
