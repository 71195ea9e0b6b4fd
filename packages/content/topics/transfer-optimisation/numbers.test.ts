import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  anchored,
  descended,
  hardGradient,
  idealUpdate,
  interpolated,
  lora,
  lossOf,
  norm,
  population,
  type Round,
  selfTraining,
  soft,
  source,
  student,
  target,
  targetPoints,
  teacher,
} from "./simulations";

const { lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const [zh, en] = lessons;
const minus = (value: string) => value.replaceAll("-", "−");

describe("the cost of parameters", () => {
  /** Inputs and outputs of the linear maps of one layer. */
  const shapes = [
    [4096, 4096],
    [4096, 1024],
    [4096, 1024],
    [4096, 4096],
    [4096, 14_336],
    [4096, 14_336],
    [14_336, 4096],
  ] as const;
  const over = (count: (input: number, output: number) => number) =>
    shapes.reduce((total, [input, output]) => total + count(input, output), 0);
  const weights = 32 * over((input, output) => input * output);
  const trained = 32 * over((input, output) => 16 * (input + output));
  test("leaves two thirds of the FLOPs", () => {
    expect([weights, trained]).toEqual([6_979_321_856, 41_943_040]);
    expect((100 * (4 * weights + 6 * trained)) / (6 * weights)).toBeCloseTo(67.3, 1);
    expect((100 * (6 * weights + 8 * trained)) / (8 * weights)).toBeCloseTo(75.6, 1);
    expect(((100 * 16) / 4096).toFixed(2)).toBe("0.39");
    everyLessonSays("$P = 6.98\\times10^9$", "41,943,040", "67.3%", "$r/d$ = 0.39%", "75.6%");
    expect((100 * (2 * 32 + 4 * 8)) / (6 * 32)).toBe(50);
    everyLessonSays("$(2\\cdot32 + 4\\cdot8)/(6\\cdot32)$ = 50.0%");
    // LoRA in the top 8 of 32: forward everywhere, input gradients above; its own products are a small extra
    const top = (weights * 2 + (weights / 4) * 2) / (6 * weights);
    expect((100 * top).toFixed(1)).toBe("41.7");
    expect((100 * (6 * (trained / 4))) / (6 * weights)).toBeLessThan(0.2);
    everyLessonSays("$(2\\cdot32 + 2\\cdot8)/(6\\cdot32)$ = 41.7%");
  });
  test("gives the state in training and the files", () => {
    const upper = weights / 4 / 1e9;
    const low = trained / 1e9;
    const linear = weights / 1e9;
    const rows = [
      [16 * 8, 2 * 8],
      [16 * upper + 2 * (8 - upper), 2 * upper],
      [2 * 8 + 16 * low, 2 * low],
      [(linear * 4.127) / 8 + 2 * (8 - linear) + 16 * low, 2 * low],
    ];
    expect(rows.map(([state = 0]) => state.toPrecision(4))).toEqual(["128.0", "40.43", "16.67", "6.313"]);
    expect(rows.map(([, file = 0]) => (1000 * file).toFixed(0))).toEqual(["16000", "3490", "84", "84"]);
    expect(upper.toFixed(3)).toBe("1.745");
    everyLessonSays("$1.745\\times10^9$ | 40.4 GB | 3.49 GB", "41.9 M | 16.67 GB | 84 MB", "41.9 M | 6.31 GB | 84 MB");
    everyLessonSays("$8\\times10^9$ | 128 GB | 16 GB");
  });
  test("of NF4 is 4.127 bits, and a rank of 98 on q and v weighs as much as 16 everywhere", () => {
    expect((4 + 8 / 64 + 32 / (64 * 256)).toFixed(3)).toBe("4.127");
    expect(32 / 64).toBe(0.5);
    everyLessonSays("$8/64 + 32/(64\\cdot256)$ = 0.127", "4.127");
    const perRank = 32 * (4096 + 4096 + 4096 + 1024);
    expect(Math.floor(trained / perRank)).toBe(98);
    everyLessonSays("$r = 98$");
  });
});

describe("LoRA on the bench", () => {
  const after = (step: number, run: Omit<Parameters<typeof lora>[0], "steps">) => lora({ ...run, steps: step }).at(-1) ?? NaN;
  const tails = [5.25, 1.25, 0.25, 0];
  test("has the singular values 3, 2, 1, 0.5", () => {
    expect(norm(idealUpdate().flat()) ** 2).toBeCloseTo(9 + 4 + 1 + 0.25, 9);
    expect(idealUpdate()).toHaveLength(16);
  });
  test("ends at the best approximation of its rank", () => {
    const runs = [1, 2, 3, 4].map((rank) => lora({ rank }));
    for (const [i, losses] of runs.entries()) {
      expect(losses[0]).toBeCloseTo(14.25, 6);
      expect(losses.at(-1)).toBeCloseTo(tails[i] ?? NaN, 5);
      bothFiguresSay("rank", `r = ${i + 1}: ${tails[i]}<`);
    }
    expect(runs[3]?.at(-1)?.toExponential(1)).toBe("1.1e-6");
    expect(runs[3]?.[20]).toBeCloseTo(0.856575, 6);
    expect(runs[3]?.[100]).toBeCloseTo(0.023359, 6);
    everyLessonSays("14.25", "1.25", "$1.1\\times10^{-6}$");
    expect(en).toContain("5.25, 1.25, 0.25 and 0 for");
    expect(zh).toContain("5.25、1.25、0.25、0");
    expect(after(300, { rank: 4, seed: 3 }).toFixed(3)).toBe("0.173");
    everyLessonSays("0.173");
  });
  test("never moves from two zeros, moves from either zero, and leaves the base with none", () => {
    for (const loss of lora({ rank: 2, start: "both-zero" })) expect(loss).toBeCloseTo(14.25, 9);
    expect(after(300, { rank: 2, start: "a-zero" })).toBeCloseTo(1.25, 5);
    expect(lora({ rank: 2, start: "a-zero", steps: 0 })[0]).toBeCloseTo(14.25, 9);
    expect(lora({ rank: 2, start: "both-random", steps: 0 })[0]?.toFixed(2)).toBe("15.46");
    everyLessonSays("15.46");
  });
  test("takes α/r for a learning rate", () => {
    const scaled = lora({ rank: 4, scale: 4, steps: 30 });
    const faster = lora({ rank: 4, rate: 0.2, spread: 2, steps: 30 });
    for (const [i, loss] of scaled.entries()) expect(loss).toBeCloseTo(faster[i] ?? NaN, 6);
    expect([0.25, 1].map((scale) => after(20, { rank: 4, scale }).toPrecision(4))).toEqual(["12.58", "0.8566"]);
    expect(after(300, { rank: 4, scale: 4 }).toFixed(2)).toBe("2.38");
    // it oscillates to the end: no run of falling losses
    const wild = lora({ rank: 4, scale: 4 }).slice(-12);
    expect(wild.filter((loss, i) => i > 0 && loss > (wild[i - 1] ?? 0)).length).toBeGreaterThan(4);
    everyLessonSays("12.58", "0.857", "2.38");
    expect(en).toContain("is at 2.38 after 300 steps");
    expect(zh).toContain("300 步后是 2.38");
    const at = (scaleOf: (rank: number) => number) =>
      [4, 8, 16].map((rank) => after(20, { rank, scale: scaleOf(rank) }).toFixed(3));
    expect(at((rank) => 4 / rank)).toEqual(["0.857", "2.094", "6.035"]);
    expect(at(() => 1)).toEqual(["0.857", "0.326", "0.112"]);
    const adam = (scaleOf: (rank: number) => number) =>
      [4, 8, 16].map((rank) => after(10, { rank, scale: scaleOf(rank), rate: 0.005, adam: true }).toFixed(3)).join(", ");
    everyLessonSays(`| $\\alpha = 4$ | 0.857, 2.094, 6.035 | ${adam((rank) => 4 / rank)} |`);
    everyLessonSays(`| $\\alpha/r = 1$ | 0.857, 0.326, 0.112 | ${adam(() => 1)} |`);
  });
});

describe("self-training", () => {
  const [balanced, skewed] = [0.5, 0.95].map((share) => targetPoints({ share }));
  if (!balanced || !skewed) throw new Error("no points");
  const accuracies = (history: Round[]) => [0, 1, 10].map((round) => (history[round]?.accuracy ?? NaN).toFixed(4)).join(", ");
  test.each([
    ["50%", balanced, 0.5],
    ["50%", balanced, 0.9],
    ["50%", balanced, 0.99],
    ["95%", skewed, 0.5],
    ["95%", skewed, 0.9],
  ] as const)("at %s gives its row", (share, points, tau) => {
    const history = selfTraining(points, { tau });
    const first = history[0];
    if (!first) throw new Error("no round");
    const four = (value: number) => (value === 1 ? "1" : value.toFixed(4));
    const shown = [first.coverage, first.precision, first.positive].map(four);
    everyLessonSays(`| ${share} | ${tau} | ${shown.join(" | ")} | ${accuracies(history)} |`);
  });
  test("ruins a 95:5 target unless the boundary follows the prior", () => {
    const plain = selfTraining(skewed);
    expect(plain[10]?.positive.toFixed(3)).toBe("0.545");
    expect([0, 1, 10].map((round) => plain[round]?.balanced.toFixed(3))).toEqual(["0.748", "0.827", "0.774"]);
    expect(selfTraining(skewed, { fraction: 0.5 })[10]?.accuracy).toBe(0.5955);
    for (const round of selfTraining(skewed, { prior: 0.95 })) {
      expect(round.accuracy).toBe(0.951);
      expect(round.balanced.toFixed(3)).toBe("0.744");
    }
    expect(skewed.y.filter((label) => label > 0).length / 2000).toBe(0.9545);
    everyLessonSays("0.545", "0.748", "0.827", "0.774", "0.744", "0.5955", "0.9510", "0.9545", "96.5%");
    expect(plain[10]?.threshold).toBeCloseTo(1.621692, 6);
  });
  test("ends 2 of 2000 points better at 0.99 than at 0.5", () => {
    const right = (tau: number) => 2000 * (selfTraining(balanced, { tau })[10]?.accuracy ?? NaN);
    expect(right(0.99) - right(0.5)).toBeCloseTo(2, 9);
    expect(en).toContain("2 of 2000 points better");
    expect(zh).toContain("2000 个点里多对了 2 个");
  });
  test("agrees with unlimited data", () => {
    expect(population(0.5).precision).toBeCloseTo(0.841345, 6);
    expect([population(0.9).coverage, population(0.9).precision].map((v) => v.toFixed(6))).toEqual(["0.478649", "0.962550"]);
    expect([population(0.9, 0.8).coverage, population(0.9, 0.8).precision].map((v) => v.toFixed(6))).toEqual([
      "0.520906",
      "0.905057",
    ]);
    expect(selfTraining(balanced)[1]?.threshold).toBeCloseTo(0.333741, 6);
  });
  test("is drawn as computed", () => {
    const last = [selfTraining(balanced), selfTraining(skewed), selfTraining(skewed, { prior: 0.95 })].map((history) =>
      history[10]?.accuracy.toFixed(3),
    );
    expect(last).toEqual(["0.836", "0.589", "0.951"]);
    bothFiguresSay("rounds", ...last.map((value) => `${value}<`));
    bothFiguresSay("rounds", "0.760", "0.949");
  });
});

describe("distillation", () => {
  test("shrinks its gradient with T, and T² restores it", () => {
    everyLessonSays(minus(`(${teacher.join(", ")})`), minus(`(${student.join(", ")})`));
    for (const [T, kl, gradient] of [
      [1, "0.8408", "-0.6072"],
      [4, "0.1178", "-0.0578"],
      [100, "0.000159", "-0.0000762"],
    ] as const) {
      const at = soft(T);
      const first = at.gradient[0] ?? NaN;
      expect(at.kl).toBeCloseTo(Number(kl), T === 100 ? 6 : 4);
      expect(first).toBeCloseTo(Number(gradient), T === 100 ? 7 : 4);
      everyLessonSays(minus(`| ${T} | ${kl} | ${gradient} | ${(first * T * T).toFixed(4)} |`));
      const movedKl = (by: number) => soft(T, teacher, [1 + by, ...student.slice(1)]).kl;
      expect((movedKl(1e-4) - movedKl(-1e-4)) / 2e-4).toBeCloseTo(first, 7);
    }
    const centred = (z: readonly number[]) => (z[0] ?? NaN) - z.reduce((total, value) => total + value, 0) / z.length;
    expect((centred(student) - centred(teacher)) / 4).toBe(-0.75);
    everyLessonSays("| 0 | 0 | −0.7500 |");
  });
  test("loses against the hard loss without T²", () => {
    const [hard, quiet] = [norm(hardGradient()), norm(soft(4).gradient)];
    expect([hard, quiet].map((v) => v.toFixed(3))).toEqual(["0.870", "0.067"]);
    expect([quiet, 16 * quiet].map((v) => ((100 * v) / (v + hard)).toFixed(1))).toEqual(["7.2", "55.3"]);
    everyLessonSays("0.870", "0.067", "7.2%", "55.3%");
  });
});

describe("forgetting", () => {
  const losses = (w: readonly number[]) => [lossOf(source, w), lossOf(target, w)] as const;
  const row = (w: readonly number[], digits: number) => {
    const [s, t] = losses(w);
    return [s, t, s + t].map((value) => value.toFixed(digits)).join(" | ");
  };
  test("has the table's losses", () => {
    expect(losses(source.optimum)).toEqual([0, 4]);
    expect(losses(target.optimum)).toEqual([16.2, 0]);
    expect(losses(interpolated(0.5))).toEqual([4.05, 1]);
    expect((4 / 20.2).toFixed(3)).toBe("0.198");
    everyLessonSays(
      "| 0 | 4 | 4 |",
      "| 16.2 | 0 | 16.2 |",
      "| 4.05 | 1 | 5.05 |",
      `| ${row(descended(10), 3)} |`,
      `| ${row(interpolated(4 / 20.2), 3)} |`,
      `| ${row(anchored(1, [1, 1]), 3)} |`,
      `| ${row(anchored(1, source.curvature), 3)} |`,
      "$a = 0.198$",
    );
  });
  test("is least at EWC with the true curvature, which is replay of a half", () => {
    const replayed = descended(2000, 0.5);
    for (const [i, value] of anchored(1, source.curvature).entries()) expect(replayed[i]).toBeCloseTo(value, 9);
    const quarter = descended(2000, 0.25);
    for (const [i, value] of anchored(0.25 / 0.75, source.curvature).entries()) expect(quarter[i]).toBeCloseTo(value, 9);
  });
  test("compares methods at a target loss of 1", () => {
    const sourceLossAt = (weights: (strength: number) => number[], high: number) => {
      let [low, top] = [0, high];
      for (let i = 0; i < 100; i++) {
        const middle = (low + top) / 2;
        if (lossOf(target, weights(middle)) < 1) low = middle;
        else top = middle;
      }
      return lossOf(source, weights(low));
    };
    const found = [
      sourceLossAt((strength) => interpolated(1 - strength), 1),
      sourceLossAt((strength) => anchored(strength, [1, 1]), 100),
      sourceLossAt((strength) => anchored(strength, source.curvature), 100),
    ];
    expect(found.map((value) => value.toFixed(3))).toEqual(["4.050", "2.197", "1.567"]);
    everyLessonSays("4.05", "2.197", "1.567");
    bothFiguresSay("forgetting", "WiSE-FT 4.05<", "L2-SP 2.197<", "EWC 1.567<");
  });
  test("is slowed by rates that fall by 2.6 a layer", () => {
    expect((0.001 / 2.6 ** 4).toFixed(7)).toBe("0.0000219");
    everyLessonSays("0.0000219");
  });
});

describe("the plan for the tickets", () => {
  const seconds = (perToken: number, tokens: number) => (perToken * 8e9 * tokens) / 200e12;
  test("splits, fits and takes its time", () => {
    expect(3500 + 3 * 500).toBe(5000);
    expect((80 - 16.67).toFixed(1)).toBe("63.3");
    expect((16.67 - 6.31).toFixed(1)).toBe("10.4");
    expect(3500 * 300 * 3).toBe(3.15e6);
    expect(seconds(4, 3.15e6)).toBeCloseTo(504, 6);
    expect(((12 * seconds(4, 3.15e6)) / 3600).toFixed(1)).toBe("1.7");
    expect(2e6 * 300).toBe(6e8);
    expect(6e8 / 0.8).toBe(7.5e8);
    expect((seconds(4, 7.5e8) / 3600).toFixed(1)).toBe("33.3");
    expect((seconds(2, 6e8) / 3600).toFixed(1)).toBe("13.3");
    everyLessonSays("63.3 GB", "10.4 GB", "3.15 M", "504 s", "600 M", "750 M", "33.3", "13.3");
    expect(en).toContain("1.7 hours");
    expect(zh).toContain("1.7 小时");
  });
  test("knows how wide 19 of 20 is", () => {
    const [p, n, z] = [19 / 20, 20, 1.96];
    const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
    const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n * n))) / (1 + z ** 2 / n);
    expect([centre - half, centre + half].map((v) => (100 * v).toFixed(1))).toEqual(["76.4", "99.1"]);
    everyLessonSays("76.4%", "99.1%");
  });
});
