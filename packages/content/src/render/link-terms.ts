import { escapeHtml, type Locale } from "@tidao/kernel";

export interface LinkedTerm {
  id: string;
  /** The term and its other forms in the language of the text. */
  forms: readonly string[];
  definition: string;
}
const inPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const letter = String.raw`[\p{Script=Latin}\p{N}]`;

/** A form as a pattern: whole words where it ends in a Latin letter, any gap for a blank, an English plural too. */
function patternOf(form: string, locale: Locale): string {
  const words = escapeHtml(form).split(/\s+/).map(inPattern);
  const body = words.join(locale === "zh" ? String.raw`\s*` : String.raw`[\s\u00a0]+`);
  const plural = locale === "en" && /[a-z]$/i.test(form) ? "(?:s|es)?" : "";
  const before = /^[\p{Script=Latin}\p{N}]/u.test(form) ? `(?<!${letter}|-)` : "";
  const after = /[\p{Script=Latin}\p{N}]$/u.test(form) ? `(?!${letter}|-)` : "";
  return before + body + plural + after;
}

/** What holds no running text, or is a link already. */
const closed = /^(?:a|code|pre|h[1-6]|svg|figcaption|table|button|blockquote)$/;
const empty = /^(?:area|base|br|col|hr|img|input|link|meta|source|wbr)$/;
const isClosed = (tag: string, name: string) => closed.test(name) || /\bclass="[^"]*\bkatex/.test(tag);

/**
 * A lesson's HTML in which the first place of each term is a link to the glossary that carries the definition. The HTML is
 * the content compiler's own: tags are well formed, and `<` in a text is escaped.
 * @param hrefOf the address of a term
 */
export function linkTerms(html: string, terms: readonly LinkedTerm[], locale: Locale, hrefOf: (id: string) => string): string {
  if (terms.length === 0) return html;
  // a long form is tried before a short one that begins like it
  const forms = terms
    .flatMap((term) => term.forms.map((form) => ({ term, form })))
    .toSorted((a, b) => b.form.length - a.form.length);
  // an abbreviation is what it is in capitals only
  const exact = ({ form }: { form: string }) => /^\P{Ll}*$/u.test(form) || /\p{Lu}.*\p{Lu}/u.test(form);
  const pattern = (list: typeof forms, flags: string) =>
    new RegExp(list.map(({ form }) => `(${patternOf(form, locale)})`).join("|") || "(?!)", flags);
  const [loose, strict] = [forms.filter((form) => !exact(form)), forms.filter(exact)];
  const patterns = [
    { list: strict, pattern: pattern(strict, "gu") },
    { list: loose, pattern: pattern(loose, "giu") },
  ];
  const linked = new Set<string>();

  const inText = (text: string): string => {
    let best: { at: number; text: string; term: LinkedTerm } | undefined;
    for (const { list, pattern } of patterns)
      for (const match of text.matchAll(pattern)) {
        const term = list[match.slice(1).findIndex((group) => group !== undefined)]?.term;
        if (!term || linked.has(term.id)) continue;
        const [found] = match;
        if (!best || match.index < best.at || (match.index === best.at && found.length > best.text.length))
          best = { at: match.index, text: found, term };
        break;
      }
    if (!best) return text;
    const { at, term } = best;
    linked.add(term.id);
    const link = `<a class="term" href="${escapeHtml(hrefOf(term.id))}" data-definition="${escapeHtml(term.definition)}">${best.text}</a>`;
    return text.slice(0, at) + link + inText(text.slice(at + best.text.length));
  };

  const open: boolean[] = [];
  const pieces = /<!--[^]*?-->|<(\/?)([a-zA-Z][\w-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/g;
  return html.replace(pieces, (piece, close: string, tag: string | undefined) => {
    if (tag === undefined) return piece.startsWith("<") || open.at(-1) ? piece : inText(piece);
    const name = tag.toLowerCase();
    if (close) open.pop();
    else if (!piece.endsWith("/>") && !empty.test(name)) open.push(open.at(-1) === true || isClosed(piece, name));
    return piece;
  });
}
