import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  adwin,
  alarmQuality,
  bernoulli,
  ddm,
  errorStream,
  followTheLeader,
  forgetting,
  ftrl,
  hedge,
  onlineGradient,
  pageHinkley,
  reservoir,
  retention,
  splitAgainstPrequential,
  switching,
  track,
  trackWalk,
  trap,
  ucb1,
} from "./simulations";

const { lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const percent = (share: number, digits = 0) => `${(100 * share).toFixed(digits)}%`;
/** In the English lesson "a", in the Chinese one "b". */
const says = (english: string, chinese: string) => {
  expect(lessons[1]).toContain(english);
  expect(lessons[0]).toContain(chinese);
};

describe("evaluation", () => {
  test("by a random split flatters a drifting stream", () => {
    const { randomSplit, prequential } = splitAgainstPrequential(0.5);
    expect(prequential).toBeGreaterThan(1.4 * randomSplit);
    everyLessonSays(randomSplit.toFixed(3), prequential.toFixed(3), "2000", "80/20", "0.5");
  });
  test("of two linear tasks peaks at 45 degrees", () => {
    for (const [degrees, once, twice] of [
      [15, 0.0625, 0.054407],
      [30, 0.1875, 0.105469],
      [45, 0.25, 0.0625],
      [60, 0.1875, 0.011719],
      [75, 0.0625, 0.00028],
    ] as const) {
      const radians = (degrees * Math.PI) / 180;
      expect(forgetting(degrees)).toBeCloseTo(once, 9);
      expect(forgetting(degrees)).toBeCloseTo(Math.sin(2 * radians) ** 2 / 4, 12);
      expect(forgetting(degrees, 2)).toBeCloseTo(twice, 6);
      expect(forgetting(degrees, 2)).toBeCloseTo(once * Math.cos(radians) ** 4, 9);
    }
    for (const degrees of [0, 90]) expect(forgetting(degrees)).toBeCloseTo(0, 12);
    everyLessonSays("0.0625", "0.2500");
    bothFiguresSay("forgetting", "0.2500", "0.0625", "45°");
  });
});

describe("regret", () => {
  test("of gradient descent stays under its bound", () => {
    const [d, g, t] = [2, 3, 10_000];
    expect((d / (g * Math.sqrt(t))).toFixed(5)).toBe("0.00667");
    expect(d * g * Math.sqrt(t)).toBe(600);
    expect(600 / t).toBe(0.06);
    everyLessonSays("0.00667", " 600", "0.06", "10{,}000");
    // D/(G√t) at every step: D²/(2η_T) + G²/2 · Σ η_t
    const sum = range(t).reduce((total, i) => total + d / (g * Math.sqrt(i + 1)), 0);
    const anytime = (d * g * Math.sqrt(t)) / 2 + (g * g * sum) / 2;
    expect(anytime / 600).toBeGreaterThan(1.48);
    expect(anytime / 600).toBeLessThanOrEqual(1.5);
    everyLessonSays("1.5");
    const eta = 2 / Math.sqrt(100);
    const jump = onlineGradient(
      range(100).map((i) => (i < 50 ? 1 : -1)),
      eta,
    );
    expect([jump.loss, jump.best, jump.regret].map((x) => Number(x.toFixed(9)))).toEqual([14, 100, -86]);
    says("OGD (from 0, $\\eta = 0.2$) loses 14 and the best fixed point 100: a regret of −86", "OGD（从 0 出发，$\\eta = 0.2$）总损失 14，最好的固定点是 100，遗憾为 −86");
    const alternating = onlineGradient(
      range(100).map((i) => (i % 2 === 1 ? 1 : -1)),
      eta,
    );
    expect(alternating.regret).toBeCloseTo(10, 9);
    expect(alternating.regret).toBeLessThan(2 * Math.sqrt(100));
  });
  test("of FTRL-Proximal's weights are exactly zero inside the L1 bound", () => {
    expect(ftrl([0.3, 0.3, 0.3]).z).toBeCloseTo(0.9, 9);
    expect(ftrl([0.3, 0.3, 0.3]).w).toBe(0);
    expect(ftrl([1, 1, 1]).w).toBeCloseTo(-0.078, 3);
    everyLessonSays("$|z_i| \\le \\lambda_1$");
  });
  test("has no step size that suits both a jump and none", () => {
    for (const [learner, jump, still, ends] of [
      ["constant", 26.918053, 5.682526, 2.096368],
      ["window", 71.802245, 1.740153, 2.021061],
      ["running mean", 354.45327, 1.492699, 1.067705],
    ] as const) {
      const run = track(learner, 2);
      expect(run.second).toBeCloseTo(jump, 6);
      expect(run.w).toBeCloseTo(ends, 6);
      expect(track(learner, 0).second).toBeCloseTo(still, 6);
      everyLessonSays(`| ${jump.toFixed(2)} | ${still.toFixed(2)} |`);
    }
    expect(track("constant", 2).first).toBeCloseTo(10.999631, 6);
    expect(track("constant", 2, { noise: 0 }).second).toBeCloseTo(4 / (1 - 0.81), 6);
    expect(track("running mean", 2, { noise: 0 }).second).toBeCloseTo(401.502917, 6);
    bothFiguresSay("tracking", "26.92", "354.45", "1.07");
    says("is at 1.07", "走到 1.07");
  });
  test("leaves noise at a constant rate", () => {
    const still = (eta: number) => eta / (2 - eta);
    expect([0.1, 0.5].map((eta) => still(eta).toFixed(3))).toEqual(["0.053", "0.333"]);
    expect(trackWalk(0.5, 0)).toBeCloseTo(still(0.5), 2);
    everyLessonSays("0.053", "0.333");
    const walk = (eta: number) => (eta + 0.01 / eta) / (2 - eta);
    const errors = [0.02, 0.1, 0.3].map(walk);
    expect(errors.map((error) => error.toFixed(3))).toEqual(["0.263", "0.105", "0.196"]);
    expect(trackWalk(0.1, 0.01) / walk(0.1)).toBeCloseTo(1, 1);
    expect(trackWalk(0.3, 0.01) / walk(0.3)).toBeCloseTo(1, 1);
    everyLessonSays("0.263", "0.105", "0.196", "$\\eta = 0.02, 0.1, 0.3$");
  });
});

describe("experts", () => {
  const rate = (n: number, t: number) => Math.sqrt((8 * Math.log(n)) / t);
  const bound = (n: number, t: number) => Math.sqrt((t * Math.log(n)) / 2);
  test("trap the follower of the leader", () => {
    const { loss, bestLoss, regret } = hedge(trap(100), rate(2, 100));
    expect(followTheLeader(trap(100))).toBe(99.5);
    expect(bestLoss).toBe(49.5);
    expect([loss, regret, bound(2, 100)].map((x) => x.toFixed(6))).toEqual(["52.660728", "3.160728", "5.887050"]);
    everyLessonSays("99.5", "49.5", "52.66", "3.16", "5.89");
  });
  test("that are random are followed well enough", () => {
    const losses = bernoulli(1000, 8);
    const run = hedge(losses, rate(8, 1000));
    expect(run.loss).toBeCloseTo(342.889077, 6);
    expect(run.weights[0]).toBeCloseTo(0.929525, 6);
    expect(run.regret).toBeLessThan(bound(8, 1000));
    expect([followTheLeader(losses), run.bestLoss]).toEqual([326, 322]);
    expect(hedge(losses, rate(8, 1000), 0.02).loss.toFixed(1)).toBe("423.0");
    everyLessonSays("326", "342.9", "322", "423.0", `\\eta = ${rate(8, 1000).toFixed(3)}`, (0.3).toFixed(2), (0.3 + 7 * 0.05).toFixed(2));
  });
  test("that switch need a share", () => {
    expect(hedge(switching(100), 1).loss).toBeCloseTo(50.5, 6);
    expect(hedge(switching(100), 1, 0.02).loss).toBeCloseTo(6.771435, 6);
    expect(hedge(switching(100), rate(2, 100), 0.02).loss).toBeCloseTo(18.160167, 6);
    everyLessonSays("50.5", "6.77", "0.02");
  });
  test("seen one at a time are pulled by their upper bounds", () => {
    expect(ucb1([0.6, 0.7, 0.8], 1000)).toMatchObject({ pulls: [113, 195, 692] });
    const long = ucb1([0.6, 0.7, 0.8], 5000);
    expect(long.pulls).toEqual([195, 599, 4206]);
    expect(long.regret).toBeCloseTo(98.9, 9);
    everyLessonSays("113", "195", "692");
  });
});

describe("detectors", () => {
  test("trade false alarms for delay", () => {
    const rows = [
      ...[5, 10, 20].map((threshold) => alarmQuality((xs) => pageHinkley(xs, { threshold }))),
      alarmQuality((xs) => ddm(xs)),
      alarmQuality((xs) => adwin(xs).alarms),
    ];
    expect(rows.map(({ falseShare }) => falseShare)).toEqual([0.48, 0.03, 0, 0.34, 0]);
    for (const { falseShare, delay, missed } of rows) {
      expect(missed).toBe(0);
      // 114.65 in binary lies below the half
      const said = (delay + 1e-9).toFixed(1);
      everyLessonSays(`| ${percent(falseShare)} | ${said} |`);
      bothFiguresSay("detectors", `${percent(falseShare)}<`, `>${said}<`);
    }
    expect([5, 10, 20, 40].map((threshold) => pageHinkley(errorStream(1), { threshold }))).toEqual([
      [221, 520, 711, 877],
      [547],
      [602],
      [759],
    ]);
  });
  test("cry wolf more often in a longer stream", () => {
    const months = [10, 15, 20].map((threshold) =>
      range(100).filter(
        (i) => pageHinkley(errorStream(i + 1, { at: 6000, length: 6000 }), { threshold }).length > 0,
      ),
    );
    expect(months.map((alarmed) => alarmed.length)).toEqual([53, 5, 0]);
    says("at threshold 10, 53 of 100 unchanged streams of 6000 labels", "各 6000 个标签、从未变化的误差流里，阈值 10 时有 53 条");
    const { delay } = alarmQuality((xs) => pageHinkley(xs, { threshold: 15 }));
    expect([delay.toFixed(1), (delay / 200).toFixed(2), (delay / 200 + 2).toFixed(2)]).toEqual(["80.3", "0.40", "2.40"]);
    everyLessonSays("80.3", "0.40", "2.40", "49.3");
  });
  test("see steps of both signs or of one", () => {
    const down = range(60).map((i) => (i < 30 ? 1 : 0));
    expect(adwin(down).alarms[0]).toBe(34);
    expect(pageHinkley(down, { delta: 0, threshold: 2, burnIn: 1 })).toEqual([]);
    const first = [1, 2, 3].map((seed) => adwin(errorStream(seed, { after: 0.6, at: 200, length: 400 })));
    expect(first.map(({ alarms, length }) => [alarms[0], length])).toEqual([
      [216, 229],
      [224, 223],
      [226, 207],
    ]);
    expect(adwin(range(40).map((i) => (i < 20 ? 0 : 1)))).toMatchObject({ alarms: [24, 25, 26, 27, 28, 33], length: 24 });
    expect(adwin([])).toEqual({ alarms: [], length: 0, mean: null });
  });
});

describe("buffers", () => {
  test("by reservoir keep every item alike", () => {
    expect(reservoir(20, 5, 1)).toEqual([6, 1, 17, 10, 19]);
    expect(reservoir(1000, 5, 2)).toEqual([414, 519, 971, 884, 246]);
    const kept = retention(20, 5, 4000);
    expect([Math.min(...kept), Math.max(...kept)].map((share) => percent(share, 1))).toEqual(["23.6%", "26.7%"]);
    everyLessonSays("4000", "23.6%", "26.7%", percent(5 / 20));
  });
});

test("the worked example", () => {
  expect([200 * 30, 200 * 20]).toEqual([6000, 4000]);
  expect(Math.sqrt((8 * Math.log(4)) / 6000).toFixed(4)).toBe("0.0430");
  const bound = Math.sqrt((6000 * Math.log(4)) / 2);
  expect([bound.toFixed(1), (bound / 6000).toFixed(4)]).toEqual(["64.5", "0.0107"]);
  expect([percent(500 / 6000, 2), ((500 * 4000) / 6000).toFixed(0), 500 / 200]).toEqual(["8.33%", "333", 2.5]);
  everyLessonSays("\\sqrt{8\\ln 4/6000} = 0.0430", "64.5", "0.0107", "8.33%", "333", "2.5");
});
