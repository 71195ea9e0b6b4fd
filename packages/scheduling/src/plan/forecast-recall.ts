import { seededRandom } from "@tidao/kernel";
import { copyDeck, type Deck } from "./deck";
import type { ForgettingFactor } from "./forgetting-factor";
import { drawFuture } from "./live-through";
import type { MemoryModel } from "./memory-model";
import type { StudyDay } from "./study-days";

/** The share known of `questionsAsked` questions, drawn by weight: expected, and the ends of an 80 % interval. */
export interface Forecast {
  recall: number;
  low: number;
  high: number;
}
/** A long interview, or two or three rounds of one: what "of what is asked" means. */
export const questionsAsked = 40;
/** 90th percentile of the normal distribution. */
const z80 = 1.2816;
/** Gauss-Hermite with three nodes: exact for polynomials up to the fifth degree in the logarithm of the factor. */
const nodes = [
  { at: -Math.sqrt(3), mass: 1 / 6 },
  { at: 0, mass: 2 / 3 },
  { at: Math.sqrt(3), mass: 1 / 6 },
];
/** Days of work drawn in all: what bounds the time that a forecast takes. */
const drawnDays = 600;

/** One future drawn by chance, and how likely it is that the learner forgets as in it. */
export interface DrawnFuture {
  mass: number;
  /** Chance of recall of each card on the day of the interview. */
  recall: Float64Array;
}

export function drawFutures(
  deck: Deck,
  memory: MemoryModel,
  days: readonly StudyDay[],
  forgetting: ForgettingFactor,
): DrawnFuture[] {
  const worked = Math.max(1, days.filter(({ budget }) => budget > 0).length);
  const draws = Math.max(1, Math.min(4, Math.floor(drawnDays / nodes.length / worked)));
  const believed = Math.exp(forgetting.mean);
  return nodes.flatMap(({ at, mass }, node) =>
    Array.from({ length: draws }, (_, draw) => {
      const factor = Math.exp(forgetting.mean + at * forgetting.spread);
      const future = copyDeck(deck);
      drawFuture(future, memory, days, believed, factor, seededRandom(1 + draw * nodes.length + node));
      const recall = future.stability.map((s, i) =>
        s > 0 ? memory.recall(days.length - (future.last[i] as number), factor * s) : 0,
      );
      return { mass: mass / draws, recall };
    }),
  );
}

/**
 * Of so many questions asked about the cards in `of`, the share that is known. Its variance has three parts: which
 * questions are asked (drawn without replacement, hence the correction for a finite population: Cochran, "Sampling
 * Techniques", 3rd ed., §2.5), whether each of them is recalled (Bernoulli trials with different chances), and what moves
 * many cards together: how fast this learner forgets, and how the days before go.
 */
export function forecastOf(deck: Deck, futures: readonly DrawnFuture[], of: (i: number) => boolean): Forecast {
  const cards: number[] = [];
  let whole = 0;
  for (let i = 0; i < deck.size; i++) {
    if (deck.weight[i] === 0 || !of(i)) continue;
    cards.push(i);
    whole += deck.weight[i] as number;
  }
  if (whole === 0) return { recall: 0, low: 0, high: 0 };
  const asked = Math.min(questionsAsked, cards.length);
  const finite = cards.length > 1 ? 1 - (asked - 1) / (cards.length - 1) : 0;
  let recall = 0;
  let square = 0;
  let chance = 0;
  for (const future of futures) {
    let known = 0;
    let knownSquare = 0;
    for (const i of cards) {
      const share = (deck.weight[i] as number) / whole;
      const p = future.recall[i] as number;
      known += share * p;
      knownSquare += share * p * p;
    }
    recall += future.mass * known;
    square += future.mass * known * known;
    chance += (future.mass * (known - knownSquare + finite * (knownSquare - known * known))) / asked;
  }
  const half = z80 * Math.sqrt(chance + Math.max(0, square - recall * recall));
  return { recall, low: Math.max(0, recall - half), high: Math.min(1, recall + half) };
}
