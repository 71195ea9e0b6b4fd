import { recallAtEnd } from "./choose-day";
import type { Deck } from "./deck";
import type { MemoryModel } from "./memory-model";
import type { outOfOrder } from "./study-order";

/**
 * Why an item stands on its day; `without` and `withIt` are recall on the day of the interview.
 * first: the first meeting; `weight` is the topic's share of what is asked. early: a first meeting although `before`, which
 * the topic builds on, will not be held by then, because the interview is in `days` days. lacking: likewise, because
 * `before` is no part of the plan. last: no later look is planned, `days` before
 * the interview. fallen: recall is below 70 % already. fading: it falls to 70 % in `days` days. strengthen: it holds for
 * now, but not until then.
 */
export type WhyNow<Topic = number> =
  | { code: "first"; weight: number; withIt: number }
  | { code: "early"; before: Topic; days: number; withIt: number }
  | { code: "lacking"; before: Topic; withIt: number }
  | { code: "last"; days: number; without: number; withIt: number }
  | { code: "fallen"; recall: number; without: number; withIt: number }
  | { code: "fading"; days: number; without: number; withIt: number }
  | { code: "strengthen"; recall: number; without: number; withIt: number };

export const fallenBelow = 0.7;
/** A last look is named so in the last week; before that it is one review among others. */
const lastDays = 7;
const soonDays = 14;

export function whyNow(
  deck: Deck,
  memory: MemoryModel,
  i: number,
  at: {
    day: number;
    end: number;
    factor: number;
    again: boolean;
    topicShare: number;
    outOfOrder: ReturnType<typeof outOfOrder>;
  },
): WhyNow {
  const { without, withIt } = recallAtEnd(deck, memory, i, at);
  if (deck.stability[i] === 0) {
    if (at.outOfOrder?.code === "early") return { ...at.outOfOrder, code: "early", days: at.end - at.day, withIt };
    if (at.outOfOrder) return { ...at.outOfOrder, code: "lacking", withIt };
    return { code: "first", weight: at.topicShare, withIt };
  }
  const stability = at.factor * (deck.stability[i] as number);
  const wait = at.day - (deck.last[i] as number);
  const recall = memory.recall(wait, stability);
  if (!at.again && at.end - at.day <= lastDays) return { code: "last", days: at.end - at.day, without, withIt };
  if (recall < fallenBelow) return { code: "fallen", recall, without, withIt };
  const days = Math.ceil(memory.daysUntil(fallenBelow, stability) - wait);
  if (days <= soonDays) return { code: "fading", days, without, withIt };
  return { code: "strengthen", recall, without, withIt };
}
