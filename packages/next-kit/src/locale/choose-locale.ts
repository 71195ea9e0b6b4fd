import { isLocale, type Locale } from "@tidao/kernel";

export const LOCALE_COOKIE = "tidao.locale";

/** A cookie's value by name; the first counts. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const equals = part.indexOf("=");
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return undefined;
}

/** Remembered choice, else the browser's languages in their order of preference (RFC 9110, 12.5.4). */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | undefined): Locale {
  const remembered = cookieValue(cookie, LOCALE_COOKIE);
  if (isLocale(remembered)) return remembered;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((entry, place) => {
      const [tag = "", ...params] = entry.trim().toLowerCase().split(";");
      const weight = params.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.split("-")[0] ?? "", weight: weight === undefined ? 1 : Number(weight), place };
    })
    .filter(({ language, weight }) => language !== "" && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  const ours = wanted.map(({ language }) => language).find(isLocale);
  // someone who reads neither is likelier to read English; no preference at all means the course's first language
  return ours ?? (wanted.some(({ language }) => language !== "*") ? "en" : "zh");
}
