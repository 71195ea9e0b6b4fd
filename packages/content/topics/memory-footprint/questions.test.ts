import { evaluateFormula } from "@tidao/grading";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";

const { question, everyKey, correctIds, wrongSpans, statesInBoth } = topicUnderTest(import.meta.url);
const GB = 1e9;
const [KiB, MiB, GiB] = [2 ** 10, 2 ** 20, 2 ** 30];

type Values = Record<string, number>;
/** Every combination of a question's lists, for questions whose rules name derived values. */
function combinations(id: string): Values[] {
  let all: Values[] = [{}];
  for (const [name, { from }] of Object.entries(question(id).variant.parameters))
    all = all.flatMap((values) => from.map((value) => ({ ...values, [name]: value })));
  return all;
}
const keyOf = (id: string, values: Values) => evaluateFormula(question(id).interaction.answer, values);

/** What a card keeps of each parameter under mixed-precision Adam: bytes, and the ZeRO stage that shards it. */
const kept = [
  { name: "weight", bytes: 2, shardedFrom: 3 },
  { name: "gradient", bytes: 2, shardedFrom: 2 },
  { name: "master weight", bytes: 4, shardedFrom: 1 },
  { name: "first moment", bytes: 4, shardedFrom: 1 },
  { name: "second moment", bytes: 4, shardedFrom: 1 },
];
/** GB on one card for so many billions of parameters. */
function stateOf(billions: number, stage = 0, cards = 1): number {
  let sum = 0;
  for (const { bytes, shardedFrom } of kept)
    sum += stage >= shardedFrom ? (bytes * billions) / cards : bytes * billions;
  return sum;
}

describe("model state", () => {
  test("added entry by entry", () => {
    everyKey("mem-adam-state", ({ p = NaN }) => stateOf(p));
    everyKey("mem-zero-two", ({ p = NaN, n = NaN }) => stateOf(p, 2, n));
    everyKey("mem-largest-trainable", ({ c = NaN, r = NaN }) => {
      let [low, high] = [0, 1000];
      for (let i = 0; i < 60; i++) {
        const billions = (low + high) / 2;
        if (stateOf(billions) + r <= c) low = billions;
        else high = billions;
      }
      return low;
    });
    everyKey("mem-qlora-ledger", ({ p = NaN, m = NaN }) => {
      const bits = p * GB * 4 + p * GB * 0.127;
      return bits / 8 / GB + stateOf(m / 1000);
    });
  });
  test("of the memo, the colleague and the configurations", () => {
    expect(wrongSpans("mem-capacity-memo")).toEqual(["train", "cache", "empty"]);
    expect(stateOf(8)).toBe(128);
    bothSay(question("mem-capacity-memo").solution, "= 128$ GB", "16 GB");
    expect(correctIds("mem-why-not-fourteen")).toEqual(["state"]);
    expect([stateOf(7), 7 * (2 + 2), 7 * 12, 7 * (4 + 4 + 8)]).toEqual([112, 28, 84, 112]);
    statesInBoth("mem-why-not-fourteen", "112 GB", "28 GB", "84 GB", "56 GB");
    expect([1, 2, 3].map((stage) => stateOf(13, stage, 8))).toEqual([71.5, 48.75, 26]);
    expect(correctIds("mem-lowest-zero-stage")).toEqual(["stage-two"]);
    expect(8 * 80).toBe(640);
    expect(stateOf(13)).toBe(208);
    statesInBoth("mem-lowest-zero-stage", "71.5", "48.75", "73.75", "96.5", "640 GB", "208 GB");
    expect(correctIds("mem-model-state-cuts")).toEqual(["zero-one", "eight-bit-adam", "lora"]);
    expect([stateOf(1, 1, 4), 2 + 2 + 4 + 1 + 1]).toEqual([7, 10]);
    bothSay(question("mem-model-state-cuts").solution, "16 → 7", "16 → 10", "16 → 2");
    expect(correctIds("mem-four-cards-one-matrix")).toEqual(["shard"]);
    expect([60 / 4, 4 * 24, 80 / 4]).toEqual([15, 96, 20]);
    statesInBoth("mem-four-cards-one-matrix", "15", "96 GB");
    expect(wrongSpans("mem-pooled-claim")).toEqual(["pool", "fit", "fragmentation"]);
    statesInBoth("mem-pooled-claim", "20 GB");
  });
  test("offloaded, sent down and up", () => {
    everyKey("mem-offload-seconds", ({ p = NaN, w = NaN }) => {
      let seconds = 0;
      for (const _direction of ["gradients down", "weights up"]) seconds += (p * GB * 2) / (w * GB);
      return seconds;
    });
  });
});

describe("activations", () => {
  test("live with segments, counted while the backward pass runs", () => {
    for (const { k = NaN, m = NaN } of combinations("mem-checkpoint-live")) {
      // segments are rebuilt from the last; an input is dropped when its segment is done
      let peak = 0;
      for (let stored = k; stored > 0; stored--) for (let rebuilt = 1; rebuilt <= m; rebuilt++)
        peak = Math.max(peak, stored + rebuilt);
      expect(keyOf("mem-checkpoint-live", { k, m, layers: k * m })).toBeCloseTo(peak, 9);
    }
  });
  test("saved by recomputing the core: scores and softmax in 16 bits, and a byte of dropout mask", () => {
    for (const { layers = NaN, a = NaN, s = NaN, b = NaN } of combinations("mem-selective-saving")) {
      const perScore = [2, 2, 1].reduce((sum, bytes) => sum + bytes, 0);
      let saved = 0;
      for (let layer = 0; layer < layers; layer++) saved += perScore * b * a * s * s;
      expect(keyOf("mem-selective-saving", { layers, a, s, b, h: 128 * a })).toBeCloseTo(saved / GiB, 9);
    }
  });
  test("are not what serving lacks", () => {
    expect(correctIds("mem-checkpointing-at-serving")).toEqual(["nothing"]);
    expect(32 / 8).toBe(4);
  });
});

describe("the KV cache", () => {
  /** Bytes of keys and values, added layer by layer. */
  function cached(layers: number, heads: number, tokens: number): number {
    let bytes = 0;
    for (let layer = 0; layer < layers; layer++)
      for (const _of of ["keys", "values"]) bytes += heads * 128 * 2 * tokens;
    return bytes;
  }
  test("of a batch", () => {
    for (const { layers = NaN, kv = NaN, q = NaN, n = NaN, r = NaN } of combinations("mem-kv-batch"))
      expect(keyOf("mem-kv-batch", { layers, kv, q, n, r })).toBeCloseTo((r * cached(layers, kv, n)) / GiB, 9);
    expect(((2 * 128 * 128) / (512 + 64)).toFixed(1)).toBe("56.9");
    bothSay(question("mem-latent-factor").solution, "56.9", "32{,}768", "69{,}120");
    expect(correctIds("mem-kv-per-sequence")).toEqual(["gqa", "mla", "eight-bit", "window"]);
  });
  test("admits sessions one by one until the next does not fit", () => {
    let compared = 0;
    for (const { c = NaN, p = NaN, t = NaN, n = NaN } of combinations("mem-concurrency")) {
      const [session, left] = [t * KiB * n, (0.9 * c - 2 * p) * GB];
      const x = left / session;
      if (x < 40 || x > 800 || Math.abs(x - Math.round(x)) < 0.02) continue;
      let [sessions, used] = [0, 0];
      while (used + session <= left) [sessions, used] = [sessions + 1, used + session];
      expect(keyOf("mem-concurrency", { c, p, t, n }), `${String(c)} ${String(p)} ${String(t)} ${String(n)}`).toBe(sessions);
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });
  test("in pages, with one token in each last page", () => {
    everyKey("mem-page-waste", ({ b = NaN, s = NaN, t = NaN }) => {
      // of all lengths up to four pages, the one that leaves most empty
      const waste = Array.from({ length: 4 * b }, (_, i) => Math.ceil((i + 1) / b) * b - (i + 1));
      return (s * Math.max(...waste) * t * KiB) / MiB;
    });
  });
});

describe("allocators and caches", () => {
  test("have these keys", () => {
    expect(correctIds("mem-hole-too-small")).toEqual(["fails"]);
    expect(correctIds("mem-empty-cache-call")).toEqual(["driver"]);
    expect(62 - 40).toBe(22);
    statesInBoth("mem-empty-cache-call", "22 GB");
    expect(correctIds("mem-reserved-but-unallocated")).toEqual(["contiguous", "fixed-shapes", "expandable"]);
    expect(correctIds("mem-prefix-cache-effect")).toEqual(["more-memory"]);
  });
});
