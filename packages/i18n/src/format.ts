import type { Locale } from "@tidao/kernel";

/** en-GB for English: day before month with the month's name, and a 24-hour clock, which no reader takes for another day. */
const intlLocales = { zh: "zh-CN", en: "en-GB" } as const;

export type Instant = Date | string | number;

const made = new Map<string, unknown>();
/** Making an Intl formatter costs some 50 times a use of it. */
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

function dateFormat(locale: Locale, zone: string, name: string, options: Intl.DateTimeFormatOptions) {
  return once(
    `${locale} ${zone} ${name}`,
    () => new Intl.DateTimeFormat(intlLocales[locale], { ...options, timeZone: zone }),
  );
}

/** Texts that lists ask for in each row, by what they are made of; when there are too many, it begins anew. */
function remembered(known: Map<string, string>, most: number, key: string, make: () => string): string {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= most) known.clear();
  const text = make();
  known.set(key, text);
  return text;
}

/** By language, zone and minute; since 1972 no zone is off by seconds. */
const instants = new Map<string, string>();
const mostInstants = 4000;

/** "3 Mar 2026, 21:30", "2026年3月3日 21:30". */
export function formatInstant(locale: Locale, instant: Instant, zone: string): string {
  const at = new Date(instant);
  return remembered(instants, mostInstants, `${locale} ${zone} ${Math.floor(at.getTime() / 60_000)}`, () =>
    dateFormat(locale, zone, "instant", { dateStyle: "medium", timeStyle: "short" }).format(at),
  );
}

/** "3 Mar 2026", of an instant in a zone. */
export function formatDate(locale: Locale, instant: Instant, zone: string): string {
  return dateFormat(locale, zone, "date", { dateStyle: "medium" }).format(new Date(instant));
}

const days = new Map<string, string>();
/** Some years in both languages; a calendar asks for one of them each time. */
const mostDays = 4000;

/** A calendar day (YYYY-MM-DD) as it stands, in no zone: "3 Mar 2026". */
export function formatDay(locale: Locale, day: string): string {
  return remembered(days, mostDays, `${locale} ${day}`, () => formatDate(locale, `${day}T00:00:00Z`, "UTC"));
}

/** Monday to Sunday, as short as calendars and forms write them: "Mon", "周一". */
export function weekdayNames(locale: Locale): string[] {
  const weekday = new Intl.DateTimeFormat(intlLocales[locale], { weekday: "short", timeZone: "UTC" });
  // 1 January 2024 was a Monday
  return Array.from({ length: 7 }, (_, index) => weekday.format(new Date(Date.UTC(2024, 0, 1 + index))));
}

/** By language, zone and quarter of an hour: clocks change on the quarter, and a list asks for the same name in each row. */
const zoneNames = new Map<string, string>();
const mostZoneNames = 500;

/** "China Standard Time (Asia/Shanghai)". */
export function zoneName(locale: Locale, zone: string, at: Instant): string {
  return remembered(
    zoneNames,
    mostZoneNames,
    `${locale} ${zone} ${Math.floor(new Date(at).getTime() / 900_000)}`,
    () => {
      const parts = dateFormat(locale, zone, "zone", { timeZoneName: "long" }).formatToParts(new Date(at));
      const name = parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
      return locale === "zh" ? `${name}（${zone}）` : `${name} (${zone})`;
    },
  );
}

/** What `<time>` needs: the text, the instant for machines, and the zone's name for the tooltip. */
export interface ZonedTime {
  text: string;
  iso: string;
  title: string;
}

export function zonedTime(locale: Locale, instant: Instant, zone: string): ZonedTime {
  const date = new Date(instant);
  return { text: formatInstant(locale, date, zone), iso: date.toISOString(), title: zoneName(locale, zone, date) };
}

const HOUR = 3600;

/** What ICU calls "now": beside "joined" or 加入 its 现在 reads as an invitation. */
const justNow = { zh: "刚刚", en: "just now" } as const;

/** Relative under a day ("in 3 hours"), the date and time otherwise; the tooltip has the exact time and the zone. */
export function relativeTime(locale: Locale, instant: Instant, now: Instant, zone: string): ZonedTime {
  const exact = zonedTime(locale, instant, zone);
  const seconds = (new Date(instant).getTime() - new Date(now).getTime()) / 1000;
  const size = Math.abs(seconds);
  if (size >= 24 * HOUR) return exact;
  const relative = once(
    `${locale} relative`,
    () => new Intl.RelativeTimeFormat(intlLocales[locale], { numeric: "auto" }),
  );
  const text =
    size < 45
      ? seconds > 0
        ? relative.format(0, "second")
        : justNow[locale]
      : size < 59.5 * 60
        ? relative.format(Math.round(seconds / 60), "minute")
        : relative.format(Math.round(seconds / HOUR), "hour");
  return { text, iso: exact.iso, title: `${exact.text} ${exact.title}` };
}

export function formatNumber(locale: Locale, value: number, maximumFractionDigits = 0): string {
  return once(
    `${locale} number ${maximumFractionDigits}`,
    () => new Intl.NumberFormat(intlLocales[locale], { maximumFractionDigits }),
  ).format(value);
}

/** Points have at most two digits after the point, and no trailing zeros. */
export const formatPoints = (locale: Locale, points: number): string => formatNumber(locale, points, 2);

/** What adds up to one in floating point is all of it. */
const hair = 1e-9;

/**
 * A share between 0 and 1: "61%". What is not all is never "100%" and what is something never "0%": there it has one digit
 * more, "99.6%", and beyond that a bound, ">99.9%". The one way in which percentages are written.
 */
export function formatPercent(locale: Locale, share: number, digits: 0 | 1 | 2 = 0): string {
  const most = Math.max(1, digits);
  const unit = 10 ** -(most + 2);
  const size = Math.abs(share);
  const [isSome, isNotAll] = [size > hair, share < 1 - hair];
  if (isSome && size < unit / 2) return `<${percent(locale, unit, most)}`;
  if (isNotAll && share >= 1 - unit / 2) return `>${percent(locale, 1 - unit, most)}`;
  const isNearEnd = (isSome && size < 0.005) || (isNotAll && share >= 0.995);
  return percent(locale, share, isNearEnd ? most : digits);
}
function percent(locale: Locale, share: number, digits: number): string {
  const options = { style: "percent", maximumFractionDigits: digits, signDisplay: "negative" } as const;
  return once(`${locale} percent ${digits}`, () => new Intl.NumberFormat(intlLocales[locale], options)).format(share);
}

/** A percentage with the number it rests on: "61% (n = 23)". */
export function formatShare(locale: Locale, share: number, n: number): string {
  const size = `n = ${formatNumber(locale, n)}`;
  return locale === "zh" ? `${formatPercent(locale, share)}（${size}）` : `${formatPercent(locale, share)} (${size})`;
}

/** British short units have plurals ("45 secs"); the American ones are abbreviations that stay. */
const unitLocales = { zh: "zh-CN", en: "en-US" } as const;

function unit(locale: Locale, value: number, name: "second" | "minute" | "hour"): string {
  return once(
    `${locale} ${name}`,
    () => new Intl.NumberFormat(unitLocales[locale], { style: "unit", unit: name, unitDisplay: "short" }),
  ).format(value);
}

/** "45 sec", "3 min", "1 hr 20 min": minutes from one minute on, hours from one hour on. */
export function formatDuration(locale: Locale, seconds: number): string {
  if (seconds < 59.5) return unit(locale, Math.round(seconds), "second");
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return unit(locale, minutes, "minute");
  const hours = unit(locale, Math.floor(minutes / 60), "hour");
  if (minutes % 60 === 0) return hours;
  return `${hours}${locale === "zh" ? "" : " "}${unit(locale, minutes % 60, "minute")}`;
}
