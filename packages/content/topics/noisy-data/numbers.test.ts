import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { percent, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  accuracy,
  agreement,
  candidateProbability,
  candidates,
  confidentJoint,
  data,
  documents,
  doubted,
  fmix32,
  flips,
  flipsOnTop,
  fnv1a,
  jaccard,
  type Line,
  type Loss,
  losses,
  lossOf,
  meanLosses,
  memorise,
  outOfSample,
  shingles,
  signature,
  slope,
  train,
} from "./simulations";

const { read, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const minus = (value: string) => value.replaceAll("-", "−");
/** The standard normal distribution function, by Simpson's rule. */
function phi(x: number): number {
  const density = (t: number) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  const step = (x + 8) / 1000;
  const weight = (i: number) => (i === 0 || i === 1000 ? 1 : i % 2 === 1 ? 4 : 2);
  return (step / 3) * range(1001).reduce((total, i) => total + weight(i) * density(-8 + i * step), 0);
}

describe("near duplicates", () => {
  const sets = documents.map((each) => shingles(each, 3));
  const similarity = (i: number, j: number, of = sets) => jaccard(of[i] ?? new Set(), of[j] ?? new Set());
  test("hash as published", () => {
    expect([fnv1a("abc"), fnv1a("大模型"), fmix32(1)]).toEqual([0x1a47e90b, 0xc13ad08e, 0x514e28b7]);
    expect(signature(sets[0] ?? new Set(), 4)).toEqual([56973834, 106506213, 235836429, 65632968]);
  });
  test("have the similarity of their shingles", () => {
    expect(sets.map(({ size }) => size)).toEqual([26, 27, 51, 55, 12, 33]);
    const byLength = [2, 3, 5].map((k) => documents.map((each) => shingles(each, k)));
    expect(byLength.map((of) => similarity(0, 1, of).toFixed(6))).toEqual(["0.827586", "0.766667", "0.633333"]);
    expect(byLength.map((of) => similarity(2, 3, of).toFixed(6))).toEqual(["0.862745", "0.827586", "0.704918"]);
    expect(similarity(0, 4)).toBe(0);
    expect([similarity(0, 1), similarity(2, 3)]).toEqual([23 / 30, 48 / 58]);
    everyLessonSays(`$J$ = ${(23 / 30).toFixed(4)}`, `$J$ = ${(48 / 58).toFixed(4)}`);
    expect(lessons[1]).toContain("share 23 of 30 shingles");
    expect(lessons[0]).toContain("共有 30 个片段中的 23 个");
    expect(lessons[0]).toContain("共有 58 个中的 48 个");
  });
  test("are estimated within a standard error", () => {
    const estimates = [16, 128, 1024].map((length) => {
      const signatures = sets.map((each) => signature(each, length));
      return [agreement(signatures[0] ?? [], signatures[1] ?? []), agreement(signatures[2] ?? [], signatures[3] ?? [])];
    });
    expect(estimates).toEqual([
      [0.6875, 0.75],
      [0.7421875, 0.84375],
      [0.7490234375, 0.8134765625],
    ]);
    const errors = [23 / 30, 48 / 58].map((j) => Math.sqrt((j * (1 - j)) / 128));
    expect(Math.abs(0.7421875 - 23 / 30)).toBeLessThan(errors[0] ?? 0);
    expect(Math.abs(0.84375 - 48 / 58)).toBeLessThan(errors[1] ?? 0);
    everyLessonSays("0.742", "0.844", ...errors.map((error) => error.toFixed(3)));
  });
  test("are found or lost by the bands", () => {
    const signatures = sets.map((each) => signature(each, 128));
    expect(candidates(signatures, 32)).toEqual(["0-1", "2-3"]);
    expect(candidates(signatures, 16)).toEqual(["2-3"]);
    for (const [bands, rows, digits] of [
      [32, 4, 4],
      [16, 8, 1],
    ] as const) {
      const [first, second] = [23 / 30, 48 / 58].map((j) => {
        const shown = percent(candidateProbability(j, bands, rows), digits);
        return shown === "100.0000%" ? "> 99.9999%" : shown;
      });
      everyLessonSays(`| ${bands} × ${rows} | ${(bands ** (-1 / rows)).toFixed(3)} | ${first} | ${second} |`);
    }
    const pair = [sets[0] ?? new Set<string>(), sets[1] ?? new Set<string>()];
    const seeds = range(200).map((i) => i + 1);
    const hits = seeds.filter((seed) => candidates(pair.map((each) => signature(each, 128, seed)), 16).length > 0);
    everyLessonSays(percent(hits.length / 200), "200");
    expect([0.2, 0.5, 0.8].map((j) => candidateProbability(j, 20, 5).toFixed(10))).toEqual([
      "0.0063805813",
      "0.4700507153",
      "0.9996439421",
    ]);
    expect((20 ** (-1 / 5)).toFixed(6)).toBe("0.549280");
    everyLessonSays(...[0.8, 0.7].map((j) => percent(candidateProbability(j, 14, 8))));
  });
  test("are drawn on three curves", () => {
    bothFiguresSay("bands", ">32 × 4<", ">16 × 8<", ">8 × 16<");
    for (const [bands, rows] of [
      [32, 4],
      [16, 8],
      [8, 16],
    ] as const)
      for (const j of [23 / 30, 48 / 58]) {
        const p = candidateProbability(j, bands, rows);
        bothFiguresSay("bands", p.toFixed(3), `cy="${Number((236 - 196 * p).toFixed(2))}"`);
      }
  });
});

const accuracyOf = (noise: "symmetric" | "asymmetric" | "outlier", rate: number, loss: Loss, seed = 1) =>
  accuracy(train(data(200, seed, noise, rate), loss), seed);
const crossing = ([x, , bias]: Line) => -bias / x;

describe("the boundary", () => {
  test("is where the table says", () => {
    expect(accuracy(train(data(200, 1), "cross-entropy"))).toBe(0.8725);
    everyLessonSays("0.8725");
    const rows = [
      ["symmetric", 0.2, 36],
      ["asymmetric", 0.4, 43],
      ["outlier", 0.1, 20],
      ["outlier", 0.15, 30],
    ] as const;
    for (const [noise, rate, count] of rows) {
      expect(flips(data(200, 1, noise, rate))).toHaveLength(count);
      const shown = (["cross-entropy", "gce", "mae", "smoothing"] as const).map((loss) =>
        accuracyOf(noise, rate, loss).toFixed(4),
      );
      everyLessonSays(`| ${count} | ${shown.join(" | ")} |`);
    }
    const forward = [
      accuracyOf("symmetric", 0.2, { forward: [0.2, 0.2] }),
      accuracyOf("asymmetric", 0.4, { forward: [0.4, 0] }),
    ];
    expect(forward).toEqual([0.878, 0.8775]);
    everyLessonSays("| 0.8780 | 0.8780 |\n", "| 0.7550 | 0.8775 |\n");
    expect(["cross-entropy", "gce", "mae"].map((loss) => accuracyOf("outlier", 0.05, loss as Loss))).toEqual([
      0.832, 0.871, 0.873,
    ]);
    everyLessonSays(accuracyOf("asymmetric", 0.4, { forward: [0.2, 0] }).toFixed(4));
  });
  test("of the noisy posterior lies at one sixth", () => {
    const noisy = (eta: number, r0: number, r1: number) => (1 - r1) * eta + r0 * (1 - eta);
    expect(noisy(1 / 6, 0.4, 0)).toBeCloseTo(0.5, 12);
    for (const rate of [0.1, 0.2, 0.49]) expect(noisy(0.5, rate, rate)).toBe(0.5);
    expect(noisy(1, 0.2, 0.2)).toBe(0.8);
    everyLessonSays("$\\eta = 1/6$", "0.8");
    // log odds of class 1 are 2.4 x between unit Gaussians at ±1.2
    const at = Math.log(1 / 6 / (5 / 6)) / 2.4;
    expect(at.toFixed(2)).toBe("-0.67");
    const right = (phi(at + 1.2) + phi(1.2 - at)) / 2;
    everyLessonSays("$x = -0.67$", right.toFixed(3));
    const noise = data(200, 1, "asymmetric", 0.4);
    const lines = (["mae", "cross-entropy", { forward: [0.4, 0] }] as const).map((loss) =>
      minus(crossing(train(noise, loss)).toFixed(2)),
    );
    expect(lines).toEqual(["−0.62", "−1.18", "−0.12"]);
    everyLessonSays(...lines.map((line) => ` ${line}`));
    for (const language of ["zh", "en"])
      for (const line of lines) expect(read(`figures/boundaries.${language}.svg`)).toContain(line);
  });
  test("of cross-entropy stays off with 5,000 labels", () => {
    const many = data(5000, 1, "asymmetric", 0.4);
    const [plain, bounded] = (["cross-entropy", "mae"] as const).map((loss) => minus(crossing(train(many, loss)).toFixed(2)));
    everyLessonSays("5,000");
    expect(lessons[1]).toContain(`with 5,000 labels it still lies at ${plain}, MAE at ${bounded}`);
    expect(lessons[0]).toContain(`标签增加到 5,000 个，它仍在 ${plain}，MAE 在 ${bounded}`);
  });
  test("needs inputs on both sides of it to move", () => {
    // separable classes: posteriors of 0 and 1 only, of which the noisy ones lie on the same sides of 0.5
    const noisy = (eta: number) => eta + 0.4 * (1 - eta);
    expect([noisy(0), noisy(1)].map((p) => p > 0.5)).toEqual([false, true]);
  });
  test("is drawn with every point, beside the legend", () => {
    for (const language of ["zh", "en"]) {
      const figure = read(`figures/boundaries.${language}.svg`);
      const count = (pattern: RegExp) => figure.match(pattern)?.length;
      expect([count(/r="2.2"/g), count(/width="4" height="4"/g), count(/r="5"/g)]).toEqual([102, 101, 44]);
    }
  });
  test("of MAE varies more over ten seeds than that of forward correction", () => {
    const over = (loss: Loss) => {
      const all = range(10).map((i) => accuracyOf("asymmetric", 0.4, loss, i + 1));
      return [Math.min(...all).toFixed(3), Math.max(...all).toFixed(3)];
    };
    const [mae, forward] = [over("mae"), over({ forward: [0.4, 0] })];
    everyLessonSays(...mae, ...forward);
    expect(lessons[1]).toContain(`MAE ranges from ${mae.join(" to ")}, forward correction from ${forward.join(" to ")}`);
    expect(lessons[0]).toContain(`MAE 从 ${mae.join(" 到 ")}，前向校正从 ${forward.join(" 到 ")}`);
    // the worst of them, with more steps
    const worst = data(200, 6, "asymmetric", 0.4);
    expect([400, 5000].map((steps) => accuracy(train(worst, "mae", steps), 6).toFixed(3))).toEqual([mae[0], mae[0]]);
    const [x, , bias] = train(worst, "mae");
    const called = data(2000, 1006).filter(({ at: [u] }) => x * u + bias > 0).length;
    expect(called / 2000).toBeGreaterThan(0.95);
  });
  test("breaks with 15% of outliers, for MAE in four of ten seeds", () => {
    const broken = (loss: Loss) => range(10).filter((i) => accuracyOf("outlier", 0.15, loss, i + 1) < 0.52).length;
    expect([broken("gce"), broken("mae")]).toEqual([10, 4]);
    everyLessonSays("15%", "0.52");
  });
});

describe("losses", () => {
  test("are derived as they should be", () => {
    const all: Loss[] = ["cross-entropy", "gce", "mae", "smoothing", { forward: [0.4, 0.1] }, { backward: [0.4, 0.1] }];
    const at = (z: number) => 1 / (1 + Math.exp(-z));
    for (const loss of all)
      for (const label of [0, 1] as const)
        for (const z of [-2, -0.3, 1.5]) {
          const quotient = (lossOf(loss, at(z + 1e-5), label) - lossOf(loss, at(z - 1e-5), label)) / 2e-5;
          expect(slope(loss, at(z), label)).toBeCloseTo(quotient, 6);
        }
  });
  test("differ in value and slope at 0.01", () => {
    for (const [loss, value, pull] of [
      ["cross-entropy", "4.605", "0.99"],
      ["gce", "1.372", "0.0394"],
      ["mae", "0.99", "0.0099"],
    ] as const) {
      expect(lossOf(loss, 0.01, 1).toFixed(value === "0.99" ? 2 : 3)).toBe(value);
      expect((-slope(loss, 0.01, 1)).toFixed(pull.length - 2)).toBe(pull);
      everyLessonSays(`| ${value} | ${pull} |`);
    }
  });
  test("at the top are mostly of flips", () => {
    const noise = data(200, 1, "symmetric", 0.2);
    expect(flipsOnTop(noise, losses(noise, train(noise, "cross-entropy")))).toBe(26);
    expect(lessons[1]).toContain("of the 36 largest losses of our symmetric row, 26 are flips");
    expect(lessons[0]).toContain("损失最大的 36 个样本中有 26 个是翻转的");
  });
  test("are corrected forward and backward", () => {
    const [l0, l1] = [-Math.log(0.9), -Math.log(0.1)];
    expect([l0.toFixed(3), l1.toFixed(3)]).toEqual(["0.105", "2.303"]);
    const forward = lossOf({ forward: [0.4, 0] }, 0.1, 1);
    const backward = lossOf({ backward: [0.4, 0] }, 0.1, 0);
    expect(forward).toBeCloseTo(-Math.log(0.46), 12);
    expect(backward).toBeCloseTo((l0 - 0.4 * l1) / 0.6, 12);
    expect(0.6 * backward + 0.4 * lossOf({ backward: [0.4, 0] }, 0.1, 1)).toBeCloseTo(l0, 12);
    everyLessonSays(`= ${forward.toFixed(3)}`.slice(2), minus(`= ${backward.toFixed(4)}`), "= 0.105", "2.303", l0.toFixed(4), l1.toFixed(4));
  });
});

describe("confident learning", () => {
  test("flags examples 2 and 5", () => {
    const first = [0.9, 0.8, 0.2, 0.1, 0.3, 0.95];
    const { thresholds, joint, issues } = confidentJoint(
      [0, 0, 0, 1, 1, 1],
      first.map((p) => [p, 1 - p]),
    );
    expect(thresholds.map((t) => t.toFixed(3))).toEqual(["0.633", "0.550"]);
    expect([joint, issues]).toEqual([
      [
        [2, 1],
        [1, 2],
      ],
      [2, 5],
    ]);
    everyLessonSays(first.join(" | "), "0.633", "0.55");
  });
  test("finds 65 of 88 flips", () => {
    const noise = data(400, 1, "symmetric", 0.2);
    const probabilities = outOfSample(noise);
    const { thresholds, joint, issues } = confidentJoint(
      noise.map(({ label }) => label),
      probabilities,
    );
    expect(thresholds.map((t) => t.toFixed(5))).toEqual(["0.62963", "0.56468"]);
    expect(joint).toEqual([
      [123, 40],
      [32, 102],
    ]);
    const wrong = new Set(flips(noise));
    const hits = issues.filter((i) => wrong.has(i)).length;
    expect([wrong.size, issues.length, hits]).toEqual([88, 72, 65]);
    everyLessonSays("88", "72", " 65 ", percent(hits / issues.length), percent(hits / wrong.size));
    const own = probabilities.map((p, i) => p[noise[i]?.label ?? 0] ?? NaN);
    expect(doubted(noise, own)).toEqual({ flagged: 111, flips: 77 });
    everyLessonSays("111", "77");
  });
  const steps = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100];
  test("needs probabilities from outside the sample", () => {
    const noise = data(200, 1, "symmetric", 0.2);
    const passes = memorise(noise, steps);
    const counts = passes.map(({ inSample, outOfSample: held }) => [
      doubted(noise, inSample).flips,
      doubted(noise, held).flips,
    ]);
    expect([counts[1]?.[0], counts.at(-1)?.[0], counts.at(-1)?.[1]]).toEqual([27, 0, 29]);
    expect(meanLosses(noise, passes.at(-1)?.inSample ?? []).flips.toFixed(2)).toBe("0.26");
    everyLessonSays("0.26", " 27 ", " 29");
    expect([...new Set(counts.map(([, held]) => held))].toSorted()).toEqual([28, 29]);
    for (const language of ["zh", "en"]) {
      const dots = [...read(`figures/memory.${language}.svg`).matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)];
      expect(dots.map(([, y]) => (222 - Number(y)) / 5)).toEqual(counts.flatMap(([mine = 0, held = 0]) => [held, mine]));
    }
  });
  test("beats ranking by training loss, over ten seeds", () => {
    const total = { flips: 0, early: 0, late: 0, held: 0 };
    for (const seed of range(10).map((i) => i + 1)) {
      const noise = data(200, seed, "symmetric", 0.2);
      const [early, late] = memorise(noise, [2, 100]);
      const top = (own: readonly number[] = []) => flipsOnTop(noise, own.map((p) => -p));
      total.flips += flips(noise).length;
      total.early += top(early?.inSample);
      total.late += top(late?.inSample);
      total.held += top(late?.outOfSample);
    }
    expect(total).toEqual({ flips: 432, early: 316, late: 212, held: 260 });
    everyLessonSays("432", "316", "212", "260");
  });
});

describe("the worked example", () => {
  test("counts signatures and candidates", () => {
    expect((50e6 * 112 * 4) / 1e9).toBe(22.4);
    const pairs = (50e6 * (50e6 - 1)) / 2;
    expect(pairs / 1.25e15).toBeCloseTo(1, 6);
    const [wide, narrow] = [pairs * candidateProbability(0.1, 20, 5), pairs * candidateProbability(0.1, 14, 8)];
    expect([wide.toExponential(1), narrow.toExponential(2)]).toEqual(["2.5e+11", "1.75e+8"]);
    everyLessonSays("22.4 GB", "$1.25\\times10^{15}$", "$2.5\\times10^{11}$", "$1.75\\times10^{8}$");
    everyLessonSays(percent(candidateProbability(0.8, 20, 5), 2), percent(candidateProbability(0.8, 14, 8)));
  });
  test("counts wrong labels before and after review", () => {
    const half = 1.96 * Math.sqrt((0.08 * 0.92) / 400);
    expect(32 / 400).toBe(0.08);
    everyLessonSays(percent(0.08 - half), percent(0.08 + half));
    expect([20_000 * 0.08, 1500 * 0.9, 1600 - 1350, 1500 * 0.08]).toEqual([1600, 1350, 250, 120]);
    expect([percent(1350 / 1600, 0), percent(250 / 20_000, 2)]).toEqual(["84%", "1.25%"]);
    everyLessonSays("1,600", "1,350", "84%", "250", "1.25%", "120");
  });
  test("and augmentation copies five per cent", () => {
    expect([1000 * (1 + 4), 50 * (1 + 4), 50 / 1000]).toEqual([5000, 250, 0.05]);
    everyLessonSays("5,000", "250", "5%");
  });
});
