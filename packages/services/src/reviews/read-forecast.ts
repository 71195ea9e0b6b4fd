import type { UserActor } from "@tidao/access";
import { type ForecastDay, weekdayOf } from "@tidao/scheduling";
import { z } from "zod";
import { addDays } from "../analytics/calendar-day";
import { readWishes } from "../learning-record/review-wishes.repo";
import type { ReviewWishes } from "../learning-record/review-wishes";
import { listAskableCards, readDay } from "./day.repo";
import { forecastFor } from "./forecast";
import { localDay } from "./local-day";

const forecastDay = z.strictObject({ date: z.string(), due: z.number(), reviews: z.number(), waiting: z.number(), minutes: z.number(), weight: z.number() });
export const forecastDto = z.array(forecastDay);
/** Days as they are shown: minutes, and the share of the limit that the weekday has. */
export const forecastDays = (forecast: readonly ForecastDay[], from: string, easyDays: readonly number[]): z.infer<typeof forecastDto> =>
  forecast.map(({ due, reviews, waiting, seconds }, index) => {
    const date = addDays(from, index);
    return { date, due, reviews, waiting, minutes: seconds / 60, weight: easyDays[weekdayOf(date)] ?? 1 };
  });

export interface LoadForecast {
  /** Empty where there are no cards yet. */
  days: z.infer<typeof forecastDto>;
  wishes: ReviewWishes;
}
/** The load of the coming thirty days alone. */
export async function readForecast(actor: UserActor, withheld: string[], now: Date): Promise<LoadForecast> {
  const day = localDay(actor, now);
  const [numbers, cards] = await Promise.all([readDay(actor.subjectId, withheld, day.start, now), listAskableCards(actor.subjectId, withheld)]);
  const { wishes } = numbers;
  const forecast = cards.length ? forecastFor(cards, day, numbers, wishes) : [];
  return { days: forecastDays(forecast, day.date, wishes.easyDays), wishes };
}

/**
 * The same of some cards only, each on the day on which it falls due: the day's limit and its new questions are shared with all
 * the others.
 * @param pace of these questions; null before it is known
 */
export async function readForecastOf(actor: UserActor, questionIds: readonly string[], pace: number | null, withheld: string[], now: Date): Promise<LoadForecast> {
  const day = localDay(actor, now);
  const [wishes, cards] = await Promise.all([readWishes(actor.subjectId), listAskableCards(actor.subjectId, withheld, questionIds)]);
  const numbers = { secondsPerAnswer: pace, share: null, done: 0 };
  const forecast = cards.length ? forecastFor(cards, day, numbers, { ...wishes, dailyNew: 0 }, { limited: false }) : [];
  return { days: forecastDays(forecast, day.date, []), wishes };
}
