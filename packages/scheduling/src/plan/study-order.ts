import type { Deck } from "./deck";
import type { PlanTopic } from "./plan-input";

/** What the topics of a plan build on, by index. */
export interface StudyOrder {
  /** Topics that have to be held before each; none where it may be begun already. */
  before: readonly (readonly number[])[];
  /** Of what each builds on, what is not held and no plan can bring: left out, or not to be asked now. */
  lacking: readonly (readonly number[])[];
  /** Answers of the plan after which each is expected to be held. */
  toHold: readonly number[];
}
/** So many answers show whether something is held, unless the input says how many. */
const answersToHold = 3;

/** @param of which topics are asked, how many questions each has, and how many of them were answered before */
export function orderOf(
  topics: readonly PlanTopic[],
  of: { asked: (t: number) => boolean; questions: Int32Array; known: Int32Array },
): StudyOrder {
  const index = new Map(topics.map(({ slug }, t) => [slug, t]));
  const needed = topics.map(({ toHold }, t) => {
    if (toHold !== undefined) return toHold;
    return of.questions[t] === 0 ? null : Math.max(0, answersToHold - (of.known[t] as number));
  });
  const gather = (t: number, seen: Set<number>, into: { before: number[]; lacking: number[] }) => {
    for (const slug of topics[t]?.prerequisites ?? []) {
      const p = index.get(slug);
      if (p === undefined || seen.has(p) || needed[p] === 0) continue;
      seen.add(p);
      if (of.asked(p)) into.before.push(p);
      else {
        if (needed[p] !== null) into.lacking.push(p);
        gather(p, seen, into);
      }
    }
    return into;
  };
  const gathered = topics.map(({ ready }, t) =>
    ready ? { before: [], lacking: [] } : gather(t, new Set([t]), { before: [], lacking: [] }),
  );
  return {
    before: gathered.map(({ before }) => before),
    lacking: gathered.map(({ lacking }) => lacking),
    toHold: needed.map((count) => count ?? 0),
  };
}

/** What is not expected to be held after the answers planned so far, of what a topic builds on and the plan can bring. */
export const waitsFor = ({ order, answered }: Deck, topic: number): number[] =>
  (answered[topic] as number) > 0
    ? []
    : (order.before[topic] ?? []).filter((t) => (answered[t] as number) < (order.toHold[t] as number));

/** In the last days of work nothing waits any more: there is no time left for what comes first. */
export const lastDaysOfWork = 3;

/**
 * What makes a first meeting of a topic come before all that it builds on is held, by index: the plan cannot bring it, or
 * the date is near. Null where nothing does.
 */
export function outOfOrder(deck: Deck, topic: number): { code: "early" | "lacking"; before: number } | null {
  if ((deck.answered[topic] as number) > 0) return null;
  const early = waitsFor(deck, topic)[0];
  if (early !== undefined) return { code: "early", before: early };
  const lacking = deck.order.lacking[topic]?.[0];
  return lacking === undefined ? null : { code: "lacking", before: lacking };
}

/**
 * The weight of the heaviest question that waits for a topic, directly or through others: 0 where none does. Until it is
 * held its answers count at least as much as what waits for them (priority inheritance: Sha, Rajkumar & Lehoczky 1990,
 * "Priority inheritance protocols", IEEE Trans. Computers 39(9)).
 */
export function inheritedWeights(deck: Deck, weightOf: (topic: number) => number): Float64Array {
  const inherited = new Float64Array(deck.answered.length);
  const waiting = deck.order.before.map((_, t) => waitsFor(deck, t));
  for (let changed = true; changed;) {
    changed = false;
    for (const [t, foundations] of waiting.entries()) {
      const weight = Math.max(weightOf(t), inherited[t] as number);
      for (const p of foundations) {
        if ((inherited[p] as number) >= weight) continue;
        inherited[p] = weight;
        changed = true;
      }
    }
  }
  return inherited;
}
