import { describe, expect, test } from "vitest";
import { percent, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  afterUpdates,
  bf16,
  e4m3,
  e5m2,
  fp16,
  lostGradients,
  onlineSoftmax,
  roundTo,
  runningSums,
} from "./simulations";

const { everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const [peak, bandwidth] = [989.4e12, 3.35e12];

describe("the roofline", () => {
  const product = (rows: number, width = 4096) => {
    const flops = 2 * rows * width * width;
    const bytes = 2 * (2 * rows * width + width * width);
    return { intensity: flops / bytes, compute: flops / peak, memory: bytes / bandwidth };
  };
  test("of an H100 bends at 295 FLOP/byte, which 346 rows reach and 345 do not", () => {
    expect(Math.round(peak / bandwidth)).toBe(295);
    expect(product(345).intensity).toBeLessThan(peak / bandwidth);
    expect(product(346).intensity).toBeGreaterThan(peak / bandwidth);
    everyLessonSays("295", "346", "989.4", "3.35");
    bothFiguresSay("roofline", "295", "989.4", "3.35");
  });
  test("gives the rows of the table", () => {
    for (const [rows, digits] of [[1, 2], [64, 1], [256, 1], [512, 1]] as const) {
      const { intensity, compute, memory } = product(rows);
      everyLessonSays(
        `| ${rows} | ${intensity.toFixed(1)} | ${(compute * 1e6).toFixed(digits)} µs | ${(memory * 1e6).toFixed(1)} µs |`,
      );
      bothFiguresSay("roofline", `${intensity.toFixed(1)} FLOP/byte`);
    }
    expect(percent(product(1).compute / product(1).memory, 2)).toBe("0.34%");
    expect(percent(product(256).memory / product(1).memory - 1, 0)).toBe("12%");
    everyLessonSays("0.34%", "12%");
  });
});

test("MFU of the opening question is 17%", () => {
  const mfu = (6 * 7e9 * 4000) / peak;
  expect(mfu).toBeCloseTo(0.1698, 4);
  expect(percent(mfu)).toBe("17.0%");
  everyLessonSays("17.0%");
});

describe("formats", () => {
  test("round as the reference does", () => {
    expect([0.1, 65_519, 65_520, 3e-8, 2 ** -25].map((x) => roundTo(fp16, x))).toEqual([
      0.0999755859375,
      65_504,
      Infinity,
      2 ** -24,
      0,
    ]);
    expect([0.1, 1.003, 1.004, 70_000].map((x) => roundTo(bf16, x))).toEqual([0.10009765625, 1, 1.0078125, 70_144]);
    expect([roundTo(e4m3, Math.PI), roundTo(e5m2, Math.PI)]).toEqual([3.25, 3]);
    expect(roundTo(fp16, 1.003).toFixed(5)).toBe("1.00293");
    expect([roundTo(bf16, 2 ** -133), roundTo(bf16, 2 ** -134)]).toEqual([2 ** -133, 0]);
    expect(bf16.max.toPrecision(3)).toBe("3.39e+38");
    everyLessonSays("0.09998", "0.1001", "65,504", "65,520", "70,144", "1.00293", "1.0078", "2^{-133}", "2^{-24}");
  });
  test("lose gradients that a loss scale brings back", () => {
    const lost = [0, 7, 10, 15, 30].map((power) => lostGradients(fp16, 2 ** power));
    expect(lost.map(({ zero }) => zero)).toEqual([0.435, 0.0165, 0.001, 0, 0]);
    expect(lost[4]?.infinite).toBe(0.0005);
    expect(lostGradients(bf16, 1)).toEqual({ zero: 0, infinite: 0 });
    expect(Math.exp(-17).toExponential(0)).toBe("4e-8");
    everyLessonSays("43.5%", "1.65%");
  });
  test("keep a weight at 1 without a master", () => {
    expect([fp16, bf16].map((format) => afterUpdates(format, 1000, 1e-4, false))).toEqual([1, 1]);
    const master = [fp16, bf16].map((format) => afterUpdates(format, 1000, 1e-4, true));
    expect(master).toEqual([0.89990234375, 0.8984375]);
    everyLessonSays(...master.map((weight) => weight.toFixed(4)));
  });
  test("stall in sums", () => {
    const sums = [fp16, bf16].map((format) => runningSums(format, 4096, 0.01));
    expect(sums.map((all) => all.at(-1))).toEqual([32, 4]);
    everyLessonSays("32.0", "4.0", "40.96");
    bothFiguresSay("sums", "FP16 32.0", "BF16 4.0", "40.96", ...sums.map((all) => String(all.indexOf(all.at(-1) ?? 0) + 1)));
  });
  test("leave 16 bytes per parameter", () => {
    expect(2 + 2 + 4 + 4 + 4).toBe(4 + 4 + 4 + 4);
    expect(2 + 4 + 4 + 4 + 4).toBe(18);
    everyLessonSays(" 18");
  });
});

describe("attention in tiles", () => {
  test("is exact for every tile", () => {
    for (const tile of [1, 2, 3, 6]) {
      const { sum, output } = onlineSoftmax([1, 3, 2, 1000, 999, -5], [1, 2, 3, 4, 5, 6], tile);
      expect(sum).toBeCloseTo(1.367879, 6);
      expect(output).toBeCloseTo(4.268941421, 9);
    }
    everyLessonSays("4.268941");
  });
  test("moves a half or a quarter of the elements", () => {
    const millions = (elements: number) => `${(elements / 1e6).toFixed(1)} M`;
    for (const d of [128, 64]) {
      const [whole, tiled] = [4 * 4096 * d + 4 * 4096 ** 2, 2 * 4096 * d * (1 + 4096 / 128)];
      everyLessonSays(millions(whole), millions(tiled));
    }
    expect((32 * 8192 ** 2 * 2) / 2 ** 30).toBe(4);
    everyLessonSays("4 GiB");
  });
});

describe("parallelism", () => {
  test("pays for the ring", () => {
    for (const devices of [2, 8, 64]) {
      const sent = (2 * (devices - 1) * 14) / devices;
      const time = 2 * (devices - 1) * (5e-6 + 14e9 / (devices * 450e9));
      everyLessonSays(`| ${devices} | ${sent.toFixed(1)} GB | ${time.toFixed(4)} s | ${percent(0.2 / (0.2 + time))} |`);
      if (devices === 8) expect(((8 * 0.2) / (0.2 + time)).toFixed(2)).toBe("6.29");
    }
    everyLessonSays("6.29");
  });
  test("needs 28 micro-batches for four stages to idle less than a tenth", () => {
    const idle = (m: number) => 3 / (m + 3);
    expect([percent(idle(8)), percent(1 - idle(8)), percent(1 - idle(1), 0)]).toEqual(["27.3%", "72.7%", "25%"]);
    expect(idle(27)).toBeGreaterThanOrEqual(0.1);
    expect(idle(28)).toBeLessThan(0.1);
    everyLessonSays("27.3%", "72.7%", "25%", "m \\ge 28");
  });
  test("of experts stores 45.1 B and computes 11.3 B", () => {
    const experts = (count: number) => (32 * count * 3 * 4096 * 14_336) / 1e9;
    // experts that no one of 16 tokens chooses: each is missed with 6/8 by a token that takes 2 of 8
    expect((8 * (1 - (6 / 8) ** 16)).toFixed(1)).toBe("7.9");
    everyLessonSays("7.9 ");
    everyLessonSays(`${experts(8).toFixed(1)} B`, `${experts(2).toFixed(1)} B`, "14,336");
  });
});

test("the worked example saves a third of the step", () => {
  const mfu = (6 * 7e9 * 4000) / peak;
  const saved = [25 * (3 / 4), 12 * (2 / 3), 8];
  const step = 100 - saved.reduce((sum, ms) => sum + ms, 0);
  expect([saved[0], saved[1], step]).toEqual([18.75, 8, 65.25]);
  expect([percent(mfu / 0.55, 0), percent(mfu / 0.6525)]).toEqual(["31%", "26.0%"]);
  expect(Math.round((55 * 4) / 3)).toBe(73);
  everyLessonSays("18.75", "65.25", "31%", "26.0%", "73 ms");
});
