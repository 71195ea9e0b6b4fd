import { seededRandom } from "@tidao/kernel";
import { describe, expect, test } from "vitest";
import { expectedScore } from "./elo";
import { judgeClaim, longestSkipTest, skipClaim } from "./sequential-test";

const open = (score: number, difficulty = 0) => ({ score, difficulty, guess: 0 });

describe("a claim to know a topic", () => {
  test("by hand: three right answers to open items of difficulty 3 are enough", () => {
    // ln(σ(1.5)/σ(-0.5)) = ln(0.81757/0.37754) = 0.77265 each; ln(0.9/0.1) = 2.19722
    const { verdict, evidence } = judgeClaim([open(1), open(1), open(1)]);
    expect(evidence).toBeCloseTo(3 * 0.77265, 4);
    expect(verdict).toBe("passed");
  });
  test("two are not, however hard: it takes three", () =>
    expect(judgeClaim([open(1, 2), open(1, 2)]).verdict).toBe("undecided"));
  test("by hand: three wrong answers refuse it", () => {
    // ln((1-0.81757)/(1-0.37754)) = -1.22735 each; ln(0.1/0.9) = -2.19722
    const { verdict, evidence } = judgeClaim([open(0), open(0), open(0)]);
    expect(evidence).toBeCloseTo(-3 * 1.22735, 4);
    expect(verdict).toBe("failed");
  });
  test("a guess that must be right proves nothing", () =>
    expect(
      judgeClaim(Array.from({ length: 5 }, () => ({ score: 1, difficulty: 0, guess: 1 - 1e-12 }))).evidence,
    ).toBeCloseTo(0, 6));
  test("the last question always decides", () => {
    const mixed = Array.from({ length: longestSkipTest }, (_, i) => ({ score: i % 2, difficulty: 0, guess: 0.25 }));
    expect(["passed", "failed"]).toContain(judgeClaim(mixed).verdict);
  });

  /** Items as the service picks them: difficulty 3 to 5, about every second with four choices. */
  const examine = (ability: number) => {
    const random = seededRandom(ability * 100 + 500);
    let [passed, asked] = [0, 0];
    for (let i = 0; i < 4000; i++) {
      const answers: Parameters<typeof judgeClaim>[0][number][] = [];
      while (judgeClaim(answers).verdict === "undecided") {
        const item = { difficulty: random.pick([0, 0, 0, 1, 1, 2]), guess: random.pick([0, 0.25]) };
        answers.push({ ...item, score: random.next() < expectedScore({ rating: ability, ...item }) ? 1 : 0 });
      }
      asked += answers.length;
      if (judgeClaim(answers).verdict === "passed") passed++;
    }
    return { passed: passed / 4000, asked: asked / 4000 };
  };
  test("somebody at the lower end passes in 13 % of tests, somebody at the upper end fails in 12 %, after six questions", () => {
    const [stranger, knower] = [examine(skipClaim.below), examine(skipClaim.above)];
    expect(stranger.passed).toBeLessThan(0.15);
    expect(knower.passed).toBeGreaterThan(0.86);
    expect(stranger.asked).toBeLessThan(6);
    expect(knower.asked).toBeLessThan(6);
  });
  test("one logit further out both errors are at most 3 %, after five questions", () => {
    const [stranger, knower] = [examine(skipClaim.below - 1), examine(skipClaim.above + 1)];
    expect(stranger.passed).toBeLessThan(0.03);
    expect(knower.passed).toBeGreaterThan(0.97);
    expect(stranger.asked).toBeLessThan(5);
    expect(knower.asked).toBeLessThan(5);
  });
});
