import type { Nodes, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { CourseLesson } from "../course";
import { citedIds } from "../render/citations";
import { readAnchor } from "../render/headings";
import { topicLink } from "../render/links";
import { splitFrontMatter } from "../schema/lesson.schema";
import { numbersIn, type StatedNumber } from "./stated-numbers";
import { parsedText } from "./parsed-text";

/** What a section of a lesson says that does not depend on its language. */
export interface LessonSection {
  /** Null for what stands before the first heading, and for a heading without one. */
  anchor: string | null;
  level: number;
  title: string;
  objective?: string;
  line: number;
  formulas: Map<string, number>;
  displays: string[];
  code: { text: string; line: number }[];
  figures: Map<string, number>;
  citations: Map<string, number>;
  links: Map<string, number>;
  numbers: StatedNumber[];
}
const kept = new WeakMap<CourseLesson, LessonSection[]>();

export function lessonSections(lesson: CourseLesson): LessonSection[] {
  const known = kept.get(lesson);
  if (known) return known;
  const { body, firstLine } = splitFrontMatter(lesson.source);
  const sections = cut(parsedText(body), firstLine - 1);
  kept.set(lesson, sections);
  return sections;
}

const emptySection = (line: number): LessonSection => ({
  anchor: null,
  level: 0,
  title: "",
  line,
  formulas: new Map(),
  displays: [],
  code: [],
  figures: new Map(),
  citations: new Map(),
  links: new Map(),
  numbers: [],
});

function cut(tree: Root, linesBefore: number): LessonSection[] {
  let section = emptySection(linesBefore + 1);
  const sections = [section];
  for (const block of tree.children) {
    if (block.type === "heading") {
      const { text, id, objective } = readAnchor(plainText(block));
      section = {
        ...emptySection(lineOf(block, linesBefore)),
        anchor: id,
        level: block.depth,
        title: text,
        ...(objective === undefined ? {} : { objective }),
      };
      sections.push(section);
    }
    visit(block, (node) => {
      collect(node, section, lineOf(node, linesBefore));
      // a heading's anchor is no statement
      return node.type === "heading" ? SKIP : undefined;
    });
  }
  return sections.filter(
    ({ level, numbers, formulas, displays, code }) =>
      level > 0 || numbers.length + formulas.size + displays.length + code.length > 0,
  );
}
const lineOf = (node: Nodes, linesBefore: number) => linesBefore + (node.position?.start.line ?? 1);

export function plainText(node: Nodes): string {
  let text = "";
  visit(node, (inner) => {
    if (inner.type === "text" || inner.type === "inlineCode" || inner.type === "inlineMath") text += inner.value;
  });
  return text;
}

/** Blanks and the words inside \text{} may differ between the languages. */
const sameFormula = (tex: string) =>
  tex.replace(/\\(?:text|mathrm|textbf)\{[^{}]*\}/g, "\\text{}").replace(/\\[,;:! ]|\\q?quad|\s+/g, "");
/** Comments are prose. */
const sameCode = (code: string) => code.replace(/(?:^|(?<=\s))(?:#|\/\/|--)\s.*$/gm, "").replace(/\s+$/gm, "");

function collect(node: Nodes, section: LessonSection, line: number): void {
  const keep = (map: Map<string, number>, key: string) => map.has(key) || map.set(key, line);
  switch (node.type) {
    case "inlineMath":
      return void keep(section.formulas, sameFormula(node.value));
    case "math":
      return void section.displays.push(sameFormula(node.value));
    case "code":
      return void section.code.push({ text: node.lang && node.lang !== "text" ? sameCode(node.value) : "", line });
    case "image":
      section.numbers.push(...numbersIn(`${node.alt ?? ""} ${node.title ?? ""}`, line));
      return void keep(section.figures, node.url.replace(/\.(?:zh|en)\.svg$/, ".svg"));
    case "link":
      return void (topicLink.test(node.url) && keep(section.links, node.url));
    case "text":
      for (const id of citedIds(node.value)) keep(section.citations, id);
      return void section.numbers.push(...numbersIn(node.value, line));
    default:
      return undefined;
  }
}
