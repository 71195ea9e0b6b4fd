export {
  countsForReview,
  rateAnswer,
  reviewContexts,
  type AnswerToRate,
  type Rating,
  type ReviewContext,
} from "./rating";
export {
  type Card,
  defaultParameters,
  type Memory,
  newCard,
  nextMemory,
  rescheduleCard,
  retrievability,
  reviewCard,
  type SchedulingOptions,
} from "./card";
export { type DayPlan, importanceOf, planDay, type QueuedCard } from "./day-queue";
export { dayLimit, type EasyDays, everyDayTheSame, weekdayOf } from "./easy-days";
export { isLeech, isLeechWarning, leechLapses } from "./leech";
export { daysUntilLevel, type ForecastDay, forecastLoad, type ForecastWish } from "./load-forecast";
export { logLoss, type LoggedReview, type ReviewItem, reviewItems, splitByTime } from "./review-history";
export { type ForgettingFactor, forgettingFactorOf, type ReviewTally } from "./plan/forgetting-factor";
export { type Forecast, questionsAsked } from "./plan/forecast-recall";
export { type PlanCard, type PlanInput, type PlanTopic } from "./plan/plan-input";
export { type PlannedDay, type PlannedItem, planStudy, type StudyPlan, type TopicOutlook } from "./plan/plan-study";
export { daysBetween } from "./plan/study-days";
export { type WhyNow } from "./plan/why-now";
