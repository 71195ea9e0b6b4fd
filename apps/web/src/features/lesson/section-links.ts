import { escapeHtml } from "@tidao/kernel";
import { sectionAnchor } from "./section-anchor";

interface Heading {
  id: string;
  level: 2 | 3;
  text: string;
  objective?: string;
}
interface SectionLink {
  href: string;
  text: string;
}

/**
 * A lesson's HTML with an anchor where each objective begins to be taught, and a link at the end of its sections. The HTML is the content compiler's, so
 * a section begins where `<h2 id="…">` stands; a section that is not found is left as it is.
 * @param linkTo where a section is practised; null for one without questions
 */
export function withSectionLinks(
  html: string,
  headings: readonly Heading[],
  linkTo: (objective: string) => SectionLink | null,
): string {
  const starts = startsOf(html, headings);
  const links = headings.flatMap(({ level, text, objective }, index) => {
    const link = objective === undefined || starts[index] === -1 ? null : linkTo(objective);
    if (!link) return [];
    const next = headings.findIndex((other, at) => at > index && other.level <= level && starts[at] !== -1);
    return [{ at: next === -1 ? html.length : (starts[next] ?? html.length), html: markup(link, text) }];
  });
  // of two sections that end together the inner one is practised first
  const ordered = links.toSorted((a, b) => b.at - a.at).toReversed();
  const anchors = headings.flatMap(({ objective }, index) => {
    const isFirst = objective !== undefined && headings.findIndex((other) => other.objective === objective) === index;
    const at = starts[index] ?? -1;
    return isFirst && at !== -1 ? [{ at, html: `<span id="${escapeHtml(sectionAnchor(objective))}"></span>` }] : [];
  });
  const pieces: string[] = [];
  let end = 0;
  // a section ends before the next begins
  for (const inserted of [...ordered, ...anchors].toSorted((a, b) => a.at - b.at)) {
    pieces.push(html.slice(end, inserted.at), inserted.html);
    end = inserted.at;
  }
  return [...pieces, html.slice(end)].join("");
}

/** Several links of a page say the same; to a screen reader each names its section. */
const markup = ({ href, text }: SectionLink, section: string) =>
  `<p class="print-hidden font-sans text-sm"><a href="${escapeHtml(href)}">${escapeHtml(text)}<span class="sr-only"> ${escapeHtml(section)}</span></a></p>`;

/** Where each heading begins; -1 for one that is not there. Headings come in the order of the text, which is read once. */
function startsOf(html: string, headings: readonly Heading[]): readonly number[] {
  let from = 0;
  return headings.map(({ id, level }) => {
    const at = html.indexOf(`<h${level} id="${id}"`, from);
    from = Math.max(from, at);
    return at;
  });
}
