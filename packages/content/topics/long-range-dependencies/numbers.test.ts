import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { grouped, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  convolved,
  costs,
  fullReach,
  kept,
  lstmCell,
  lstmGradient,
  type Memory,
  pairs,
  reach,
  read,
  recall,
  recurrent,
  rnnGradient,
  sigmoid,
  spectralNorm,
  write,
} from "./simulations";

const { read: file, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const seeds = (n: number) => range(n).map((i) => i + 1);
/** 2.2\times10^{-7} */
const powerOfTen = (value: number, digits = 1) => value.toExponential(digits).replace(/e([-+]?)0*(\d+)/, "\\times10^{$1$2}").replace("{+", "{");
const twelve = (a: readonly number[], b: readonly number[]) => {
  for (const [i, value] of a.entries()) expect(value).toBeCloseTo(b[i] ?? NaN, 12);
};

describe("the gradient of an RNN", () => {
  test("decays or grows as a power when linear", () => {
    for (const [gain, ten, last] of [
      [0.9, "0.349", "0.0057"],
      [1.1, "2.594", "106.7"],
    ] as const) {
      expect(rnnGradient(gain, 49, { tanh: false }) / gain ** 49).toBeCloseTo(1, 9);
      expect([(gain ** 10).toFixed(3), String(Number((gain ** 49).toPrecision(gain > 1 ? 4 : 2)))]).toEqual([ten, last]);
      everyLessonSays(`${gain} | ${ten} | ${last} |`);
    }
    expect(0.9 ** 49).toBeCloseTo(0.005726416897, 12);
    expect(1.1 ** 49).toBeCloseTo(106.7189572, 6);
    everyLessonSays("0.0057", "106.7");
    bothFiguresSay("gradient", "0.9", "0.0057<");
  });
  test("of the same W vanishes with large inputs and explodes with small ones", () => {
    const [large, small] = [0.5, 0.01].map((input) => [10, 49].map((lag) => rnnGradient(1.2, lag, { input })));
    expect(large?.[0]).toBeCloseTo(0.06684368649, 9);
    expect(large?.[1]).toBeCloseTo(0.0001440156388, 9);
    expect(small?.[0]).toBeCloseTo(1.133529333, 8);
    expect(small?.[1]).toBeCloseTo(73.40972098, 7);
    everyLessonSays("| 0.0668 | 0.000144 |", "| 1.134 | 73.41 |");
    bothFiguresSay("gradient", "73.4<", "0.00014<");
    expect([rnnGradient(0.9, 10), rnnGradient(0.9, 49) * 1e6, rnnGradient(1.5, 49)].map((g) => g.toPrecision(6))).toEqual([
      "0.00847409",
      "0.00456285",
      "0.0132838",
    ]);
  });
  test("never exceeds the power of the norm", () => {
    for (const seed of seeds(20))
      for (const lag of [1, 10, 30]) expect(rnnGradient(0.95, lag, { seed })).toBeLessThanOrEqual(0.95 ** lag);
  });
  test("grows for a while with eigenvalues below 1", () => {
    const power = (k: number) => spectralNorm([0.9 ** k, 4 * k * 0.9 ** (k - 1), 0, 0.9 ** k]);
    expect(power(1)).toBeGreaterThan(1);
    expect(power(5)).toBeGreaterThan(power(1));
    expect(power(200)).toBeLessThan(1e-5);
    // a fixed diag(1, 0), the limit of a free and a saturated unit, can push an eigenvalue above 1
    const [a, b, c, d] = [2, -4, 1, -1.9];
    expect(Math.sqrt(a * d - b * c)).toBeLessThan(0.9);
    expect((a + d) ** 2 - 4 * (a * d - b * c)).toBeLessThan(0);
    expect(1 * a).toBeGreaterThan(1);
  });
  test("is clipped as a whole", () => {
    const gradient = [3, 4, 12];
    const norm = Math.hypot(...gradient);
    expect(norm).toBe(13);
    expect(gradient.map((g) => g * Math.min(1, 6.5 / norm))).toEqual([1.5, 2, 6]);
    everyLessonSays("(3, 4)", "(12)", "13", "6.5", "(1.5, 2)", "(6)");
    expect(0.0057 * Math.min(1, 1 / 0.0057)).toBe(0.0057);
  });
  test("is drawn as computed", () => {
    for (const language of ["zh", "en"]) {
      const ends = [...file(`figures/gradient.${language}.svg`).matchAll(/L 260 ([\d.]+)"/g)].map(([, y]) => Number(y));
      const last = [
        rnnGradient(1.2, 49, { input: 0.01 }),
        rnnGradient(1.2, 49),
        lstmGradient(5, 49).total,
        lstmGradient(0, 49).total,
        0.9 ** 49,
      ];
      expect(ends).toHaveLength(5);
      for (const [i, value] of last.entries()) expect(ends[i]).toBeCloseTo(40 + (2.5 - Math.log10(value)) * 16, 0);
    }
  });
});

describe("an LSTM", () => {
  test("halves its direct signal in 69 steps at 0.99", () => {
    expect(Math.log(0.5) / Math.log(0.99)).toBeCloseTo(68.96756, 5);
    expect(0.99 ** 69).toBeLessThan(0.5);
    everyLessonSays("69", "0.99");
    expect([powerOfTen(sigmoid(1) ** 49), (sigmoid(5) ** 49).toFixed(3)]).toEqual(["2.2\\times10^{-7}", "0.720"]);
    everyLessonSays("$\\sigma(1)^{49} = 2.2\\times10^{-7}$", "0.720");
  });
  test("passes more in total than along the cell alone", () => {
    const rows = [0, 1, 3, 5].map((bias) => lstmGradient(bias, 49));
    const said = (values: number[]) => values.map((v) => (v < 1e-5 ? `$${powerOfTen(v)}$` : v < 0.01 ? v.toPrecision(3) : v.toFixed(3)));
    everyLessonSays(`| ${said(rows.map(({ direct }) => direct)).join(" | ")} |`);
    everyLessonSays(`| ${said(rows.map(({ total }) => total)).join(" | ")} |`);
    expect(rows[3]?.total).toBeCloseTo(1.119086171, 8);
    expect(rows[1]?.direct).toBeCloseTo(2.650418781e-6, 14);
    for (const [bias, ten] of [
      [0, 0.01085372548],
      [1, 0.1586478804],
      [3, 0.6903036386],
      [5, 0.9500915586],
    ] as const) {
      expect(lstmGradient(bias, 10).total).toBeCloseTo(ten, 9);
      // against a difference quotient of the forward pass
      const quotient = (lstmCell(bias, 10, 1e-5) - lstmCell(bias, 10, -1e-5)) / 2e-5;
      expect(quotient).toBeCloseTo(ten, 7);
    }
    bothFiguresSay("gradient", "LSTM b=5: 1.119<", "LSTM b=0: 10⁻¹⁰<");
  });
  test("lets the gradient grow for all of 30 seeds with bias 5", () => {
    const all = seeds(30).map((seed) => lstmGradient(5, 49, { seed }).total);
    expect(Math.min(...all)).toBeGreaterThan(1);
    expect(Math.max(...all).toFixed(2)).toBe("7.73");
    everyLessonSays("30", "7.73");
  });
});

describe("attention and recurrence", () => {
  test("differ 16 times and 4 times in work", () => {
    const small = costs(4096, 512);
    expect([small.mixing, small.recurrence].map(grouped)).toEqual(["17,179,869,184", "1,073,741,824"]);
    expect([small.mixing / small.recurrence, costs(8192, 4096).mixing / costs(8192, 4096).recurrence]).toEqual([16, 4]);
    everyLessonSays("17,179,869,184", "1,073,741,824", "4096", "512", "8192");
    expect(costs(8192, 4096).mixing).toBe(549_755_813_888);
    const layer = (n: number) => costs(n, 512).mixing + costs(n, 512).projections - costs(n, 512).lstm;
    expect([layer(1023) < 0, layer(1024), layer(1025) > 0]).toEqual([true, 0, true]);
  });
  test("differ in time the other way", () => {
    const { mixing, recurrence } = costs(4096, 512);
    const parallel = mixing / 1e14;
    const inARow = range(4096).reduce((time) => time + Math.max(5e-6, 512 ** 2 / 1e14), 0);
    expect((parallel * 1e3).toFixed(2)).toBe("0.17");
    expect((inARow * 1e3).toFixed(1)).toBe("20.5");
    expect(((recurrence / 1e14) * 1e3).toFixed(3)).toBe("0.011");
    expect((inARow / parallel).toFixed(0)).toBe("119");
    everyLessonSays("$10^{14}$", "5 µs", "0.17 ms", "20.5 ms", "0.011 ms", "119");
  });
});

describe("Transformer-XL", () => {
  test("reaches layers × memory and the rest of its segment", () => {
    for (const [segment, memory, layers, expected] of [
      [4, 4, 1, 7],
      [4, 4, 3, 15],
      [4, 8, 2, 19],
      [4, 0, 5, 3],
      [150, 150, 16, 2549],
    ] as const) {
      expect(fullReach(segment, memory, layers)).toBe(expected);
      expect(layers * memory + segment - 1).toBe(expected);
    }
    // only for whole segments of memory
    expect([fullReach(4, 6, 2), fullReach(4, 2, 3)]).toEqual([17, 13]);
    expect(reach(12, 4, 4, 1)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 4, 5, 6, 7]);
    expect(reach(8, 4, 0, 5)).toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
    everyLessonSays("15", "2,549", "150");
  });
  test("is drawn position by position", () => {
    for (const language of ["zh", "en"]) {
      const cells = [
        ...file(`figures/reach.${language}.svg`).matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="1[34]" height="1[34]" fill="([^"]+)"/g),
      ];
      expect(cells).toHaveLength(80);
      for (const [n, back] of [0, 7, 11, 15].entries()) {
        expect(back).toBe(n === 0 ? 0 : reach(20, 4, 4, n).at(-1));
        const row = cells.slice(20 * n, 20 * n + 20).map(([, , , fill]) => fill);
        const filled = row.flatMap((fill, i) => (fill === "none" ? [] : [i]));
        expect([filled[0], filled.at(-1), filled.length]).toEqual([19 - back, 19, back + 1]);
        const withGradient = row.flatMap((fill, i) => (fill?.includes("figure-1") ? [i] : []));
        expect(withGradient).toEqual(n === 0 ? [19] : [16, 17, 18, 19]);
        bothFiguresSay("reach", `>${back}<`);
      }
    }
  });
  test("evaluates without computing states again", () => {
    let again = 0;
    for (let token = 0; token < 1000; token++) again += 128 * 12;
    expect([again, 1000 * 12].map(grouped)).toEqual(["1,536,000", "12,000"]);
    everyLessonSays("1,536,000", "12,000", "128", "80%", "450%", "1,800");
  });
});

describe("fixed states", () => {
  const mean = (memory: Memory | "softmax", k: number) =>
    seeds(20).reduce((total, seed) => total + recall(memory, k, { seed }), 0) / 20;
  const stored = [4, 8, 16, 32, 64, 128];
  const results = {
    linear: stored.map((k) => mean("linear", k)),
    delta: stored.map((k) => mean("delta", k)),
    softmax: stored.map((k) => mean("softmax", k)),
  };
  test("recall less the more they hold", () => {
    expect([8, 16, 32, 64].map((k) => [recall("linear", k), recall("delta", k), recall("softmax", k)])).toEqual([
      [1, 1, 1],
      [0.875, 0.6875, 1],
      [0.53125, 0.3125, 1],
      [0.40625, 0.25, 1],
    ]);
    everyLessonSays("0.406");
    const row = (values: number[]) => values.slice(1, 5).map((v) => (v === 1 ? "1" : v.toFixed(3))).join(" | ");
    for (const values of Object.values(results)) everyLessonSays(`| ${row(values)} |`);
    expect([2 * 64 * 16, 16 * 16, (2 * 64 * 16) / 16 ** 2]).toEqual([2048, 256, 8]);
    everyLessonSays("2048", "256");
  });
  test("are drawn as computed", () => {
    for (const language of ["zh", "en"]) {
      const points = [...file(`figures/recall.${language}.svg`).matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)].map(([, y]) => Number(y));
      const expected = [...results.softmax, ...results.linear, ...results.delta].map((value) => 214 - 160 * value);
      expect(points).toHaveLength(18);
      for (const [i, y] of points.entries()) expect(y).toBeCloseTo(expected[i] ?? NaN, 0);
      for (const values of [results.linear, results.delta])
        for (const value of values) expect(file(`figures/recall.${language}.svg`)).toContain(value.toFixed(3));
    }
  });
  test("are perfect with d orthogonal keys, and the newest pair of the delta rule is always exact", () => {
    const { values } = pairs(16, 16, 1);
    const unit = range(16).map((i) => range(16).map((j) => (i === j ? 1 : 0)));
    for (const memory of ["linear", "delta"] as const)
      for (const [i, key] of unit.entries()) twelve(read(write(memory, unit, values), key), values[i] ?? []);
    const many = pairs(64, 16, 1);
    twelve(read(write("delta", many.keys, many.values), many.keys[63] ?? []), many.values[63] ?? []);
  });
  test("add or overwrite", () => {
    const [k0, k1] = [
      [1, 0],
      [0, 1],
    ];
    const values = [
      [1, 2],
      [3, 4],
      [5, 7],
    ];
    const keys = [k0, k1, k0].map((key) => key ?? []);
    expect(read(write("linear", keys, values), k0 ?? [])).toEqual([6, 9]);
    expect(read(write("delta", keys, values), k0 ?? [])).toEqual([5, 7]);
    for (const memory of ["linear", "delta"] as const) expect(read(write(memory, keys, values), k1 ?? [])).toEqual([3, 4]);
  });
  test("of a linear recurrence are a convolution", () => {
    const xs = range(40).map((i) => Math.sin(i * i));
    twelve(recurrent(0.95, 0.3, 2, xs), convolved(0.95, 0.3, 2, xs));
    everyLessonSays("12");
  });
  test("keep a marked input if the gate can ignore the rest", () => {
    expect([kept(500, 0.99, false).toFixed(4), kept(500, 0.99, true)]).toEqual(["0.0066", 1]);
    everyLessonSays("500", "0.0066");
  });
});

describe("perplexity", () => {
  test("hardly shows what recall loses", () => {
    expect(0.01 * 3).toBe(0.03);
    expect((100 * (Math.exp(0.03) - 1)).toFixed(1)).toBe("3.0");
    expect([Math.exp(-0.5), Math.exp(-3.5)].map((p) => p.toFixed(3))).toEqual(["0.607", "0.030"]);
    everyLessonSays("0.03", "3.0%", "0.607", "0.030", "82%", "200", "50");
  });
});

describe("the plan for a million tokens of logs", () => {
  const n = 1_048_576;
  const perToken = 2 * 32 * 8 * 128 * 2;
  test("finds full attention too large and slow", () => {
    expect([perToken, (n * perToken) / 2 ** 30]).toEqual([131_072, 128]);
    expect((n * perToken) / 1e9).toBeGreaterThan(80);
    let operations = 0;
    // half of the pairs, twice: scores and mixing
    for (let layer = 0; layer < 32; layer++) operations += costs(n, 4096).mixing / 2;
    expect([powerOfTen(2 * operations), ((2 * operations) / 4e14).toFixed(0)]).toEqual(["2.9\\times10^{17}", "721"]);
    everyLessonSays("1,048,576", "131,072", "128 GiB", "$2.9\\times10^{17}$", "721 s", "400 TFLOP/s");
    expect(((2 * operations) / 8 / 4e14).toFixed(0)).toBe("90");
    everyLessonSays("90 s");
  });
  test("finds the fixed state small", () => {
    const state = 32 * 32 * 128 ** 2 * 2;
    expect([state / 2 ** 20, state / perToken]).toEqual([32, 256]);
    expect([Math.ceil(50_000 / 128), 32 * 32]).toEqual([391, 1024]);
    everyLessonSays("32 MiB", "256", "391", "1024", "50,000");
  });
  test("lets the hybrid fit and the index be tiny", () => {
    expect([(4 * n * perToken) / 32 / 2 ** 30, 28 * 32 * 128 ** 2 * 2 * 2 ** -20]).toEqual([16, 28]);
    expect((16 * 2 ** 30 + 28 * 2 ** 20) / 1e9 + 16).toBeLessThan(80);
    expect((50_000 * (16 + 8)) / 1e6).toBe(1.2);
    everyLessonSays("16 GiB", "28 MiB", "1.2 MB");
  });
  test("speaks of use at 10,000 tokens", () => {
    expect(lessons[0]).toContain("10,000");
    expect(lessons[1]).toContain("10,000");
  });
});
