import type { Root as HtmlRoot } from "hast";
import type { Paragraph, Root } from "mdast";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";

// CommonMark does not close **粗体（bold）** before a Chinese character; the extension does
const parser = unified().use(remarkParse).use(remarkCjkFriendly).use(remarkGfm).use(remarkMath).freeze();

/** `$$…$$` on a line of its own is display mathematics, also when it is written on one line. */
function displayMath(tree: Root, markdown: string): void {
  visit(tree, "paragraph", (paragraph: Paragraph, at, parent) => {
    const [only, second] = paragraph.children;
    const start = paragraph.position?.start.offset;
    if (!parent || at === undefined || start === undefined || second || only?.type !== "inlineMath") return;
    if (!markdown.startsWith("$$", start)) return;
    const hChildren = [
      {
        type: "element" as const,
        tagName: "code",
        properties: { className: ["language-math", "math-display"] },
        children: [{ type: "text" as const, value: only.value }],
      },
    ];
    parent.children[at] = {
      type: "math",
      value: only.value,
      position: only.position,
      data: { hName: "pre", hChildren },
    };
  });
}

export function parseMarkdown(markdown: string): Root {
  const tree = parser.parse(markdown);
  displayMath(tree, markdown);
  return tree;
}

// Raw HTML is dropped by remark-rehype already; what is left passes this list before anything of ours is put in.
const toHtml = unified()
  .use(remarkRehype)
  .use(rehypeSanitize, {
    ...defaultSchema,
    attributes: {
      ...defaultSchema.attributes,
      code: [["className", /^language-[a-z0-9+#-]+$/, "math-inline", "math-display"]],
      img: ["src", "alt", "title"],
    },
    protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto", "topic"], src: [] },
  })
  .freeze();

/** HTML elements that are safe whoever wrote the Markdown: no raw HTML, no scripts, no handlers, no odd protocols. */
export const safeHtmlTree = (markdown: string): HtmlRoot => toHtml.runSync(parseMarkdown(markdown));
