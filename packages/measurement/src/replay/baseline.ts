import { logit, sigmoid } from "../logits";

/** Answers so far, of one learner or to one item. */
export interface Counts {
  answers: number;
  right: number;
}

type Vector = [number, number, number];

/** A mean of few answers says little: so many answers at the base rate are added to each. */
const smoothing = 5;

/**
 * What a model must beat: logistic regression on the item's mean and the learner's mean, both as log-odds, from past
 * answers only. Fitted by one step of iteratively reweighted least squares an answer, which is the extended Kalman filter of
 * a static logistic model (McCullagh & Nelder 1989, "Generalized Linear Models", 2.5; Fahrmeir 1992, "Posterior mode
 * estimation by extended Kalman filtering for multivariate dynamic generalized linear models", JASA 87). No rate to tune.
 */
export class LogisticBaseline {
  #weights: Vector = [0, 1, 1];
  /** Covariance of the weights; one at the start. */
  #covariance: [Vector, Vector, Vector] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  #answers = 0;
  #right = 0;

  /** Intercept, weight of the item's log-odds, weight of the learner's. */
  get weights(): Readonly<Vector> {
    return this.#weights;
  }

  predict(item: Readonly<Counts>, learner: Readonly<Counts>): number {
    return sigmoid(dot(this.#weights, this.#features(item, learner)));
  }

  learn(item: Readonly<Counts>, learner: Readonly<Counts>, outcome: 0 | 1): void {
    const x = this.#features(item, learner);
    const p = sigmoid(dot(this.#weights, x));
    const spread = this.#covariance.map((row) => dot(row, x)) as Vector;
    const gain = 1 / (1 + p * (1 - p) * dot(spread, x));
    this.#covariance = this.#covariance.map((row, i) =>
      row.map((value, j) => value - p * (1 - p) * gain * (spread[i] ?? 0) * (spread[j] ?? 0)),
    ) as [Vector, Vector, Vector];
    this.#weights = this.#weights.map((weight, i) => weight + gain * (spread[i] ?? 0) * (outcome - p)) as Vector;
    this.#answers++;
    this.#right += outcome;
  }

  #features(item: Readonly<Counts>, learner: Readonly<Counts>): Vector {
    const baseRate = (this.#right + 1) / (this.#answers + 2);
    const logOdds = ({ answers, right }: Counts) => logit((right + smoothing * baseRate) / (answers + smoothing));
    return [1, logOdds(item), logOdds(learner)];
  }
}

const dot = (a: Readonly<Vector>, b: Readonly<Vector>): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
