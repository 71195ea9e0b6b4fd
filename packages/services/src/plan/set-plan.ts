import type { UserActor } from "@tidao/access";
import { type Clock, DomainError, localDate } from "@tidao/kernel";
import { addDays } from "../analytics/calendar-day";
import { recordEvent } from "../learning-record/event.repo";
import type { PlanSetting } from "./plan.dto";
import { applyPlanCleared, applyPlanSet, findPlan, hasTopicToPlan } from "./plan.repo";

/** A plan looks at most a year ahead. */
const furthest = 366;

/**
 * Sets the learner's plan, or sets it anew; today's list is made again at the next look, less what was done of it.
 * @throws PLAN_DATE_UNFIT for a date that is not after today or more than a year away; PLAN_WITHOUT_TOPIC when every topic is left out
 */
export async function setPlan(actor: UserActor, setting: PlanSetting, { clock }: { clock: Clock }): Promise<null> {
  const now = clock.now();
  const today = localDate(now, actor.zone);
  const isDate = !Number.isNaN(Date.parse(setting.date)) && addDays(setting.date, 0) === setting.date;
  if (!isDate || setting.date <= today || setting.date > addDays(today, furthest)) throw new DomainError("PLAN_DATE_UNFIT");
  const leftOut = Object.keys(setting.weights).filter((slug) => setting.weights[slug] === 0);
  if (!(await hasTopicToPlan(leftOut))) throw new DomainError("PLAN_WITHOUT_TOPIC");
  const body = { ...setting, daysOff: [...new Set(setting.daysOff)].sort((a, b) => a - b) };
  await recordEvent(actor, { kind: "plan_set", body }, now, async (connection) => {
    await applyPlanSet(connection, actor.subjectId, { ...body, setOn: today, setAt: now });
  });
  return null;
}

/** Takes the plan away; what was learned stays. Clearing twice changes nothing. */
export async function clearPlan(actor: UserActor, _: object, { clock }: { clock: Clock }): Promise<null> {
  const now = clock.now();
  if (!(await findPlan(actor.subjectId, localDate(now, actor.zone)))) return null;
  await recordEvent(actor, { kind: "plan_cleared", body: {} }, now, async (connection) => {
    await applyPlanCleared(connection, actor.subjectId);
  });
  return null;
}
