import { trainingSentences } from "./corpus";
import { isEnd, isStart, legalSuccessors, type Tag, tags, tagsOf } from "./tags";
import { decode, type Decoding } from "./viterbi";

export interface CrfOptions {
  iterations?: number;
  /** Strength of the penalty (l2 / 2) ‖w‖². */
  l2?: number;
  learningRate?: number;
  sentences?: readonly (readonly string[])[];
}
export interface Crf {
  /** Penalised log-likelihood before the first iteration and after each. */
  objectives: number[];
  logLikelihood: number;
  weightCount: number;
  weight(feature: string): number;
  segment(text: string): Decoding & { probability: number };
}

const logSum = (values: number[]) => {
  const top = Math.max(...values);
  return top === -Infinity ? top : top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
};

/** Left neighbour, character and right neighbour, each with the tag. */
const contextFeatures = (characters: readonly string[], at: number, tag: Tag) => [
  `-1:${characters[at - 1] ?? "<s>"}:${tag}`,
  `0:${characters[at] ?? ""}:${tag}`,
  `+1:${characters[at + 1] ?? "</s>"}:${tag}`,
];
const stepFeature = (from: Tag, to: Tag) => `${from}>${to}`;

/** Tags that some legal sequence of n characters has at a place. */
const possibleTags = (at: number, n: number) =>
  tags.filter(
    (tag) => (at > 0 || isStart(tag)) && (at < n - 1 || isEnd(tag)) && (tag !== "M" || (at > 0 && at < n - 1)),
  );

/**
 * Linear-chain conditional random field over B, M, E, S (Lafferty, McCallum, Pereira 2001): full-batch gradient ascent
 * from zero weights on Σ log P(y|x) - (l2 / 2) ‖w‖², the gradient divided by the number of sentences.
 */
export function trainCrf({
  iterations = 100,
  l2 = 0.01,
  learningRate = 0.5,
  sentences = trainingSentences,
}: CrfOptions = {}): Crf {
  const weights = new Map<string, number>();
  const weight = (feature: string) => weights.get(feature) ?? 0;
  const gold = sentences.map((words) => ({ characters: [...words.join("")], sequence: tagsOf(words) }));
  for (const { characters } of gold) {
    characters.forEach((_, at) => {
      for (const tag of possibleTags(at, characters.length)) {
        for (const feature of contextFeatures(characters, at, tag)) weights.set(feature, 0);
      }
    });
  }
  for (const from of tags) for (const to of legalSuccessors[from]) weights.set(stepFeature(from, to), 0);

  const emission = (characters: readonly string[], at: number, tag: Tag) =>
    contextFeatures(characters, at, tag).reduce((sum, feature) => sum + weight(feature), 0);
  const score = (characters: readonly string[], sequence: readonly Tag[]) =>
    sequence.reduce((sum, tag, at) => {
      const before = sequence[at - 1];
      return sum + emission(characters, at, tag) + (before ? weight(stepFeature(before, tag)) : 0);
    }, 0);

  /** Forward and backward sums of log scores; `total` is log Z. */
  function sweep(characters: readonly string[]) {
    const n = characters.length;
    const emits = characters.map(
      (_, at) => new Map(possibleTags(at, n).map((tag) => [tag, emission(characters, at, tag)])),
    );
    const forward: Map<Tag, number>[] = [];
    emits.forEach((here, at) => {
      const before = forward[at - 1];
      forward.push(
        new Map(
          [...here].map(([tag, emit]) => {
            if (!before) return [tag, emit];
            const sources = [...before].filter(([from]) => legalSuccessors[from].includes(tag));
            return [tag, emit + logSum(sources.map(([from, value]) => value + weight(stepFeature(from, tag))))];
          }),
        ),
      );
    });
    const backward: Map<Tag, number>[] = Array.from({ length: n }, () => new Map<Tag, number>());
    for (let at = n - 1; at >= 0; at--) {
      for (const tag of emits[at]?.keys() ?? []) {
        const ahead = [...(emits[at + 1] ?? [])].filter(([to]) => legalSuccessors[tag].includes(to));
        const value = (to: Tag, emit: number) =>
          weight(stepFeature(tag, to)) + emit + (backward[at + 1]?.get(to) ?? -Infinity);
        backward[at]?.set(tag, at === n - 1 ? 0 : logSum(ahead.map(([to, emit]) => value(to, emit))));
      }
    }
    return { emits, forward, backward, total: logSum([...(forward[n - 1]?.values() ?? [])]) };
  }

  function gradient(): Map<string, number> {
    const slope = new Map([...weights].map(([feature, value]) => [feature, -l2 * value]));
    const add = (feature: string, value: number) => slope.set(feature, (slope.get(feature) ?? 0) + value);
    for (const { characters, sequence } of gold) {
      const { emits, forward, backward, total } = sweep(characters);
      characters.forEach((_, at) => {
        const goldTag = sequence[at] ?? "S";
        const goldBefore = sequence[at - 1];
        for (const feature of contextFeatures(characters, at, goldTag)) add(feature, 1);
        if (goldBefore) add(stepFeature(goldBefore, goldTag), 1);
        for (const [tag, emit] of emits[at] ?? []) {
          const after = backward[at]?.get(tag) ?? -Infinity;
          const marginal = Math.exp((forward[at]?.get(tag) ?? -Infinity) + after - total);
          for (const feature of contextFeatures(characters, at, tag)) add(feature, -marginal);
          for (const [from, value] of forward[at - 1] ?? []) {
            if (!legalSuccessors[from].includes(tag)) continue;
            add(stepFeature(from, tag), -Math.exp(value + weight(stepFeature(from, tag)) + emit + after - total));
          }
        }
      });
    }
    return slope;
  }

  const logLikelihood = () =>
    gold.reduce((sum, { characters, sequence }) => sum + score(characters, sequence) - sweep(characters).total, 0);
  const objective = () =>
    logLikelihood() - (l2 / 2) * [...weights.values()].reduce((sum, value) => sum + value ** 2, 0);

  const objectives = [objective()];
  for (let i = 0; i < iterations; i++) {
    for (const [feature, slope] of gradient()) {
      weights.set(feature, weight(feature) + (learningRate * slope) / gold.length);
    }
    objectives.push(objective());
  }

  const segment = (text: string) => {
    const characters = [...text];
    const decoding = decode(characters, {
      start: () => 0,
      step: (from, to) => weight(stepFeature(from, to)),
      emit: (tag, at) => emission(characters, at, tag),
    });
    return { ...decoding, probability: characters.length ? Math.exp(decoding.score - sweep(characters).total) : 1 };
  };
  return { objectives, logLikelihood: logLikelihood(), weightCount: weights.size, weight, segment };
}
