import { weekdayOf } from "../easy-days";
import type { PlanInput } from "./plan-input";

export interface StudyDay {
  date: string;
  /** Seconds; 0 on a day off. */
  budget: number;
  off: boolean;
  /** Days of work from this one on. */
  workLeft: number;
  /** Seconds of this day and those after it. */
  secondsLeft: number;
}
const dayMs = 86_400_000;
const at = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / dayMs);

/** The days that are left for work, today first, each with its seconds. */
export function studyDays({ today, date, minutesADay, daysOff = [], spentToday = 0 }: PlanInput): StudyDay[] {
  const days = Array.from({ length: Math.max(0, daysBetween(today, date)) }, (_, index) => {
    const day = new Date(at(today) + index * dayMs).toISOString().slice(0, 10);
    const off = daysOff.includes(weekdayOf(day) + 1);
    const budget = off ? 0 : Math.max(0, Math.round(minutesADay * 60) - (index === 0 ? spentToday : 0));
    return { date: day, budget, off };
  });
  let [workLeft, secondsLeft] = [0, 0];
  return days
    .toReversed()
    .map((day) => {
      workLeft += day.off ? 0 : 1;
      secondsLeft += day.budget;
      return { ...day, workLeft, secondsLeft };
    })
    .toReversed();
}
