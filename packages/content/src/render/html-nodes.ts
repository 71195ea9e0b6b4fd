import type { Element, ElementContent, Properties, Root } from "hast";
import { visit } from "unist-util-visit";

declare module "hast" {
  interface Raw {
    type: "raw";
    value: string;
  }
  interface RootContentMap {
    raw: Raw;
  }
  interface ElementContentMap {
    raw: Raw;
  }
}

export const element = (tagName: string, properties: Properties, children: ElementContent[] = []): Element => ({
  type: "element",
  tagName,
  properties,
  children,
});
export const textNode = (value: string): ElementContent => ({ type: "text", value });
/** HTML made by KaTeX, shiki or our figure cleaner: the only strings that are written out unescaped. */
export const madeHtml = (value: string): ElementContent => ({ type: "raw", value });

export function textContent(node: Element | Root): string {
  let text = "";
  visit(node, "text", ({ value }) => void (text += value));
  return text;
}
export const classesOf = ({ properties }: Element): string[] =>
  Array.isArray(properties["className"]) ? properties["className"].map(String) : [];
export const isElement = (node: unknown, tagName: string): node is Element =>
  typeof node === "object" && node !== null && "tagName" in node && node.tagName === tagName;

/** Replaces elements of one name; what `replace` returns takes the element's place, null leaves it. */
export function replaceElements(
  tree: Root,
  tagName: string,
  replace: (element: Element) => ElementContent[] | null,
): void {
  visit(tree, "element", (found, at, parent) => {
    if (!parent || at === undefined || found.tagName !== tagName) return undefined;
    const replacement = replace(found);
    if (!replacement) return undefined;
    parent.children.splice(at, 1, ...replacement);
    return at + replacement.length;
  });
}
