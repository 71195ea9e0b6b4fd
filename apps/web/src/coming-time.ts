import { relativeTime, type ZonedTime } from "@tidao/i18n/format";
import type { Locale } from "@tidao/kernel";

const minute = 60_000;

/** When something comes that is not there yet: in a minute at the soonest, never "now" beside a sentence that says not now. */
export function comingTime(locale: Locale, at: string, now: Date, zone: string): ZonedTime {
  const soonest = new Date(Math.max(new Date(at).getTime(), now.getTime() + minute));
  return { ...relativeTime(locale, at, now, zone), text: relativeTime(locale, soonest, now, zone).text };
}
