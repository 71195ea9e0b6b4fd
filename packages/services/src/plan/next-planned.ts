import type { UserActor } from "@tidao/access";
import type { WhyNowDto } from "./plan.dto";
import { itemsLeft } from "./get-plan";
import { findPlanOfToday } from "./plan-of-today";

export interface NextPlanned {
  /** Null when today's list is done, and without a plan. */
  questionId: string | null;
  whyNow: WhyNowDto | null;
  /** Items of today's list, and how many of them are done. */
  total: number;
  done: number;
}

/** The next item of today's plan, in its order. */
export async function nextPlanned(actor: UserActor, except: string[], now: Date): Promise<NextPlanned> {
  const plan = await findPlanOfToday(actor, now);
  if (!plan?.day) return { questionId: null, whyNow: null, total: 0, done: 0 };
  const next = itemsLeft(plan).find(({ questionId }) => !except.includes(questionId));
  return { questionId: next?.questionId ?? null, whyNow: next?.whyNow ?? null, total: plan.day.items.length, done: plan.done.length };
}
