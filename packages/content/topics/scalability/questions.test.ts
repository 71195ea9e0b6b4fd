import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { asynchronous, goodput, waste } from "./simulations";

const { question, draws, everyKey, correctIds, wrongSpans, whyOf } = topicUnderTest(import.meta.url);

describe("laws and batches", () => {
  test("add serial and parallel time", () => {
    const all = draws("scale-amdahl");
    expect(all.length).toBe(20);
    // the serial share that a measured speed-up reveals (Karp and Flatt)
    for (const [{ s = NaN, n = NaN }, key] of all) expect((1 / key - 1 / n) / (1 - 1 / n)).toBeCloseTo(s / 100, 9);
    expect([(1 / (0.05 + 0.95 / 1024)).toFixed(1), (0.05 + 0.95 * 1024).toFixed(2)]).toEqual(["19.6", "972.85"]);
    bothSay(question("scale-weak-or-strong").solution, "19.6", "972.85");
  });
  test("hide an all-reduce behind backward", () => {
    everyKey("scale-tokens-to-hide", ({ f = NaN, b = NaN }) => {
      const parameters = 7e9;
      const communication = (2 * 2 * parameters) / (b * 1e9);
      const backwardPerToken = (4 * parameters) / (f * 1e12);
      return communication / backwardPerToken;
    });
  });
  test("take steps and tokens by the critical batch", () => {
    everyKey("scale-steps-at-batch", ({ c = NaN, s = NaN, b = NaN }) => {
      const tokens = c * s * (1 + b / c);
      return tokens / b;
    });
    // on the curve (S/S_min − 1)(E/E_min − 1) = 1, from the steps at both batches
    everyKey("scale-tokens-to-target", ({ k = NaN }) => {
      const tokens = (steps: number) => 1 + 1 / (steps - 1);
      return tokens(1 + 1 / k) / tokens(1 + 1);
    });
    bothSay(question("scale-batch-cloze").solution, "= 5$", "= 1.25$");
    bothSay(question("scale-explain-critical").solution, "1.25", "5");
  });
});

describe("layouts and failures", () => {
  test("add up what a rank holds, tensor by tensor", () => {
    everyKey("scale-layout-memory", ({ n = NaN, t = NaN, p = NaN, d = NaN }) => {
      const parameters = n / t / p;
      const [weights, gradients] = [2 * parameters, 2 * parameters];
      const [master, momentum, variance] = [0, 1, 2].map(() => (4 * parameters) / d);
      return [weights, gradients, master, momentum, variance].reduce<number>((sum, part = NaN) => sum + part, 0);
    });
  });
  test("cannot send every gradient between sites", () => {
    const seconds = (2 * (2 - 1)) / 2 * (140 / 1.25);
    expect([seconds, seconds / 8, 500 * 8, Math.round((8 * 2) / 3)]).toEqual([112, 14, 4000, 5]);
    bothSay(question("scale-slow-sites").solution, "112", "14");
    bothSay(whyOf("scale-slow-sites", "local"), "112", "4000");
    bothSay(whyOf("scale-slow-sites", "overlap"), "112", "5 s");
  });
  test("leave fewer micro-batches to more pipelines", () => {
    everyKey("scale-bubble-grown", ({ q = NaN, p = NaN, d = NaN }) => {
      const micro = q / (4 * d);
      const slots = micro + p - 1;
      return (100 * (slots - micro)) / slots;
    });
    expect([(700 / 135).toFixed(1), (700 / 39).toFixed(1)]).toEqual(["5.2", "17.9"]);
    bothSay(question("scale-diagnose-drop").interaction.modelAnswer, "5.2%", "17.9%", "38%");
  });
  test("find the least waste by search", () => {
    everyKey(
      "scale-young-interval",
      ({ h = NaN, d = NaN }) => {
        let [low, high] = [1, h * 3600];
        for (let i = 0; i < 200; i++) {
          const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
          if (waste(a, d, h * 3600) < waste(b, d, h * 3600)) high = b;
          else low = a;
        }
        return low;
      },
      4,
    );
    everyKey("scale-waste-when-grown", ({ h = NaN, d = NaN }) => {
      const mtbf = (h * 3600) / 4;
      return 100 * waste(Math.sqrt(2 * d * mtbf), d, mtbf);
    });
    const mtbf = (54 * 86_400) / 419;
    const shares = [200, 1156].map((interval) => `${(100 * goodput(interval, mtbf).goodput).toFixed(1)}%`);
    bothSay(whyOf("scale-failure-claims", "often"), ...shares);
    const least = [60, 5].map((write) => `${(100 * Math.sqrt((2 * write) / mtbf)).toFixed(1)}%`);
    bothSay(whyOf("scale-failure-claims", "root"), ...least);
    expect(Math.SQRT2.toFixed(2)).toBe("1.41");
  });
  test("have the keys that the lesson teaches", () => {
    expect(correctIds("scale-data-parallel-claims")).toEqual(["full", "traffic", "batch"]);
    expect(correctIds("scale-split-claims")).toEqual(["gathers", "node", "idle"]);
    expect((2 * 1 + 1) / 2).toBe(1.5); // two all-gathers and a reduce-scatter against one of each
    expect(correctIds("scale-failure-claims")).toEqual(["scale", "root", "spares"]);
    expect(wrongSpans("scale-plan-review")).toEqual(["half", "fit", "async"]);
  });
});

test("stale gradients are stable below the key and not above", () => {
  const all = draws("scale-stable-rate");
  expect(all.length).toBe(15);
  for (const [{ n = NaN, c = NaN }, key] of all) {
    const times = Array.from({ length: n }, () => 1);
    const far = (share: number) => asynchronous(times, share * key * c, 6000).distance;
    expect([far(0.98) < 0.5, far(1.02) > 2], JSON.stringify({ n, c })).toEqual([true, true]);
  }
  expect(asynchronous([1, 1, 1, 4], 0.1, 130).now).toBe(40);
  bothSay(question("scale-async-slow-worker").solution, "130", "12");
});
