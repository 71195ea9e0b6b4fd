import katex from "katex";
import type { Nodes } from "mdast";
import { visit } from "unist-util-visit";
import { citedIds } from "../render/citations";
import { isKnownLanguage } from "../render/code";
import { topicLink } from "../render/links";
import { isTangled } from "../render/markdown-tree";
import { mathToHtml } from "../render/math";
import { holdsMark, markPassage } from "../render/passage-marks";
import type { TextNames } from "./course-names";
import { parsedText } from "./parsed-text";

/** Codes of what is wrong with a text as Markdown; `problem-words` has the sentences. */
export const textFaultCodes = [
  "markdown.unwritten",
  "markdown.tangled",
  "markdown.image",
  "markdown.no-alternative",
  "markdown.html",
  "markdown.code-language",
  "markdown.mark-in-formula",
  "markdown.formula",
  "markdown.dollar",
  "markdown.emphasis",
  "markdown.unknown-source",
  "markdown.link-topic",
  "markdown.link-anchor",
  "markdown.link",
] as const;

/** A fault of one Markdown text; `line` counts from 1 inside the text. */
export interface TextFault {
  line: number;
  code: (typeof textFaultCodes)[number];
  params: Record<string, string | number>;
}
interface Kind {
  names: TextNames;
  /** Lessons have figures, questions have none. */
  figures?: boolean;
  /** Marks of cloze and find-the-error passages are read. */
  passage?: boolean;
}

/** What would not be shown as meant: formulas that KaTeX refuses, open dollars and asterisks, dead links and citations. */
export function textFaults(text: string, { names, figures = false, passage = false }: Kind): TextFault[] {
  if (/^[.…\s]*$/.test(text)) return [{ line: 1, code: "markdown.unwritten", params: {} }];
  const source = passage ? markPassage(text) : text;
  const tree = parsedText(source);
  if (isTangled(tree)) return [{ line: 1, code: "markdown.tangled", params: {} }];
  const faults: TextFault[] = [];
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    for (const { code, params } of nodeFaults(node, source, names, figures)) faults.push({ line, code, params });
  });
  return faults;
}

type Fault = Omit<TextFault, "line">;
const fault = (code: TextFault["code"], params: TextFault["params"] = {}): Fault => ({ code, params });
const when = (wrong: boolean, code: TextFault["code"], params: TextFault["params"] = {}) =>
  wrong ? [fault(code, params)] : [];

function nodeFaults(node: Nodes, source: string, names: TextNames, figures: boolean): Fault[] {
  switch (node.type) {
    case "inlineMath":
    case "math":
      return mathFaults(node.value, node.type === "math");
    case "text":
      return wordFaults(
        node.value,
        source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
        names,
      );
    case "link":
      return linkFaults(node.url, names);
    case "image":
      return figures
        ? when(!node.alt, "markdown.no-alternative", { url: node.url })
        : [fault("markdown.image", { url: node.url })];
    case "html":
      return [fault("markdown.html", { html: node.value.slice(0, 40) })];
    case "code":
      return when(Boolean(node.lang) && !isKnownLanguage(node.lang ?? ""), "markdown.code-language", {
        language: node.lang ?? "",
      });
    default:
      return [];
  }
}

const formulas = new Map<string, string | null>();
/** What KaTeX says against a formula; the same formula stands in many texts. */
function complaint(tex: string, displayMode: boolean): string | null {
  const key = `${displayMode}|${tex}`;
  const known = formulas.get(key);
  if (known !== undefined) return known;
  let said: string | null = null;
  try {
    mathToHtml(tex, displayMode);
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    said = error.rawMessage;
  }
  if (formulas.size > 20_000) formulas.clear();
  formulas.set(key, said);
  return said;
}

function mathFaults(tex: string, displayMode: boolean): Fault[] {
  if (holdsMark(tex)) return [fault("markdown.mark-in-formula")];
  const detail = complaint(tex, displayMode);
  return detail === null ? [] : [fault("markdown.formula", { formula: tex.trim().slice(0, 60), detail })];
}

const wordFaults = (text: string, source: string, names: TextNames): Fault[] => [
  ...when(/(?<!\\)(?:\\\\)*\$/.test(source), "markdown.dollar"),
  ...when(/\*\*/.test(text) && !/\\\*/.test(source), "markdown.emphasis"),
  ...citedIds(text).flatMap((id) => when(!names.sources.has(id), "markdown.unknown-source", { id })),
];

function linkFaults(url: string, names: TextNames): Fault[] {
  const [, slug, anchor] = topicLink.exec(url) ?? [];
  if (slug === undefined) return when(!/^(?:https?:\/\/\S+|#[a-z0-9-]+)$/.test(url), "markdown.link", { url });
  if (!names.topics.has(slug)) return [fault("markdown.link-topic", { slug })];
  // without a list of anchors (in the editor) only the topic is looked up
  const wrong = anchor !== undefined && names.anchors !== undefined && !names.anchors.get(slug)?.has(anchor);
  return when(wrong, "markdown.link-anchor", { slug, anchor: anchor ?? "" });
}
