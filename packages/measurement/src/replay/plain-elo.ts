import { expectedScore, initialRating, type Rating, stepSize } from "../elo";

/**
 * What the model must beat too: one rating of each learner and one of each item, both moved by every answer as far as U(n)
 * says (Pelánek 2016, see `elo.ts`). It knows no skills, no snapshots and nothing of first answers.
 */
export class PlainElo {
  readonly #learners = new Map<string, Rating>();
  readonly #items = new Map<string, Rating>();

  /** Learns from the answer. @returns what it predicted before */
  answer({ learner, item, guess }: { learner: string; item: string; guess: number }, score: 0 | 1): number {
    const able = this.#learners.get(learner) ?? initialRating;
    const hard = this.#items.get(item) ?? initialRating;
    const prediction = expectedScore({ rating: able.rating, difficulty: hard.rating, guess });
    this.#learners.set(learner, moved(able, score - prediction));
    this.#items.set(item, moved(hard, prediction - score));
    return prediction;
  }
}

const moved = ({ rating, answers }: Readonly<Rating>, surprise: number): Rating => ({
  rating: rating + stepSize(answers) * surprise,
  answers: answers + 1,
});
