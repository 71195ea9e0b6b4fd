/** Seven shares of the daily limit, Monday first: 1 as always, 0.5 half, 0 none. */
export type EasyDays = readonly number[];
export const everyDayTheSame: EasyDays = [1, 1, 1, 1, 1, 1, 1];

/** Monday 0 … Sunday 6 of a calendar day (YYYY-MM-DD), which has no zone. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/**
 * How many reviews a calendar day holds. Easy days are a matter of this limit and of the forecast, not of due dates: what a
 * card's date would have to dodge is the load of all others, which the fold of one answer does not see, and a date that
 * depended on it could not be replayed from the log. What an easy day leaves waits for the next one, by priority.
 */
export function dayLimit(dailyReviews: number, easyDays: EasyDays, date: string): number {
  return Math.round(dailyReviews * (easyDays[weekdayOf(date)] ?? 1));
}
