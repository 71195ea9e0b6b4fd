import { fsrsWeights } from "../card";
import { type MemoryModel, memoryModel } from "./memory-model";

/** Reviews of one day: how many, how many were recalled, and how many were expected to be (the sum of their chances). */
export interface ReviewTally {
  reviews: number;
  recalled: number;
  expected: number;
}
/** How much longer (above 1) or shorter this learner keeps things than the model says. */
export interface ForgettingFactor {
  /** Mean of the logarithm of the factor on stability. */
  mean: number;
  /** Its standard deviation. */
  spread: number;
}

/** Before any review: two learners in three are within 22 % of the model (e^0.2). */
export const priorForgetting: ForgettingFactor = { mean: 0, spread: 0.2 };
const reach = 1;
const steps = 20;

/**
 * What the learner's reviews say about their forgetting: Bayes' rule on a grid of the factor's logarithm, a normal prior
 * and a binomial likelihood of each day, its reviews taken as equally likely (Gelman et al., "Bayesian Data Analysis", 3rd ed., ch. 2-3).
 */
export function forgettingFactor(
  tallies: readonly ReviewTally[],
  memory: MemoryModel,
  prior: ForgettingFactor = priorForgetting,
): ForgettingFactor {
  const grid = Array.from({ length: 2 * steps + 1 }, (_, i) => ((i - steps) / steps) * reach);
  const logs = grid.map((x) => -0.5 * ((x - prior.mean) / prior.spread) ** 2);
  for (const { reviews, recalled, expected } of tallies) {
    if (reviews === 0) continue;
    const r = Math.min(0.999, Math.max(0.001, expected / reviews));
    for (const [i, x] of grid.entries()) {
      const p = memory.rescaled(r, Math.exp(x));
      logs[i] = (logs[i] as number) + recalled * Math.log(p) + (reviews - recalled) * Math.log(1 - p);
    }
  }
  const top = Math.max(...logs);
  const mass = logs.map((log) => Math.exp(log - top));
  const sum = mass.reduce((a, b) => a + b, 0);
  const mean = grid.reduce((a, x, i) => a + x * (mass[i] as number), 0) / sum;
  const variance = grid.reduce((a, x, i) => a + (x - mean) ** 2 * (mass[i] as number), 0) / sum;
  return { mean, spread: Math.sqrt(variance) };
}

/** The same with the weights of FSRS-6 in use. */
export const forgettingFactorOf = (tallies: readonly ReviewTally[], parameters?: readonly number[]): ForgettingFactor =>
  forgettingFactor(tallies, memoryModel(fsrsWeights({ ...(parameters && { parameters }) })));
