import { describe, expect, test } from "vitest";
import { percent, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  accuracies,
  allAgreeBound,
  attacked,
  auditPlan,
  certifiedRadius,
  dual,
  fgsmPath,
  judge,
  l1,
  l2,
  linear,
  lossFactor,
  type Norm,
  pgd,
  pgdPath,
  phi,
  phiInverse,
  precision,
  successWithin,
  tanhNet,
  traces,
  trainRobust,
  triesFor,
  voteProbability,
} from "./simulations";

const { everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const [w, b, x] = [[1, -2, 0.5], 0.1, [0.6, -0.2, 0.3]] as const;

describe("a linear score", () => {
  const { score, slope } = linear(w, b);
  const worst = (norm: Norm, eps: number) =>
    pgd(score, slope, x, 1, { norm, eps, alpha: eps / 4, steps: 8 }).at(-1)?.margin ?? Number.NaN;
  test("loses the dual norm times the budget, as PGD finds", () => {
    expect([score(x), l1(w), l2(w)].map((value) => Number(value.toFixed(9)))).toEqual([1.25, 3.5, 2.291287847]);
    for (const norm of ["linf", "l2"] as const)
      for (const eps of [0.1, 0.3, 0.5]) expect(worst(norm, eps)).toBeCloseTo(1.25 - eps * dual(w, norm), 9);
    expect([0.3, 0.4].map((eps) => worst("linf", eps).toFixed(2))).toEqual(["0.20", "-0.15"]);
    expect([1.25 / l1(w), 1.25 / l2(w)].map((d) => d.toFixed(9))).toEqual(["0.357142857", "0.545544726"]);
    everyLessonSays("$m = 1.25$", "= 3.5$", "= 2.2913$", "0.3571", "0.5455", "0.2", "−0.15");
  });
  test("takes the same steps as the reference attacks", () => {
    const end = (norm: Norm, eps: number, alpha: number, steps: number) =>
      pgd(score, slope, x, 1, { norm, eps, alpha, steps }).at(-1);
    expect(end("linf", 0.4, 0.1, 6)?.margin).toBeCloseTo(-0.15, 9);
    const flipped = end("l2", 0.6, 0.2, 4);
    expect(flipped?.margin).toBeCloseTo(-0.124772708487, 9);
    [0.338138531717, 0.323722936566, 0.169069265858].forEach((value, i) => expect(flipped?.x[i]).toBeCloseTo(value, 9));
    expect(end("l2", 0.5, 0.25, 4)?.margin).toBeCloseTo(0.104356076261, 9);
    const saturated = linear([1], 800);
    const still = { norm: "linf", eps: 1, alpha: 1, steps: 3 } as const;
    expect(pgd(saturated.score, saturated.slope, [0], 1, still).at(-1)?.margin).toBe(800);
  });
  test("has an L∞ distance that falls with the dimension", () => {
    const budgets = [4, 100, 10_000].map((d) => 2 / l1(Array.from({ length: d }, () => 1 / Math.sqrt(d))));
    expect(budgets.map((eps) => eps.toFixed(4))).toEqual(["1.0000", "0.2000", "0.0200"]);
    for (const d of [4, 100, 10_000])
      expect(2 / l2(Array.from({ length: d }, () => 1 / Math.sqrt(d)))).toBeCloseTo(2, 9);
    everyLessonSays("$2/\\sqrt d$", "1.0", "0.2", "0.02", "10,000");
  });
});

describe("a curved score", () => {
  test("misleads one step and not many", () => {
    const margins = pgdPath(8).map(({ margin }) => margin.toFixed(6));
    expect(margins).toEqual([
      "1.264649",
      "1.128189",
      "1.024951",
      "0.353549",
      "-0.759898",
      "-1.114269",
      "-1.377779",
      "-1.555007",
      "-1.662092",
    ]);
    const [fgsm, many] = [fgsmPath().at(-1), pgdPath().at(-1)];
    expect(fgsm?.x).toEqual([0.7, -0.6]);
    expect(fgsm?.margin).toBeCloseTo(0.806722, 6);
    expect(many?.x).toEqual([-0.3, -0.6]);
    let lowest = Infinity;
    for (let i = 0; i <= 100; i++)
      for (let j = 0; j <= 100; j++)
        lowest = Math.min(lowest, tanhNet.score([attacked.x[0] - 0.5 + i / 100, attacked.x[1] - 0.5 + j / 100]));
    expect(many?.margin).toBeCloseTo(lowest, 9);
    everyLessonSays("1.265", "0.807", "0.125", "−1.662");
    bothFiguresSay("attack-path", "1.265", "0.807", "−1.662", "(0.7, −0.6)", "(−0.3, −0.6)", "0.125");
  });
});

describe("adversarial training", () => {
  const [standard, robust] = [trainRobust(0), trainRobust(0.8)];
  test("keeps only the strong feature", () => {
    expect(accuracies(standard, 0.8)).toEqual({ clean: 0.987, robust: 0.061 });
    expect(accuracies(robust, 0.8)).toEqual({ clean: 0.953, robust: 0.953 });
    expect([standard.w[0], standard.b, l1(standard.w.slice(1))].map((v) => v?.toFixed(6))).toEqual([
      "1.736465",
      "-0.121600",
      "10.516106",
    ]);
    expect([robust.w[0], robust.b].map((v) => v?.toFixed(6))).toEqual(["1.463497", "-0.047866"]);
    expect(robust.w.slice(1)).toEqual(Array.from({ length: 20 }, () => 0));
    // the budget turns the mean of a weak feature and not the sign of the strong one
    expect([0.4 - 0.8, Math.sign(1 - 0.8)]).toEqual([-0.4, 1]);
    everyLessonSays("$-0.4y$", "±1");
    everyLessonSays("0.95", "$0.4y$", "1,000", "98.7%", "6.1%", "95.3%", "20 ");
    bothFiguresSay("robust-training", "98.7%", "6.1%", "95.3%");
  });
  test("trades clean for worst-case accuracy with other seeds too", () => {
    for (const seed of [11, 12, 13]) {
      const [plain, trained] = [0, 0.8].map((eps) => accuracies(trainRobust(eps, seed), 0.8, seed + 100));
      expect(plain?.clean).toBeGreaterThan(trained?.clean ?? 1);
      expect(plain?.robust).toBeLessThan(trained?.robust ?? 0);
    }
  });
  test("is what averaging shows in closed form", () => {
    const [mean, deviation] = [0.2, 1 / Math.sqrt(100)];
    expect([mean, mean - 0.4].map((shift) => percent(phi(shift / deviation)))).toEqual(["97.7%", "2.3%"]);
    everyLessonSays("97.7%", "2.3%", "$\\Phi(2)$", "$\\Phi(-2)$");
  });
});

describe("gradient masking", () => {
  test("makes the factor exactly 0", () => {
    const factors = [1, 50, 70, 71, 100].map((t) => lossFactor(1.25, t));
    expect(factors[0]?.toFixed(4)).toBe("0.2227");
    expect(factors.slice(1, 3).map((f) => f.toExponential(2))).toEqual(["7.19e-28", "9.98e-39"]);
    expect(factors.slice(3)).toEqual([0, 0]);
    expect(Math.log(2 ** 128).toFixed(2)).toBe("88.72");
    everyLessonSays("| 1 | 0.2227 |", "$7.19\\times10^{-28}$", "$9.98\\times10^{-39}$", "| 71 | 0 |", "| 100 | 0 |", "88.72");
  });
});

describe("smoothing", () => {
  test("certifies the true distance of a linear model", () => {
    const votes = [0.25, 0.5, 1].map((s) => [s, voteProbability(1.25, w, s)] as const);
    for (const [s, p] of votes) expect(certifiedRadius(s, p)).toBeCloseTo(1.25 / l2(w), 6);
    expect(votes.map(([, p]) => p.toFixed(4))).toEqual(["0.9855", "0.8624", "0.7073"]);
    expect(certifiedRadius(0.5, 0.99).toFixed(3)).toBe("1.163");
    everyLessonSays("0.9855", "0.7073", "1.163", "$R = m/\\lVert w\\rVert_2 = 0.5455$");
  });
  test("is limited by the number of votes", () => {
    const radii = [100, 1000, 100_000].map((n) => certifiedRadius(0.25, allAgreeBound(n)).toFixed(4));
    expect(radii).toEqual(["0.3751", "0.6158", "0.9529"]);
    everyLessonSays(...radii, "100,000", "99.9%", "$0.001^{1/n}$");
    expect(phi(phiInverse(0.37))).toBeCloseTo(0.37, 12);
  });
});

describe("attempts, plans and alerts", () => {
  test("add up", () => {
    expect([50, 100].map((k) => percent(successWithin(0.02, k)))).toEqual(["63.6%", "86.7%"]);
    expect(triesFor(0.02, 0.95)).toBe(149);
    everyLessonSays("63.6%", "86.7%", "95%", "149", "$p = 0.02$");
  });
  test("are stopped by what a policy can see", () => {
    expect(traces.filter(({ attack }) => attack)).toHaveLength(5);
    for (const policy of ["none", "keyword", "data", "data and control"] as const) {
      const { stopped, blocked } = judge(policy);
      everyLessonSays(`| ${stopped.length}/5 | ${blocked.length}/4 |`);
    }
    expect(judge("keyword")).toEqual({ stopped: ["A1"], blocked: ["B3"] });
    expect(judge("data")).toEqual({ stopped: ["A3", "A4", "A5"], blocked: [] });
    expect(judge("data and control").blocked).toEqual(["B4"]);
    const kinds = ["A4", "A2", "B2"].map(
      (id) => auditPlan(traces.find((trace) => trace.id === id)?.steps ?? [])[0]?.kind ?? "none",
    );
    expect(kinds).toEqual(["data", "control", "none"]);
  });
  test("are mostly false at a low base rate", () => {
    expect([0.001, 0.05].map((base) => precision(0.95, 0.01, base).toFixed(4))).toEqual(["0.0868", "0.8333"]);
    expect(percent(precision(0.99, 0.01, 0.001))).toBe("9.0%");
    everyLessonSays("8.7%", "83.3%", "9.0%");
  });
  test("of the worked example", () => {
    const attacks = 200_000 / 1000;
    const [found, false_] = [attacks * 0.95, (200_000 - attacks) * 0.01];
    expect([attacks, found, attacks - found, false_, found + false_].map((v) => Number(v.toFixed(6)))).toEqual([
      200, 190, 10, 1998, 2188,
    ]);
    expect(percent(found / (found + false_))).toBe("8.7%");
    // as many false alerts as true ones
    expect(percent(found / (200_000 - attacks), 3)).toBe("0.095%");
    const tries = triesFor(0.05 * 0.02, 0.95);
    expect([tries, Math.ceil(tries / attacks)]).toEqual([2995, 15]);
    everyLessonSays("200,000", "1,998", "2,188", "0.095%", "$0.05\\cdot0.02 = 0.001$", "2,995", "15 ");
  });
});
