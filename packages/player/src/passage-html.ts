import { escapeHtml } from "@tidao/kernel";
import type { Html } from "./question-props";

const blank = /<span\b[^>]*?\sdata-blank="([^"]*)"[^>]*>\s*<\/span>/g;
const span = /<span\b[^>]*?\sdata-span="([^"]*)"[^>]*>/g;

/** Each blank becomes an input. In the string itself, so that a blank can be filled before any script has run. */
export function withInputs(
  passage: Html,
  labelFor: (number: number) => string,
  values: Readonly<Record<string, string>>,
): Html {
  let number = 0;
  return passage.replace(blank, (_, id: string) => {
    number++;
    const value = escapeHtml(values[id] ?? "");
    const label = escapeHtml(labelFor(number));
    return `<input class="blank" data-blank="${id}" aria-label="${label}" value="${value}" type="text" maxlength="120" autocomplete="off" autocapitalize="off" spellcheck="false">`;
  });
}

/** Each span becomes a toggle that the keyboard reaches. */
export const withToggles = (passage: Html, chosen: readonly string[]): Html =>
  passage.replace(
    span,
    (_, id: string) =>
      `<span class="toggle-span" data-span="${id}" role="button" tabindex="0" aria-pressed="${chosen.includes(id)}">`,
  );

/** What stands in a span, whatever spans (mathematics, for one) stand inside it. */
export function spanWords(passage: Html, id: string): Html {
  const open = [...passage.matchAll(span)].find((match) => match[1] === id);
  return open ? passage.slice(open.index + open[0].length, endOfSpan(passage, open.index).inside) : "";
}

/** Where a span's words end, and where it ends itself. */
function endOfSpan(html: Html, start: number): { inside: number; after: number } {
  let depth = 0;
  for (const tag of html.slice(start).matchAll(/<(\/?)span\b[^>]*>/g)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return { inside: start + tag.index, after: start + tag.index + tag[0].length };
  }
  return { inside: start, after: html.length };
}

/** Text for an option of a select, which can hold no elements; null where that would garble mathematics. */
export function plainWords(html: Html): string | null {
  if (html.includes('class="katex')) return null;
  const text = withoutTags(html);
  return text.length > 72 ? `${text.slice(0, 70)}…` : text;
}

/** The same for the ear, formulas in the words that they bring along. */
export function spokenWords(html: Html): string {
  let text = html;
  for (let drawn = text.indexOf(drawing); drawn >= 0; drawn = text.indexOf(drawing))
    text = text.slice(0, drawn) + text.slice(endOfSpan(text, drawn).after);
  return withoutTags(text.replace(/<math\b[^>]*\saria-label="([^"]*)"[^>]*>.*?<\/math>/gs, " $1 "));
}
const drawing = '<span class="katex-html"';

const withoutTags = (html: Html): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
