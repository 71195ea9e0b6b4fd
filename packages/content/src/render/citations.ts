import type { Locale } from "@tidao/kernel";
import type { ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Source } from "../schema/source.schema";
import { element, textNode } from "./html-nodes";

const citation = /\[@([a-z0-9][a-z0-9-]*(?:\s*;\s*@[a-z0-9][a-z0-9-]*)*)\]/g;

/** Ids in the order in which they are first cited. */
export function citedIds(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(citation), ([, ids = ""]) => idsIn(ids)).flat())];
}
const idsIn = (list: string) => list.split(";").map((id) => id.trim().replace(/^@/, ""));

const withoutInitials = (author: string) => author.trim().replace(/^(?:\p{Lu}\p{Ll}?\.[\s-]*)+/u, "");

/** "Sennrich et al. 2016", "Sennrich 等 2016"; without the list of sources what the id tells. */
export function citationLabel(id: string, source: Source | undefined, locale: Locale): string {
  if (!source)
    return id
      .replace(/-(\d{4}[a-z]?)$/, " $1")
      .replace(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase())
      .replaceAll("-", " ");
  const authors = source.authors
    .replace(/\s*(?:,\s*)?(?:et al\.?|等)\s*$/u, "")
    .split(/,\s*|\s+and\s+|\s*&\s*/)
    .map(withoutInitials);
  const others = authors.length > 2 || authors.length < source.authors.split(/,|et al/).length;
  const [first = "", second] = authors;
  const names = others
    ? `${first}${locale === "zh" ? " 等" : " et al."}`
    : second
      ? `${first}${locale === "zh" ? "、" : " & "}${second}`
      : first;
  return `${names} ${source.year}`;
}

/** `[@sennrich-2016; @kudo-2018]` becomes links to the list of sources at the end of the page. */
export function renderCitations(tree: Root, locale: Locale, sources: Record<string, Source>): string[] {
  const cited: string[] = [];
  visit(tree, (node, at, parent) => {
    if (node.type === "element" && node.tagName === "code") return "skip";
    if (node.type !== "text" || !parent || at === undefined || !node.value.includes("[@")) return undefined;
    const pieces: ElementContent[] = [];
    let end = 0;
    for (const match of node.value.matchAll(citation)) {
      pieces.push(textNode(node.value.slice(end, match.index)));
      end = match.index + match[0].length;
      const ids = idsIn(match[1] ?? "");
      cited.push(...ids);
      const links = ids.map((id) =>
        element("a", { href: `#source-${id}` }, [textNode(citationLabel(id, sources[id], locale))]),
      );
      const separated = links.flatMap((link, i) =>
        i === 0 ? [link] : [textNode(locale === "zh" ? "；" : "; "), link],
      );
      pieces.push(element("span", { className: ["citation"] }, [textNode("["), ...separated, textNode("]")]));
    }
    pieces.push(textNode(node.value.slice(end)));
    parent.children.splice(at, 1, ...pieces);
    return at + pieces.length;
  });
  return [...new Set(cited)];
}
