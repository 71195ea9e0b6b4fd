import { range, sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { grouped, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  balance,
  bestLambda,
  combine,
  descend,
  dot,
  draws,
  losses,
  paretoPoint,
  shares,
  type Sharing,
  sharingRisk,
  simulatedRisk,
} from "./simulations";

const { read, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const signed = (value: number, digits: number) => value.toFixed(digits).replace("-", "−");
const point = (values: readonly number[], digits = 3) => `(${values.map((v) => signed(v, digits)).join(", ")})`;
const short = (value: number, digits = 4) => String(Number(value.toFixed(digits)) + 0).replace("-", "−");
const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((value, i) => value - (b[i] ?? NaN)));

describe("sharing", () => {
  const setting = (spread: number, n: number, lambda: number, tasks = 20): Sharing => ({ lambda, n, spread, tasks });
  test("has the errors of the table", () => {
    for (const [spread, n, row] of [
      [0.1, 2, "0.5000 | 0.1675 | 0.1200 | 0.8333, 0.1042"],
      [4, 2, "0.5000 | 1.0938 | 3.8250 | 0.1111, 0.4472"],
      [0.1, 50, "0.0200 | 0.0295 | 0.0960 | 0.1667, 0.0168"],
    ] as const) {
      const best = bestLambda(n, spread);
      // 1.09375 lies on the edge of two roundings
      const risk = (lambda: number) => (sharingRisk(setting(spread, n, lambda)) + 1e-12).toFixed(4);
      expect(`${risk(0)} | ${risk(0.5)} | ${risk(1)} | ${best.toFixed(4)}, ${risk(best)}`).toBe(row);
      for (const other of range(101))
        expect(sharingRisk(setting(spread, n, other / 100))).toBeGreaterThanOrEqual(
          sharingRisk(setting(spread, n, best)) - 1e-12,
        );
      everyLessonSays(row);
    }
    expect(sharingRisk(setting(4, 2, 0.5, 200)).toFixed(4)).toBe("1.1219");
    everyLessonSays("1.1219");
  });
  test("is confirmed by drawing tasks", () => {
    const simulated = [0.1, 4].map((spread) => simulatedRisk(setting(spread, 2, 0.5)));
    expect(simulated.map((risk) => risk.toFixed(6))).toEqual(["0.164314", "1.103535"]);
    everyLessonSays(...simulated.map((risk) => risk.toFixed(4)));
  });
  test("is drawn as computed", () => {
    bothFiguresSay("sharing", ">1.0938<", ">0.4472<", ">0.1675<", ">0.1042<");
    for (const language of ["zh", "en"]) {
      const circles = [...read(`figures/sharing.${language}.svg`).matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)];
      const seen = circles.map(([, x, y]) => [(Number(x) - 44) / 336, 1.5 - (Number(y) - 16) / 150]);
      const wanted = [0.1, 4].flatMap((spread) =>
        [0.5, bestLambda(2, spread)].map((lambda) => [lambda, sharingRisk(setting(spread, 2, lambda))]),
      );
      for (const [i, each] of wanted.entries()) expect(distance(seen[i] ?? [], each)).toBeLessThan(0.002);
    }
  });
  test("is limited by width and balanced among experts", () => {
    const values = [4, 2, 1];
    expect(range(4).map((k) => sum(values.slice(k).map((s) => s * s)))).toEqual([21, 5, 1, 0]);
    expect(balance([0.5, 0.25, 0.125, 0.125], [0.4, 0.3, 0.2, 0.1])).toBeCloseTo(1.25, 12);
    expect(balance([0.25, 0.25, 0.25, 0.25], [0.25, 0.25, 0.25, 0.25])).toBe(1);
    everyLessonSays("1.25", "(0.5, 0.25, 0.125, 0.125)", "(0.4, 0.3, 0.2, 0.1)");
    expect(lessons[0]).toContain("21、5、1、0");
    expect(lessons[1]).toContain("21, 5, 1, 0");
  });
  test("is judged by many comparisons with many false alarms", () => {
    let none = 1;
    for (let i = 0; i < 20; i++) none *= 0.95;
    expect((100 * (1 - none)).toFixed(1)).toBe("64.2");
    everyLessonSays("64.2%");
  });
});

describe("weights", () => {
  const lowest = (f: (w: number) => number, from = -1, to = 5) => {
    const grid = range(100_001).map((i) => from + ((to - from) * i) / 100_000);
    let [best, value] = [NaN, Infinity];
    for (const w of grid) if (f(w) < value) [best, value] = [w, f(w)];
    return best;
  };
  const first = (w: number) => w * w + 1;
  const second = (w: number, k = 1, c = 1) => k * ((w - c) ** 2 + 1);
  test("of a sum move its optimum, those of logarithms do not", () => {
    const ks = [1, 9, 100];
    const sums = ks.map((k) => lowest((w) => first(w) + second(w, k)));
    for (const [i, k] of ks.entries()) {
      expect(sums[i]).toBeCloseTo(k / (1 + k), 4);
      expect(lowest((w) => Math.log(first(w)) + Math.log(second(w, k)))).toBeCloseTo(0.5, 4);
    }
    expect(sums.map((w) => short(w, 3))).toEqual(["0.5", "0.9", "0.99"]);
    everyLessonSays("0.990");
  });
  test("of logarithms may have two optima", () => {
    const both = (w: number) => Math.log(first(w)) + Math.log(second(w, 1, 4));
    expect([lowest(both, -1, 2), lowest(both, 2, 5)].map((w) => w.toFixed(3))).toEqual(["0.268", "3.732"]);
    expect(both(2)).toBeGreaterThan(both(0.268));
    everyLessonSays("0.268", "3.732");
  });
  test("of 25 and 0.25 stand for losses of 0.04 and 4", () => {
    for (const [loss, weight] of [
      [0.04, 25],
      [4, 0.25],
    ] as const)
      expect(Math.exp(-lowest((s) => (Math.exp(-s) * loss + s) / 2, -6, 6)) / weight).toBeCloseTo(1, 3);
    expect(lessons[0]).toContain("$e^{-s}$ 的 25 和 0.25 读成重要性。** 好的回答：在回归形式里，这说明损失是 0.04 和 4");
    expect(lessons[1]).toContain("$e^{-s}$ of 25 and 0.25 as importance.** Strong: these say that the losses are 0.04 and 4");
  });
});

describe("gradients by hand", () => {
  test("are combined as in the table", () => {
    for (const scale of [1, 10])
      for (const method of ["mean", "pcgrad", "mgda"] as const) {
        const own = [1, 0];
        const other = [-scale, scale];
        const d = combine([own, other], method);
        const digits = scale === 10 && method === "mgda" ? 3 : 4;
        const dots = [dot(d, own), dot(d, other)];
        const row = `(${d.map((v) => short(v, digits)).join(", ")}) | ${dots.map((v) => short(v, digits)).join(", ")} |`;
        everyLessonSays(row);
        const name = { mean: ["平均", "mean"], pcgrad: ["PCGrad", "PCGrad"], mgda: ["MGDA", "MGDA"] }[method];
        for (const [i, lesson] of lessons.entries())
          expect(lesson).toContain(`| (−${scale}, ${scale}) | ${name[i] ?? ""} | ${row}`);
        if (method === "mgda") expect(dots[0]).toBeCloseTo(dot(d, d), 9);
      }
  });
  test("of three tasks may raise two of them", () => {
    const three = [
      [1, 0],
      [-1, 1],
      [0, -2],
    ];
    const d = combine(three, "pcgrad");
    expect(distance(d, [-1 / 6, -1 / 3])).toBeLessThan(1e-12);
    expect(three.map((g) => Math.sign(dot(g, d)))).toEqual([-1, -1, 1]);
    everyLessonSays("$d = (-1/6, -1/3)$");
  });
  test("never exceed the shortest and vanish when opposite", () => {
    expect(combine([[2, 0], [-1, 0]], "pcgrad").map(Math.abs)).toEqual([0, 0]);
    expect(combine([[1, 1], [2, 0]], "pcgrad")).toEqual([1.5, 0.5]);
    expect(combine([[3, 4], [3, 4]], "mgda")).toEqual([3, 4]);
  });
});

describe("the bench", () => {
  const runs = ([
    ["mean", "平均", "mean"],
    ["pcgrad", "PCGrad", "PCGrad"],
    ["cagrad", "CAGrad，$c = 0.5$", "CAGrad, $c = 0.5$"],
    ["mgda", "MGDA", "MGDA"],
    ["uncertainty", "不确定性加权", "uncertainty"],
  ] as const).map(([method, zh, en]) => ({ method, zh, en, one: descend(method), hundred: descend(method, 100) }));
  const curve = range(2001).map((i) => paretoPoint(i / 2000));
  test("ends where the table says, near the Pareto curve", () => {
    for (const { one, hundred, zh, en } of runs) {
      const row = `${point(one.end)} | ${losses(one.end).map((l) => l.toFixed(3)).join(", ")} | ${point(hundred.end)} |`;
      expect(lessons[0]).toContain(`| ${zh} | ${row}`);
      expect(lessons[1]).toContain(`| ${en} | ${row}`);
      for (const { end } of [one, hundred])
        expect(Math.min(...curve.map((each) => distance(each, end)))).toBeLessThan(0.0025);
    }
  });
  test("agrees with the vectors computed elsewhere", () => {
    const ends = Object.fromEntries(runs.map(({ method, one, hundred }) => [method, [one, hundred]]));
    const six = (method: string, at: 0 | 1) => ends[method]?.[at]?.end.map((v) => Number(v.toFixed(6)) + 0);
    expect(six("mean", 0)).toEqual([0.6, 0.2]);
    expect(six("pcgrad", 0)).toEqual([0.394008, 0.125701]);
    expect(six("mgda", 0)).toEqual([-0.681449, 0.011702]);
    expect(six("uncertainty", 0)).toEqual([0.895267, 0.53074]);
    expect(six("mean", 1)).toEqual([0.995012, 0.961538]);
    expect(six("mgda", 1)).toEqual([-1, 0]);
    expect(ends.uncertainty?.[1]?.s.map((v) => v.toFixed(3))).toEqual(["1.051", "4.146"]);
    expect(distance(ends.uncertainty?.[0]?.end ?? [], ends.uncertainty?.[1]?.end ?? [])).toBeLessThan(1e-5);
  });
  test("ends elsewhere from another start", () => {
    expect(["pcgrad", "mgda"].map((method) => point(descend(method as "mgda", 1, [2, 2.5]).end))).toEqual([
      "(0.985, 0.891)",
      "(1.000, 1.000)",
    ]);
    everyLessonSays("(2, 2.5)", "(0.985, 0.891)", "(1.000, 1.000)");
  });
  test("is solved by fixed weights too", () => {
    const { end } = descend("uncertainty");
    const weights = losses(end).map((loss) => 1 / (loss + 0.5));
    const share = (weights[0] ?? NaN) / sum(weights);
    expect([share, 1 - share].map((w) => w.toFixed(3))).toEqual(["0.181", "0.819"]);
    expect(distance(paretoPoint(share), end)).toBeLessThan(1e-5);
    everyLessonSays("0.181", "0.819");
  });
  test("is drawn with its end points", () => {
    for (const { method, one } of runs) if (method !== "cagrad") bothFiguresSay("bench", `>${point(one.end)}<`);
    const circles = [...read("figures/bench.en.svg").matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="4.5"/g)];
    const seen = circles.map(([, x, y]) => [(Number(x) - 12) / 80 - 2.35, 2.6 - (Number(y) - 10) / 80]);
    const wanted = runs.filter(({ method }) => method !== "cagrad").map(({ one }) => one.end);
    for (const [i, place] of [0, 1, 3, 2].entries())
      expect(Math.min(...seen.map((each) => distance(each, wanted[i] ?? []))), String(place)).toBeLessThan(0.002);
  });
  test("shows what merging loses", () => {
    const merged = (lambda: number) => sum(losses([-1 * lambda + 1 * lambda, lambda]));
    expect([merged(0), merged(1), merged(0.5)]).toEqual([3, 4.5, 3.125]);
    const best = range(1001).reduce((b, i) => (merged(i / 1000) < merged(b / 1000) ? i : b), 0) / 1000;
    expect([best, merged(best).toFixed(9)]).toEqual([0.2, "2.900000000"]);
    expect(sum(losses([0.6, 0.2]))).toBeCloseTo(2, 12);
    expect(lessons[0]).toContain("在基座处是 3.0，$\\lambda = 1$ 时 4.5，0.5 时 3.125，最好的 $\\lambda = 0.2$ 也要 2.9；联合训练是 2.0");
    expect(lessons[1]).toContain(
      "is 3.0 at the base, 4.5 for $\\lambda = 1$, 3.125 for 0.5 and 2.9 at the best $\\lambda = 0.2$; joint training gets 2.0",
    );
  });
});

describe("mixtures", () => {
  const sizes = [1e6, 1e4, 100];
  const three = (value: number) => grouped(Number(value.toPrecision(value > 999 ? 4 : value < 1 ? 2 : 3)));
  test("have the shares and epochs of the table", () => {
    for (const [alpha, cap, share] of [
      [1, Infinity, "0.0099%"],
      [1, 20_000, "0.33%"],
      [0.7, Infinity, "0.15%"],
      [0.3, Infinity, "4.8%"],
      [0, Infinity, "33.3%"],
    ] as const) {
      const p = shares(sizes, alpha, cap);
      const small = 100 * (p[2] ?? NaN);
      expect(`${Number(small.toPrecision(small > 10 ? 3 : 2))}%`).toBe(share);
      const epochs = p.map((each, i) => three((each * 1e6) / (sizes[i] ?? NaN)));
      everyLessonSays(`| ${share} | ${epochs.join(", ")} |`);
    }
    expect(shares(sizes, 0.3).map((p) => p.toFixed(6))).toEqual(["0.760870", "0.191122", "0.048008"]);
    expect((100 * (shares([1e6, 100], 1)[1] ?? NaN)).toFixed(2)).toBe("0.01");
    everyLessonSays("0.01%", "$C = 20{,}000$");
    bothFiguresSay("sampling", ">0.99<", ">15.2<", ">480<", ">3,333<");
  });
  test("are drawn to scale", () => {
    for (const language of ["zh", "en"]) {
      const bars = [...read(`figures/sampling.${language}.svg`).matchAll(/width="([\d.]+)" height="24"/g)];
      const widths = [1, 0.7, 0.3, 0].flatMap((alpha) => shares(sizes, alpha).map((p) => 260 * p));
      expect(bars).toHaveLength(12);
      for (const [i, [, width]] of bars.entries()) expect(Number(width)).toBeCloseTo(widths[i] ?? NaN, 1);
    }
  });
  test("weigh tasks by their target tokens", () => {
    expect(20 / (20 + 300)).toBe(0.0625);
    everyLessonSays("6.25%");
  });
});

describe("the worked example", () => {
  const sizes = [810_000, 90_000, 10_000];
  const plan = (alpha: number, cap?: number) => draws(sizes, alpha, 300_000, cap);
  const epochs = (counts: readonly number[]) => counts.map((count, i) => (count / (sizes[i] ?? NaN)).toFixed(3));
  test("splits 300,000 draws", () => {
    const plans = [plan(1), plan(0.5), plan(1, 90_000)];
    for (const counts of plans) {
      expect(sum(counts)).toBe(300_000);
      everyLessonSays(...counts.map(grouped));
    }
    expect(epochs(plans[0] ?? [])).toEqual(["0.330", "0.330", "0.330"]);
    everyLessonSays("0.33");
    everyLessonSays(...epochs(plans[1] ?? []), ...epochs(plans[2] ?? []), ...sizes.map(grouped));
  });
  test("gives extraction 1.4% of the loss", () => {
    const tokens = plan(0.5).map((count, i) => count * ([60, 300, 20][i] ?? NaN));
    expect(tokens.map((each) => `${((100 * each) / sum(tokens)).toFixed(1)}%`)).toEqual(["37.0%", "61.6%", "1.4%"]);
    expect(((100 * (plan(0.5)[2] ?? NaN)) / 300_000).toFixed(1)).toBe("7.7");
    everyLessonSays("37.0%", "61.6%", "1.4%", "7.7%");
  });
  test("has a mean that hides a loss", () => {
    const [alone, joint] = [
      [34, 41, 88],
      [34.3, 44, 85.5],
    ] as const;
    expect([sum(alone) / 3, sum(joint) / 3].map((mean) => mean.toFixed(2))).toEqual(["54.33", "54.60"]);
    expect(joint.map((score, i) => signed(score - (alone[i] ?? NaN), 1))).toEqual(["0.3", "3.0", "−2.5"]);
    everyLessonSays("54.33", "54.60", "3.0", "2.5");
  });
});
