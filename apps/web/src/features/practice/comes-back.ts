import type { Locale } from "@tidao/kernel";

const intlLocales = { zh: "zh-CN", en: "en-GB" } as const;
const [minute, hour, day] = [60, 3600, 86_400];

/** How long until a question comes back, in the largest whole unit: "in 10 minutes", "in 3 days". Nobody needs it finer. */
export function comesBack(locale: Locale, at: string, from: string): string {
  const seconds = Math.max(minute, (new Date(at).getTime() - new Date(from).getTime()) / 1000);
  const format = new Intl.RelativeTimeFormat(intlLocales[locale], { numeric: "always" });
  if (seconds < 59.5 * minute) return format.format(Math.round(seconds / minute), "minute");
  if (seconds < 23.5 * hour) return format.format(Math.round(seconds / hour), "hour");
  return format.format(Math.round(seconds / day), "day");
}
