import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { balance, continuousBatching, staticBatching } from "./simulations";

const { question, draws, everyKey, correctIds, wrongSpans, whyOf } = topicUnderTest(import.meta.url);

describe("batching and concurrency", () => {
  test("fit sequences one by one", () => {
    everyKey("serve-concurrency", ({ m = NaN, w = NaN, l = NaN, t = NaN }) => {
      const bytes = 2 * l * 8 * 128 * 2 * t;
      let count = 0;
      for (let left = (900 * m - 1000 * w) * 1e6; left >= bytes; left -= bytes) count++;
      return count;
    });
    for (const [, key] of draws("serve-concurrency")) expect(key).toBeGreaterThan(5);
  });
  test("use the slots of a group as a simulation does", () => {
    everyKey("serve-static-utilisation", ({ a = NaN, b = NaN, c = NaN, d = NaN }) => {
      const lengths = [a, b, c, d];
      expect(continuousBatching([...lengths, ...lengths], 4).utilisation).toBeGreaterThan(
        staticBatching([...lengths, ...lengths], 4).utilisation,
      );
      return 100 * staticBatching(lengths, 4).utilisation;
    });
  });
  test("hold what Little's law says", () => {
    everyKey("serve-cards-by-little", ({ r = NaN, s = NaN, n = NaN }) => {
      let cards = 0;
      while (cards * n < r * s) cards++;
      return cards;
    });
    expect(20 * 6).toBe(120);
    bothSay(question("serve-terms-cloze").solution, "120");
  });
});

describe("caches and routing", () => {
  test("save the prefill of hits", () => {
    everyKey("serve-prefix-saved", ({ r = NaN, c = NaN, p = NaN }) => {
      const [without, withCache] = [100 * p, r * (p - c) + (100 - r) * p];
      return 100 * (1 - withCache / without);
    });
    expect(correctIds("serve-cache-claims")).toEqual(["exact", "last", "tenants"]);
    expect(correctIds("serve-load-signals")).toEqual(["tokens", "blocks", "hit"]);
    expect(wrongSpans("serve-design-review")).toEqual(["prompt", "route", "scale"]);
  });
  test("cut the tail as the simulation does", () => {
    const tails = (["random", "round-robin", "two choices"] as const).map((policy) => balance(policy).p99.toFixed(1));
    bothSay(whyOf("serve-tail-policy", "two"), ...tails);
  });
});

describe("bursts, priorities and pools", () => {
  test("drain what has built up", () => {
    everyKey("serve-drain-time", ({ a = NaN, c = NaN, t = NaN, d = NaN }) => {
      const backlog = a * t - c * t;
      return backlog / (d - a);
    });
  });
  test("make the low class wait for what the high one saves", () => {
    everyKey("serve-second-class-wait", ({ s = NaN, a = NaN, b = NaN }) => {
      // conservation: the weighted wait is that of first come, first served
      const residual = ((a + b) * s * s) / 2;
      const [all, high] = [residual / (1 - (a + b) * s), residual / (1 - a * s)];
      return ((a + b) * all - a * high) / b;
    });
    const residual = 0.45;
    expect([residual / 0.8, residual / (0.8 * 0.1)].map((wait) => wait.toFixed(4))).toEqual(["0.5625", "5.6250"]);
    expect(correctIds("serve-priority-claims")).toEqual(["high", "low", "ageing"]);
  });
  test("balance the seconds of two pools", () => {
    everyKey("serve-pool-ratio", ({ n = NaN, p = NaN, f = NaN, o = NaN, k = NaN, b = NaN }) => {
      // requests per second that one card of each kind gets through
      const [prefilled, decoded] = [(f * 1e12) / (2 * n * 1e9 * p), (b * 1000) / (o * k)];
      return decoded / prefilled;
    });
  });
  test("send keys and values of every layer", () => {
    everyKey("serve-kv-transfer", ({ l = NaN, t = NaN, g = NaN }) => {
      let bytes = 0;
      for (let layer = 0; layer < l; layer++) bytes += 2 * (8 * 128 * t * 2);
      return bytes / (g * 1e6);
    });
    const bytes = 2000 * 131_072;
    expect([(bytes / 1e6).toFixed(0), ((bytes / 50e9) * 1e3).toFixed(1)]).toEqual(["262", "5.2"]);
    bothSay(question("serve-explain-split").interaction.modelAnswer, "262 MB", "5.2 ms");
  });
});
