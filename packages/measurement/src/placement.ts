import type { Random } from "@tidao/kernel";
import { type AbilityBelief, marginal, momentsAfter, parentsFirst, type TopicNode } from "./ability-belief";
import { logit } from "./logits";
import { type MasteryLevel, masteryLevels } from "./mastery";
import { normalCdf } from "./normal";

/** A question that could be asked. */
export interface PlacementItem {
  id: string;
  topic: string;
  /** Of question: a calculation shows another side of knowing a topic than a choice or an ordering does. */
  kind: string;
  /** Logits. */
  difficulty: number;
  guess: number;
}

/** Nobody is asked more than this. */
export const longestPlacement = 25;
/**
 * Nor less, while there is something to ask: wrong answers of practice in two topics settle all thirty by what topics have in
 * common, and a test that ends after one answer is believed by nobody. Ours; whoever has not practised is asked more anyway.
 */
export const shortestPlacement = 5;
/** A topic is settled when the chance that it can be built on lies outside of this band. */
const unsure = { from: 0.15, to: 0.85 };
/** Bits over all topics; below this another question is not worth a learner's minute. */
const leastGain = 0.04;
/**
 * Questions within this share of the best are as good as it: of these kinds take turns, and chance picks, so that not everyone
 * meets the same ones. On 100 simulated learners and the course's own bank 87 % of topics are told right with it, and 95 % of
 * those set to be built on are known; with 0.7, which questions with choices would need, 85 % and 86 %: a guess hides too much
 * for a test of so few questions.
 */
const asGood = 0.85;
const mostAlike = 5;

/** The chance that the learner's ability in each topic reaches `threshold` logits (0: even odds on an item of difficulty 3). */
export function chanceAbove(belief: AbilityBelief, topic: string, threshold = 0): number {
  const index = belief.topics.indexOf(topic);
  if (index < 0) return 0.5;
  const { mean, variance } = marginal(belief, index);
  return normalCdf((mean - threshold) / Math.sqrt(variance));
}

const entropy = (p: number) => (p <= 0 || p >= 1 ? 0 : -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p)));
const unsettled = (mean: number, variance: number) => entropy(normalCdf(mean / Math.sqrt(variance)));

/**
 * How many bits an answer to this item is expected to take from the question "which topics can be built on", summed over
 * all topics (expected reduction of entropy: Lindley 1956, "On a measure of the information provided by an experiment",
 * Ann. Math. Statist. 27; over knowledge states: Falmagne & Doignon 2011, "Learning Spaces", ch. 13).
 */
export function expectedGain(
  belief: AbilityBelief,
  item: Pick<PlacementItem, "topic" | "difficulty" | "guess">,
): number {
  const index = belief.topics.indexOf(item.topic);
  if (index < 0) return 0;
  const own = marginal(belief, index);
  const outcomes = [0, 1].map((score) => momentsAfter(own.mean, own.variance, { score, ...item }));
  return belief.topics.reduce((gain, _, other) => {
    const { mean, variance } = marginal(belief, other);
    const slope = (belief.covariance[other]?.[index] ?? 0) / own.variance;
    const after = outcomes.reduce((sum, to) => {
      const spread = Math.max(1e-9, variance + slope * slope * (to.variance - own.variance));
      return sum + to.likelihood * unsettled(mean + slope * (to.mean - own.mean), spread);
    }, 0);
    return gain + unsettled(mean, variance) - after;
  }, 0);
}

/**
 * The next question of a placement, or null when enough is known: every topic settled or nothing that tells enough, after as
 * few as anyone is asked, or as many asked as anyone is asked. Among nearly equal ones those of the kind that was asked
 * least come first, and of these chance picks (content balance and choice at random: Kingsbury & Zara 1989, "Procedures for selecting items for computerized
 * adaptive tests", Applied Measurement in Education 2).
 * @param asked the kinds of the questions that were asked already
 */
export function nextPlacementItem<Item extends PlacementItem>(
  belief: AbilityBelief,
  items: readonly Item[],
  { asked, random }: { asked: readonly string[]; random: Pick<Random, "pick"> },
): Item | null {
  const mayEnd = asked.length >= shortestPlacement;
  if (asked.length >= longestPlacement || items.length === 0 || (mayEnd && isSettled(belief, items))) return null;
  const known = new Map<string, number>();
  const gainOf = (item: Item) => {
    const key = `${item.topic}|${item.difficulty}|${item.guess}`;
    // no question takes knowledge away; where all is known, rounding seems to
    const gain = known.get(key) ?? Math.max(0, expectedGain(belief, item));
    known.set(key, gain);
    return gain;
  };
  const ranked = items
    .map((item) => ({ item, gain: gainOf(item) }))
    .toSorted((a, b) => b.gain - a.gain || (a.item.id < b.item.id ? -1 : 1));
  const best = ranked[0]?.gain ?? 0;
  if (mayEnd && best < leastGain) return null;
  const timesAsked = ({ item: { kind } }: (typeof ranked)[number]) => asked.filter((other) => other === kind).length;
  const alike = ranked.filter(({ gain }) => gain >= best * asGood);
  const fewest = Math.min(...alike.map(timesAsked));
  return random.pick(alike.filter((each) => timesAsked(each) === fewest).slice(0, mostAlike)).item;
}

/** Whether every topic that could still be asked about is settled. */
function isSettled(belief: AbilityBelief, items: readonly PlacementItem[]): boolean {
  const askable = new Set(items.map(({ topic }) => topic));
  return belief.topics.every((topic) => {
    const chance = chanceAbove(belief, topic);
    return !askable.has(topic) || chance <= unsure.from || chance >= unsure.to;
  });
}

/** How sure a level must be before a placement sets it. */
const sureEnough = 0.7;
/** Answers of its own can show a topic to be solid; what only follows from others goes no further than "can be built on". */
const highest = { asked: 3, inferred: 2 } as const;

export interface Placed {
  topic: string;
  /** Logits: the mean of what is believed. */
  rating: number;
  level: MasteryLevel;
  /** Of being able to build on it, 0 to 1. */
  chance: number;
  asked: number;
  /** Topics answered well that build on it; what an inferred level rests on. */
  because: string[];
}

/**
 * What a finished placement says of each topic. A level is set when the chance to have it is 0.7 or more. Without a
 * question of its own a topic gets one only backwards: something that builds on it was answered well, and its own
 * prerequisites hold. So what is set is closed under prerequisites wherever nothing was asked that speaks against it, as
 * knowledge states are (Doignon & Falmagne 1985, "Spaces for the assessment of knowledge", Int. J. Man-Machine Studies 23).
 */
export function placeTopics(
  belief: AbilityBelief,
  nodes: readonly TopicNode[],
  asked: ReadonlyMap<string, number>,
): Placed[] {
  const reached = (slug: string, most: number): MasteryLevel =>
    masteryLevels.find(
      ({ level, knows }) => level >= 2 && level <= most && chanceAbove(belief, slug, logit(knows)) >= sureEnough,
    )?.level ?? 0;
  const shown = new Set(
    nodes.filter(({ slug }) => asked.has(slug) && reached(slug, highest.asked) >= 2).map(({ slug }) => slug),
  );
  const placed = new Map<string, Placed>();
  for (const { slug, prerequisites } of parentsFirst(nodes)) {
    const count = asked.get(slug) ?? 0;
    const because =
      count > 0
        ? []
        : nodes.filter((node) => shown.has(node.slug) && buildsOn(node, slug, nodes)).map((node) => node.slug);
    const held = prerequisites.every((p) => (placed.get(p)?.level ?? 2) >= 2);
    const level =
      count > 0
        ? Math.max(1, reached(slug, highest.asked))
        : because.length > 0 && held
          ? reached(slug, highest.inferred)
          : 0;
    const rating = belief.mean[belief.topics.indexOf(slug)] ?? 0;
    placed.set(slug, {
      topic: slug,
      rating,
      level: level as MasteryLevel,
      chance: chanceAbove(belief, slug),
      asked: count,
      because,
    });
  }
  return nodes.flatMap(({ slug }) => placed.get(slug) ?? []);
}

/** Whether a topic builds on another, directly or through others. */
function buildsOn(topic: TopicNode, on: string, nodes: readonly TopicNode[], seen = new Set<string>()): boolean {
  if (seen.has(topic.slug)) return false;
  seen.add(topic.slug);
  return topic.prerequisites.some((slug) => {
    const before = nodes.find((node) => node.slug === slug);
    return slug === on || (before !== undefined && buildsOn(before, on, nodes, seen));
  });
}
