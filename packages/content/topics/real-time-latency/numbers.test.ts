import { describe, expect, test } from "vitest";
import { percent, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  anatomy,
  chunkedPrefill,
  erlangC,
  goodput,
  hedged,
  longPromptAmongEight,
  lruHitRate,
  mixtureMean,
  mixtureQuantile,
  prefillQueue,
  queue,
  speculate,
  worstGap,
} from "./simulations";

const { read, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const ms = (seconds: number, digits = 1) => (1000 * seconds).toFixed(digits);

describe("one request", () => {
  test("splits into prefill and steps", () => {
    expect([16, 8, 4].map((bits) => anatomy(bits).prefill.toFixed(6))).toEqual(["0.064712", "0.064712", "0.064712"]);
    expect([16, 8, 4].map((bits) => anatomy(bits).decode.toExponential(6))).toEqual([
      "4.854371e-3",
      "2.466312e-3",
      "1.272282e-3",
    ]);
    expect([16, 8, 4].map((bits) => anatomy(bits).whole.toFixed(6))).toEqual(["1.030732", "0.555508", "0.317896"]);
    for (const bits of [16, 8, 4]) {
      const { prefill, decode, whole } = anatomy(bits);
      everyLessonSays(`| ${ms(prefill)} ms | ${ms(decode, 2)} ms | ${whole.toFixed(3)} s |`);
    }
    const [half, { decode }] = [anatomy(16).prefill / 2, anatomy(8)];
    everyLessonSays(`| ${ms(half)} ms | ${ms(decode, 2)} ms | ${(half + 199 * decode).toFixed(3)} s |`);
    const full = anatomy(16);
    const step = full.decode / speculate(0.7, 4, 0.05);
    everyLessonSays(`| ${ms(full.prefill)} ms | ${ms(step, 2)} ms | ${(full.prefill + 199 * step).toFixed(3)} s |`);
    const long = [16, 4].map((bits) => ms(anatomy(bits, { prompt: 16_000 }).prefill, 0));
    expect(long).toEqual(["518", "518"]);
    everyLessonSays("16,000", "518 ms");
    // causal attention of 32 layers of width 4096, pair by pair, over the FLOPs of 8 B parameters
    const pairs = (16_000 * 16_001) / 2;
    expect(((100 * pairs * 32 * 4 * 4096) / (2 * 8e9 * 16_000)).toFixed(0)).toBe("26");
    everyLessonSays("26%");
  });
  test("trades its own speed for that of the batch", () => {
    const [one, many] = [anatomy(16).decode, anatomy(16, { batch: 64 }).decode];
    expect([ms(many, 2), (many / one).toFixed(2), (64 / many).toFixed(0), (1 / one).toFixed(0)]).toEqual([
      "9.78",
      "2.02",
      "6541",
      "206",
    ]);
    everyLessonSays("9.78 ms", "2.02", "6541", " 206");
  });
  test("gains from speculation at small batch only", () => {
    expect(speculate(0.8, 4, 0.05)).toBeCloseTo(2.801333, 6);
    expect((1 - 0.8 ** 5) / (1 - 0.8)).toBeCloseTo(3.3616, 9);
    everyLessonSays("3.36", "2.80", "$gc + 1$");
    const gains = [32, 64, 128, 256].map((batch) => speculate(0.7, 4, 0.05, batch).toFixed(2));
    expect(gains).toEqual(["2.31", "1.38", "0.73", "0.53"]);
    expect(speculate(0.7, 4, 0.05, 1)).toBe(speculate(0.7, 4, 0.05, 32));
    everyLessonSays(...gains);
    const best = (a: number) => {
      let most = 0;
      for (let g = 1; g <= 20; g++) if (speculate(a, g, 0.05) > speculate(a, most, 0.05)) most = g;
      return most;
    };
    expect([0.5, 0.8, 0.9].map(best)).toEqual([3, 8, 13]);
    expect(((0.6 * 989) / 3.35).toFixed(0)).toBe("177");
    everyLessonSays("177", "2.3");
  });
});

describe("chunked prefill", () => {
  const run = (budget: number, jobs = longPromptAmongEight()) => chunkedPrefill(jobs, budget);
  test("bounds the gap and delays the long prompt", () => {
    const exact = [
      [0, 329_600, 328_320],
      [256, 595_840, 18_240],
      [512, 454_400, 28_480],
      [2048, 354_560, 89_920],
    ] as const;
    for (const [budget, first, gap] of exact) {
      const times = run(budget);
      expect([(times[8]?.[0] ?? NaN) - 200_000, worstGap(times[0] ?? []), times[0]?.at(-1)]).toEqual([
        first,
        gap,
        3_659_880,
      ]);
      everyLessonSays(`| ${(first / 1000).toFixed(1)} ms | ${(gap / 1000).toFixed(1)} ms |`);
    }
    bothFiguresSay("chunks", "328.3 ms", "329.6 ms", "18.2 ms", "595.8 ms");
    everyLessonSays("3.660 s");
    expect([(328_320 / 18_240).toFixed(0), (595_840 / 329_600).toFixed(1)]).toEqual(["18", "1.8"]);
    expect(lessons[1]).toContain("18-fold");
    expect(lessons[0]).toContain("1/18");
    everyLessonSays("1.8");
  });
  test("does not help the prompt behind in order of arrival", () => {
    const jobs = [...longPromptAmongEight(), { arrival: 201_000, prompt: 32, output: 50 }];
    const first = [0, 256].map((budget) => ((run(budget, jobs)[9]?.[0] ?? NaN) - 201_000) / 1e6);
    expect(first.map((seconds) => seconds.toFixed(3))).toEqual(["0.330", "0.596"]);
    everyLessonSays("0.330 s", "0.596 s");
  });
  test("follows the rules of its exercise", () => {
    expect(chunkedPrefill([{ arrival: 0, prompt: 100, output: 3 }], 40, 10, 1)).toEqual([[130, 141, 152]]);
    expect(
      chunkedPrefill(
        [
          { arrival: 0, prompt: 1, output: 4 },
          { arrival: 0, prompt: 1, output: 4 },
          { arrival: 0, prompt: 6, output: 1 },
        ],
        3,
        0,
        1,
      ).map((times) => [times[0], times.at(-1)]),
    ).toEqual([
      [3, 12],
      [3, 12],
      [14, 14],
    ]);
  });
  test("is drawn from the simulation", () => {
    for (const language of ["zh", "en"]) {
      const [without = "", chunked = ""] = [...read(`figures/chunks.${language}.svg`).matchAll(/ d="(M[^"]*)"/g)].map(
        ([, path]) => path,
      );
      for (const [path, budget] of [
        [without, 0],
        [chunked, 256],
      ] as const) {
        const drawn = [...path.matchAll(/M([\d.]+) /g)].map(([, x]) => Number(x));
        const times = (run(budget)[0] ?? []).filter((time) => time <= 900_000);
        expect(drawn).toHaveLength(times.length);
        for (const [i, x] of drawn.entries()) expect(x).toBeCloseTo(12 + (376 * (times[i] ?? NaN)) / 900_000, 0);
      }
    }
  });
});

describe("queues", () => {
  test("wait as the formulas say below saturation", () => {
    for (const [load, fixed, exponential] of [
      [0.5, 0.5, 1],
      [0.8, 2, 4],
      [0.9, 4.5, 9],
      [0.95, 9.5, 19],
    ] as const) {
      expect(load / (2 * (1 - load))).toBeCloseTo(fixed, 9);
      expect(load / (1 - load)).toBeCloseTo(exponential, 9);
      const { wait, p99 } = queue(load, "fixed");
      everyLessonSays(
        `| ${load} | ${fixed} | ${wait.toFixed(3)} | ${load < 0.8 ? p99.toFixed(2) : p99.toFixed(1)} | ${exponential} |`,
      );
      if (load <= 0.8) expect(Math.abs(wait / fixed - 1)).toBeLessThan(0.05);
    }
    expect(queue(0.5, "exponential")).toMatchObject({ wait: expect.closeTo(0.92836, 6) as number, p99: expect.closeTo(8.774538, 6) as number });
    expect(queue(0.8, "exponential").wait).toBeCloseTo(3.576172, 6);
    expect(9.5 / 0.5).toBe(19);
    everyLessonSays("20,000", " 19");
    bothFiguresSay("wait", "4.5", "9.5", "19");
  });
  test("are drawn with the simulated points", () => {
    for (const language of ["zh", "en"]) {
      const drawn = [...read(`figures/wait.${language}.svg`).matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)];
      expect(drawn).toHaveLength(8);
      for (const [i, [, x, y]] of drawn.entries()) {
        const load = [0.5, 0.8, 0.9, 0.95][Math.floor(i / 2)] ?? NaN;
        expect(Number(x)).toBeCloseTo(40 + 340 * load, 0);
        expect(Number(y)).toBeCloseTo(200 - (170 * queue(load, i % 2 ? "exponential" : "fixed").wait) / 20, 0);
      }
    }
  });
  test("of several slow servers answer later than of one fast", () => {
    expect(erlangC(3.2, 4)).toBeCloseTo(0.596432, 6);
    const responses = [1 / (4 - 3.2), 1 + erlangC(3.2, 4) / (4 - 3.2), 1 / (1 - 0.8)];
    expect(responses[1]).toBeCloseTo(1.745541, 6);
    expect(queue(3.2, "exponential", 1, 0.25).response).toBeCloseTo(1.140646, 6);
    expect(queue(3.2, "exponential", 4, 1).response).toBeCloseTo(1.633141, 6);
    expect(responses.map((time, i) => time.toFixed(i === 2 ? 1 : 2))).toEqual(["1.25", "1.75", "5.0"]);
    everyLessonSays("1.25", "1.75", "5.0");
  });
  test("grow with the spread of service times", () => {
    const [mean, square] = [0.9 + 0.1 * 16, 0.9 + 0.1 * 16 ** 2];
    expect((square / mean ** 2 - 1).toFixed(2)).toBe("3.24");
    everyLessonSays("$C^2 = 3.24$", "4.24");
  });
});

describe("percentiles", () => {
  test("of a page with many calls", () => {
    expect(percent(1 - 0.99 ** 100)).toBe("63.4%");
    everyLessonSays("63.4%");
  });
  test("with a cache stay those of misses", () => {
    for (const hitRate of [0, 0.3, 0.6, 0.9]) {
      const row = [mixtureMean(hitRate), mixtureQuantile(hitRate, 0.5), mixtureQuantile(hitRate, 0.99)];
      everyLessonSays(`| ${row.map((value) => `${value.toFixed(0)} ms`).join(" | ")} |`);
    }
    expect([mixtureQuantile(0.995, 0.99), mixtureQuantile(0.99, 0.99)]).toEqual([10, 10]);
    for (const p of [0.7, 0.9, 0.99]) expect((mixtureQuantile(0, p) - mixtureQuantile(0.6, p)).toFixed(0)).toBe("458");
    everyLessonSays("458 ms");
    bothFiguresSay("cache", "p50 647", "p99 2603", "p50 10", "p99 2144");
    const left = 0.9 * (1 - 0.6);
    expect([left.toFixed(2), (left / (2 * (1 - left))).toFixed(2)]).toEqual(["0.36", "0.28"]);
    expect(((0.99 - 0.6) / 0.4).toFixed(3)).toBe("0.975");
    everyLessonSays("0.36", "0.28", "p97.5");
    const { lru, best } = lruHitRate(1, 100);
    expect([percent(lru), percent(best)]).toEqual(["57.8%", "69.3%"]);
    everyLessonSays("57.8%", "69.3%");
    expect([lruHitRate(1, 10).lru, lruHitRate(0.8, 100).lru, lruHitRate(1.2, 100).lru]).toEqual([0.21475, 0.3834, 0.7567]);
  });
  test("with a cache are drawn to scale", () => {
    for (const language of ["zh", "en"]) {
      const drawn = [...read(`figures/cache.${language}.svg`).matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y));
      const values = [0, 0.6].flatMap((hitRate) => [0.5, 0.99].map((p) => mixtureQuantile(hitRate, p)));
      expect(drawn).toHaveLength(4);
      for (const [i, y] of drawn.entries()) expect(y).toBeCloseTo(206 - (176 * (values[i] ?? NaN)) / 3000, 0);
    }
  });
  test("with a hedge", () => {
    const { law, mean, quantile, extra } = hedged(100, 1000, 0.05, 110);
    expect(law.map(([time, share]) => [time, Number(share.toFixed(6))])).toEqual([
      [100, 0.95],
      [210, 0.0475],
      [1000, 0.0025],
    ]);
    expect([mean, quantile(0.99), quantile(0.999), extra].map((value) => Number(value.toFixed(6)))).toEqual([107.475, 210, 1000, 0.05]);
    expect(hedged(100, 1000, 0.05, 2000).mean).toBeCloseTo(145, 9);
    expect(hedged(100, 1000, 0.05, 2000).quantile(0.99)).toBe(1000);
    const load = 0.8 * 1.05;
    expect((load / (2 * (1 - load))).toFixed(3)).toBe("2.625");
    everyLessonSays("145", "107.475", "210 ms", "2.625");
  });
  test("of a cascade", () => {
    expect([100 + 0.3 * 800, 100 + 800]).toEqual([340, 900]);
    everyLessonSays("340 ms", "900 ms", "70%");
  });
});

describe("goodput", () => {
  test("collapses without admission", () => {
    for (const rate of [0.8, 0.9, 1.2]) {
      const [without, limited] = [goodput(rate, 5, false), goodput(rate, 5, true)];
      everyLessonSays(
        `| ${rate} | ${without.goodput.toFixed(3)} | ${limited.goodput.toFixed(3)} | ${percent(limited.refused)} |`,
      );
    }
  });
  test("lies between bounds, and Little's law holds", () => {
    expect([90 + 85 - 100, Math.min(90, 85), 12 * 3.5]).toEqual([75, 85, 42]);
    everyLessonSays("90%", "85%", "75%", " 42 ");
  });
});

describe("the worked example", () => {
  const short = (2 * 8e9 * 1000) / (0.5 * 989e12);
  test("waits for long prompts", () => {
    const [mean, square] = [short * (0.9 + 1.6), short ** 2 * (0.9 + 25.6)];
    const load = 8 * mean;
    expect([percent(load), ms(short), ms(16 * short, 0)]).toEqual(["64.7%", "32.4", "518"]);
    expect([(8 * square) / (2 * (1 - load)), (load * mean) / (2 * (1 - load))].map((wait) => wait.toFixed(3))).toEqual([
      "0.314",
      "0.074",
    ]);
    everyLessonSays("64.7%", "32.4 ms", "518 ms", "0.314 s", "0.074 s");
  });
  test("is answered by the prefix cache, and by an order only for two promises", () => {
    const rows = [prefillQueue("in order", 8, short, 16), prefillQueue("short first", 8, short, 16), prefillQueue("in order", 8, short, 4)];
    const shown = rows.map(({ all, short: few, long }) =>
      [all.p50, all.p99, few.p99, long.p99].map((seconds, i) => `${seconds.toFixed(i === 0 || seconds < 1 ? 3 : 2)} s`).join(" | "),
    );
    for (const row of shown) everyLessonSays(`| ${row} |`);
    // the mean wait of the first row is near what Pollaczek and Khinchine say
    expect((rows[0]?.mean ?? NaN) - 2.5 * short).toBeCloseTo(0.314, 1);
    expect(rows[1]?.long.p99).toBeLessThan(4);
    expect(rows[1]?.all.p99).toBeGreaterThan(1);
    expect(rows[2]?.long.p99).toBeLessThan(1);
  });
});
