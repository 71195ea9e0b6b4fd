import { LearnerRatings, predictScore } from "../ability";
import { addFirstAnswer, difficultyFrom, type ItemSums, noAnswers } from "../item-sums";
import { type PredictionReport, PredictionTally } from "../prediction/prediction-tally";
import { type Counts, LogisticBaseline } from "./baseline";

export interface ReplayedAnswer {
  learner: string;
  /** One or several; one rating each. */
  skills: readonly string[];
  item: string;
  correct: boolean;
  /** What a guess earns on average; 0 unless known. */
  guess?: number;
  /** The chance that the answer was drawn with, where a generator wrote it down. */
  probability?: number;
}

export interface ReplayReport {
  answers: number;
  learners: number;
  items: number;
  skills: number;
  /** How many numbered snapshots of difficulty were written. */
  snapshots: number;
  /** Each predicts before it sees the answer; null where every answer was warm-up. */
  model: PredictionReport | null;
  baseline: PredictionReport | null;
  /** The generator's own probabilities, where every answer carried one. */
  truth: PredictionReport | null;
}

interface LearnerState {
  ratings: LearnerRatings;
  counts: Counts;
  /** Numbers of the items answered before. */
  met: Set<number>;
}
/** What first answers said, and the difficulty that the newest snapshot made of it; null before the first one. */
interface Estimate {
  sums: ItemSums;
  difficulty: number | null;
}
interface ItemState extends Estimate {
  number: number;
  counts: Counts;
  skills: readonly string[];
}

/**
 * The product's own model over any log of answers, one after the other: learners' ratings move with each answer, items'
 * difficulties only with a numbered snapshot, made from the sums of first answers after every so many answers. Holds what it
 * knows of each learner and each item, never the answers themselves.
 */
export class Replay {
  readonly #learners = new Map<string, LearnerState>();
  readonly #items = new Map<string, ItemState>();
  /** All items of a skill taken together. */
  readonly #skills = new Map<string, Estimate>();
  readonly #answeredSince = { items: new Set<ItemState>(), skills: new Set<Estimate>() };
  readonly #baseline = new LogisticBaseline();
  readonly #model = new PredictionTally();
  readonly #simple = new PredictionTally();
  readonly #truth = new PredictionTally();
  #all: ItemSums = noAnswers;
  #answers = 0;
  #withTruth = 0;
  #snapshots = 0;
  /** Logits; at the base rate so far, a learner of whom nothing is known is typical. */
  #typicalDifficulty = 0;
  readonly options: { snapshotEvery: number; warmUp: number };

  /**
   * @param options.snapshotEvery answers between two snapshots; the product makes one a day
   * @param options.warmUp predictions of so many first answers are not counted
   */
  constructor(options: { snapshotEvery: number; warmUp: number }) {
    this.options = options;
  }

  /** @returns what the model predicted before it saw the answer */
  answer({ learner: learnerId, skills, item: itemId, correct, guess = 0, probability }: ReplayedAnswer): number {
    const learner = this.#learner(learnerId);
    const item = this.#item(itemId, skills);
    const ability = learner.ratings.ability(skills);
    const difficulty = item.difficulty ?? this.#expectedDifficulty(item);
    const prediction = predictScore(ability, { difficulty, guess });
    if (this.#answers >= this.options.warmUp) {
      this.#model.add(prediction, correct);
      this.#simple.add(this.#baseline.predict(item.counts, learner.counts), correct);
      if (probability !== undefined) this.#truth.add(probability, correct);
    }
    if (probability !== undefined) this.#withTruth++;

    const outcome = correct ? 1 : 0;
    this.#baseline.learn(item.counts, learner.counts, outcome);
    for (const { counts } of [learner, item]) {
      counts.answers++;
      counts.right += outcome;
    }
    if (!learner.met.has(item.number)) {
      learner.met.add(item.number);
      const answer = { points: outcome, ability, guess };
      this.#all = addFirstAnswer(this.#all, answer);
      item.sums = addFirstAnswer(item.sums, answer);
      this.#answeredSince.items.add(item);
      for (const name of skills) {
        const skill = this.#skill(name);
        skill.sums = addFirstAnswer(skill.sums, answer);
        this.#answeredSince.skills.add(skill);
      }
    }
    learner.ratings.answer(skills, { score: outcome, difficulty, guess });
    if (++this.#answers % this.options.snapshotEvery === 0) this.snapshot();
    return prediction;
  }

  /** Brings the difficulty of every item that was answered since the last one up to date. */
  snapshot(): void {
    this.#typicalDifficulty = difficultyFrom({ ...this.#all, microRatings: 0, microSquares: 0 }, 0);
    const { items, skills } = this.#answeredSince;
    for (const skill of skills) skill.difficulty = difficultyFrom(skill.sums, this.#typicalDifficulty);
    for (const item of items) item.difficulty = difficultyFrom(item.sums, this.#expectedDifficulty(item));
    items.clear();
    skills.clear();
    this.#snapshots++;
  }

  /** Logits of the newest snapshot. */
  difficultyOf(item: string): number {
    return this.#items.get(item)?.difficulty ?? this.#typicalDifficulty;
  }

  /** What stands for an author's opinion: as hard as items of its skills are. */
  #expectedDifficulty({ skills }: ItemState): number {
    const known = skills.map((skill) => this.#skills.get(skill)?.difficulty ?? this.#typicalDifficulty);
    return known.length ? known.reduce((sum, d) => sum + d, 0) / known.length : this.#typicalDifficulty;
  }

  report(): ReplayReport {
    return {
      answers: this.#answers,
      learners: this.#learners.size,
      items: this.#items.size,
      skills: this.#skills.size,
      snapshots: this.#snapshots,
      model: this.#model.report(),
      baseline: this.#simple.report(),
      truth: this.#withTruth === this.#answers ? this.#truth.report() : null,
    };
  }

  #learner(id: string): LearnerState {
    let state = this.#learners.get(id);
    if (!state) {
      state = { ratings: new LearnerRatings(), counts: { answers: 0, right: 0 }, met: new Set() };
      this.#learners.set(id, state);
    }
    return state;
  }

  #skill(name: string): Estimate {
    let state = this.#skills.get(name);
    if (!state) {
      state = { sums: noAnswers, difficulty: null };
      this.#skills.set(name, state);
    }
    return state;
  }

  #item(id: string, skills: readonly string[]): ItemState {
    let state = this.#items.get(id);
    if (!state) {
      const counts = { answers: 0, right: 0 };
      state = { number: this.#items.size, counts, skills, sums: noAnswers, difficulty: null };
      this.#items.set(id, state);
    }
    return state;
  }
}
