import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { classicalSigma, exactSigma, gaussianDelta, leakedInputs, rdpEpsilon } from "./simulations";

const { question, draws, everyKey, correctIds, wrongSpans, whyOf } = topicUnderTest(import.meta.url);
const delta = 1e-5;

describe("mechanisms", () => {
  test("integrate the Laplace density", () => {
    everyKey(
      "priv-laplace-scale",
      ({ s = NaN, e1 = NaN, t = NaN }) => {
        const scale = s / e1;
        const step = 1e-3;
        let sum = 0;
        for (let x = t + step / 2; x < t + 40 * scale; x += step) sum += (Math.exp(-x / scale) / (2 * scale)) * step;
        return 200 * sum;
      },
      4,
    );
  });
  test("invert randomised response", () => {
    const all = draws("priv-randomised-response");
    expect(all.length).toBe(16);
    for (const [{ p = NaN, y = NaN }, key] of all) {
      expect((p * key + (1 - p) * (100 - key)) / 100).toBeCloseTo(y / 100, 9);
      expect(key > 0 && key < 50).toBe(true);
    }
  });
  test("scale Gaussian noise", () => {
    // the noise whose bound 1.25 exp(−(σε/s)²/2) on δ meets the target, found by bisection
    everyKey("priv-classical-sigma", ({ s = NaN, e1 = NaN, k = NaN }) => {
      let [low, high] = [1e-3, 1e3];
      for (let i = 0; i < 100; i++) {
        const middle = (low + high) / 2;
        if (1.25 * Math.exp(-(((middle * e1) / s) ** 2) / 2) > 10 ** -k) low = middle;
        else high = middle;
      }
      return high;
    });
    // where the formula is proved it is on the safe side
    for (const [{ s = NaN, e1 = NaN, k = NaN }, key] of draws("priv-classical-sigma"))
      expect(key / s).toBeGreaterThan(exactSigma(e1, 10 ** -k));
  });
  test("fall short at 10 and 20", () => {
    expect([classicalSigma(10, delta), exactSigma(10, delta)].map((sigma) => sigma.toFixed(3))).toEqual(["0.484", "0.500"]);
    expect((gaussianDelta(10, classicalSigma(10, delta)) / delta).toFixed(1)).toBe("2.3");
    bothSay(question("priv-sigma-at-ten").solution, "0.500", "0.484", "2.3\\times10^{-5}");
    expect([classicalSigma(20, delta), exactSigma(20, delta)].map((sigma) => sigma.toFixed(3))).toEqual(["0.242", "0.290"]);
    bothSay(whyOf("priv-epsilon-claims", "formula"), "0.242", "0.290");
  });
});

describe("DP-SGD", () => {
  test("adds noise to the sum before it divides", () => {
    // the same noise in as many independent shares as the lot has examples: variances add up
    everyKey("priv-clipped-sum", ({ b = NaN, c = NaN, s = NaN }) => {
      let variance = 0;
      for (let share = 0; share < b; share++) variance += (s * c) ** 2 / b / (b * b);
      return Math.sqrt(variance);
    });
  });
  test("is two lots tighter than clipping the mean", () => {
    everyKey("priv-sensitivity-ratio", ({ b = NaN, c = NaN }) => {
      // one coordinate; the others agree on c, the one pulls the other way as hard as needed
      const clipped = (mean: number) => Math.max(-c, Math.min(c, mean));
      const by = clipped(c) - clipped((c * (b - 1) - 1e9) / b);
      return by / (c / b);
    });
  });
  test("composes as the texts say", () => {
    const [short, long] = [1000, 4000].map((steps) => rdpEpsilon(0.01, 1, steps, delta).epsilon.toFixed(2));
    expect([short, long]).toEqual(["2.54", "4.64"]);
    bothSay(question("priv-twice-as-long").stem, "q = 0.01", "\\sigma = 1", "10^{-5}", "2.54");
    bothSay(whyOf("priv-twice-as-long", "sublinear"), "4.64");
    expect([(4 * 2.54).toFixed(1), (2.54 / 4).toFixed(2), (4.636578 / 2.538348).toFixed(2)]).toEqual(["10.2", "0.64", "1.83"]);
    expect(wrongSpans("priv-report-review")).toEqual(["local", "clip", "steps"]);
    bothSay(question("priv-hospital-plan").interaction.modelAnswer, "2.54");
  });
});

describe("updates and audits", () => {
  test("divide gradients into the input", () => {
    const all = draws("priv-input-from-gradient");
    expect(all.length).toBe(27);
    for (const [{ d = NaN, x = NaN, y = NaN }, key] of all)
      expect(leakedInputs([{ x: [x, y], delta: [d] }])[0]?.[0]).toBeCloseTo(key, 9);
    expect(correctIds("priv-gradient-server")).toEqual(["input", "label", "batch"]);
    expect(correctIds("priv-limits-of-measures")).toEqual(["dedupe", "shards", "enclave"]);
    expect(correctIds("priv-epsilon-claims")).toEqual(["unit", "post", "individual"]);
  });
  test("cancel masks", () => {
    const all = draws("priv-mask-sum");
    expect(all.length).toBe(27);
    const modulo = (value: number) => ((value % 1000) + 1000) % 1000;
    for (const [{ a = NaN, b = NaN, c = NaN }, key] of all) {
      const received = [a + 417 + 902, b - 417 + 638, c - 902 - 638].map(modulo);
      expect(modulo(received.reduce((sum, value) => sum + value, 0))).toBe(key);
    }
  });
  test("count the bits that a rank gives away", () => {
    everyKey("priv-canary-exposure", ({ n = NaN, r = NaN }) => Math.log2(10 ** n / r));
  });
  test("bound the hit rate by the definition", () => {
    // the worst mechanism: it tells all with probability δ and answers by randomised response otherwise
    everyKey("priv-hit-rate-bound", ({ e1 = NaN, f = NaN }) => {
      const truth = 1 / (1 + Math.exp(-e1));
      const called = f / 100 / ((1 - delta) * (1 - truth)); // share of its yes that the test believes
      expect(called).toBeLessThanOrEqual(1);
      return 100 * (delta + (1 - delta) * truth * called);
    });
    for (const [, key] of draws("priv-hit-rate-bound")) expect(key).toBeLessThan(50);
  });
});
