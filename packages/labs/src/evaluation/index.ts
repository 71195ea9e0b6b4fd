export { averagePrecision, prCurve, rocAuc, rocCurve, type CurvePoint } from "./ranking";
export {
  accuracy,
  cohenKappa,
  confusionAt,
  f1,
  mcc,
  precision,
  recall,
  swapClasses,
  type Confusion,
} from "./confusion";
export {
  brierScore,
  expectedCalibrationError,
  logLoss,
  reliabilityBins,
  temper,
  type ReliabilityBin,
} from "./calibration";
export { bitsPerByte, naivePassAtK, passAtK, perplexity } from "./generation";
export { bradleyTerry, eloOf } from "./bradley-terry";
export { expectedJudgeWinRate, simulateJudge, type JudgeMode } from "./judge";
export { wilson } from "./interval";
export { sampleScores, type ScoreSample } from "./score-sample";
