import { seededRandom } from "@tidao/kernel";
import { describe, expect, test } from "vitest";
import { expectedScore, initialRating, updateRating } from "./elo";
import { sigmoid } from "./logits";
import { answersToLevel, masteryLevel, masteryUncertainty } from "./mastery";

describe("a level needs knowledge and answers", () => {
  const known = (p: number) => Math.log(p / (1 - p)) + 1e-9;
  test.each([
    ["nobody has answered yet", known(0.99), 0, 0],
    ["one answer, however good, is a start", known(0.99), 1, 1],
    ["three answers at even odds are developing", known(0.5), 3, 2],
    ["below even odds is still a start", known(0.49), 50, 1],
    ["five answers are too few to be proficient", known(0.9), 5, 2],
    ["six answers at 70 % are proficient", known(0.7), 6, 3],
    ["nine answers are too few to have mastered", known(0.95), 9, 3],
    ["ten answers at 85 % are mastered", known(0.85), 10, 4],
    ["84 % is not", known(0.84), 100, 3],
  ])("%s", (_, rating, answers, level) => expect(masteryLevel(rating, answers)).toBe(level));

  test("ten open items of difficulty 3 answered right lead to mastery, and wrong answers lead back", () => {
    let learner = { ...initialRating };
    const levels: number[] = [];
    const answer = (score: number) => {
      learner = updateRating(learner, { score, difficulty: 0, guess: 0 });
      levels.push(masteryLevel(learner.rating, learner.answers));
    };
    for (let i = 0; i < 10; i++) answer(1);
    expect(levels).toEqual([1, 1, 2, 2, 2, 3, 3, 3, 3, 4]);
    for (let i = 0; i < 4; i++) answer(0);
    expect(levels.slice(10)).toEqual([3, 3, 2, 2]);
  });
});

describe("uncertainty", () => {
  test("by hand: 1, then √(0.8² + 0.2), and less with every answer until it stays", () => {
    expect(masteryUncertainty(0)).toBe(1);
    expect(masteryUncertainty(1)).toBeCloseTo(Math.sqrt(0.84), 12);
    for (let n = 0; n < 200; n++) expect(masteryUncertainty(n + 1)).toBeLessThan(masteryUncertainty(n));
    expect(masteryUncertainty(5000)).toBe(masteryUncertainty(200));
  });

  test("about 95 % of simulated learners lie within two standard errors of their rating", () => {
    const random = seededRandom(11);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
    for (const answers of [5, 10, 30, 60]) {
      let covered = 0;
      for (let i = 0; i < 2000; i++) {
        const ability = normal();
        let learner = { ...initialRating };
        while (learner.answers < answers) {
          const item = { difficulty: random.integer(-2, 2), guess: 0 };
          const score = random.next() < sigmoid(ability - item.difficulty) ? 1 : 0;
          learner = updateRating(learner, { score, ...item });
        }
        if (Math.abs(learner.rating - ability) <= 1.96 * masteryUncertainty(answers)) covered++;
      }
      expect(covered / 2000).toBeGreaterThan(0.92);
      expect(covered / 2000).toBeLessThan(0.98);
    }
  });
});

test("Elo predicts answers of a known generator nearly as well as the generator itself", () => {
  const random = seededRandom(5);
  let [modelLoss, trueLoss, baseLoss, n] = [0, 0, 0, 0];
  const loss = (p: number, score: number) => -Math.log(score ? p : 1 - p);
  for (let learner = 0; learner < 500; learner++) {
    const ability = (random.next() + random.next() + random.next() - 1.5) * 3;
    let state = { ...initialRating };
    for (let i = 0; i < 40; i++) {
      const item = { difficulty: random.integer(-2, 2), guess: 0.25 };
      const truth = expectedScore({ rating: ability, ...item });
      const score = random.next() < truth ? 1 : 0;
      if (i >= 20) {
        modelLoss += loss(expectedScore({ rating: state.rating, ...item }), score);
        trueLoss += loss(truth, score);
        baseLoss += loss(expectedScore({ rating: 0, ...item }), score);
        n++;
      }
      state = updateRating(state, { score, ...item });
    }
  }
  expect((modelLoss - trueLoss) / n).toBeLessThan(0.03);
  expect(modelLoss).toBeLessThan(baseLoss);
});

describe("answers until a level is earned", () => {
  const each = { score: 0.75, difficulty: 0, guess: 0.2 };
  test("are those that the level asks for where the rating is good enough already", () => {
    expect(answersToLevel(2, { rating: 0, answers: 0 }, each)).toBe(3);
    expect(answersToLevel(2, { rating: 0.4, answers: 2 }, each)).toBe(1);
    expect(answersToLevel(2, { rating: 0.4, answers: 5 }, each)).toBe(0);
  });
  test("are more for who stands low: -0.2 + 0.8 (0.75 - 0.5601) = -0.048, + 0.7692 (0.75 - 0.5904) = 0.075", () => {
    expect(answersToLevel(2, { rating: -0.2, answers: 5 }, each)).toBe(2);
    expect(answersToLevel(2, { rating: -1.5, answers: 20 }, each)).toBeGreaterThan(5);
  });
  test("are bounded where answers do not lead there", () => {
    expect(answersToLevel(4, { rating: 0, answers: 0 }, { ...each, score: 0.5 })).toBe(40);
  });
});
