import { seededRandom } from "@tidao/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LearnerAbilities, predictScore } from "./ability";
import { expectedScore, initialRating, updateRating } from "./elo";
import { generateAnswers } from "./replay/generator";
import { PredictionTally } from "./prediction/prediction-tally";

describe("what a learner's answers say together", () => {
  const item = { score: 1, difficulty: 0, guess: 0 };

  test("of somebody new nothing is known", () => {
    expect(new LearnerAbilities().ability(["a"])).toEqual({ rating: 0, variance: 1 });
    expect(new LearnerAbilities().ability([])).toEqual({ rating: 0, variance: 1 });
  });
  test("by hand: one right answer to an open item", () => {
    const learner = new LearnerAbilities();
    learner.answer(["a"], item);
    // κ² = 1 / (1 + π/8) = 0.7180301; information κ² / 4 = 0.1795075; shrink 1 / 1.1795075 = 0.8478114
    // pull κ · 0.5 · shrink = 0.3592036: of it 0.6 in all skills and 0.4 in this one
    expect(learner.ability(["a"]).rating).toBeCloseTo(0.3592036, 6);
    expect(learner.ability(["b"]).rating).toBeCloseTo(0.2155221, 6);
    // 0.6 - 0.36 i + 0.001 and 0.4 - 0.16 i + 0.001 with i = 0.1795075 · 0.8478114 = 0.1521885
    expect(learner.ability(["a"]).variance).toBeCloseTo(0.546212 + 0.37665, 5);
    expect(learner.ability(["b"]).variance).toBeCloseTo(0.546212 + 0.4, 5);
  });
  test("by hand: a right answer that may have been a guess says less, a wrong one as much", () => {
    const after = (score: number) => {
      const learner = new LearnerAbilities();
      learner.answer(["a"], { score, difficulty: 0, guess: 0.25 });
      return learner.ability(["a"]).rating;
    };
    // P = 0.625; κ k / P = 0.6778937; information 0.6778937 κ 0.75 / 4 = 0.1077047; shrink 0.9027676
    expect(after(1)).toBeCloseTo(0.6778937 * 0.375 * 0.9027676, 6);
    expect(after(0)).toBeCloseTo(-0.6778937 * 0.625 * 0.9027676, 6);
  });
  test("an item of two skills asks for their mean and moves both", () => {
    const learner = new LearnerAbilities();
    learner.answer(["a", "b"], item);
    learner.answer(["a"], item);
    const mean = (learner.ability(["a"]).rating + learner.ability(["b"]).rating) / 2;
    expect(learner.ability(["a", "b"]).rating).toBeCloseTo(mean, 12);
    expect(learner.ability(["a"]).rating).toBeGreaterThan(learner.ability(["b"]).rating);
    expect(learner.ability(["b"]).rating).toBeGreaterThan(learner.ability(["c"]).rating);
  });
  test("a right answer never lowers an ability, a wrong one never raises it, and nothing becomes certain", () => {
    const answers = fc.array(
      fc.record({
        skill: fc.constantFrom("a", "b", "c"),
        score: fc.constantFrom(0, 1),
        difficulty: fc.double({ min: -6, max: 6, noNaN: true }),
        guess: fc.double({ min: 0, max: 0.5, noNaN: true }),
      }),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(answers, (list) => {
        const learner = new LearnerAbilities();
        for (const { skill, ...given } of list) {
          const before = learner.ability([skill]).rating;
          learner.answer([skill], given);
          const { rating, variance } = learner.ability([skill]);
          expect(Math.sign(rating - before)).toBe(given.score ? 1 : -1);
          expect(variance).toBeGreaterThan(0.01);
          expect(variance).toBeLessThan(2);
        }
      }),
    );
  });
  test("95 to 99 % of a known generator's learners lie within 1.96 standard errors: they are rather too wide than too narrow", () => {
    const random = seededRandom(12);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
    let covered = 0;
    for (let i = 0; i < 1000; i++) {
      const common = Math.sqrt(0.6) * normal();
      const abilities = new Map(["a", "b", "c"].map((skill) => [skill, common + Math.sqrt(0.4) * normal()]));
      const learner = new LearnerAbilities();
      for (let n = 0; n < 60; n++) {
        const skill = random.pick(["a", "b", "c"]);
        const given = { difficulty: random.integer(-2, 2), guess: random.pick([0, 0.25]) };
        const right = random.next() < expectedScore({ rating: abilities.get(skill) ?? 0, ...given });
        learner.answer([skill], { score: Number(right), ...given });
      }
      const { rating, variance } = learner.ability(["a"]);
      if (Math.abs(rating - (abilities.get("a") ?? 0)) <= 1.96 * Math.sqrt(variance)) covered++;
    }
    expect(covered / 1000).toBeGreaterThan(0.95);
    expect(covered / 1000).toBeLessThan(0.99);
  });
});

describe("a prediction", () => {
  const item = { difficulty: 1, guess: 0.25 };
  test("of a rating that is certain is the expected score", () => {
    expect(predictScore({ rating: 0.3, variance: 0 }, item)).toBe(expectedScore({ rating: 0.3, ...item }));
  });
  test("by hand: uncertainty pulls it toward even odds", () => {
    // κ = 1 / √(1 + π/8) = 0.84735; σ(-0.84735) = 0.29999
    expect(predictScore({ rating: 0, variance: 1 }, { difficulty: 1, guess: 0 })).toBeCloseTo(0.3, 4);
  });
  test("with the other topics in mind it loses less than with the topic's rating alone", () => {
    const { items, answers } = generateAnswers({ seed: 3, learners: 200, skills: 20, items: 200, answers: 20_000 });
    const difficulties = new Map(items.map((item) => [item.id, item.difficulty]));
    const learners = new Map<string, LearnerAbilities>();
    const [alone, together] = [new PredictionTally(), new PredictionTally()];
    const own = new Map<string, { rating: number; answers: number }>();
    for (const answer of answers) {
      const given = { difficulty: difficulties.get(answer.item) ?? 0, guess: answer.guess };
      const key = answer.learner + answer.skills[0];
      const rating = own.get(key) ?? initialRating;
      const learner = learners.get(answer.learner) ?? new LearnerAbilities();
      learners.set(answer.learner, learner);
      alone.add(expectedScore({ ...rating, ...given }), answer.correct);
      together.add(predictScore(learner.ability(answer.skills), given), answer.correct);
      const score = Number(answer.correct);
      own.set(key, updateRating(rating, { score, ...given }));
      learner.answer(answer.skills, { score, ...given });
    }
    expect(together.report()?.logLoss).toBeLessThan((alone.report()?.logLoss ?? 0) - 0.005);
    expect(together.report()?.auc).toBeGreaterThan((alone.report()?.auc ?? 1) + 0.005);
  });
});
