import { isLocale, type Locale } from "@tidao/kernel";
import { chooseLocale, LOCALE_COOKIE, cookieValue } from "./choose-locale";

/** The locale that a page's path begins with, if it is one of ours. */
export function localeOfPath(pathname: string): Locale | undefined {
  const first = pathname.split("/", 2)[1];
  return isLocale(first) ? first : undefined;
}

/** Paths that are no pages: Next's own, the API, and files (icon.svg, robots.txt). */
const isNoPage = (pathname: string): boolean =>
  pathname.startsWith("/_next/") ||
  pathname.startsWith("/api/") ||
  pathname === "/api" ||
  /\.[a-z0-9]+$/i.test(pathname);

const languageTag = /^\/[a-z]{2}(?:-[a-z0-9]{2,8})*(?=\/|$)/i;

/**
 * Where a page request without a language of ours has to go: `/` to /zh or /en, /topics to /zh/topics, /zh-CN/topics and
 * /fr/topics to a language that we have, query kept. Null when the path is right as it is, or is no page.
 */
export function localeRedirect(url: string, headers: { cookie?: string; "accept-language"?: string }): string | null {
  const query = url.indexOf("?");
  const pathname = query < 0 ? url : url.slice(0, query);
  if (localeOfPath(pathname) || isNoPage(pathname)) return null;
  const tag = languageTag.exec(pathname)?.[0];
  const named = tag?.slice(1).toLowerCase().split("-")[0];
  const locale = isLocale(named) ? named : chooseLocale(headers.cookie, headers["accept-language"]);
  const rest = tag === undefined ? pathname : pathname.slice(tag.length);
  return `/${locale}${rest === "/" ? "" : rest}${query < 0 ? "" : url.slice(query)}`;
}

/**
 * The language switch is an ordinary link to the same page in the other language. Following it (a document requested from
 * our own pages, in another language than the one remembered) is what makes the choice; a link from elsewhere is not.
 */
export function choiceToRemember(
  path: Locale | undefined,
  headers: { cookie?: string; "sec-fetch-site"?: string | string[]; "sec-fetch-dest"?: string | string[] },
): string | null {
  if (!path || headers["sec-fetch-dest"] !== "document" || headers["sec-fetch-site"] !== "same-origin") return null;
  if (cookieValue(headers.cookie, LOCALE_COOKIE) === path) return null;
  return `${LOCALE_COOKIE}=${path}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
