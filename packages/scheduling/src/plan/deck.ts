import type { PlanInput } from "./plan-input";
import { orderOf, type StudyOrder } from "./study-order";

/**
 * What a plan works on: one entry a card in each array. `stability` is 0 for a question never answered; `last` is the
 * day of the last answer, counted from today (negative: before).
 */
export interface Deck {
  size: number;
  seconds: Float64Array;
  /** Shares of what will be asked; they sum to 1 over all cards (0 where no topic has weight). */
  weight: Float64Array;
  firstRight: Float64Array;
  topic: Int32Array;
  stability: Float64Array;
  difficulty: Float64Array;
  last: Float64Array;
  questions: Int32Array;
  /** Answers that the plan has given to each topic so far. */
  answered: Int32Array;
  order: StudyOrder;
}
const knownNothing = 0.6;

/**
 * A topic's weight is shared by its questions: of what is asked, a topic has its share however many questions the bank
 * holds of it.
 */
export function dealDeck({ topics, cards }: Pick<PlanInput, "topics" | "cards">): Deck {
  const index = new Map(topics.map(({ slug }, i) => [slug, i]));
  const size = cards.length;
  const deck: Deck = {
    size,
    seconds: Float64Array.from(cards, (card) => Math.max(1, card.seconds)),
    weight: new Float64Array(size),
    firstRight: Float64Array.from(cards, (card) => card.firstRight ?? knownNothing),
    topic: Int32Array.from(cards, (card) => index.get(card.topic) ?? -1),
    stability: Float64Array.from(cards, (card) => card.memory?.stability ?? 0),
    difficulty: Float64Array.from(cards, (card) => card.memory?.difficulty ?? 0),
    last: Float64Array.from(cards, (card) => -(card.memory?.daysAgo ?? 0)),
    questions: new Int32Array(topics.length),
    answered: new Int32Array(topics.length),
    order: { before: [], lacking: [], toHold: [] },
  };
  const known = new Int32Array(topics.length);
  for (let i = 0; i < size; i++) {
    const t = deck.topic[i] as number;
    if (t < 0) continue;
    deck.questions[t] = (deck.questions[t] as number) + 1;
    if ((deck.stability[i] as number) > 0) known[t] = (known[t] as number) + 1;
  }
  const asked = (t: number) => (deck.questions[t] as number) > 0 && (topics[t]?.weight ?? 0) > 0;
  const whole = topics.reduce((sum, { weight }, t) => sum + (asked(t) ? weight : 0), 0);
  for (let i = 0; i < size; i++) {
    const t = deck.topic[i] as number;
    if (t >= 0 && asked(t)) deck.weight[i] = (topics[t]?.weight ?? 0) / whole / (deck.questions[t] as number);
  }
  return { ...deck, order: orderOf(topics, { asked, questions: deck.questions, known }) };
}

/** The same cards with a memory of their own, to be moved through the days. */
export const copyDeck = (deck: Deck): Deck => ({
  ...deck,
  stability: deck.stability.slice(),
  difficulty: deck.difficulty.slice(),
  last: deck.last.slice(),
  answered: deck.answered.slice(),
});
