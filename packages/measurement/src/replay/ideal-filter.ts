import { expectedScore } from "../elo";
import type { GeneratedAnswer, World } from "./generator";

/** So many points from -span to span, in standard deviations. */
const grid = (points: number, span: number) =>
  Float64Array.from({ length: points }, (_, i) => span * ((2 * i) / (points - 1) - 1));
/** The normal density at each, up to a factor. */
const density = (at: Float64Array) => at.map((x) => Math.exp(-(x ** 2) / 2));

const general = grid(15, 3.5);
const own = grid(41, 4);
const growthShares = [2 / 3, 1, 4 / 3];

interface Skill {
  practised: number;
  /** Of what was answered, by growth and by ability in the skill. */
  likelihoods: Float64Array[];
  /** The same by growth and by what is general, the skill's own part summed out. */
  marginals: Float64Array[];
}

/**
 * The most that answers can tell (not: which items somebody chose, which hints at ability too): Bayes' rule over the generator's own model of a learner, with the difficulty of
 * every item known as it was drawn. One part of ability common to all skills, one of each skill's own, and one pace of growth,
 * each on a grid; given the common part the skills are independent, so their likelihoods multiply. The generator's
 * probabilities know each learner's ability as well, which no number of answers tells.
 */
export class IdealFilter {
  readonly #learners = new Map<string, Map<string, Skill>>();
  readonly #abilities: Float64Array;
  /** By what is general: how likely each ability in a skill is. */
  readonly #priors: Float64Array[];
  readonly #world: World;
  readonly #difficulties: ReadonlyMap<string, number>;

  /** @param difficulties logits of every item, as they were drawn */
  constructor(world: World, difficulties: ReadonlyMap<string, number>) {
    this.#world = world;
    this.#difficulties = difficulties;
    this.#abilities = own.map((x) => world.spread * x);
    this.#priors = Array.from(general, (common) => {
      const rest = Math.sqrt(1 - world.correlation);
      const likely = density(own.map((x) => (x - Math.sqrt(world.correlation) * common) / rest));
      const sum = likely.reduce((total, p) => total + p, 0);
      return likely.map((p) => p / sum);
    });
  }

  /** Learns from the answer. @returns what it predicted before */
  answer({ learner: id, skills: [name = ""], item, correct, guess }: GeneratedAnswer): number {
    const learner = this.#learners.get(id) ?? new Map<string, Skill>();
    this.#learners.set(id, learner);
    const skill = learner.get(name) ?? {
      practised: 0,
      likelihoods: growthShares.map(() => new Float64Array(own.length).fill(1)),
      marginals: growthShares.map(() => new Float64Array(general.length).fill(1)),
    };
    learner.set(name, skill);
    const difficulty = this.#difficulties.get(item) ?? 0;
    let [right, all] = [0, 0];
    for (const [pace, share] of growthShares.entries()) {
      const grown = this.#world.growth * share * Math.log2(1 + skill.practised / 8);
      const chances = this.#abilities.map((ability) => expectedScore({ rating: ability + grown, difficulty, guess }));
      const known = density(general);
      for (const other of learner.values())
        if (other !== skill) for (let i = 0; i < known.length; i++) known[i]! *= other.marginals[pace]![i]!;
      const [likelihood, marginal] = [skill.likelihoods[pace]!, skill.marginals[pace]!];
      for (const [i, prior] of this.#priors.entries()) {
        let [mean, total] = [0, 0];
        for (let k = 0; k < prior.length; k++) {
          const p = prior[k]! * likelihood[k]!;
          total += p;
          mean += p * chances[k]!;
        }
        right += known[i]! * mean;
        all += known[i]! * total;
        marginal[i] = correct ? mean : total - mean;
      }
      for (let k = 0; k < likelihood.length; k++) likelihood[k]! *= correct ? chances[k]! : 1 - chances[k]!;
    }
    rescale(skill);
    skill.practised++;
    return right / all;
  }
}

/** Hundreds of factors would leave the range of numbers; only their ratios count. */
function rescale({ likelihoods, marginals }: Skill): void {
  const most = Math.max(...likelihoods.map((likelihood) => Math.max(...likelihood)));
  for (const list of [...likelihoods, ...marginals]) list.forEach((value, i) => (list[i] = value / most));
}
