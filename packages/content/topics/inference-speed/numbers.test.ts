import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  a100,
  acceptance,
  attentionTwice,
  decode,
  draft,
  emittedLaw,
  gqa8,
  h100,
  h200,
  kvBytes,
  memoryBoundBatch,
  mha7,
  prefill,
  residual,
  type Setting,
  speculate,
  speculationGain,
  target,
  tokensPerPass,
} from "./simulations";

const { read, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const ms = (seconds: number, digits = 2) => (1000 * seconds).toFixed(digits);
const ratio = (a: { seconds: number }, b: { seconds: number }) => (a.seconds / b.seconds).toFixed(2);
const near = (value: number, expected: number, relative = 1e-9) =>
  expect(Math.abs(value / expected - 1)).toBeLessThan(relative);

describe("the bound of one step", () => {
  test("has the ridges of three cards", () => {
    for (const [device, ridge, peak, bandwidth] of [
      [a100, 153.016184, "312", "2.039"],
      [h100, 295.343284, "989.4", "3.35"],
      [h200, 206.125, "989.4", "4.8"],
    ] as const) {
      near(device.flops / device.bandwidth, ridge, 1e-8);
      expect([device.flops / 1e12, device.bandwidth / 1e12].map(String)).toEqual([peak, bandwidth]);
      everyLessonSays(`| ${peak} | ${bandwidth} | ${ridge.toFixed(1)} |`);
    }
    expect((h200.bandwidth / h100.bandwidth).toFixed(2)).toBe("1.43");
    everyLessonSays("1.43");
  });
  test("gives the brief's times", () => {
    const step = decode(mha7, a100, { context: 1024 });
    near(step.seconds, 0.006874384949485042);
    near(decode(mha7, a100, { context: 1024, weightBits: 4 }).seconds, 0.0019160720510053948);
    for (const weightBits of [16, 4])
      near(prefill(mha7, a100, { context: 2048, weightBits }).seconds, 0.09200817829415385);
    everyLessonSays(`| ${ms(step.compute, 3)} ms | ${ms(step.memory, 3)} ms |`, "0.045 ms", "6.874 ms");
    expect((1 / step.seconds).toFixed(1)).toBe("145.5");
    const prompt = prefill(mha7, a100, { context: 2048 });
    everyLessonSays("145.5", `| ${ms(prompt.compute, 1)} ms | ${ms(prompt.memory)} ms |`, "92.0 ms", "7.14 ms");
  });
  test("does one FLOP per byte with full multi-head attention", () => {
    for (const context of [0, 1, 1024, 32_768, 131_072]) {
      const { flops, bytes } = decode(mha7, a100, { context });
      expect(flops).toBe(bytes);
    }
    expect((100 / (a100.flops / a100.bandwidth)).toFixed(2)).toBe("0.65");
    everyLessonSays("0.65%");
    expect(((128_256 * 4096) / 1e9).toFixed(2)).toBe("0.53");
    expect(((100 * 128_256 * 4096) / gqa8.parameters).toFixed(1)).toBe("6.5");
    everyLessonSays("0.53", "8.03", "6.5%");
  });
  test("gains by weights of 4 bits what the answer says", () => {
    const [full, four] = [16, 4].map((weightBits) => decode(gqa8, a100, { context: 1024, weightBits }));
    expect(((full?.seconds ?? NaN) / (four?.seconds ?? NaN)).toFixed(1)).toBe("3.9");
    everyLessonSays("3.9", "126");
  });
  test("is joined by launches and by threads", () => {
    expect((320 * 5) / 1000).toBe(1.6);
    const step = decode(mha7, a100, { context: 1024 }).seconds;
    expect(ms(step / 8)).toBe("0.86");
    everyLessonSays("320", "5 µs", "1.6 ms", "0.86 ms");
    expect((8 * 4800e6 * 8) / 1e9).toBe(307.2);
    const reading = (threads: number) => (mha7.parameters * 2) / Math.min(threads * 20e9, 307.2e9);
    expect([ms(reading(1), 0), ms(reading(8), 1)]).toEqual(["674", "84.3"]);
    for (const threads of [16, 64]) expect(ms(reading(threads), 1)).toBe("43.9");
    expect((8 + 2) / Math.max(8, 2)).toBe(1.25);
    everyLessonSays("307.2 GB/s", "20 GB/s", "13.48 GB", "674 ms", "84.3 ms", "43.9 ms", "1.25");
  });
});

describe("quantisation", () => {
  const int8 = 624e12;
  const rows: Setting[] = [
    { weightBits: 4 },
    { weightBits: 8, linearFlops: int8 },
    { kvBits: 8 },
    { weightBits: 4, kvBits: 8 },
  ];
  test("gains by phase and context", () => {
    for (const row of rows) {
      const gains = [
        ...[1024, 32_768].map((context) =>
          ratio(decode(mha7, a100, { context }), decode(mha7, a100, { ...row, context })),
        ),
        ratio(prefill(mha7, a100, { context: 2048 }), prefill(mha7, a100, { ...row, context: 2048 })),
      ];
      everyLessonSays(`| ${gains.join(" | ")} |`);
    }
    near(decode(mha7, a100, { context: 1024 }).seconds / decode(mha7, a100, { context: 1024, weightBits: 4 }).seconds, 3.5877486683645);
    expect(((kvBytes(mha7) * 32_768) / 1e9).toFixed(1)).toBe("17.2");
    everyLessonSays("17.2 GB", "624");
  });
  test("turns the step of 256 users compute bound", () => {
    const both = (setting: Setting) => {
      const [one, many] = [1, 256].map((batch) => decode(gqa8, a100, { ...setting, batch, context: 512 }));
      return [one?.seconds, many?.memory, many?.compute, many?.seconds].map((seconds) => ms(seconds ?? NaN)).join(" | ");
    };
    const table = [{}, rows[0], rows[3], rows[1], { ...rows[1], kvBits: 8 }].map((setting) => both(setting ?? {}));
    everyLessonSays(...table.map((row) => `| ${row} |`));
    const at = (setting: Setting, batch: number) => decode(gqa8, a100, { ...setting, batch, context: 512 });
    expect(ratio(at({}, 1), at({ weightBits: 4 }, 1))).toBe("3.95");
    expect(ratio(at({}, 256), at({ weightBits: 4 }, 256))).toBe("1.22");
    const full = at({ weightBits: 8, kvBits: 8, linearFlops: int8 }, 256);
    expect([1 / at({}, 256).seconds, 1 / full.seconds].map((rate) => rate.toFixed(1))).toEqual(["61.3", "122.7"]);
    everyLessonSays("3.95", "1.22", "61.3", "122.7");
    const eight = at({ weightBits: 8, linearFlops: int8 }, 256);
    expect(eight.seconds).toBe(eight.memory);
    expect(((100 * (eight.bytes - gqa8.parameters)) / eight.bytes).toFixed(0)).toBe("68");
    everyLessonSays("68%");
    // tensor parallelism of the worked example: 4 cards, 64 all-reduces of 10 µs
    expect((at({}, 1).seconds / (at({}, 1).seconds / 4 + 64 * 10e-6)).toFixed(1)).toBe("3.0");
  });
});

describe("the KV cache", () => {
  test("saves the work of the prefix and keeps the output", () => {
    for (const [tokens, d, cached, recomputed] of [
      [4, 8, 928, 2240],
      [16, 8, 5248, 39_168],
      [64, 8, 45_568, 1_131_520],
      [64, 16, 115_712, 3_061_760],
    ] as const) {
      const run = attentionTwice(tokens, d);
      expect([run.cachedMacs, run.recomputedMacs]).toEqual([cached, recomputed]);
      expect(run.difference).toBeLessThan(1e-12);
    }
    everyLessonSays("45,568", "1,131,520");
  });
  test("shrinks with shared heads, the step less", () => {
    expect([kvBytes(mha7), kvBytes(gqa8)]).toEqual([524_288, 131_072]);
    const shared = { ...gqa8, kvHeads: 32 };
    const [full, grouped] = [shared, gqa8].map((model) => decode(model, a100, { batch: 16, context: 4096 }));
    expect([full, grouped].map((step) => ((step?.bytes ?? NaN) / 1e9).toFixed(1))).toEqual(["50.4", "24.6"]);
    expect(((full?.seconds ?? NaN) / (grouped?.seconds ?? NaN)).toFixed(2)).toBe("2.05");
    everyLessonSays("524,288", "131,072", "50.4", "24.6 GB", "2.05");
  });
  test("keeps large batches memory bound", () => {
    const limit = (model: typeof mha7) => {
      const { flops, bytes } = decode(model, a100, { batch: 1e12, context: 1024 });
      return flops / bytes;
    };
    near(limit(mha7), 26.10846, 1e-6);
    near(limit(gqa8), 123.65632, 1e-6);
    expect([0, 256, 512, 1024].map((context) => memoryBoundBatch(gqa8, a100, context))).toEqual([153, 222, 405, -1]);
    expect([16, 8, 4].map((bits) => memoryBoundBatch(mha7, a100, 0, bits))).toEqual([153, 76, 38]);
    expect(memoryBoundBatch(mha7, a100, 1024)).toBe(-1);
    everyLessonSays("26.1", "123.7", "153", "222", "405");
  });
});

describe("FlashAttention", () => {
  test("removes what the scores would move, and no FLOP", () => {
    const traffic = (n: number) => 4 * n ** 2 * 2 * mha7.layers * mha7.queryHeads;
    expect([2048, 8192].map((n) => (traffic(n) / 1e9).toFixed(1))).toEqual(["34.4", "549.8"]);
    expect(ms(traffic(2048) / a100.bandwidth, 1)).toBe("16.9");
    expect(Number(ms(traffic(8192) / a100.bandwidth, 0))).toBe(270);
    const arithmetic = prefill({ ...mha7, parameters: 0 }, a100, { context: 8192 }).compute;
    expect(ms(arithmetic, 0)).toBe("56");
    everyLessonSays("34.4 GB", "16.9 ms", "549.8 GB", "270 ms", "56 ms");
  });
});

describe("speculative decoding", () => {
  test("emits the target's law by the residual rule only", () => {
    expect(acceptance(target, draft)).toBeCloseTo(0.75, 12);
    for (const [i, value] of residual(target, draft).entries()) expect(value).toBeCloseTo([0.6, 0, 0.4, 0][i] ?? NaN, 12);
    for (const [i, value] of emittedLaw(target, draft, residual(target, draft)).entries())
      expect(value).toBeCloseTo(target[i] ?? NaN, 12);
    for (const [i, value] of emittedLaw(target, draft, target).entries())
      expect(value).toBeCloseTo([0.475, 0.375, 0.0875, 0.0625][i] ?? NaN, 12);
    everyLessonSays("$a = 0.75$", "(0.6, 0, 0.4, 0)", "(0.475, 0.375, 0.0875, 0.0625)");
  });
  test("is sampled as the brief counted", () => {
    expect([1, 2, 4, 8].map((g) => tokensPerPass(0.75, g))).toEqual([1.75, 2.3125, 3.05078125, 3.6996612548828125]);
    expect([1, 42].map((seed) => speculate(4, 20_000, seed).tokens)).toEqual([60_836, 60_801]);
    const [right, wrong] = [speculate(4, 20_000, 1), speculate(4, 20_000, 1, "wrong")];
    everyLessonSays("3.051", right.perPass.toFixed(3), "3.042");
    bothFiguresSay("law", ...[...right.frequencies, ...wrong.frequencies].map((share) => `>${share.toFixed(3)}<`));
    for (const [i, share] of right.frequencies.entries()) expect(share).toBeCloseTo(target[i] ?? NaN, 2);
  });
  test("loses its gain with the batch", () => {
    const expected = [2.800848, 2.787634, 1.780373, 1.12503, 0.775447, 0.644477];
    for (const [i, batch] of [1, 32, 64, 128, 256, 512].entries()) near(speculationGain(batch), expected[i] ?? NaN, 1e-5);
    const said = [1, 32, 64, 128, 256].map((batch) => speculationGain(batch).toFixed(2));
    everyLessonSays(`| ${said.join(" | ")} |`);
    bothFiguresSay("speculation", ...said.map((gain) => `>${gain}<`));
    let batch = 1;
    while (speculationGain(batch) >= 1) batch++;
    expect(batch).toBe(157);
    expect(lessons[1]).toContain("From 157 sequences");
    expect(lessons[0]).toContain("从 157 条序列起");
  });
  test("is drawn where it was computed", () => {
    for (const language of ["zh", "en"]) {
      const dots = [...read(`figures/speculation.${language}.svg`).matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)];
      expect(dots).toHaveLength(5);
      for (const [, x, y] of dots) {
        const batch = Math.round(2 ** ((Number(x) - 44) / 42));
        expect((200 - Number(y)) / 58).toBeCloseTo(speculationGain(batch), 3);
      }
    }
  });
  test("gains less with worse drafts", () => {
    const gain = (a: number, g: number) => (tokensPerPass(a, g) / (1 + 0.05 * g)).toFixed(2);
    expect([gain(0.8, 4), gain(0.5, 4), gain(0.5, 3)]).toEqual(["2.80", "1.61", "1.63"]);
    everyLessonSays("1.61", "1.63", "$c = 0.05$");
  });
});

describe("sharing", () => {
  test("a step raises the total and slows each stream", () => {
    for (const [batch, seconds, total] of [
      [1, 0.0079422353, 125.91],
      [8, 0.0084030122, 952.04],
      [32, 0.0099828187, 3205.51],
      [64, 0.0120892274, 5293.97],
      [256, 0.0247276794, 10352.77],
    ] as const) {
      const step = decode(gqa8, a100, { batch, context: 1024 }).seconds;
      near(step, seconds, 1e-6);
      near(batch / step, total, 1e-4);
      everyLessonSays(
        `| ${batch} | ${ms(step)} | ${batch === 256 ? "10,353" : Math.round(total)} | ${(1 / step).toFixed(1)} |`,
      );
      if (batch !== 8) bothFiguresSay("step", `>${ms(step)}<`);
    }
  });
  test("is drawn to scale", () => {
    for (const language of ["zh", "en"]) {
      const bars = [...read(`figures/step.${language}.svg`).matchAll(/width="([\d.]+)" height="18"/g)];
      const lengths = [1, 32, 64, 256].flatMap((batch) => [
        decode(gqa8, a100, {}).memory,
        (batch * 1024 * kvBytes(gqa8)) / a100.bandwidth,
      ]);
      expect(bars).toHaveLength(8);
      for (const [i, [, width]] of bars.entries())
        expect(Number(width)).toBeCloseTo(13_000 * (lengths[i] ?? NaN), 1);
    }
  });
  test("a model divides its bytes and adds all-reduces", () => {
    const whole = decode(gqa8, a100, { context: 1024 }).seconds;
    const shared = (cards: number, reduce: number) => whole / cards + 2 * gqa8.layers * reduce;
    expect(ms(2 * gqa8.layers * 10e-6)).toBe("0.64");
    expect([ms(shared(4, 10e-6)), ms(shared(8, 10e-6)), ms(shared(8, 50e-6))]).toEqual(["2.63", "1.63", "4.19"]);
    expect([4, 8].map((cards) => (whole / shared(cards, 10e-6)).toFixed(2))).toEqual(["3.02", "4.86"]);
    everyLessonSays("10 µs", "50 µs", "0.64 ms", "2.63 ms", "1.63 ms", "4.19 ms", "3.02", "4.86");
    const four = decode(gqa8, a100, { context: 1024, weightBits: 4 }).seconds;
    expect([ms(four), ms(four / 4 + 64e-5), ms(four / 8 + 64e-5)]).toEqual(["2.03", "1.15", "0.89"]);
    expect(((four / 4 + 64e-5) / (four / 8 + 64e-5)).toFixed(2)).toBe("1.28");
    everyLessonSays("2.03 ms", "1.15 ms", "0.89 ms", "1.28");
  });
  test("two pools moves the KV", () => {
    const bytes = 2048 * kvBytes(gqa8);
    expect([(bytes / 1e6).toFixed(0), ms(bytes / 50e9, 1)]).toEqual(["268", "5.4"]);
    everyLessonSays("268 MB", "5.4 ms", "50 GB/s");
  });
});
