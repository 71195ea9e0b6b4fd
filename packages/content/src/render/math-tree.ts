/** An element of MathML. */
export interface MathNode {
  name: string;
  attributes: string;
  children: MathNode[];
  /** Of a leaf. */
  text: string;
}

const token = /<(\/?)([a-z]+)([^>]*?)(\/?)>|([^<]+)/g;
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
const decode = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) =>
    name ? (entities[name] ?? whole) : String.fromCodePoint(Number.parseInt(hex || decimal, hex ? 16 : 10)),
  );

/** Reads the MathML that KaTeX writes: well-formed, without comments. */
export function mathTree(mathml: string): MathNode {
  const root: MathNode = { name: "mrow", attributes: "", children: [], text: "" };
  const open = [root];
  for (const [, closing, name, attributes = "", empty, text] of mathml.matchAll(token)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += decode(text);
    else if (closing) open.pop();
    else if (name) {
      const child: MathNode = { name, attributes, children: [], text: "" };
      parent.children.push(child);
      if (!empty) open.push(child);
    }
  }
  return root;
}
