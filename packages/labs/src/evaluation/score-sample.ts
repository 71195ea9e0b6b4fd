import { seededRandom } from "@tidao/kernel";
import { normal } from "../normal";

export interface ScoreSample {
  scores: number[];
  labels: number[];
  /** The calibrated probability of each item: σ(μ z - μ²/2 + ln(P / N)). */
  probabilities: number[];
}

/** Scores of a classifier: positives from N(μ, 1), then negatives from N(0, 1). */
export function sampleScores({ n = 5000, prevalence = 0.1, separation = 1.5, seed = 8 } = {}): ScoreSample {
  const random = seededRandom(seed);
  const positives = Math.floor(n * prevalence + 0.5);
  const labels = Array.from({ length: n }, (_, i) => (i < positives ? 1 : 0));
  const scores = labels.map((label) => normal(random) + label * separation);
  const offset = Math.log(positives / (n - positives)) - separation ** 2 / 2;
  const probabilities = scores.map((z) => 1 / (1 + Math.exp(-(separation * z + offset))));
  return { scores, labels, probabilities };
}
