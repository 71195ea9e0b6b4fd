import { daysUntilLevel, type ForecastDay, forecastLoad, rescheduleCard } from "@tidao/scheduling";
import { type ReviewChoice, type ReviewWishes, schedulingOf } from "../learning-record/review-wishes";
import type { CardOfForecast, DayNumbers } from "./day.repo";
import { usualSeconds } from "./find-due-today";
import { addDays } from "../analytics/calendar-day";
import { limitOn, type LocalDay } from "./local-day";

export const forecastDays = 30;
/** Until the learner's own share is known: what new questions of the middle difficulty bring. */
const usualShare = 0.7;

/** The coming thirty days of a learner under some wishes; with `reschedule` as if every card were scheduled by them. */
export function forecastFor(
  cards: readonly CardOfForecast[],
  today: LocalDay,
  { secondsPerAnswer, share, done }: Pick<DayNumbers, "secondsPerAnswer" | "share" | "done">,
  wishes: ReviewWishes,
  { reschedule = false, limited = true } = {},
): ForecastDay[] {
  const options = schedulingOf(wishes);
  return forecastLoad(reschedule ? cards.map((card) => rescheduleCard(card, options)) : cards, {
    start: today.start,
    days: forecastDays,
    limitOf: limited ? (day) => limitOn(wishes, addDays(today.date, day)) : () => Number.POSITIVE_INFINITY,
    done,
    newOf: () => wishes.dailyNew,
    firstRecall: share ?? usualShare,
    secondsPerAnswer: secondsPerAnswer ?? usualSeconds,
    options,
  });
}

/** A forecast in three figures. */
export interface Load {
  /** Minutes a day on average, all that falls due being reviewed. */
  minutesADay: number;
  /** Cards that are due today. */
  dueToday: number;
  /** Days until nothing waits, at the learner's limit; null beyond the forecast. */
  levelIn: number | null;
}
export function loadUnder(cards: readonly CardOfForecast[], today: LocalDay, numbers: DayNumbers, choice: ReviewChoice, reschedule: boolean): Load {
  const wishes: ReviewWishes = { ...choice, fitted: choice.fitting ? numbers.wishes.fitted : null };
  const free = forecastFor(cards, today, numbers, wishes, { reschedule, limited: false });
  const limited = forecastFor(cards, today, numbers, wishes, { reschedule });
  return {
    minutesADay: minutesADay(free),
    dueToday: Math.round(free[0]?.due ?? 0),
    levelIn: daysUntilLevel(limited),
  };
}
const minutesADay = (days: readonly ForecastDay[]) => days.reduce((sum, { seconds }) => sum + seconds, 0) / 60 / forecastDays;

/** Minutes a day that a retention costs, every card scheduled by it and nothing left over. */
export function costOf(retention: number, cards: readonly CardOfForecast[], today: LocalDay, numbers: DayNumbers): number {
  const wishes = { ...numbers.wishes, desiredRetention: retention };
  return minutesADay(forecastFor(cards, today, numbers, wishes, { reschedule: true, limited: false }));
}
