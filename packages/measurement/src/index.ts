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
export {
  answersToLevel,
  masteryLevel,
  masteryLevels,
  masteryUncertainty,
  nextLevel,
  type MasteryLevel,
} from "./mastery";
export { difficultyPriorWeight, estimateDifficulty, type ItemCounters } from "./difficulty-snapshot";
export { wilsonInterval, type Accuracy } from "./accuracy";
export { facility } from "./item-analysis";
export { microPoints, pointsFromMicro } from "./micro-points";
export { confidenceReport, type ConfidenceCount, type ConfidenceReport, statedChances } from "./confidence";
export { type Ability, LearnerAbilities, predictScore } from "./ability";
export { addFirstAnswer, difficultyFrom, type ItemSums, noAnswers } from "./item-sums";
export { auc, aucFromCounts, aucStandardError } from "./prediction/auc";
export { logLoss } from "./prediction/log-loss";
export { brierDecomposition, type BrierDecomposition, brierScore } from "./prediction/brier";
export { type CalibrationBin, calibrationBins, expectedCalibrationError } from "./prediction/calibration";
export { type PredictionReport, PredictionTally } from "./prediction/prediction-tally";
export { LogisticBaseline } from "./replay/baseline";
export { defaultWorld, type GeneratedAnswer, generateAnswers, type World } from "./replay/generator";
export { Replay, type ReplayedAnswer, type ReplayReport } from "./replay/replay";
export {
  type AbilityBelief,
  observeAnswer,
  observeRating,
  priorBelief,
  type TopicAnswer,
  type TopicNode,
} from "./ability-belief";
export {
  chanceAbove,
  expectedGain,
  longestPlacement,
  nextPlacementItem,
  type Placed,
  placeTopics,
  type PlacementItem,
} from "./placement";
export {
  judgeClaim,
  longestSkipTest,
  shortestSkipTest,
  skipClaim,
  skipErrors,
  type TestVerdict,
} from "./sequential-test";
