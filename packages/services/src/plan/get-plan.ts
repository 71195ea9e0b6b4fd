import type { UserActor } from "@tidao/access";
import { type Clock, type Locale, localDate } from "@tidao/kernel";
import { daysBetween, weekdayOf } from "@tidao/scheduling";
import { addDays } from "../analytics/calendar-day";
import { listTopicRows } from "../course/topic.repo";
import type { Plan } from "./plan.dto";
import { findPlanOfToday, type PlanOfToday } from "./plan-of-today";

/** The learner's plan toward a date: today's list with reasons, the days after it, what is to be expected, what is left out. */
export async function getPlan(actor: UserActor, _: object, { clock, locale }: { clock: Clock; locale: Locale }): Promise<Plan> {
  const now = clock.now();
  const today = localDate(now, actor.zone);
  const [plan, rows] = await Promise.all([findPlanOfToday(actor, now), listTopicRows(actor, now)]);
  const topics = rows.filter(({ questions }) => questions > 0).map(({ slug, area, questions, body }) => ({ slug, area, questions, title: body.title[locale] }));
  if (!plan) return { today, setting: null, missedDays: 0, plan: null, topics };
  const { date, minutesADay, daysOff, weights } = plan.setting;
  return {
    today,
    setting: { date, minutesADay, daysOff, weights },
    missedDays: missedDays(plan),
    plan: plan.day && {
      daysLeft: daysBetween(today, date),
      items: plan.day.items.map((item) => ({ ...item, done: plan.done.includes(item.questionId) })),
      secondsLeft: secondsLeft(plan),
      outlook: plan.day.outlook,
    },
    topics,
  };
}

export const itemsLeft = ({ day, done }: PlanOfToday) => (day?.items ?? []).filter(({ questionId }) => !done.includes(questionId));
export const secondsLeft = (plan: PlanOfToday) => itemsLeft(plan).reduce((sum, { seconds }) => sum + seconds, 0);

/** Days of work that went by without an answer since the last one with any, or since the plan was set. */
export function missedDays({ setting, today, lastActive }: Pick<PlanOfToday, "setting" | "today" | "lastActive">): number {
  const from = lastActive && lastActive >= setting.setOn ? addDays(lastActive, 1) : setting.setOn;
  let missed = 0;
  for (let day = from; day < today; day = addDays(day, 1)) if (!setting.daysOff.includes(weekdayOf(day) + 1)) missed++;
  return missed;
}
