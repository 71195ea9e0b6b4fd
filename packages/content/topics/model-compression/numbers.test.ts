import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  awq,
  distil,
  gptq,
  type Granularity,
  layer,
  outputError,
  prune,
  roundToNearest,
  softLoss,
  teacherCrossEntropy,
  w8a8,
  weightError,
} from "./simulations";

const { read, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const seeds = range(30).map((i) => i + 1);
const minus = (value: string) => value.replaceAll("-", "−");

/** Bits of one weight with a 16-bit scale and, if asked for, a zero point as wide as the codes for every group. */
const bitsPerWeight = (bits: number, group: number, zeroPoint = false) => bits + (16 + (zeroPoint ? bits : 0)) / group;
const sizeGB = (parameters: number, bits: number) => (parameters * bits) / 8;

describe("bits per weight", () => {
  test("give the sizes of 7 B weights", () => {
    const formats = [16, bitsPerWeight(4, 128), bitsPerWeight(4, 128, true), bitsPerWeight(4, 32)];
    expect(formats).toEqual([16, 4.125, 4.15625, 4.5]);
    expect(sizeGB(7, 16)).toBe(14);
    expect(sizeGB(7, 8)).toBe(7);
    expect(sizeGB(7, 4.125)).toBe(3.609375);
    everyLessonSays("| 16 | 14.0 GB |", "| 7.0 GB |");
    for (const [bits, size] of [
      [4.125, "3.609"],
      [4.15625, "3.637"],
      [4.5, "3.938"],
    ] as const) {
      expect(sizeGB(7, bits).toFixed(3)).toBe(size);
      everyLessonSays(`| ${bits} | ${size} GB |`);
    }
    everyLessonSays("3.61 GB");
    expect(bitsPerWeight(4, 4) - 4).toBe(4);
    expect(lessons[1]).toContain("four bits per weight");
    expect(lessons[0]).toContain("多付 4 位");
  });
});

describe("the two bounds of a step", () => {
  const [bandwidth, peak, parameters] = [3.35e12, 989.4e12, 7e9];
  const reading = (bits: number) => (parameters * bits) / 8 / bandwidth;
  const computing = (tokens: number) => (2 * parameters * tokens) / peak;
  const step = (bits: number, tokens: number) => Math.max(reading(bits), computing(tokens));
  const gain = (tokens: number) => step(16, tokens) / step(4.125, tokens);
  test("let 4 bit gain 3.88, 2.31 and 1 times", () => {
    expect([1 / step(16, 1), 1 / step(4.125, 1)].map((rate) => rate.toFixed(0))).toEqual(["239", "928"]);
    expect([gain(1), gain(128), gain(512)].map((g) => g.toFixed(2))).toEqual(["3.88", "2.31", "1.00"]);
    expect(gain(4096)).toBe(1);
    expect([reading(16), computing(128)].map((t) => (1000 * t).toFixed(2))).toEqual(["4.18", "1.81"]);
    expect((1000 * computing(4096)).toFixed(1)).toBe("58.0");
    everyLessonSays(`${bandwidth / 1e12} TB/s`, `${peak / 1e12} TFLOP/s`, "$P = 7\\times10^9$");
    everyLessonSays("$n = 1$", "$n = 128$", "$n = 512$", "4096", "239", "928", "3.88×", "4.18 ms", "1.81 ms", "2.31×", "58.0 ms");
  });
  test("cross near 76 and 295 tokens", () => {
    const crossing = (bits: number) => reading(bits) / computing(1);
    expect([crossing(4.125), crossing(16)].map((n) => n.toFixed(0))).toEqual(["76", "295"]);
    everyLessonSays(" 76 ", " 295 ");
  });
});

describe("granularity and outliers", () => {
  const errors = (bits: number, granularity: Granularity, seed = 3) => {
    const { w, x } = layer(seed);
    return outputError(w, roundToNearest(w, bits, granularity), x);
  };
  test("order the error of the bench", () => {
    const { w, x } = layer();
    expect([w.length, w[0]?.length, x.length, x[0]?.length]).toEqual([8, 16, 16, 64]);
    for (const bits of [4, 3]) {
      const row = (["tensor", "row", 4] as const).map((granularity) => errors(bits, granularity).toFixed(5));
      everyLessonSays(`| ${row.join(" | ")} |`);
    }
    expect(errors(8, "row")).toBeCloseTo(9.201827e-6, 11);
    expect(seeds.filter((seed) => errors(4, 4, seed) < errors(4, "row", seed))).toHaveLength(29);
    expect(lessons[1]).toContain("at 4 bits it holds for 29 of 30 seeds");
    expect(lessons[0]).toContain("4 位时，30 个随机种子里成立 29 个");
  });
  test("leave 5 of 255 codes beside an outlier of 60", () => {
    expect((60 / 127).toFixed(3)).toBe("0.472");
    const codes = (scale: number) => 2 * Math.floor(1 / scale + 0.5) + 1;
    expect([codes(60 / 127), codes(1 / 127)]).toEqual([5, 255]);
    everyLessonSays("$60/127 = 0.472$", "255");
  });
  test("are eased by SmoothQuant", () => {
    const { w, x } = layer();
    expect([w8a8(w, x), w8a8(w, x, 0.5)].map((e) => e.toExponential(2))).toEqual(["2.05e-4", "8.27e-5"]);
    everyLessonSays("$2.05\\times10^{-4}$", "$8.27\\times10^{-5}$");
    expect(seeds.every((seed) => w8a8(layer(seed).w, layer(seed).x, 0.5) < w8a8(layer(seed).w, layer(seed).x))).toBe(
      true,
    );
  });
});

describe("rounding with data", () => {
  test("has the larger weight error and the smaller output error", () => {
    const { w, x } = layer();
    const scaled = awq(w, x, 4, "row");
    expect(scaled.alpha).toBe(0.3);
    everyLessonSays("$\\alpha = 0.30$");
    for (const [rounded, inWeights, inOutput] of [
      [roundToNearest(w, 4, "row"), "1.227", "0.00767"],
      [scaled.w, "2.565", "0.00184"],
      [gptq(w, x, 4), "3.754", "0.00396"],
    ] as const) {
      expect(weightError(w, rounded).toFixed(3)).toBe(inWeights);
      expect(outputError(w, rounded, x).toFixed(5)).toBe(inOutput);
      everyLessonSays(inWeights, inOutput);
      bothFiguresSay("errors", `>${inWeights}<`, `>${inOutput}<`);
    }
  });
  test("wins for all of 30 seeds", () => {
    for (const seed of seeds) {
      const { w, x } = layer(seed);
      const nearest = outputError(w, roundToNearest(w, 4, "row"), x);
      expect(outputError(w, gptq(w, x, 4), x)).toBeLessThan(nearest);
      expect(awq(w, x, 4, "row").error).toBeLessThanOrEqual(nearest);
    }
  });
  test("is won by AWQ with strong outliers and mostly by GPTQ without", () => {
    const gptqWins = (outlier: number) =>
      seeds.filter((seed) => {
        const { w, x } = layer(seed, outlier);
        return outputError(w, gptq(w, x, 4), x) < awq(w, x, 4, "row").error;
      }).length;
    expect([gptqWins(10), gptqWins(1)]).toEqual([0, 24]);
    expect(lessons[1]).toContain("AWQ wins for all 30 seeds; without outliers (factor 1) GPTQ wins for 24 of them");
    expect(lessons[0]).toContain("30 个种子全是 AWQ 赢；去掉离群（倍数取 1），其中 24 个换成 GPTQ 赢");
  });
  test("is drawn to scale", () => {
    const lengths = [1.2269, 2.5647, 3.7539, 0.00767365, 0.00183809, 0.00396293].map(
      (value, i) => (280 * value) / (i < 3 ? 3.7539 : 0.00767365),
    );
    for (const language of ["zh", "en"]) {
      const bars = [...read(`figures/errors.${language}.svg`).matchAll(/width="([\d.]+)" height="22"/g)];
      expect(bars).toHaveLength(6);
      for (const [i, [, width]] of bars.entries()) expect(Number(width)).toBeCloseTo(lengths[i] ?? NaN, 0);
    }
  });
  test("of 4-bit MX takes 4.25 bits a value", () => {
    expect((32 * 4 + 8) / 32).toBe(4.25);
    everyLessonSays("$4 + 8/32$ = 4.25");
  });
});

describe("pruning", () => {
  test("by inputs beats magnitude, and 2:4 costs extra", () => {
    const { w, x } = layer();
    const errors = [prune(w, 16), prune(w, 16, x), prune(w, 4), prune(w, 4, x)].map((p) =>
      outputError(w, p, x).toFixed(5),
    );
    expect(errors).toEqual(["0.03496", "0.00459", "0.03562", "0.00618"]);
    everyLessonSays(...errors);
    for (const seed of seeds) {
      const { w: weights, x: inputs } = layer(seed);
      const [blind, aware] = [prune(weights, 16), prune(weights, 16, inputs)].map((p) =>
        outputError(weights, p, inputs),
      );
      expect(aware).toBeLessThan(blind ?? NaN);
    }
  });
  test("saves storage as the format allows", () => {
    const indexed = (density: number) => (density * (16 + 16)) / 16;
    expect([indexed(0.5), indexed(0.2)]).toEqual([1, 0.4]);
    expect((0.5 * 16 + 1) / 16).toBe(0.5625);
    expect((2 * 16 + 2 * 2) / 64).toBe(0.5625);
    everyLessonSays("100%", "40%", "$(0.5\\cdot16 + 1)/16$ = 56.25%", "$(2\\cdot16 + 2\\cdot2)/64$ = 56.25%");
    bothFiguresSay("patterns", " 100%<", " 56.25%<", " 50%<");
  });
  test("is drawn with half the weights in each pattern, two of every four in the middle", () => {
    for (const language of ["zh", "en"]) {
      const places = read(`figures/patterns.${language}.svg`).matchAll(
        /<rect x="([\d.]+)" y="([\d.]+)" width="1[34]" height="1[34]" fill="([^"]+)"/g,
      );
      const cells = [...places].map(([, x, y, fill]) => {
        const left = Math.floor(Number(x)) - 13;
        return { panel: Math.floor(left / 150), column: (left % 150) / 16, y: Math.floor(Number(y)), kept: fill !== "none" };
      });
      expect(cells).toHaveLength(96);
      for (const panel of range(3)) expect(cells.filter((cell) => cell.panel === panel && cell.kept)).toHaveLength(16);
      for (const row of range(4))
        for (const block of range(2)) {
          const kept = cells.filter(
            (cell) =>
              cell.panel === 1 && cell.kept && cell.y === 65 + 16 * row && Math.floor(cell.column / 4) === block,
          );
          expect(kept).toHaveLength(2);
        }
    }
  });
});

describe("distillation", () => {
  const teacher = [4, 1, -1];
  const student = [1, 0.5, 0];
  test("keeps its gradient by T²", () => {
    for (const temperature of [1, 2, 4, 20]) {
      const { gradient, entropyBits } = softLoss(teacher, student, temperature);
      const scaled = gradient[0] ?? NaN;
      const raw = (scaled / temperature ** 2).toFixed(temperature === 20 ? 5 : 4);
      everyLessonSays(minus(`| ${temperature} | ${entropyBits.toFixed(4)} | ${raw} | ${scaled.toFixed(4)} |`));
      // against a difference quotient of the loss itself
      const moved = (by: number) => softLoss(teacher, [1 + by, 0.5, 0], temperature).loss;
      expect((moved(1e-5) - moved(-1e-5)) / 2e-5).toBeCloseTo(scaled, 6);
    }
  });
  test("tends to matching centred logits", () => {
    const limit = (1 - 0.5 - (4 - 4 / 3)) / 3;
    expect(softLoss(teacher, student, 1e5).gradient[0]).toBeCloseTo(limit, 4);
    everyLessonSays(minus(`| $\\infty$ | ${Math.log2(3).toFixed(4)} | 0 | ${limit.toFixed(4)} |`));
  });
  test("helps at 12 labels, and a biased teacher caps it", () => {
    expect([distil(12, "hard"), distil(12, "soft"), teacherCrossEntropy()].map((ce) => ce.toFixed(3))).toEqual([
      "1.642",
      "0.603",
      "0.603",
    ]);
    expect([12, 30, 100, 300].map((n) => distil(n, "soft", 2).toFixed(3))).toEqual([
      "0.861",
      "0.861",
      "0.861",
      "0.861",
    ]);
    expect([30, 100].map((n) => distil(n, "hard").toFixed(3))).toEqual(["0.853", "0.622"]);
    everyLessonSays("1.642", "0.603", "+2", "0.861", "0.853", "0.622");
    expect(lessons[1]).toContain("12 training points");
    expect(lessons[1]).toContain("0.861 from 12 points to 300; hard labels draw level at 30 (0.853) and win at 100");
    expect(lessons[0]).toContain("从 12 个点到 300 个点，学生都停在 0.861；硬标签在 30 个点时追平");
  });
});

describe("the plan for 13 B on 24 GB", () => {
  const usable = 0.9 * 24;
  const [eight, four] = [sizeGB(13, 8), sizeGB(13, 4.125)];
  const perToken = 2 * 40 * 40 * 128 * 2;
  const user = (4096 * perToken) / 1e9;
  test("fits 2 users with 8 bits and 4 with 4 bits", () => {
    expect(usable).toBeCloseTo(21.6, 10);
    expect([sizeGB(13, 16), eight]).toEqual([26, 13]);
    expect(four.toFixed(2)).toBe("6.70");
    expect(perToken).toBe(819_200);
    expect(user.toFixed(3)).toBe("3.355");
    expect([eight, four].map((weights) => Math.floor((usable - weights) / user))).toEqual([2, 4]);
    everyLessonSays("21.6 GB", "26 GB", "13 GB", "6.70 GB", "819,200", "3.355 GB");
    expect(lessons[0]).toContain("放 2 个用户；4 位权重放 4 个");
    expect(lessons[1]).toContain("2 users; 4-bit weights for 4");
  });
  test("gains 1.63 times, since the cache is read as well", () => {
    const read = [eight + user, four + user];
    expect(read.map((bytes) => bytes.toFixed(2))).toEqual(["16.36", "10.06"]);
    expect(read.map((bytes) => (1000 / bytes).toFixed(0))).toEqual(["61", "99"]);
    expect([(eight + user) / (four + user), eight / four].map((ratio) => ratio.toFixed(2))).toEqual(["1.63", "1.94"]);
    everyLessonSays("16.36 GB", "61 ", "10.06 GB", "99 ", "1.63×", "1.94×");
  });
});
