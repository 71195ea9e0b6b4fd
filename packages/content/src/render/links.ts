import type { Locale } from "@tidao/kernel";
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { element, isElement, textContent } from "./html-nodes";

export const topicLink = /^topic:([a-z0-9-]+)(?:#([a-z0-9-]+))?$/;

/** `topic:evaluation#auc` leads to that topic's page in the same language; links that leave the site say so. */
export function renderLinks(tree: Root, locale: Locale): void {
  visit(tree, "element", (found) => {
    if (found.tagName !== "a") return;
    const href = typeof found.properties["href"] === "string" ? found.properties["href"] : "";
    const [, slug, anchor] = topicLink.exec(href) ?? [];
    if (slug !== undefined) {
      found.properties["href"] = `/${locale}/topics/${slug}${anchor === undefined ? "" : `#${anchor}`}`;
      found.properties["className"] = ["topic-link"];
    } else if (href.startsWith("topic:")) delete found.properties["href"];
    else if (/^https?:/.test(href)) found.properties["rel"] = ["noopener", "noreferrer"];
  });
}

/** Tables scroll inside their own box on a narrow screen; the box can be reached by keyboard. */
export function renderTables(tree: Root): void {
  visit(tree, "element", (found, at, parent) => {
    if (found.tagName !== "table" || !parent || at === undefined) return undefined;
    parent.children[at] = element("div", { className: ["table-scroll"], tabIndex: 0 }, [found]);
    return at + 1;
  });
}

/** A quotation that opens with **Misconception** or **误区** is a callout. */
export function renderCallouts(tree: Root): void {
  visit(tree, "element", (found) => {
    if (found.tagName !== "blockquote") return;
    const paragraph = found.children.find((child): child is Element => isElement(child, "p"));
    const opening = paragraph?.children[0];
    if (isElement(opening, "strong") && /^(?:误区|Misconception)/.test(textContent(opening)))
      found.properties["className"] = ["callout", "callout-misconception"];
  });
}

const han = String.raw`[\p{Script=Han}，。、；：！？（）“”《》…]`;
const softBreak = new RegExp(String.raw`(?<=${han})\n(?=${han})`, "gu");
/** A line break inside Chinese text is no space. */
export function joinChineseLines(tree: Root): void {
  visit(tree, "text", (text) => void (text.value = text.value.replace(softBreak, "")));
}
