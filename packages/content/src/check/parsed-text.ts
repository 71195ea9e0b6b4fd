import type { Root } from "mdast";
import { parseMarkdown } from "../render/markdown-tree";

const kept = new Map<string, Root>();

/** The syntax tree of a text, kept because several checks read the same text. Only to be read. */
export function parsedText(text: string): Root {
  let tree = kept.get(text);
  if (!tree) {
    // an editor's server lives long
    if (kept.size > 20_000) kept.clear();
    kept.set(text, (tree = parseMarkdown(text)));
  }
  return tree;
}
