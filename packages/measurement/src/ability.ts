import { type AnsweredItem, initialRating, type Rating, updateRating } from "./elo";
import { sigmoid } from "./logits";
import { masteryUncertainty } from "./mastery";

/** What all of a learner's ratings together say about one skill. */
export interface Ability {
  /** Logits. */
  rating: number;
  /** Square of the standard error. */
  variance: number;
}

/** After so many answers a skill's own rating counts as much as what the learner's other skills say. */
const halfTrust = 10;
const trust = (answers: number) => answers / (answers + halfTrust);

/** Spread of one learner's skills around their mean, of a spread of ability that is 1: tests of skills correlate by about 0.6. */
const betweenSkills = 0.4;
const information = 0.2;

/**
 * How a skill's own rating and the learner's general one combine: w θ_skill + (1 - w) θ_general with w = n / (n + 10), the
 * more of its own the more answers it has (shrinkage: Efron & Morris 1975, "Data analysis using Stein's estimator and its
 * generalizations", JASA 70; a general and a local skill in Elo: Pelánek 2016). Neither changes: this is how
 * they are read. `replay.test.ts` shows what it gains.
 */
export function abilityIn(own: Readonly<Rating> = initialRating, general: Readonly<Rating>): Ability {
  const weight = trust(own.answers);
  const ofGeneral = betweenSkills + (1 - betweenSkills) / (1 + information * general.answers);
  return {
    rating: weight * own.rating + (1 - weight) * general.rating,
    variance: weight * masteryUncertainty(own.answers) ** 2 + (1 - weight) * ofGeneral,
  };
}

/**
 * Expected points when the rating itself is uncertain: P = g + (1 - g) σ(κ (θ - d)) with κ = 1 / √(1 + π v / 8) (MacKay 1992,
 * "The evidence framework applied to classification networks", Neural Computation 4; the g(RD) of Glickman 1999).
 */
export function predictScore({ rating, variance }: Ability, { difficulty, guess }: AnsweredItem): number {
  const certainty = 1 / Math.sqrt(1 + (Math.PI * variance) / 8);
  return guess + (1 - guess) * sigmoid(certainty * (rating - difficulty));
}

/** One learner's ratings by skill (by topic, in the product), with their general rating kept up as answers come. */
export class LearnerRatings {
  readonly #skills = new Map<string, Rating>();
  #trusted = 0;
  #weighted = 0;
  #answers = 0;

  /** Mean of the skills' ratings, each as far as it is trusted; answers are those of all skills. */
  general(): Rating {
    return { rating: this.#trusted ? this.#weighted / this.#trusted : 0, answers: this.#answers };
  }

  /** An item of several skills asks for their mean. */
  ability(skills: readonly string[]): Ability {
    const general = this.general();
    const abilities = skills.map((skill) => abilityIn(this.#skills.get(skill), general));
    if (!abilities.length) return abilityIn(undefined, general);
    const mean = (of: (ability: Ability) => number) => abilities.reduce((sum, a) => sum + of(a), 0) / abilities.length;
    return { rating: mean((a) => a.rating), variance: mean((a) => a.variance) };
  }

  /** Each skill moves as a topic's rating does: from where it stood by itself. */
  answer(skills: readonly string[], item: { score: number } & AnsweredItem): void {
    for (const skill of skills) {
      const before = this.#skills.get(skill) ?? initialRating;
      const after = updateRating(before, item);
      this.#weighted += trust(after.answers) * after.rating - trust(before.answers) * before.rating;
      this.#trusted += trust(after.answers) - trust(before.answers);
      this.#skills.set(skill, after);
    }
    this.#answers++;
  }
}
