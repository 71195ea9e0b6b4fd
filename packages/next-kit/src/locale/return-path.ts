import type { Locale } from "@tidao/kernel";

/**
 * Where to go after signing in: only a path on this origin. Browsers read `\` as `/` and drop tabs and line breaks, so
 * `/\evil.example` and `/<tab>/evil.example` leave the site: whatever the URL parser does not keep here is refused.
 */
export function safeReturnPath(wanted: string | string[] | null | undefined, otherwise: string): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || wanted.length > 2000) return otherwise;
  const here = "http://here.invalid";
  let url: URL;
  try {
    url = new URL(wanted, here);
  } catch {
    return otherwise;
  }
  if (url.origin !== here || url.pathname.startsWith("//")) return otherwise;
  // a page, never an endpoint: signing in must not end in a download or a sign-out
  if (url.pathname.startsWith("/api/") || /^\/(?:zh|en)?\/?sign-(?:in|up)(?:\/|$)/.test(url.pathname)) return otherwise;
  return url.pathname + url.search + url.hash;
}

/** The same page in a language: whoever changed it at the door goes on in what they chose. */
export const inLanguage = (path: string, locale: Locale): string =>
  path.replace(/^\/(?:zh|en)(?=[/?#]|$)/, `/${locale}`);
