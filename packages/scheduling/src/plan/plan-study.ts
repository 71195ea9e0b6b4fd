import { fsrsWeights } from "../card";
import { chooseDay } from "./choose-day";
import { copyDeck, dealDeck, type Deck } from "./deck";
import { type Forecast, drawFutures, forecastOf } from "./forecast-recall";
import { priorForgetting } from "./forgetting-factor";
import { interleave } from "./interleave";
import { settleExpected } from "./live-through";
import { type MemoryModel, memoryModel } from "./memory-model";
import type { PlanInput } from "./plan-input";
import { type StudyDay, studyDays } from "./study-days";
import { outOfOrder } from "./study-order";
import { type WhyNow, whyNow } from "./why-now";

export interface PlannedItem {
  id: string;
  topic: string;
  kind: "new" | "review";
  seconds: number;
  why: WhyNow<string>;
}
export interface PlannedDay extends StudyDay {
  items: PlannedItem[];
  newSeconds: number;
  reviewSeconds: number;
}
export interface TopicOutlook extends Forecast {
  slug: string;
  questions: number;
  /** Never answered, and not met by the plan either. */
  dropped: number;
  /** Whether the plan meets nothing of it and nothing was met before. */
  droppedWhole: boolean;
  /** Share of all that is asked that leaving them out costs. */
  cost: number;
}
export interface StudyPlan {
  days: PlannedDay[];
  forecast: Forecast;
  /** The same if nothing more is done. */
  withoutWork: number;
  /** Topics that carry weight, in the order given. */
  topics: TopicOutlook[];
  dropped: {
    questions: number;
    cost: number;
    /** Minutes a day that answering each of them once would take; 0 where nothing is dropped. */ minutesMore: number;
  };
}

/**
 * The days until the interview, each filled within its budget by what adds most to recall on that day, and what is then to
 * be expected. Days after today are planned on what today's answers will bring on average; the forecast draws them.
 * Whatever was missed is simply not there: the plan begins from the memory as it is, and owes nothing.
 */
export function planStudy(input: PlanInput): StudyPlan {
  const memory = memoryModel(fsrsWeights({ ...(input.parameters && { parameters: input.parameters }) }));
  const forgetting = input.forgetting ?? priorForgetting;
  const factor = Math.exp(forgetting.mean);
  const deck = dealDeck(input);
  const days = studyDays(input);
  const { chosen, deck: after } = planDays(deck, memory, days, factor);
  const futures = drawFutures(deck, memory, days, forgetting);
  const drops = dropsOf(deck, after, memory, days.length, factor);
  const worked = days.filter(({ budget }) => budget > 0).length;
  const all = drops.reduce(
    (sum, drop) => ({
      questions: sum.questions + drop.dropped,
      cost: sum.cost + drop.cost,
      seconds: sum.seconds + drop.seconds,
    }),
    {
      questions: 0,
      cost: 0,
      seconds: 0,
    },
  );
  return {
    days: days.map((day, index) => toDay(day, chosen[index] ?? [], input)),
    forecast: forecastOf(deck, futures, () => true),
    withoutWork: recallWithoutWork(deck, memory, days.length, factor),
    topics: input.topics.flatMap(({ slug, weight }, t) => {
      const drop = drops[t];
      if (weight === 0 || !drop || !deck.questions[t]) return [];
      const { dropped, cost } = drop;
      const droppedWhole = dropped > 0 && dropped === deck.questions[t];
      return {
        slug,
        questions: deck.questions[t],
        dropped,
        droppedWhole,
        cost,
        ...forecastOf(deck, futures, (i) => deck.topic[i] === t),
      };
    }),
    dropped: {
      questions: all.questions,
      cost: all.cost,
      minutesMore: worked ? Math.ceil(all.seconds / worked / 60) : 0,
    },
  };
}

interface Chosen {
  index: number;
  isNew: boolean;
  why: WhyNow;
}
function planDays(
  start: Deck,
  memory: MemoryModel,
  days: readonly StudyDay[],
  factor: number,
): { chosen: Chosen[][]; deck: Deck } {
  const deck = copyDeck(start);
  const end = days.length;
  const chosen: Chosen[][] = [];
  const newest = new Map<number, { item: Chosen; ifLast: WhyNow }>();
  const share = new Map<number, number>();
  for (let i = 0; i < deck.size; i++)
    share.set(deck.topic[i] as number, (share.get(deck.topic[i] as number) ?? 0) + (deck.weight[i] as number));
  for (const [day, studyDay] of days.entries()) {
    const indexes = studyDay.budget > 0 ? chooseDay(deck, memory, { ...studyDay, day, end, factor }) : [];
    const early = deck.order.before.map((_, topic) => outOfOrder(deck, topic));
    chosen.push(
      indexes.map((index) => {
        const topic = deck.topic[index] as number;
        const first = { topicShare: share.get(topic) ?? 0, outOfOrder: early[topic] ?? null };
        const at = { day, end, factor, again: true, ...first };
        const isNew = deck.stability[index] === 0;
        // whether it is the last look is known only when the days after it are planned
        const item = { index, isNew, why: whyNow(deck, memory, index, at) };
        const ifLast = isNew ? item.why : whyNow(deck, memory, index, { ...at, again: false });
        settleExpected(deck, memory, index, day, factor);
        newest.set(index, { item, ifLast });
        return item;
      }),
    );
  }
  for (const { item, ifLast } of newest.values()) item.why = ifLast;
  return { chosen, deck };
}

function dropsOf(before: Deck, after: Deck, memory: MemoryModel, end: number, factor: number) {
  const drops = Array.from(before.questions, () => ({ dropped: 0, cost: 0, seconds: 0 }));
  // met once, half way: what they would be worth if there were time for them
  const worth = (q: number) =>
    q * memory.recall(end / 2, factor * memory.firstStability(3)) +
    (1 - q) * memory.recall(end / 2, factor * memory.firstStability(1));
  for (let i = 0; i < after.size; i++) {
    const drop = drops[after.topic[i] as number];
    if (!drop || (after.stability[i] as number) > 0 || after.weight[i] === 0) continue;
    drop.dropped++;
    drop.cost += (after.weight[i] as number) * worth(after.firstRight[i] as number);
    drop.seconds += after.seconds[i] as number;
  }
  return drops;
}

function recallWithoutWork(deck: Deck, memory: MemoryModel, end: number, factor: number): number {
  let sum = 0;
  for (let i = 0; i < deck.size; i++) {
    const s = deck.stability[i] as number;
    if (s > 0) sum += (deck.weight[i] as number) * memory.recall(end - (deck.last[i] as number), factor * s);
  }
  return sum;
}

function toDay(day: StudyDay, chosen: readonly Chosen[], { cards, topics }: PlanInput): PlannedDay {
  const items = chosen.flatMap(({ index, isNew, why }): PlannedItem[] => {
    const card = cards[index];
    if (!card) return [];
    const said = "before" in why ? { ...why, before: topics[why.before]?.slug ?? "" } : why;
    const seconds = Math.max(1, card.seconds);
    return [{ id: card.id, topic: card.topic, kind: isNew ? "new" : "review", seconds, why: said }];
  });
  const isEarly = ({ why: { code } }: PlannedItem) => code === "early" || code === "lacking";
  const mixed = (early: boolean) =>
    interleave(
      items.filter((item) => isEarly(item) === early),
      ({ topic }) => topic,
    );
  const secondsOf = (kind: PlannedItem["kind"]) =>
    items.reduce((sum, item) => sum + (item.kind === kind ? item.seconds : 0), 0);
  return {
    ...day,
    // what builds on things that are not held yet comes after what is in order
    items: [...mixed(false), ...mixed(true)],
    newSeconds: secondsOf("new"),
    reviewSeconds: secondsOf("review"),
  };
}
