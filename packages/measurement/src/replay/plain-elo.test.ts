import { expect, test } from "vitest";
import { PlainElo } from "./plain-elo";

test("by hand: one learner is right twice on one item, and both move apart", () => {
  const elo = new PlainElo();
  const met = { learner: "l", item: "i", guess: 0 };
  expect(elo.answer(met, 1)).toBe(0.5);
  // 0.5 against -0.5: σ(1)
  expect(elo.answer(met, 1)).toBeCloseTo(0.7310585786, 9);
  // both by 0.2689414214 / 1.05 = 0.2561346871: σ(1.5122693742)
  expect(elo.answer(met, 0)).toBeCloseTo(0.8193972845, 9);
});

test("a guess is counted with the learner and with the item alike", () => {
  const elo = new PlainElo();
  const met = { learner: "l", item: "i", guess: 0.25 };
  expect(elo.answer(met, 0)).toBe(0.625);
  // -0.625 against 0.625: 0.25 + 0.75 σ(-1.25) = 0.25 + 0.75 · 0.2227001388
  expect(elo.answer(met, 0)).toBeCloseTo(0.4170251041, 9);
});
