import { escapeHtml, type Locale } from "@tidao/kernel";
import { visit } from "unist-util-visit";
import { stripMarks } from "./passage-marks";
import { renderTree, writeHtml } from "./render-markdown";

/**
 * Markdown of a learner's own note as safe HTML. A page may hold many notes below headings of its own: a note names
 * nothing in the page (no ids, no links to ids) and its headings stand from the fourth level down. What cannot be
 * rendered (nesting that no stack is deep enough for) is shown as it was written, so that it can be mended.
 */
export async function renderNote(markdown: string, locale: Locale): Promise<string> {
  try {
    const { tree } = await renderTree(stripMarks(markdown), locale);
    visit(tree, "element", (found) => {
      delete found.properties["id"];
      delete found.properties["ariaDescribedBy"];
      const href = found.properties["href"];
      if (typeof href === "string" && href.startsWith("#")) delete found.properties["href"];
      // what leads nowhere does not look like a link
      if (found.tagName === "a" && found.properties["href"] === undefined) found.tagName = "span";
      const level = /^h([1-6])$/.exec(found.tagName)?.[1];
      if (level) found.tagName = `h${Math.min(6, Number(level) + 3)}`;
    });
    return writeHtml(tree);
  } catch {
    return `<pre tabindex="0">${escapeHtml(markdown)}</pre>`;
  }
}
