import { describe, expect, test } from "vitest";
import { bradleyTerry, eloOf } from "./bradley-terry";
import { bitsPerByte, naivePassAtK, passAtK, perplexity } from "./generation";
import { expectedJudgeWinRate, simulateJudge } from "./judge";

describe("pass@k", () => {
  test.each([
    [10, 3, 1, 0.3],
    [10, 3, 5, 0.9166666666666666],
    [200, 10, 10, 0.40854786608141724],
    [5, 0, 1, 0],
    [5, 5, 3, 1],
    [5, 3, 3, 1],
    [1, 1, 1, 1],
    [200, 1, 100, 0.5],
  ])("%d samples, %d right, k = %d", (n, c, k, expected) => expect(passAtK(n, c, k)).toBeCloseTo(expected, 9));
  test("more right than samples and more drawn than samples are refused", () => {
    expect(() => passAtK(3, 4, 1)).toThrow(RangeError);
    expect(() => passAtK(3, 1, 4)).toThrow(RangeError);
    expect(() => passAtK(3, 1.5, 1)).toThrow(RangeError);
  });
  test("the naive formula is biased low", () => expect(naivePassAtK(10, 3, 5)).toBeCloseTo(0.83193, 5));
});

test("perplexity and bits per byte of four tokens over 13 bytes", () => {
  const logs = [-0.1, -2.3, -0.7, -1.2];
  expect(perplexity(logs)).toBeCloseTo(2.929993, 6);
  expect(bitsPerByte(logs, 13)).toBeCloseTo(0.477199, 6);
});

describe("pairwise preferences", () => {
  test("three players", () => {
    const strengths = bradleyTerry([
      [0, 70, 80],
      [30, 0, 60],
      [20, 40, 0],
    ]);
    [2.09713, 0.861481, 0.553514].forEach((p, i) => expect(strengths[i]).toBeCloseTo(p, 6));
    [1128.65, 974.1, 897.25].forEach((elo, i) => expect(eloOf(strengths[i] ?? 0)).toBeCloseTo(elo, 2));
  });
  test("three wins to one are 190.85 points", () => {
    const [a = 0, b = 0] = bradleyTerry([
      [0, 3],
      [1, 0],
    ]);
    expect(eloOf(a) - eloOf(b)).toBeCloseTo(190.85, 2);
  });
});

describe("a judge that favours the first slot", () => {
  const settings = { advantage: -0.2, firstSlotBonus: 0.8, pairs: 2000 };
  test("lets the weaker model win when it always stands first", () => {
    expect(simulateJudge({ ...settings, mode: "A first" })).toBe(0.6345);
    expect(expectedJudgeWinRate({ ...settings, mode: "A first" })).toBeCloseTo(0.6457, 4);
  });
  test("is put right by judging both orders", () => {
    expect(simulateJudge({ ...settings, mode: "both orders" })).toBe(0.462);
    expect(expectedJudgeWinRate({ ...settings, mode: "both orders" })).toBeCloseTo(0.4573, 4);
  });
  test("is only made noisy by a random order", () => {
    const rate = simulateJudge({ ...settings, mode: "random order" });
    expect(Math.abs(rate - expectedJudgeWinRate({ ...settings, mode: "random order" }))).toBeLessThan(0.035);
  });
});
