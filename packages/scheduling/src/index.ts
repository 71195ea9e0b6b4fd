export {
  countsForReview,
  rateAnswer,
  reviewContexts,
  type AnswerToRate,
  type Rating,
  type ReviewContext,
} from "./rating";
export { newCard, retrievability, reviewCard, type Card, type SchedulingOptions } from "./card";
export { isDue, orderDue } from "./queue";
