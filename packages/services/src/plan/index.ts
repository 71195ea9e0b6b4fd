export { findPlanToday, type PlanToday, planTodayDto } from "./find-plan-today";
export { getPlan } from "./get-plan";
export { type Plan, planDto, planSetting, type PlanSetting, type WhyNowDto } from "./plan.dto";
export { clearPlan, setPlan } from "./set-plan";
