import { describe, expect, test } from "vitest";
import { abilityIn, LearnerRatings, predictScore } from "./ability";
import { expectedScore, initialRating, updateRating } from "./elo";
import { masteryUncertainty } from "./mastery";
import { generateAnswers } from "./replay/generator";
import { PredictionTally } from "./prediction/prediction-tally";

const general = { rating: -0.5, answers: 20 };

describe("what a learner's ratings say together", () => {
  test("by hand: ten answers of its own count as much as all the rest", () => {
    const { rating, variance } = abilityIn({ rating: 1, answers: 10 }, general);
    expect(rating).toBeCloseTo(0.25, 12);
    // 0.4 + 0.6 / (1 + 0.2 · 20) = 0.52
    expect(variance).toBeCloseTo((masteryUncertainty(10) ** 2 + 0.52) / 2, 12);
  });
  test("in a topic never answered a learner is what the other topics say", () => {
    expect(abilityIn(undefined, general)).toEqual({ rating: -0.5, variance: 0.52 });
  });
  test("of somebody new nothing is known", () => {
    expect(new LearnerRatings().ability(["a"])).toEqual({ rating: 0, variance: 1 });
  });
  test("by hand: the general rating is the mean of topics, each as far as it is trusted", () => {
    const learner = new LearnerRatings();
    const item = { score: 1, difficulty: 0, guess: 0 };
    learner.answer(["a"], item);
    learner.answer(["a"], item);
    learner.answer(["b"], { ...item, score: 0 });
    const a = updateRating(updateRating(initialRating, item), item).rating;
    // trust 2/12 and 1/11
    expect(learner.general().rating).toBeCloseTo((a / 6 - 0.5 / 11) / (1 / 6 + 1 / 11), 12);
    expect(learner.general().answers).toBe(3);
  });
  test("an item of two skills asks for their mean and moves both", () => {
    const learner = new LearnerRatings();
    learner.answer(["a", "b"], { score: 1, difficulty: 0, guess: 0 });
    learner.answer(["a"], { score: 1, difficulty: 0, guess: 0 });
    const mean = (learner.ability(["a"]).rating + learner.ability(["b"]).rating) / 2;
    expect(learner.ability(["a", "b"]).rating).toBeCloseTo(mean, 12);
    expect(learner.ability([]).rating).toBeCloseTo(learner.general().rating, 12);
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
    const learners = new Map<string, LearnerRatings>();
    const [alone, together] = [new PredictionTally(), new PredictionTally()];
    const own = new Map<string, { rating: number; answers: number }>();
    for (const answer of answers) {
      const given = { difficulty: difficulties.get(answer.item) ?? 0, guess: answer.guess };
      const key = answer.learner + answer.skills[0];
      const rating = own.get(key) ?? initialRating;
      const learner = learners.get(answer.learner) ?? new LearnerRatings();
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
