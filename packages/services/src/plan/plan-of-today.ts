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
  if (day && day.madeAt >= setting.setAt) return { ...state, today, day: askable(state, day, withheld) };
  const made = await makePlanDay(actor, state, withheld, now);
  if (await savePlanDay(actor.subjectId, today, made, state)) return { ...state, today, day: made };
  // another window was first: both go by its list, and what was done of it stays done
  const stored = await findPlan(actor.subjectId, today);
  return stored?.day ? { ...stored, today, day: askable(stored, stored.day, withheld) } : { ...state, today, day: made };
}

function askable({ done, published }: PlanState, day: PlanDayRow, withheld: readonly string[]): PlanDayRow {
  const mayCome = (id: string) => done.includes(id) || (published.includes(id) && !withheld.includes(id));
  return { ...day, items: day.items.filter(({ questionId }) => mayCome(questionId)) };
}
