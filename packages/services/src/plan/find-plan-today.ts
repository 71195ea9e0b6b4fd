import type { UserActor } from "@tidao/access";
import { type Clock } from "@tidao/kernel";
import { daysBetween } from "@tidao/scheduling";
import { z } from "zod";
import { minutesOf } from "../reviews";
import { itemsLeft, missedDays, secondsLeft } from "./get-plan";
import { findPlanOfToday } from "./plan-of-today";

export const planTodayDto = z.strictObject({
  /** The day of the interview. */
  date: z.string(),
  daysLeft: z.number().int(),
  itemsLeft: z.number().int(),
  itemsDone: z.number().int(),
  minutesLeft: z.number().int(),
  missedDays: z.number().int(),
  forecast: z.strictObject({ recall: z.number(), low: z.number(), high: z.number() }),
});
export type PlanToday = z.infer<typeof planTodayDto>;

/** What home says of the plan: one read, but for the first look of a day, which makes the day's plan. Null without one, and when its date has come. */
export async function findPlanToday(actor: UserActor, { clock }: { clock: Clock }): Promise<PlanToday | null> {
  const plan = await findPlanOfToday(actor, clock.now());
  if (!plan?.day) return null;
  return {
    date: plan.setting.date,
    daysLeft: daysBetween(plan.today, plan.setting.date),
    itemsLeft: itemsLeft(plan).length,
    itemsDone: plan.done.length,
    minutesLeft: minutesOf(secondsLeft(plan)),
    missedDays: missedDays(plan),
    forecast: plan.day.outlook.forecast,
  };
}
