export { difficultyFromAuthor, sigmoid, logit, type AuthorDifficulty } from "./logits";
export { guessFloor, type GuessableKind } from "./guess-floor";
export {
  expectedScore,
  initialRating,
  prerequisiteCredit,
  stepSize,
  updateRating,
  type AnsweredItem,
  type Rating,
} from "./elo";
export { masteryLevel, masteryLevels, masteryUncertainty, nextLevel, type MasteryLevel } from "./mastery";
export { difficultyPriorWeight, estimateDifficulty, type ItemCounters } from "./difficulty-snapshot";
export { wilsonInterval, type Accuracy } from "./accuracy";
export { facility } from "./item-analysis";
export { microPoints, pointsFromMicro } from "./micro-points";
export { confidenceReport, type ConfidenceCount, type ConfidenceReport, statedChances } from "./confidence";
