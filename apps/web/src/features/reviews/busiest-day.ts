import { formatDay } from "@tidao/i18n/format";
import type { Locale } from "@tidao/kernel";

/** The day with most reviews of a forecast that begins today, as the sentence above the chart names it. */
export function busiestDay(locale: Locale, forecast: readonly { date: string; reviews: number }[]) {
  const busiest = forecast.reduce((most, day) => (day.reviews > most.reviews ? day : most), forecast[0]!);
  const today = busiest === forecast[0] ? "yes" : "no";
  return { reviews: busiest.reviews, params: { day: formatDay(locale, busiest.date), today } };
}
