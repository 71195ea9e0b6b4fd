import { escapeHtml } from "@tidao/kernel";

/** A figure that is not plain drawing is refused whole: what we do not know we do not show. */
export class FigureError extends Error {
  override readonly name = "FigureError";
}
interface SvgElement {
  name: string;
  attributes: Map<string, string>;
  children: (SvgElement | string)[];
}

const elements = new Set(
  "svg title desc g defs path rect circle ellipse line polyline polygon text tspan marker linearGradient radialGradient stop clipPath pattern use".split(
    " ",
  ),
);
const attributes = new Set(
  `viewBox xmlns role id class x y x1 y1 x2 y2 dx dy cx cy r rx ry d points width height transform fill fill-opacity fill-rule stroke
   stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin opacity font-size font-weight font-style
   font-family text-anchor dominant-baseline letter-spacing marker-start marker-mid marker-end markerWidth markerHeight refX refY orient
   markerUnits offset stop-color stop-opacity gradientUnits gradientTransform clip-path clip-rule patternUnits href preserveAspectRatio
   aria-hidden aria-labelledby aria-label xml:space vector-effect paint-order baseline-shift`.split(/\s+/),
);
/** Colours follow the page: currentColor or a variable of the figure's palette with its fallback. */
const colour =
  /^(?:none|currentColor|transparent|url\(#[\w-]+\)|var\(--figure-[a-z0-9-]+\s*,\s*(?:#[0-9a-fA-F]{3,8}|none|currentColor|transparent)\s*\))$/;
const coloured = new Set(["fill", "stroke", "stop-color"]);

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decode = (text: string) =>
  text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (_, decimal: string, hex: string, name: string) => {
    if (name) return entities[name] ?? fail(`unknown entity &${name};`);
    return String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16));
  });
const fail = (what: string): never => {
  throw new FigureError(what);
};

const token =
  /<!--[\s\S]*?-->|<\?xml[^>]*\?>|<(\/)?([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/)?>|([^<]+)/y;

function parse(source: string): SvgElement {
  const root: SvgElement = { name: "", attributes: new Map(), children: [] };
  const open = [root];
  token.lastIndex = 0;
  for (const text = source.trim(); token.lastIndex < text.length;) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) return fail(`cannot read “${text.slice(at, at + 30)}”`);
    const [, closing, name, attributeText = "", empty, words] = match;
    const parent = open.at(-1) ?? root;
    if (words !== undefined) parent.children.push(decode(words));
    else if (closing) {
      if (parent.name !== name) fail(`</${name}> closes nothing`);
      open.pop();
    } else if (name !== undefined) {
      const child: SvgElement = { name, attributes: new Map(), children: [] };
      for (const [, key = "", double, single] of attributeText.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
        child.attributes.set(key, decode(double ?? single ?? ""));
      parent.children.push(child);
      if (!empty) open.push(child);
    }
  }
  if (open.length !== 1) fail(`<${open.at(-1)?.name}> is not closed`);
  const [svg, ...more] = root.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  if (typeof svg !== "object" || svg.name !== "svg" || more.length > 0)
    return fail("there must be one <svg> element and nothing else");
  return svg;
}

function write({ name, attributes: given, children }: SvgElement, prefix: string): string {
  if (!elements.has(name)) fail(`<${name}> is not allowed`);
  const written = [...given].map(([key, value]) => ` ${key}="${escapeHtml(attributeValue(key, value, prefix))}"`);
  const inner = children.map((child) => (typeof child === "string" ? escapeHtml(child) : write(child, prefix))).join("");
  return `<${name}${written.join("")}>${inner}</${name}>`;
}

/** Ids are made the figure's own, since several figures share a page. */
function attributeValue(key: string, value: string, prefix: string): string {
  if (!attributes.has(key)) fail(`attribute ${key} is not allowed`);
  if (coloured.has(key) && !colour.test(value.trim()))
    fail(`${key}="${value}": use currentColor or var(--figure-1,#0b7285)`);
  if (key === "id") return /^[\w-]+$/.test(value) ? `${prefix}-${value}` : fail(`id="${value}" is not allowed`);
  if (key === "href")
    return /^#[\w-]+$/.test(value) ? `#${prefix}-${value.slice(1)}` : fail(`href="${value}" leaves the figure`);
  if (key === "aria-labelledby")
    return value
      .trim()
      .split(/\s+/)
      .map((id) => `${prefix}-${id}`)
      .join(" ");
  if (/url\(/i.test(value)) {
    const [, id] = /^url\(#([\w-]+)\)$/.exec(value.trim()) ?? [];
    return id === undefined ? fail(`${key}="${value}" leaves the figure`) : `url(#${prefix}-${id})`;
  }
  return value;
}

/** The figure as safe inline SVG. Throws FigureError when it is not what a figure may be. */
export function cleanFigure(source: string, prefix: string, label?: string): string {
  const svg = parse(source);
  const has = (name: string) => svg.children.some((child) => typeof child !== "string" && child.name === name);
  if (!has("title") || !has("desc")) fail("a figure has a <title> and a <desc>");
  if (svg.attributes.get("role") !== "img") fail('the root needs role="img"');
  if (!svg.attributes.has("viewBox")) fail("the root needs a viewBox");
  if (svg.attributes.has("width") || svg.attributes.has("height"))
    fail("the root has no width or height: the page sizes it");
  if (label !== undefined) svg.attributes.set("aria-label", label);
  return write(svg, prefix);
}
