import type { AnsweredItem } from "./elo";
import { sigmoid } from "./logits";

/** What is believed of an ability, or of a part of one. */
export interface Ability {
  /** Logits. */
  rating: number;
  /** Square of the standard error. */
  variance: number;
}

/**
 * Before any answer: abilities differ by one logit, and tests of two skills correlate by about 0.6, so that much of the
 * variance is the learner's in all skills and the rest is a skill's own.
 */
const inAllSkills: Readonly<Ability> = { rating: 0, variance: 0.6 };
const ofOneSkill: Readonly<Ability> = { rating: 0, variance: 0.4 };
/** Variance that each answer adds to both: ability moves, so what was answered long ago says less. */
const drift = 0.001;

/**
 * Expected points when the rating itself is uncertain: P = g + (1 - g) σ(κ (θ - d)) with κ = 1 / √(1 + π v / 8) (MacKay 1992,
 * "The evidence framework applied to classification networks", Neural Computation 4; the g(RD) of Glickman 1999).
 */
export function predictScore({ rating, variance }: Ability, { difficulty, guess }: AnsweredItem): number {
  return guess + (1 - guess) * sigmoid(certainty(variance) * (rating - difficulty));
}
const certainty = (variance: number) => 1 / Math.sqrt(1 + (Math.PI * variance) / 8);

/**
 * What an answer says of an ability: one step of the extended Kalman filter of a logistic response (Fahrmeir 1992,
 * "Posterior mode estimation by extended Kalman filtering for multivariate dynamic generalized linear models", JASA 87),
 * with P as `predictScore` has it. The slope of P over P (1 - P) is κ k / P, where k is the chance to know.
 * @returns how far a part moves, and what its variance squared loses, for each logit² of variance it has
 */
function evidence(
  { rating, variance }: Ability,
  { score, difficulty, guess }: { score: number } & AnsweredItem,
): { pull: number; precision: number } {
  const flattening = certainty(variance);
  const knows = sigmoid(flattening * (rating - difficulty));
  const expected = guess + (1 - guess) * knows;
  const lean = (flattening * knows) / expected;
  const information = lean * flattening * (1 - guess) * knows * (1 - knows);
  const shrink = 1 / (1 + information * variance);
  return { pull: lean * (score - expected) * shrink, precision: information * shrink };
}

/** @param share how much of the part is in the ability that was asked for: 1, or 1 of so many skills */
function learn(part: Readonly<Ability>, { pull, precision }: ReturnType<typeof evidence>, share = 1): Ability {
  const held = part.variance * share;
  return { rating: part.rating + held * pull, variance: part.variance - held ** 2 * precision + drift };
}

/**
 * One learner's abilities by skill (by topic, in the product) for predictions: one part that all skills share and one of
 * each skill's own, so that a topic never answered begins where the learner stands in the others (the hierarchical model of
 * Nižnan, Pelánek & Řihák 2015, "Student models for prior knowledge estimation", EDM). The parts are taken to err
 * independently, so an answer costs the same however many skills there are.
 */
export class LearnerAbilities {
  readonly #skills = new Map<string, Ability>();
  #general = inAllSkills;

  /** An item of several skills asks for their mean; one of none for a skill that is not known. */
  ability(skills: readonly string[]): Ability {
    const share = 1 / Math.max(1, skills.length);
    let { rating, variance } = this.#general;
    for (const skill of skills.length ? skills : [null]) {
      const own = (skill !== null && this.#skills.get(skill)) || ofOneSkill;
      rating += share * own.rating;
      variance += share ** 2 * own.variance;
    }
    return { rating, variance };
  }

  answer(skills: readonly string[], item: { score: number } & AnsweredItem): void {
    const said = evidence(this.ability(skills), item);
    this.#general = learn(this.#general, said);
    for (const skill of skills)
      this.#skills.set(skill, learn(this.#skills.get(skill) ?? ofOneSkill, said, 1 / skills.length));
  }
}
