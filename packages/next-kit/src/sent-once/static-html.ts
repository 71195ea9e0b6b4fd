import { escapeHtml } from "@tidao/kernel";
import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";

/** As React names attributes in JSX, and as HTML and SVG do; others are alike. */
const attributeNames: Record<string, string> = {
  className: "class",
  htmlFor: "for",
  tabIndex: "tabindex",
  defaultValue: "value",
  defaultChecked: "checked",
  fillRule: "fill-rule",
  strokeWidth: "stroke-width",
  strokeLinecap: "stroke-linecap",
  strokeLinejoin: "stroke-linejoin",
  strokeDasharray: "stroke-dasharray",
  textAnchor: "text-anchor",
  dominantBaseline: "dominant-baseline",
};
/** There or not there. */
const flags = new Set(["checked", "defaultChecked", "disabled", "hidden", "multiple", "open", "readOnly", "required"]);
const empties = new Set(["br", "circle", "hr", "img", "input", "line", "path", "rect", "source", "wbr"]);
const notAttributes = new Set(["children", "dangerouslySetInnerHTML", "key", "ref"]);

/**
 * What React's `renderToStaticMarkup` gives (a test holds them together), for elements and components that only look: Next
 * writes each element of a page four times on its way (as data for its own renderer, as HTML, as data for the router, and as
 * bytes), and this once. A component of the browser, a handler or a component that waits has no place here.
 * @throws Error that says which
 */
export function staticHtml(node: ReactNode): string {
  return htmlOf(node, undefined);
}

function htmlOf(node: ReactNode, chosen: unknown): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string") return escapeHtml(node);
  if (typeof node === "number" || typeof node === "bigint") return String(node);
  if (Array.isArray(node)) {
    let html = "";
    for (const child of node as ReactNode[]) html += htmlOf(child, chosen);
    return html;
  }
  if (!isValidElement<Record<string, unknown>>(node)) throw new Error("only what is at hand can be written as HTML");
  const { type, props } = node;
  if (typeof type === "string") return elementHtml(type, props, chosen);
  if (type === (Fragment as unknown)) return htmlOf(props["children"] as ReactNode, chosen);
  if (typeof type === "function" && !("$$typeof" in type))
    return htmlOf((type as (given: unknown) => ReactNode)(props), chosen);
  throw new Error(`${nameOf(node)} is not made of elements alone and cannot be written as HTML`);
}
const nameOf = ({ type }: ReactElement) => (typeof type === "function" && type.name) || "a component";

function elementHtml(tag: string, props: Record<string, unknown>, chosen: unknown): string {
  let attributes = "";
  for (const name in props)
    if (!notAttributes.has(name) && !(tag === "select" && /^(defaultV|v)alue$/.test(name)))
      attributes += attributeHtml(tag, name, props[name]);
  if (tag === "option" && chosen !== undefined && props["value"] === chosen) attributes += ` selected=""`;
  if (empties.has(tag)) return `<${tag}${attributes}/>`;
  const raw = props["dangerouslySetInnerHTML"] as { __html: string } | undefined;
  const within = tag === "select" ? (props["value"] ?? props["defaultValue"]) : chosen;
  return `<${tag}${attributes}>${raw ? raw.__html : htmlOf(props["children"] as ReactNode, within)}</${tag}>`;
}

function attributeHtml(tag: string, name: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "function") throw new Error(`${name} of <${tag}> needs the browser's script`);
  const written = attributeNames[name] ?? name;
  if (flags.has(name)) return value ? ` ${written}=""` : "";
  if (name === "style") return ` style="${escapeHtml(styleText(value as Record<string, unknown>))}"`;
  if (typeof value === "boolean") {
    if (!/^(aria|data)-|^(spellCheck|draggable)$/.test(name)) return "";
    return ` ${written}="${value}"`;
  }
  if (typeof value !== "string" && typeof value !== "number") throw new Error(`${name} of <${tag}> is no attribute`);
  // as React refuses it: a link must not run what somebody wrote
  if (/^(?:href|src|action|formAction)$/.test(name) && /^javascript:/i.test(`${value}`.replaceAll(/[\p{Cc}\s]/gu, "")))
    throw new Error(`${name} of <${tag}> is a script`);
  return ` ${written}="${escapeHtml(`${value}`)}"`;
}

function styleText(style: Record<string, unknown>): string {
  return Object.entries(style)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => {
      if (typeof value === "number" && value !== 0 && !name.startsWith("--"))
        throw new Error(`style.${name}: give a number its unit`);
      return `${name.startsWith("--") ? name : name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${String(value).trim()}`;
    })
    .join(";");
}
