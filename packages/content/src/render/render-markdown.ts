import type { Locale } from "@tidao/kernel";
import type { Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import type { Source } from "../schema/source.schema";
import { renderCitations } from "./citations";
import { renderCode } from "./code";
import { type Figures, renderFigures } from "./figures";
import { type LessonHeading, renderHeadings } from "./headings";
import { isElement } from "./html-nodes";
import { joinChineseLines, renderCallouts, renderLinks, renderTables } from "./links";
import { safeHtmlTree } from "./markdown-tree";
import { renderMath } from "./math";
import { fillMarks, holdsMark, markPassage, stripMarks } from "./passage-marks";

export interface Surroundings {
  sources?: Record<string, Source>;
  figures?: Figures;
}
interface Rendering {
  tree: Root;
  headings: LessonHeading[];
  sourceIds: string[];
}
const writer = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze();
export const writeHtml = (tree: Root): string => writer.stringify(tree);

export async function renderTree(
  markdown: string,
  locale: Locale,
  { sources = {}, figures = {} }: Surroundings = {},
): Promise<Rendering> {
  const tree = safeHtmlTree(markdown);
  // in this order: what is put in by a later step is never read by an earlier one
  const headings = renderHeadings(tree);
  renderFigures(tree, figures, locale);
  const sourceIds = renderCitations(tree, locale, sources);
  renderLinks(tree, locale);
  renderCallouts(tree);
  renderTables(tree);
  joinChineseLines(tree);
  renderMath(tree, locale);
  await renderCode(tree, holdsMark);
  return { tree, headings, sourceIds };
}

/** Markdown of a question or a topic as safe HTML blocks. */
export async function renderMarkdown(markdown: string, locale: Locale): Promise<string> {
  const { tree } = await renderTree(stripMarks(markdown), locale);
  return writeHtml(tree);
}

/** The same without the paragraph around it, for choices, labels and table cells. */
export async function renderInline(markdown: string, locale: Locale): Promise<string> {
  const { tree } = await renderTree(stripMarks(markdown), locale);
  return writeHtml(withoutParagraph(tree));
}
function withoutParagraph(tree: Root): Root {
  const [only, ...more] = tree.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return only && more.length === 0 && isElement(only, "p") ? { type: "root", children: only.children } : tree;
}

/** A passage with `[[id]]` and `[[id|words]]`: blanks and spans become elements that the player fills with controls. */
export async function renderPassage(passage: string, locale: Locale): Promise<string> {
  const { tree } = await renderTree(markPassage(stripMarks(passage)), locale);
  return fillMarks(writeHtml(tree));
}
