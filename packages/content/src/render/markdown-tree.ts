import type { Root as HtmlRoot } from "hast";
import type { Paragraph, Root } from "mdast";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { type Processor, unified } from "unified";
import { visit } from "unist-util-visit";
import { boundedMarks, withinBound } from "./bounded-marks";
import { isHeavy } from "./bounded-shape";

function bounded(this: Processor): void {
  (this.data().micromarkExtensions ??= []).push(boundedMarks);
}
// CommonMark does not close **粗体（bold）** before a Chinese character; the extension does
export const markdownParser = unified()
  .use(remarkParse)
  .use(remarkCjkFriendly)
  .use(remarkGfm)
  .use(remarkMath)
  .use(bounded)
  .freeze();

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

/** Events that may be walked to pair the marks of a text of this many characters; the course needs a tenth at most. */
export const mostWalked = (length: number): number => 20_000 + 20 * length;

const tangled = new WeakSet<Root>();
/** Whether a text has so many marks that it was read as plain text. */
export const isTangled = (tree: Root): boolean => tangled.has(tree);

/** A text that would keep a server busy for seconds is read as plain text; no honest text comes near. */
export function parseMarkdown(markdown: string): Root {
  if (isHeavy(markdown)) return plainTree(markdown);
  const { made: tree } = withinBound(mostWalked(markdown.length), () => markdownParser.parse(markdown));
  if (!tree) return plainTree(markdown);
  displayMath(tree, markdown);
  return tree;
}
/** As it was written, line by line, so that it can be mended. */
function plainTree(markdown: string): Root {
  const tree: Root = { type: "root", children: [{ type: "code", value: markdown }] };
  tangled.add(tree);
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
