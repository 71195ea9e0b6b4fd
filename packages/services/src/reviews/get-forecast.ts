import type { UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import { type ForecastDay, weekdayOf } from "@tidao/scheduling";
import { z } from "zod";
import { addDays } from "../analytics/calendar-day";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { listAskableCards, readDay } from "./day.repo";
import { forecastFor } from "./forecast";
import { localDay } from "./local-day";

const forecastDay = z.strictObject({ date: z.string(), due: z.number(), reviews: z.number(), waiting: z.number(), minutes: z.number(), weight: z.number() });
export const forecastDto = z.array(forecastDay);
export const reviewForecastDto = z.strictObject({
  /** Empty where there are no cards yet. */
  forecast: forecastDto,
  dailyNew: z.number().int(),
  /** Cards that are due and may be reviewed now. */
  due: z.number().int(),
});

/** Days as they are shown: minutes, and the share of the limit that the weekday has. */
export const forecastDays = (forecast: readonly ForecastDay[], from: string, easyDays: readonly number[]): z.infer<typeof forecastDto> =>
  forecast.map(({ due, reviews, waiting, seconds }, index) => {
    const date = addDays(from, index);
    return { date, due, reviews, waiting, minutes: seconds / 60, weight: easyDays[weekdayOf(date)] ?? 1 };
  });

/** The load of the coming thirty days alone. */
export async function getForecast(actor: UserActor, _: object, { clock }: { clock: Clock }): Promise<z.infer<typeof reviewForecastDto>> {
  const now = clock.now();
  const day = localDay(actor, now);
  const withheld = await listWithheldQuestionIds(actor, now);
  const [numbers, cards] = await Promise.all([readDay(actor.subjectId, withheld, day.start, now), listAskableCards(actor.subjectId, withheld)]);
  const { easyDays, dailyNew } = numbers.wishes;
  const forecast = cards.length ? forecastFor(cards, day, numbers, numbers.wishes) : [];
  return { forecast: forecastDays(forecast, day.date, easyDays), dailyNew, due: numbers.due + numbers.again };
}
