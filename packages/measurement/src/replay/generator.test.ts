import { expect, test } from "vitest";
import { generateAnswers } from "./generator";

test("the same world gives the same answers, another seed others", () => {
  const first = (seed: number) => [...generateAnswers({ seed, answers: 50 }).answers];
  expect(first(1)).toEqual(first(1));
  expect(first(1)).not.toEqual(first(2));
});

test("as many answers are right as the probabilities say", () => {
  const answers = [...generateAnswers({ answers: 40_000 }).answers];
  const right = answers.filter(({ correct }) => correct).length;
  const expected = answers.reduce((sum, { probability }) => sum + probability, 0);
  const deviation = Math.sqrt(answers.reduce((sum, { probability: p }) => sum + p * (1 - p), 0));
  expect(Math.abs(right - expected)).toBeLessThan(3 * deviation);
  expect(answers.every(({ probability, guess }) => probability >= guess && probability <= 1)).toBe(true);
});

test("able learners meet harder items", () => {
  const { items, answers } = generateAnswers({ answers: 20_000, growth: 0, choosiness: 1 });
  const difficulty = new Map(items.map((item) => [item.id, item.difficulty]));
  const learners = new Map<string, { shares: number[]; difficulties: number[] }>();
  for (const { learner, item, probability, guess } of answers) {
    const d = difficulty.get(item) ?? 0;
    const known = (probability - guess) / (1 - guess);
    const seen = learners.get(learner) ?? { shares: [], difficulties: [] };
    seen.shares.push(d + Math.log(known / (1 - known)));
    seen.difficulties.push(d);
    learners.set(learner, seen);
  }
  const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const byAbility = [...learners.values()].sort((a, b) => mean(a.shares) - mean(b.shares));
  const half = Math.floor(byAbility.length / 2);
  const met = (group: typeof byAbility) => mean(group.flatMap(({ difficulties }) => difficulties));
  expect(met(byAbility.slice(half)) - met(byAbility.slice(0, half))).toBeGreaterThan(0.3);
});
