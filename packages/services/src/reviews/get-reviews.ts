import type { UserActor } from "@tidao/access";
import type { Clock, Locale } from "@tidao/kernel";
import { daysUntilLevel, weekdayOf } from "@tidao/scheduling";
import { z } from "zod";
import { listTopicRows } from "../course/topic.repo";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { fittingDto, fittingOf } from "../parameter-fitting/fitting.dto";
import { findFittingAttempt } from "../parameter-fitting/fitting-attempt.repo";
import { listAskableCards } from "./day.repo";
import { minutesOf, usualSeconds } from "./find-due-today";
import { forecastFor } from "./forecast";
import { forecastDays, forecastDto } from "./read-forecast";
import { hardCard, listHardCardDtos } from "./list-hard-cards";
import { listUncomparedDtos, uncomparedAnswer } from "./list-uncompared";
import { localDay } from "./local-day";
import { planToday } from "./plan-today";
import { reviewSettings } from "./review-settings.schema";

export const reviewsDto = z.strictObject({
  /** Cards there are, without those set aside. */
  cards: z.number().int(),
  today: z.strictObject({
    count: z.number().int(),
    /** Those of `count` that were answered today and come back within minutes; they are on top of the limit. */
    again: z.number().int(),
    minutes: z.number().int(),
    waiting: z.number().int(),
    done: z.number().int(),
    limit: z.number().int(),
    /** Share of the daily limit that this weekday has: 0, 0.5 or 1. */
    weight: z.number(),
    topics: z.array(z.strictObject({ slug: z.string(), title: z.string(), count: z.number().int() })),
  }),
  /** Days until nothing waits at this limit; null when the forecast ends before. */
  levelIn: z.number().int().nullable(),
  nextDueAt: z.string().nullable(),
  forecast: forecastDto,
  settings: reviewSettings,
  fitting: fittingDto,
  uncompared: z.array(uncomparedAnswer),
  leeches: z.array(hardCard),
  setAside: z.array(hardCard),
});
export type Reviews = z.infer<typeof reviewsDto>;

/** Everything about a learner's reviews: today, the coming weeks, the wishes behind them, and what keeps being forgotten. */
export async function getReviews(actor: UserActor, _: object, { clock, locale }: { clock: Clock; locale: Locale }): Promise<Reviews> {
  const now = clock.now();
  const day = localDay(actor, now);
  const withheld = await listWithheldQuestionIds(actor, now);
  const [today, cards, topics, attempt] = await Promise.all([
    planToday(actor, withheld, now),
    listAskableCards(actor.subjectId, withheld),
    listTopicRows(actor, now),
    findFittingAttempt(actor.subjectId),
  ]);
  const { numbers, limit } = today;
  const { fitted: _fitted, ...settings } = numbers.wishes;
  const forecast = forecastFor(cards, day, numbers, numbers.wishes);
  const seconds = numbers.secondsPerAnswer ?? usualSeconds;
  const counts = new Map<string, number>();
  for (const { topic } of today.questions) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const later = cards.map(({ due }) => due.getTime()).filter((due) => due > now.getTime());
  return {
    cards: cards.length,
    today: {
      count: today.questions.length,
      again: today.questions.filter(({ lastReview }) => lastReview !== null && lastReview >= day.start).length,
      minutes: minutesOf(today.questions.length * seconds),
      waiting: today.waiting,
      done: numbers.done,
      limit,
      weight: settings.easyDays[weekdayOf(day.date)] ?? 1,
      topics: topics
        .flatMap(({ slug, body }) => (counts.has(slug) ? [{ slug, title: body.title[locale], count: counts.get(slug)! }] : []))
        .sort((a, b) => b.count - a.count),
    },
    levelIn: daysUntilLevel(forecast),
    nextDueAt: later.length ? new Date(Math.min(...later)).toISOString() : null,
    forecast: forecastDays(forecast, day.date, settings.easyDays),
    settings: reviewSettings.parse(settings),
    fitting: fittingOf(numbers.wishes, numbers.reviews, attempt),
    // none in almost every case, which the day's numbers know already
    uncompared: numbers.uncompared > 0 ? await listUncomparedDtos(actor, topics, withheld, locale) : [],
    ...(await listHardCardDtos(actor, topics, withheld, locale)),
  };
}
