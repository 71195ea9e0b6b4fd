import { LearnerAbilities, predictScore } from "../ability";
import { type PredictionReport, PredictionTally } from "../prediction/prediction-tally";
import { type Counts, LogisticBaseline } from "./baseline";
import { ItemDifficulties } from "./item-difficulties";
import { PlainElo } from "./plain-elo";

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
  /** Of these, answers to items that the learner had not met: what the product asks the model. */
  modelOfFirst: PredictionReport | null;
  baseline: PredictionReport | null;
  elo: PredictionReport | null;
  /** The generator's own probabilities, where every answer carried one. */
  truth: PredictionReport | null;
}

interface LearnerState {
  abilities: LearnerAbilities;
  counts: Counts;
  /** Items answered before. */
  met: Set<string>;
}

/**
 * The product's own model over any log of answers, one after the other: learners' abilities move with each answer, items'
 * difficulties only with a numbered snapshot, made from the sums of first answers after every so many answers. Holds what it
 * knows of each learner and each item, never the answers themselves.
 */
export class Replay {
  readonly #learners = new Map<string, LearnerState>();
  readonly #items = new Map<string, Counts>();
  readonly #difficulties = new ItemDifficulties();
  readonly #baseline = new LogisticBaseline();
  readonly #elo = new PlainElo();
  readonly #tallies = {
    model: new PredictionTally(),
    modelOfFirst: new PredictionTally(),
    baseline: new PredictionTally(),
    elo: new PredictionTally(),
    truth: new PredictionTally(),
  };
  #answers = 0;
  #withTruth = 0;
  #snapshots = 0;
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
    const item = this.#item(itemId);
    const isFirst = !learner.met.has(itemId);
    const outcome = correct ? 1 : 0;
    const ability = learner.abilities.ability(skills);
    const difficulty = this.#difficulties.expected(itemId, skills, isFirst);
    const prediction = predictScore(ability, { difficulty, guess });
    const simple = this.#baseline.predict(item, learner.counts);
    const elo = this.#elo.answer({ learner: learnerId, item: itemId, guess }, outcome);
    if (this.#answers >= this.options.warmUp) {
      this.#tallies.model.add(prediction, correct);
      if (isFirst) this.#tallies.modelOfFirst.add(prediction, correct);
      this.#tallies.baseline.add(simple, correct);
      this.#tallies.elo.add(elo, correct);
      if (probability !== undefined) this.#tallies.truth.add(probability, correct);
    }
    if (probability !== undefined) this.#withTruth++;

    this.#baseline.learn(item, learner.counts, outcome);
    for (const counts of [learner.counts, item]) {
      counts.answers++;
      counts.right += outcome;
    }
    learner.met.add(itemId);
    this.#difficulties.add(itemId, skills, isFirst, { points: outcome, ability, guess });
    learner.abilities.answer(skills, { score: outcome, difficulty, guess });
    if (++this.#answers % this.options.snapshotEvery === 0) this.snapshot();
    return prediction;
  }

  /** Brings the difficulty of every item that was answered since the last one up to date. */
  snapshot(): void {
    this.#difficulties.snapshot();
    this.#snapshots++;
  }

  /** Logits of the newest snapshot, for whoever meets the item first. */
  difficultyOf(item: string): number {
    return this.#difficulties.of(item);
  }

  report(): ReplayReport {
    const { model, modelOfFirst, baseline, elo, truth } = this.#tallies;
    return {
      answers: this.#answers,
      learners: this.#learners.size,
      items: this.#items.size,
      skills: this.#difficulties.skillCount,
      snapshots: this.#snapshots,
      model: model.report(),
      modelOfFirst: modelOfFirst.report(),
      baseline: baseline.report(),
      elo: elo.report(),
      truth: this.#withTruth === this.#answers ? truth.report() : null,
    };
  }

  #learner(id: string): LearnerState {
    let state = this.#learners.get(id);
    if (!state) {
      state = { abilities: new LearnerAbilities(), counts: { answers: 0, right: 0 }, met: new Set() };
      this.#learners.set(id, state);
    }
    return state;
  }

  #item(id: string): Counts {
    let counts = this.#items.get(id);
    if (!counts) {
      counts = { answers: 0, right: 0 };
      this.#items.set(id, counts);
    }
    return counts;
  }
}
