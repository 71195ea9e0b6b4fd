import { plainFormula } from "@tidao/kernel";
import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import { splitFrontMatter } from "../schema/lesson.schema";
import { readAnchor } from "./headings";
import { parseMarkdown } from "./markdown-tree";
import { stripMarks } from "./passage-marks";

/** A piece of a lesson that an address can name. */
export interface PlainSection {
  /** Id of its heading; empty for what stands before the first one. */
  anchor: string;
  title: string;
  text: string;
}

/** A text without its marks, for finding and for excerpts: never for showing as HTML. */
export const plainText = (markdown: string): string => tidy(textOf(parseMarkdown(stripMarks(markdown))));

/** A lesson cut at its headings, with the ids that `renderLesson` gives them. */
export function plainSections(source: string): PlainSection[] {
  const tree = parseMarkdown(stripMarks(splitFrontMatter(source).body));
  const sections = [{ anchor: "", title: "", text: "" }];
  let unnamed = 0;
  for (const block of tree.children) {
    if (block.type !== "heading") {
      sections.at(-1)!.text += ` ${textOf(block)}`;
      continue;
    }
    const { text, id } = readAnchor(textOf(block));
    sections.push({ anchor: id ?? `section-${++unnamed}`, title: tidy(text), text: "" });
  }
  return sections
    .map((section) => ({ ...section, text: tidy(section.text) }))
    .filter(({ title, text }) => title || text);
}

const blocks = new Set(["paragraph", "heading", "tableCell", "listItem", "code", "math", "image"]);

function textOf(tree: Root | Nodes): string {
  let text = "";
  visit(tree, (node) => {
    if (blocks.has(node.type)) text += " ";
    if (node.type === "text") text += node.value.replace(/\s*\[@[^\]]*\]/g, "");
    else if (node.type === "inlineCode" || node.type === "code") text += node.value;
    else if (node.type === "inlineMath" || node.type === "math") text += plainFormula(node.value.replace(placeholder, "…"));
    else if (node.type === "image") text += `${node.alt ?? ""} ${node.title ?? ""}`;
    else if (node.type === "break") text += " ";
  });
  return text;
}
const tidy = (text: string) =>
  text
    .replace(placeholder, "…")
    .replace(/\s+/g, " ")
    .trim();
/** Where a variant has its number. */
const placeholder = /\{\{[^{}]*\}\}/g;
