import type { Deck } from "./deck";
import type { MemoryModel } from "./memory-model";
import { inheritedWeights, lastDaysOfWork, waitsFor } from "./study-order";

export interface DayToFill {
  /** Counted from today. */
  day: number;
  /** The day of the interview, counted likewise; recall is wanted on its morning. */
  end: number;
  /** Seconds. */
  budget: number;
  /** Days of work from this one on, and the seconds of them all. */
  workLeft: number;
  secondsLeft: number;
  /** The learner's factor on stability. */
  factor: number;
}

/** Below this gain in the recall of a card its answer is not worth anyone's minute. */
const leastGain = 0.003;
/**
 * Days ahead for which a choice is weighed: a card answered long before the interview will be answered again, so what the
 * one answer leaves then says too little. In simulation 7 to 15 days are best and differ by less than their noise.
 */
const lookAhead = 10;

/** Recall on day `end`: as it stands, and as it is expected to be with an answer on `day`. */
export function recallAtEnd(
  deck: Deck,
  memory: MemoryModel,
  i: number,
  { day, end, factor }: Pick<DayToFill, "day" | "end" | "factor">,
) {
  const left = end - day;
  const s = deck.stability[i] as number;
  if (s === 0) {
    const q = deck.firstRight[i] as number;
    const right = memory.recall(left, factor * memory.firstStability(3));
    const wrong = memory.recall(left, factor * memory.firstStability(1));
    return { without: 0, withIt: q * right + (1 - q) * wrong };
  }
  const d = deck.difficulty[i] as number;
  const wait = day - (deck.last[i] as number);
  const believed = memory.recall(wait, s);
  const p = factor === 1 ? believed : memory.recall(wait, factor * s);
  const right = memory.recall(left, factor * memory.afterRecall(s, d, believed));
  const wrong = memory.recall(left, factor * memory.afterLapse(s, d, believed));
  return { without: memory.recall(wait + left, factor * s), withIt: p * right + (1 - p) * wrong };
}

/**
 * The cards of one day: those that add most, for each second, to the weighted recall on the day of the interview (or
 * ten days on, if that is earlier), expected over remembering and forgetting, until the budget is full. Time that is not used today is lost, so a day is
 * filled by what is best today; what a card gains grows while it is being forgotten, and so its turn comes (the greedy
 * form of the scheduling problem that SSP-MMC solves for one card: Ye, Su & Cao, KDD 2022, doi:10.1145/3534678.3539081).
 * Once the time left is no more than one answer of each card takes, each has about one look left, and the question is on which
 * day: a transportation problem of cards to days. Those that gain most for their seconds get one; of these a day takes the ones
 * that lose least by not waiting for the last day. That is a choice by regret, as in Vogel's approximation of that problem
 * (Reinfeld & Vogel 1958, "Mathematical Programming"), but by the regret against the last day alone: his is against the next
 * best cell, and is reckoned anew after each. So what holds long is looked at first, and what fades fast last.
 * A topic is met once what it builds on is expected to be held by the work of earlier days, or else in the last days.
 * @returns card indexes, the most worthwhile first
 */
export function chooseDay(deck: Deck, memory: MemoryModel, at: DayToFill): number[] {
  const open = deck.order.before.map((_, topic) => at.workLeft <= lastDaysOfWork || waitsFor(deck, topic).length === 0);
  const lastLook = at.secondsLeft <= secondsOfAll(deck);
  const soon = lastLook ? at.end : Math.min(at.end, at.day + lookAhead);
  /** For each second: what an answer adds, and how much more it would add on the last day. */
  const worth = new Float64Array(deck.size);
  const regret = new Float64Array(deck.size);
  const candidates: number[] = [];
  for (let i = 0; i < deck.size; i++) {
    const weight = deck.weight[i] as number;
    const seconds = deck.seconds[i] as number;
    if (weight === 0 || seconds > at.budget) continue;
    const isNew = deck.stability[i] === 0;
    if (isNew ? !open[deck.topic[i] as number] : (deck.last[i] as number) >= at.day) continue;
    const { without, withIt } = recallAtEnd(deck, memory, i, { ...at, end: soon });
    if (withIt - without < leastGain) continue;
    // a first answer is followed by others: it does not wait
    const onLast = lastLook && !isNew ? recallAtEnd(deck, memory, i, { ...at, day: at.end - 1 }).withIt : withIt;
    worth[i] = (weight * (Math.max(withIt, onLast) - without)) / seconds;
    regret[i] = (weight * Math.max(0, onLast - withIt)) / seconds;
    candidates.push(i);
  }
  const byWorth = (a: number, b: number) => (worth[b] as number) - (worth[a] as number) || a - b;
  candidates.sort(byWorth);
  raiseFoundations(deck, worth, candidates);
  candidates.sort(byWorth);
  if (!lastLook) return fill(deck, candidates, at.budget);
  const looks = fill(deck, candidates, at.secondsLeft);
  const looked = new Set(looks);
  const others = candidates.filter((i) => !looked.has(i));
  looks.sort((a, b) => (regret[a] as number) - (regret[b] as number) || byWorth(a, b));
  return fill(deck, [...looks, ...others], at.budget);
}

/** As many of them, from the first on, as there is time for. */
function fill(deck: Deck, cards: readonly number[], budget: number): number[] {
  let left = budget;
  return cards.filter((i) => {
    const seconds = deck.seconds[i] as number;
    if (seconds > left) return false;
    left -= seconds;
    return true;
  });
}

function secondsOfAll({ size, seconds, weight }: Deck): number {
  let sum = 0;
  for (let i = 0; i < size; i++) if ((weight[i] as number) > 0) sum += seconds[i] as number;
  return sum;
}

/** Of topics that others wait for: the answers that are still needed are worth what waits for them, if that is more. */
function raiseFoundations(deck: Deck, worth: Float64Array, candidates: readonly number[]): void {
  const weights = new Float64Array(deck.answered.length);
  for (let i = 0; i < deck.size; i++)
    if ((deck.topic[i] as number) >= 0) weights[deck.topic[i] as number] = deck.weight[i] as number;
  const inherited = inheritedWeights(deck, (topic) => weights[topic] as number);
  const needed = deck.order.toHold.map((count, t) => count - (deck.answered[t] as number));
  for (const i of candidates) {
    const t = deck.topic[i] as number;
    const raised = (inherited[t] as number) / (deck.weight[i] as number);
    if (raised > 1 && (needed[t] as number) > 0) worth[i] = (worth[i] as number) * raised;
    needed[t] = (needed[t] as number) - 1;
  }
}
