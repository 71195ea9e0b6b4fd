import type { Element, Root } from "hast";
import type { Locale } from "@tidao/kernel";
import { visit } from "unist-util-visit";
import { element, isElement, madeHtml, replaceElements, textNode } from "./html-nodes";
import { cleanFigure, FigureError } from "./svg";

/** "figures/holes.en.svg" -> the SVG's text. */
export type Figures = Readonly<Record<string, string>>;

const stringOf = (found: Element, name: string) =>
  typeof found.properties[name] === "string" ? found.properties[name] : "";

/** An image alone in its paragraph becomes an inlined figure; any other image leaves its alternative text. */
export function renderFigures(tree: Root, figures: Figures, locale: Locale): void {
  visit(tree, "element", (paragraph, at, parent) => {
    const [image, ...more] = paragraph.children;
    if (paragraph.tagName !== "p" || !parent || at === undefined || more.length > 0 || !isElement(image, "img")) return;
    const figure = inlined(image, figures, locale);
    if (figure) parent.children[at] = figure;
  });
  replaceElements(tree, "img", (image) => [element("em", {}, [textNode(stringOf(image, "alt"))])]);
}

/** `figures/name.svg` stands for the drawing with labels in the page's language. */
export const figureFile = (src: string, locale: Locale) =>
  /\.(?:zh|en)\.svg$/.test(src) ? src : src.replace(/\.svg$/, `.${locale}.svg`);

function inlined(image: Element, figures: Figures, locale: Locale): Element | null {
  const src = figureFile(stringOf(image, "src"), locale);
  const source = Object.hasOwn(figures, src) ? figures[src] : undefined;
  if (source === undefined) return null;
  const prefix = src
    .replace(/^figures\//, "")
    .replace(/(\.(?:zh|en))?\.svg$/, "")
    .replace(/[^\w-]+/g, "-");
  try {
    const svg = madeHtml(cleanFigure(source, prefix, stringOf(image, "alt") || undefined));
    const caption = stringOf(image, "title");
    return element("figure", { className: ["figure"] }, [
      svg,
      ...(caption ? [element("figcaption", {}, [textNode(caption)])] : []),
    ]);
  } catch (error) {
    if (error instanceof FigureError) return null;
    throw error;
  }
}
