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
  if (!open) return "";
  const start = open.index + open[0].length;
  let depth = 1;
  for (const tag of passage.slice(start).matchAll(/<(\/?)span\b[^>]*>/g)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return passage.slice(start, start + tag.index);
  }
  return "";
}

/** Text for an option of a select, which can hold no elements; null where that would garble mathematics. */
export function plainWords(html: Html): string | null {
  if (html.includes('class="katex')) return null;
  const text = html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
  return text.length > 72 ? `${text.slice(0, 70)}…` : text;
}
