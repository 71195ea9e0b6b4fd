import type { UserActor } from "@tidao/access";
import { localDate } from "@tidao/kernel";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { makePlanDay } from "./make-plan-day";
import { findPlan, type PlanDayRow, type PlanState, savePlanDay } from "./plan.repo";

export interface PlanOfToday extends PlanState {
  today: string;
  /** Null from the day of the interview on. */
  day: PlanDayRow | null;
}

/**
 * The learner's plan with today's list: as it was made this morning, made now if this is the first look of the day or the
 * setting has changed since. What cannot be asked any more, because an assignment withholds it or it was retired, is left out.
 * Null without a plan.
 */
export async function findPlanOfToday(actor: UserActor, now: Date): Promise<PlanOfToday | null> {
  const today = localDate(now, actor.zone);
  const [state, withheld] = await Promise.all([findPlan(actor.subjectId, today), listWithheldQuestionIds(actor, now)]);
  if (!state) return null;
  const { setting, day } = state;
  if (setting.date <= today) return { ...state, today, day: null };
  const mayCome = (id: string) => state.done.includes(id) || (state.published.includes(id) && !withheld.includes(id));
  if (day && day.madeAt >= setting.setAt)
    return { ...state, today, day: { ...day, items: day.items.filter(({ questionId }) => mayCome(questionId)) } };
  const made = await makePlanDay(actor, state, withheld, now);
  await savePlanDay(actor.subjectId, today, made, setting.setAt);
  return { ...state, today, day: made };
}
