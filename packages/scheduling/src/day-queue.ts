import { type Card, fsrsWeights, type SchedulingOptions } from "./card";
import { keepApart } from "./keep-apart";
import { memoryModel } from "./plan/memory-model";

const dayMs = 86_400_000;

export interface QueuedCard extends Pick<Card, "due" | "stability" | "lastReview"> {
  topic: string;
  objective: string;
}
export interface Day {
  /** When the learner's calendar day began. */
  start: Date;
  /** How many cards the day holds (`dayLimit`), and how many were reviewed in it. */
  limit: number;
  done: number;
  /** 1 for a topic that nothing builds on, more for one that others need (`importanceOf`). */
  importance: (topic: string) => number;
  /** What was asked last, so that its siblings keep away from it. */
  last?: { topic: string; objective: string };
  options?: SchedulingOptions;
}
export interface DayPlan<T> {
  /** In the order in which they are asked. */
  today: T[];
  /** Due, and more than the day holds. */
  waiting: number;
}

/**
 * Between 1 and 2: how many topics build on this one, directly or through others, as a share of all others. Equally
 * urgent cards are asked foundations first; a foundation never outweighs a card that is lost twice as fast.
 */
export function importanceOf(prerequisites: ReadonlyMap<string, readonly string[]>): (topic: string) => number {
  const before = new Map<string, Set<string>>();
  const allBefore = (topic: string, path: ReadonlySet<string>): Set<string> => {
    const known = before.get(topic);
    if (known) return known;
    const found = new Set<string>();
    for (const direct of prerequisites.get(topic) ?? []) {
      if (path.has(direct)) continue;
      found.add(direct);
      for (const earlier of allBefore(direct, new Set([...path, direct]))) found.add(earlier);
    }
    before.set(topic, found);
    return found;
  };
  const needed = new Map<string, number>();
  for (const topic of prerequisites.keys())
    for (const earlier of allBefore(topic, new Set([topic]))) needed.set(earlier, (needed.get(earlier) ?? 0) + 1);
  const others = Math.max(1, prerequisites.size - 1);
  return (topic) => 1 + (needed.get(topic) ?? 0) / others;
}

/**
 * What to review today. What waiting costs most comes first: recall lost a day by FSRS's curve, times the importance of the
 * topic. So after a break the memories that can still be saved come before those already gone, which lose nothing more by
 * another day (what Anki's order "descending retrievability" is for). The day never holds more than
 * its limit; what was reviewed today and comes back within its steps of minutes is counted once. Siblings are kept apart:
 * neighbours share neither topic nor, where one topic is all there is, objective, if another order exists.
 */
export function planDay<T extends QueuedCard>(cards: readonly T[], now: Date, day: Day): DayPlan<T> {
  const memory = memoryModel(fsrsWeights(day.options));
  const cost = ({ stability, lastReview, topic }: T) => {
    const waited = lastReview ? Math.max(0, now.getTime() - lastReview.getTime()) / dayMs : 0;
    return memory.lossPerDay(waited, stability) * day.importance(topic);
  };
  const due = cards
    .filter(({ due: at }) => at <= now)
    .map((card) => ({ card, cost: cost(card) }))
    .sort((a, b) => b.cost - a.cost || a.card.due.getTime() - b.card.due.getTime());
  let room = Math.max(0, day.limit - day.done);
  let waiting = 0;
  const today = due.flatMap(({ card }) => {
    const countedAlready = card.lastReview !== null && card.lastReview >= day.start;
    if (countedAlready || room-- > 0) return [card];
    waiting++;
    return [];
  });
  const byObjective = keepApart(today, ({ objective }) => objective, day.last?.objective);
  return { today: keepApart(byObjective, ({ topic }) => topic, day.last?.topic), waiting };
}
