import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  a100,
  acceptance,
  decode,
  type Device,
  emittedLaw,
  gqa8,
  kvBytes,
  mha7,
  type Model,
  prefill,
  speculationGain,
  tokensPerPass,
} from "./simulations";

const { question, draws, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(
  import.meta.url,
);
const card = (flops: number, bandwidth: number): Device => ({ flops: flops * 1e12, bandwidth: bandwidth * 1e12 });
const ms = (seconds: number, digits = 2) => (1000 * seconds).toFixed(digits);
const eight: Model = { ...gqa8, parameters: 8e9 };

describe("one step", () => {
  test("is bound by bytes in every draw", () => {
    everyKey("inf-decode-step-bound", ({ p = NaN, b = NaN, s = NaN, w = NaN }) => {
      const step = decode({ ...gqa8, parameters: p * 1e9 }, card(500, w), { batch: b, context: s });
      expect(step.seconds).toBe(step.memory);
      expect(step.flops).toBeLessThanOrEqual(b * (2 * p + 5) * 1e9);
      return 1000 * step.seconds;
    });
    expect(kvBytes(gqa8)).toBe(131_072);
  });
  test("leaves most of the peak idle", () => {
    everyKey("inf-peak-share", ({ k = NaN, b = NaN, f = NaN, w = NaN }) => {
      const step = decode(eight, card(f, w), { batch: b, weightBits: k });
      return (100 * step.compute) / step.seconds;
    });
    bothSay(question("inf-phases-cloze").solution, "$312/2.039 = 153$");
    expect(Math.round(312 / 2.039)).toBe(153);
    bothSay(whyOf("inf-phases-cloze", "intensity"), "2 FLOPs");
    expect(decode(eight, a100).flops / decode(eight, a100).bytes).toBe(1);
  });
  test("ranks three cards by phase", () => {
    const cards = { x: card(2000, 3), y: card(1000, 4), z: card(500, 5) };
    const decoding = Object.values(cards).map((device) => decode(eight, device).seconds);
    const prompts = Object.values(cards).map((device) => prefill(eight, device, { context: 8000 }).seconds);
    expect(decoding.indexOf(Math.min(...decoding))).toBe(2);
    expect(prompts.indexOf(Math.min(...prompts))).toBe(0);
    expect(decoding.map((t) => ms(t))).toEqual(["5.33", "4.00", "3.20"]);
    const linear = Object.values(cards).map(({ flops }) => ms((2 * 8e9 * 8000) / flops, 0));
    expect(linear).toEqual(["64", "128", "256"]);
    expect(2 * 8e9 * 8000).toBe(1.28e14);
    expect(ms(16e9 / 500e12, 3)).toBe("0.032");
    bothSay(question("inf-three-cards").solution, "5.33", "3.2 ms", "64", "128", "256", "1.28\\times10^{14}", "0.032");
    bothSay(whyOf("inf-three-cards", "z-x"), "3.2 ms", "128 TFLOP", "64 ms");
    bothSay(whyOf("inf-three-cards", "x-both"), "5.33 ms");
    expect(correctIds("inf-three-cards")).toEqual(["z-x"]);
  });
  test("counts four times the pairs for twice the prompt", () => {
    const pairs = (n: number) => range(n).reduce((total, i) => total + i + 1, 0);
    expect((pairs(16_384) / pairs(8192)).toFixed(2)).toBe("4.00");
    expect(correctIds("inf-double-prompt")).toEqual(["square"]);
  });
  test("stops gaining by threads at the bandwidth", () => {
    expect([(13.1 * 13.5).toFixed(0), ((100 * 13.1 * 13.5) / 185).toFixed(0)]).toEqual(["177", "96"]);
    bothSay(whyOf("inf-cpu-threads", "bits"), "177", "185");
    bothSay(question("inf-cpu-threads").solution, "177", "96%");
    expect(correctIds("inf-cpu-threads")).toEqual(["bits"]);
  });
});

describe("quantisation", () => {
  test("of weights gains by what else is read", () => {
    everyKey("inf-int4-at-length", ({ b = NaN, s = NaN }) => {
      const [full, four] = [16, 4].map((weightBits) => decode(mha7, a100, { batch: b, context: s, weightBits }).bytes);
      return (full ?? NaN) / (four ?? NaN);
    });
    expect([(6.74 * 2).toFixed(2), (6.74 / 2).toFixed(2), (6.74 * 1.5).toFixed(2)]).toEqual(["13.48", "3.37", "10.11"]);
    expect(kvBytes(mha7)).toBe(524_288);
  });
  test("leaves prefill in the sum", () => {
    everyKey("inf-whole-answer-gain", ({ f = NaN, n = NaN, t = NaN, k = NaN }) => {
      let [before, after] = [f, f];
      for (let step = 0; step < n; step++) {
        before += t;
        after += t / k;
      }
      return before / after;
    });
  });
  test("of KV gains most at long contexts", () => {
    const device = card(989, 4.8);
    const setting = { batch: 4, context: 131_072 };
    const changes = { int4: { weightBits: 4 }, kv8: { kvBits: 8 }, w8a8: { weightBits: 8 } };
    const plain = decode(gqa8, device, setting);
    const gains = Object.entries(changes).map(([id, change]) => {
      const step = decode(gqa8, device, { ...setting, ...change });
      return [id, (step.bytes / 1e9).toFixed(1), (plain.seconds / step.seconds).toFixed(2)];
    });
    expect(gains).toEqual([
      ["int4", "72.7", "1.17"],
      ["kv8", "50.4", "1.68"],
      ["w8a8", "76.7", "1.10"],
    ]);
    for (const [id = "", bytes = "", gain = ""] of gains) {
      bothSay(whyOf("inf-long-context-lever", id), gain);
      bothSay(question("inf-long-context-lever").solution, `${bytes} GB`);
    }
    expect([(plain.bytes / 1e9).toFixed(1), ((plain.bytes - 16.06e9) / 1e9).toFixed(1)]).toEqual(["84.8", "68.7"]);
    bothSay(question("inf-long-context-lever").solution, "84.8 GB", "68.7 GB");
    expect(ms(plain.memory, 1)).toBe("17.7");
    expect(plain.compute).toBeLessThan(0.4e-3);
    bothSay(whyOf("inf-long-context-lever", "flops"), "17.7 ms", "0.4 ms");
    expect(correctIds("inf-long-context-lever")).toEqual(["kv8"]);
    expect(plain.bytes).toBeLessThan(141e9);
  });
  test("hits the arithmetic at batch 256", () => {
    const at = (batch: number, weightBits: number, kvBits = 16, linearFlops = a100.flops) =>
      decode(gqa8, a100, { batch, context: 512, weightBits, kvBits, linearFlops });
    const [full, four, int8, both] = [at(256, 16), at(256, 4), at(256, 8, 16, 624e12), at(256, 8, 8, 624e12)];
    expect([full, four].map((step) => [ms(step.memory, 1), ms(step.compute, 1)])).toEqual([
      ["16.3", "13.4"],
      ["10.4", "13.4"],
    ]);
    const gains = [
      at(1, 16).seconds / at(1, 4).seconds,
      full.seconds / four.seconds,
      full.seconds / both.seconds,
      four.seconds / at(256, 4, 8).seconds,
    ];
    expect(gains.map((gain) => gain.toFixed(2))).toEqual(["3.95", "1.22", "2.00", "1.00"]);
    expect([ms(int8.memory, 1), ms(int8.compute, 1), ms(both.seconds)]).toEqual(["12.4", "6.8", "8.15"]);
    expect([(256 * 512 * kvBytes(gqa8)) / 1e9, 2 * 8.03].map((gb) => gb.toFixed(1))).toEqual(["17.2", "16.1"]);
    const { interaction, stem, solution } = question("inf-explain-batch-256");
    bothSay(stem, "16.3 ms", "13.4 ms", "10.4 ms");
    bothSay(interaction.modelAnswer, "3.95", "1.22", "17.2 GB", "16.1 GB", "16.3 ms", "13.4 ms", "10.4 ms");
    bothSay(interaction.modelAnswer, "6.8 ms", "12.4 ms", "8.15 ms");
    bothSay(solution, "3.95", "1.22", "8.15");
  });
  test("is told apart from what shortens prefill", () => {
    expect(correctIds("inf-first-token")).toEqual(["fp8", "tensor", "smaller"]);
    expect(wrongSpans("inf-plan-review")).toEqual(["card", "w4", "flash", "batch"]);
  });
});

describe("KV and heads", () => {
  test("outgrow the weights at some context", () => {
    everyKey("inf-equal-context", ({ p = NaN, l = NaN, h = NaN, b = NaN }) => {
      const model = { ...gqa8, parameters: p * 1e9, layers: l, kvHeads: h };
      let [low, high] = [0, 1e7];
      for (let i = 0; i < 80; i++) {
        const middle = (low + high) / 2;
        const { bytes } = decode(model, a100, { batch: b, context: middle });
        if (bytes - p * 2e9 < p * 2e9) low = middle;
        else high = middle;
      }
      return low;
    });
  });
  test("shorten the step less than the cache", () => {
    everyKey("inf-gqa-step-gain", ({ h = NaN, b = NaN, s = NaN }) => {
      const [full, grouped] = [32, h].map(
        (kvHeads) => decode({ ...eight, kvHeads }, card(989, 4.8), { batch: b, context: s }).seconds,
      );
      return (full ?? NaN) / (grouped ?? NaN);
    });
    for (const [{ h = NaN }, key] of draws("inf-gqa-step-gain")) expect(key).toBeLessThan(32 / h);
  });
  test("lie on two cards each when sixteen share eight", () => {
    const heads = range(16).map(
      (rank) => new Set([2 * rank, 2 * rank + 1].map((query) => Math.floor(query / (32 / 8)))),
    );
    expect(heads.every((used) => used.size === 1)).toBe(true);
    for (const head of range(8)) expect(heads.filter((used) => used.has(head))).toHaveLength(2);
    expect(correctIds("inf-kv-over-sixteen")).toEqual(["eighth"]);
    bothSay(question("inf-kv-over-sixteen").solution, "$32/8 = 4$");
  });
});

describe("speculation", () => {
  /** Each number of accepted drafts with its probability. */
  const expectedTokens = (a: number, g: number) => {
    let [total, reached] = [0, 1];
    for (let accepted = 0; accepted < g; accepted++) {
      total += reached * (1 - a) * (accepted + 1);
      reached *= a;
    }
    return total + reached * (g + 1);
  };
  test("gains what the outcomes add up to", () => {
    everyKey("inf-speculation-gain", ({ a = NaN, g = NaN, c = NaN }) => {
      let time = 1;
      for (let draft = 0; draft < g; draft++) time += c;
      return expectedTokens(a, g) / time;
    });
  });
  test("accepts the overlap of two laws", () => {
    everyKey("inf-tokens-from-laws", ({ x = NaN, y = NaN, u = NaN, v = NaN, g = NaN }) => {
      const [p, q] = [
        [x, y, 100 - x - y],
        [u, v, 100 - u - v],
      ].map((law) => law.map((share) => share / 100));
      for (const law of [p, q]) for (const share of law ?? []) expect(share).toBeGreaterThan(0);
      const a = (q ?? []).reduce((sum, share, i) => sum + share * Math.min(1, (p?.[i] ?? NaN) / share), 0);
      return expectedTokens(a, g);
    });
  });
  test("with the wrong rule emits another law", () => {
    everyKey("inf-wrong-resample", ({ x = NaN, u = NaN, a = NaN }) => {
      // A law of each model with this acceptance.
      const p = [x, 100 - x, 0].map((share) => share / 100);
      const q = [u, a - u, 100 - a].map((share) => share / 100);
      expect(q.every((share) => share >= 0)).toBe(true);
      expect(acceptance(p, q)).toBeCloseTo(a / 100, 12);
      return 100 * (emittedLaw(p, q, p)[0] ?? NaN);
    });
    expect(wrongSpans("inf-speculation-notes")).toEqual(["resample", "approx", "later"]);
    expect(correctIds("inf-drafter-worse")).toEqual(["slower"]);
    expect(correctIds("inf-same-law")).toEqual(["cache", "speculative", "flash", "paged"]);
  });
  test("loses at batch 256 by verification", () => {
    const setting = { batch: 256, context: 512 };
    const [plain, verify] = [1, 5].map((queries) => decode(gqa8, a100, { ...setting, queries }));
    const drafter = { ...gqa8, parameters: 0.05 * gqa8.parameters, layers: 2 };
    const drafts = 4 * decode(drafter, a100, setting).seconds;
    expect([plain, verify].map((step) => ms(step?.seconds ?? NaN, 1))).toEqual(["16.3", "67.0"]);
    expect(ms(drafts, 1)).toBe("3.7");
    const tokens = tokensPerPass(0.8, 4);
    expect(tokens.toFixed(2)).toBe("3.36");
    const round = (verify?.seconds ?? NaN) + drafts;
    expect([ms(round, 1), ms(round / tokens, 1), ms(plain?.compute ?? NaN, 1)]).toEqual(["70.7", "21.0", "13.4"]);
    expect((67 / 3.36).toFixed(1)).toBe("19.9");
    bothSay(question("inf-speculation-loses").stem, "16.3 ms", "67.0 ms", "3.7 ms", "3.36", "2.8");
    bothSay(question("inf-speculation-loses").solution, "70.7", "3.36", "21.0 ms", "13.4 ms", "67.0 ms");
    expect(correctIds("inf-speculation-loses")).toEqual(["compute"]);
    expect([1, 256].map((batch) => speculationGain(batch).toFixed(2))).toEqual(["2.80", "0.78"]);
    bothSay(question("inf-explain-speculation").interaction.modelAnswer, "2.80", "0.78");
    bothSay(question("inf-explain-speculation").solution, "2.80", "0.78");
    expect(question("inf-speculative-round").interaction.items.map(({ id }) => id)).toEqual([
      "draft",
      "score",
      "test",
      "sample",
      "append",
    ]);
  });
});

describe("sharing", () => {
  test("adds an all-reduce after each half of a layer", () => {
    everyKey("inf-tensor-parallel-step", ({ t = NaN, g = NaN, l = NaN, r = NaN }) => {
      let microseconds = (1000 * t) / g;
      for (let layer = 0; layer < l; layer++) microseconds += r + r;
      return microseconds / 1000;
    });
    expect(correctIds("inf-one-stream-four-cards")).toEqual(["tensor"]);
  });
  test("gives each user one token per step", () => {
    everyKey("inf-user-rate", ({ w = NaN, b = NaN, s = NaN }) => {
      const step = decode(eight, card(312, w), { batch: b, context: s });
      expect(step.seconds).toBe(step.memory);
      return 1 / step.seconds;
    });
  });
  test("raises the total by 5.6 from batch 8 to 64", () => {
    const [few, many] = [8, 64].map((batch) => decode(gqa8, a100, { batch, context: 1024 }).seconds);
    expect([few, many].map((seconds) => ms(seconds ?? NaN))).toEqual(["8.40", "12.09"]);
    const [before, after] = [8 / 8.4, 64 / 12.09];
    expect([before.toFixed(3), after.toFixed(3), (after / before).toFixed(2)]).toEqual(["0.952", "5.294", "5.56"]);
    expect([(100 * (1 - 8.4 / 12.09)).toFixed(1), (100 * (12.09 / 8.4 - 1)).toFixed(0)]).toEqual(["30.5", "44"]);
    expect([1000 / 8.4, 1000 / 12.09].map((rate) => rate.toFixed(1))).toEqual(["119.0", "82.7"]);
    bothSay(whyOf("inf-batch-up", "total"), "5.56", "30.5%");
    bothSay(whyOf("inf-batch-up", "both-fall"), "44%");
    bothSay(question("inf-batch-up").solution, "0.952", "5.294", "119.0", "82.7");
    expect(correctIds("inf-batch-up")).toEqual(["total"]);
  });
  test("at batch 256 is bound by KV bytes", () => {
    const at = (batch: number, change = {}) => decode(gqa8, a100, { batch, context: 1024, ...change });
    const [one, many, int4, kv8] = [at(1), at(256), at(256, { weightBits: 4 }), at(256, { kvBits: 8 })];
    expect([ms(one.seconds), ms(many.memory), ms(many.compute)]).toEqual(["7.94", "24.73", "13.62"]);
    expect((256 * one.seconds) / many.seconds).toBeCloseTo(82.2, 1);
    expect(((256 * 7.94) / 24.73).toFixed(1)).toBe("82.2");
    expect((many.seconds / one.seconds).toFixed(1)).toBe("3.1");
    const kv = 256 * 1024 * kvBytes(gqa8);
    expect([(kv / 1e9).toFixed(2), (many.bytes / 1e9).toFixed(2), ((100 * kv) / many.bytes).toFixed(1)]).toEqual([
      "34.36",
      "50.42",
      "68.1",
    ]);
    expect([ms(int4.seconds, 1), (many.seconds / int4.seconds).toFixed(2)]).toEqual(["18.8", "1.31"]);
    expect([(kv8.bytes / 1e9).toFixed(2), ms(kv8.seconds), (many.seconds / kv8.seconds).toFixed(2)]).toEqual([
      "33.24",
      "16.30",
      "1.52",
    ]);
    expect((100 * (1 - kv8.seconds / many.seconds)).toFixed(0)).toBe("34");
    statesInBoth("inf-batch-256-claims", "82.2", "3.1", "34.36", "50.42", "68.1%", "18.8 ms", "1.31", "33.24", "16.30");
    statesInBoth("inf-batch-256-claims", "34%", "1.52", "24.73", "13.62", "7.94");
    expect(correctIds("inf-batch-256-claims")).toEqual(["total", "share", "kv8"]);
  });
});

describe("short answers", () => {
  test.each(["inf-explain-batch-256", "inf-explain-speculation"])(
    "of the author meet all points, stems none: %s",
    authorMeetsAll,
  );
  test.each([
    [
      "inf-explain-batch-256",
      "INT4 should make everything four times faster, so there is a bug. Buy a GPU with more FLOP/s.",
    ],
    ["inf-explain-batch-256", "INT4 应该什么都快四倍，批量 256 没快就是内核有问题；批量再大一点，每个用户会更快。"],
    ["inf-explain-batch-256", "Use W4A16 with 8-bit KV and a batch of 8."],
    ["inf-explain-batch-256", "改用 W4A16，再加 8 位 KV，把批量降到 8。"],
    ["inf-explain-batch-256", "Switching to W8A8 would not help, W4A16 is right already."],
    ["inf-explain-batch-256", "I would not use W8A8; it brings nothing here."],
    ["inf-explain-batch-256", "没有必要改用 W8A8，换个内核就行。"],
    [
      "inf-explain-speculation",
      "It approximates the target; a worse drafter makes worse answers. Large batches gain most.",
    ],
    ["inf-explain-speculation", "它是近似，草稿越差输出越偏；被拒后从 p 重新采样；批量越大收益越大。"],
  ])("that hold a misconception meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test.each([
    [
      "inf-explain-batch-256",
      "At batch 1 weights dominate the bytes. At 256 weight reads are amortized and KV grows with the batch. The step becomes compute bound. Quantise the activations too and add 8-bit KV, then check with a kernel profile.",
    ],
    [
      "inf-explain-batch-256",
      "At batch 1 weights dominate the bytes; at 256 KV grows with the batch and products stay in 16 bits. I would try W8A8 with 8-bit KV and watch task accuracy.",
    ],
    [
      "inf-explain-batch-256",
      "批量 1 主要在读权重；批量 256 权重只读一遍，瓶颈换成了算力。应该把激活也量化成 8 位，再量化 KV，最后做精度回归。",
    ],
    [
      "inf-explain-speculation",
      "Accept with min(1,p/q), else draw from the residual distribution. The drafter only affects speed. Checking five positions is almost free when few users are there, but compute bound at high load.",
    ],
    [
      "inf-explain-speculation",
      "按 min(1,p/q) 接受，拒绝后用残差分布，草稿只影响速度。小批量时受带宽限制，验证几乎免费；大批量时受算力限制。",
    ],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(5);
  });
});

test("products in INT4 and the wrong bound earn nothing", () => {
  expect(met("inf-explain-batch-256", "W4A16 用 INT4 相乘。")).toEqual([]);
  expect(met("inf-explain-speculation", "大批量受访存限制，或者说受带宽限制。")).toEqual([]);
  expect(met("inf-explain-speculation", "Large batches are memory bound.")).toEqual([]);
  expect(met("inf-explain-speculation", "Small batches are memory bound.")).toEqual(["small-batch"]);
});
