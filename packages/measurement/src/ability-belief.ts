import { expectedScore } from "./elo";

/** What is believed of a learner's ability in every topic: a joint normal distribution in logits. Never changed in place. */
export interface AbilityBelief {
  topics: readonly string[];
  mean: readonly number[];
  /** Symmetric, topic by topic. */
  covariance: readonly (readonly number[])[];
}
export interface TopicNode {
  slug: string;
  prerequisites: readonly string[];
}
/** One answer in a topic. */
export interface TopicAnswer {
  topic: string;
  /** 0 to 1; partial points are the share that they are. */
  score: number;
  /** Logits. */
  difficulty: number;
  guess: number;
}

/** How much of a topic's spread its prerequisites explain: correlation of 0.8 with their mean, which is ours. */
const inheritance = 0.8;

/**
 * Before any answer: each topic is normal with mean 0 and variance 1 and depends on the mean of its prerequisites (on
 * one general ability where it has none). A linear Gaussian network (Shachter & Kenley 1989, "Gaussian influence
 * diagrams", Management Science 35), so that an answer in one topic tells of those before and after it.
 * A prerequisite that is not among the topics counts as none; a cycle is cut where it closes.
 */
export function priorBelief(nodes: readonly TopicNode[]): AbilityBelief {
  const order = parentsFirst(nodes);
  const place = new Map(order.map(({ slug }, index) => [slug, index + 1]));
  // row 0 is the general ability; it is left out of the result
  const joint: number[][] = [[1]];
  const at = (row: number, column: number) => joint[Math.max(row, column)]?.[Math.min(row, column)] ?? 0;
  order.forEach(({ prerequisites }, index) => {
    const self = index + 1;
    const before = [...new Set(prerequisites)].flatMap((slug) => place.get(slug) ?? []).filter((p) => p < self);
    const parents = before.length > 0 ? before : [0];
    const shared =
      parents.reduce((sum, a) => sum + parents.reduce((inner, b) => inner + at(a, b), 0), 0) / parents.length ** 2;
    const weight = inheritance / Math.sqrt(shared) / parents.length;
    joint.push([
      ...Array.from({ length: self }, (_, other) => parents.reduce((sum, p) => sum + weight * at(p, other), 0)),
      1,
    ]);
  });
  const rows = nodes.map(({ slug }) => place.get(slug) ?? 0);
  return {
    topics: nodes.map(({ slug }) => slug),
    mean: rows.map(() => 0),
    covariance: rows.map((row) => rows.map((column) => at(row, column))),
  };
}

/** In an order in which prerequisites come first; a cycle is cut where it closes. */
export function parentsFirst(nodes: readonly TopicNode[]): TopicNode[] {
  const bySlug = new Map(nodes.map((node) => [node.slug, node]));
  const [done, open] = [new Set<string>(), new Set<string>()];
  const order: TopicNode[] = [];
  const visit = (node: TopicNode) => {
    if (done.has(node.slug) || open.has(node.slug)) return;
    open.add(node.slug);
    for (const slug of node.prerequisites) {
      const parent = bySlug.get(slug);
      if (parent) visit(parent);
    }
    done.add(node.slug);
    order.push(node);
  };
  nodes.forEach(visit);
  return order;
}

/** Midpoints of 61 strips over ±4.5 standard deviations, with the normal weights of each. */
const strips = Array.from({ length: 61 }, (_, i) => -4.5 + (9 * (i + 0.5)) / 61);
const weights = strips.map((z) => Math.exp((-z * z) / 2));

/** Mean and variance of one ability after an answer, and how likely that answer was. */
export function momentsAfter(mean: number, variance: number, answer: Omit<TopicAnswer, "topic">) {
  const deviation = Math.sqrt(variance);
  let [total, mass, first, second] = [0, 0, 0, 0];
  strips.forEach((z, index) => {
    const p = expectedScore({ rating: mean + deviation * z, difficulty: answer.difficulty, guess: answer.guess });
    // Bernoulli quasi-likelihood of a share (Papke & Wooldridge 1996, J. Applied Econometrics 11)
    const likelihood = p ** answer.score * (1 - p) ** (1 - answer.score);
    const weight = weights[index] ?? 0;
    total += weight;
    mass += weight * likelihood;
    first += weight * likelihood * z;
    second += weight * likelihood * z * z;
  });
  const shift = first / mass;
  return {
    mean: mean + deviation * shift,
    variance: variance * Math.max(1e-6, second / mass - shift * shift),
    likelihood: mass / total,
  };
}

/**
 * The belief after one answer: the topic's own mean and variance by quadrature, all others by regression on it (assumed
 * density filtering, Minka 2001, "A family of algorithms for approximate Bayesian inference"; in adaptive testing the
 * same joint posterior is used by Segall 1996, "Multidimensional adaptive testing", Psychometrika 61).
 * An answer in a topic that the belief does not know changes nothing.
 */
export function observeAnswer(belief: AbilityBelief, answer: TopicAnswer): AbilityBelief {
  const index = belief.topics.indexOf(answer.topic);
  if (index < 0) return belief;
  const { mean, variance } = marginal(belief, index);
  return moveTopic(belief, index, momentsAfter(mean, variance, answer));
}

/** The belief after an own rating of the topic with its standard error, as practice left it. */
export function observeRating(
  belief: AbilityBelief,
  { topic, rating, error }: { topic: string; rating: number; error: number },
): AbilityBelief {
  const index = belief.topics.indexOf(topic);
  if (index < 0) return belief;
  const { mean, variance } = marginal(belief, index);
  // a rating starts from the same prior, which must not count twice: its own precision is what exceeds 1
  const precision = Math.max(0, 1 / error ** 2 - 1);
  const after = 1 / (1 / variance + precision);
  const told = precision > 0 ? rating / (1 - error ** 2) : 0;
  return moveTopic(belief, index, { mean: after * (mean / variance + precision * told), variance: after });
}

/** What is believed of one topic alone. */
export const marginal = (belief: AbilityBelief, index: number) => ({
  mean: belief.mean[index] ?? 0,
  variance: belief.covariance[index]?.[index] ?? 1,
});

/** How means and variances of all topics follow when one topic's marginal changes. */
export function moveTopic(belief: AbilityBelief, index: number, to: { mean: number; variance: number }): AbilityBelief {
  const { mean, variance } = marginal(belief, index);
  const slope = belief.topics.map((_, other) => (belief.covariance[other]?.[index] ?? 0) / variance);
  const less = to.variance - variance;
  return {
    topics: belief.topics,
    mean: belief.mean.map((m, other) => m + (slope[other] ?? 0) * (to.mean - mean)),
    covariance: belief.covariance.map((row, a) => row.map((c, b) => c + (slope[a] ?? 0) * (slope[b] ?? 0) * less)),
  };
}
