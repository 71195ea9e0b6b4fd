import type { Random } from "@tidao/kernel";
import { chooseDay } from "./choose-day";
import type { Deck } from "./deck";
import type { MemoryModel } from "./memory-model";
import type { StudyDay } from "./study-days";

/** An answer that is remembered or not: `rating` 1 or 3. */
export function settle(deck: Deck, memory: MemoryModel, i: number, day: number, rating: 1 | 3): void {
  const s = deck.stability[i] as number;
  const d = deck.difficulty[i] as number;
  const t = deck.topic[i] as number;
  deck.answered[t] = (deck.answered[t] as number) + 1;
  if (s === 0) {
    deck.stability[i] = memory.firstStability(rating);
    deck.difficulty[i] = memory.firstDifficulty(rating);
  } else {
    const r = memory.recall(day - (deck.last[i] as number), s);
    deck.stability[i] = rating === 1 ? memory.afterLapse(s, d, r) : memory.afterRecall(s, d, r);
    deck.difficulty[i] = memory.nextDifficulty(d, rating);
  }
  deck.last[i] = day;
}

/** Chance that card `i` is answered right on `day`. */
export const chanceOn = (deck: Deck, memory: MemoryModel, i: number, day: number, factor: number): number =>
  deck.stability[i] === 0
    ? (deck.firstRight[i] as number)
    : memory.recall(day - (deck.last[i] as number), factor * (deck.stability[i] as number));

/** An answer in expectation: stability in its logarithm, between what remembering and what forgetting would leave. */
export function settleExpected(deck: Deck, memory: MemoryModel, i: number, day: number, factor: number): void {
  const p = chanceOn(deck, memory, i, day, factor);
  const before = { s: deck.stability[i] as number, d: deck.difficulty[i] as number, last: deck.last[i] as number };
  settle(deck, memory, i, day, 3);
  const right = { s: deck.stability[i] as number, d: deck.difficulty[i] as number };
  if (before.s === 0) {
    deck.stability[i] = Math.exp(p * Math.log(right.s) + (1 - p) * Math.log(memory.firstStability(1)));
    deck.difficulty[i] = p * right.d + (1 - p) * memory.firstDifficulty(1);
    return;
  }
  const r = memory.recall(day - before.last, before.s);
  const wrong = memory.afterLapse(before.s, before.d, r);
  deck.stability[i] = Math.exp(p * Math.log(right.s) + (1 - p) * Math.log(wrong));
  deck.difficulty[i] = p * right.d + (1 - p) * memory.nextDifficulty(before.d, 1);
}

/**
 * One future drawn by chance: each day is chosen knowing what the days before brought, as it will be. Moves `deck` to
 * the day of the interview.
 */
export function drawFuture(
  deck: Deck,
  memory: MemoryModel,
  days: readonly StudyDay[],
  believed: number,
  factor: number,
  random: Random,
): void {
  for (const [day, studyDay] of days.entries()) {
    if (studyDay.budget === 0) continue;
    for (const i of chooseDay(deck, memory, { ...studyDay, day, end: days.length, factor: believed })) {
      settle(deck, memory, i, day, random.next() < chanceOn(deck, memory, i, day, factor) ? 3 : 1);
    }
  }
}
