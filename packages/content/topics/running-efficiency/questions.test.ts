import { evaluateFormula } from "@tidao/grading";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { bf16, fp16, lostGradients, roundTo, runningSums } from "./simulations";

const { question, draws, everyKey, correctIds, wrongSpans, whyOf, met, authorMeetsAll } = topicUnderTest(import.meta.url);
const peak = 989.4e12;

describe("roofline and MFU", () => {
  test("share out the bytes of a product over its multiply-adds", () => {
    // a weight serves m rows, an input w columns, and a result gathers w products; a product is 2 FLOPs, a number 2 bytes
    everyKey("eff-gemm-intensity", ({ m = NaN, w = NaN }) => 2 / (2 / m + 2 / w + 2 / w));
  });
  test("give an MFU of a fifth to three fifths from a step", () => {
    everyKey("eff-mfu-from-step", ({ n = NaN, b = NaN, t = NaN }) => {
      const secondsAtPeak = (2 + 4) * n * ((1e9 * b * 4096) / peak);
      return (100 * secondsAtPeak) / t;
    });
    for (const [, key] of draws("eff-mfu-from-step")) expect(key > 18 && key < 60).toBe(true);
  });
  test("bind decoding by bytes", () => {
    const memory = (2 * (2 * 4096 + 4096 ** 2)) / 3.35e12;
    const compute = (2 * 4096 ** 2) / peak;
    expect([(memory * 1e6).toFixed(1), (compute * 1e6).toFixed(2)]).toEqual(["10.0", "0.03"]);
    bothSay(question("eff-decode-faster").solution, "10.0 µs", "0.03 µs");
    expect(correctIds("eff-decode-faster")).toEqual(["bytes"]);
    bothSay(question("eff-roofline-cloze").solution, "989.4/3.35 = 295");
    expect(Math.round(989.4 / 3.35)).toBe(295);
  });
  test("translate HFU into MFU", () => {
    expect((44 * 6) / 8).toBe(33);
    bothSay(question("eff-hfu-rose").solution, "33\\%");
  });
  test("save less in the products than in the small kernels", () => {
    expect(50 * (1 - 0.7)).toBeCloseTo(15, 9);
    expect((30 * 2) / 3).toBe(20);
    bothSay(question("eff-small-kernels").solution, "15\\%", "20%");
  });
});

describe("precision", () => {
  test("keeps 14 bytes per parameter and the gradient", () => {
    everyKey("eff-state-bytes", ({ p = NaN, g = NaN }) => [2, g, 4, 4, 4].reduce((sum, bytes) => sum + bytes * p, 0));
    expect([16 * 7, (2 + 2 + 4 + 4 + 4) * 7]).toEqual([112, 112]);
    bothSay(question("eff-proposal").solution, "112");
  });
  test("spaces numbers as rounding finds them", () => {
    everyKey("eff-format-spacing", ({ p = NaN, k = NaN }) => {
      const format = p === 8 ? bf16 : fp16;
      const from = 2 ** k;
      // the next number up is the first that does not round back
      let step = from;
      while (roundTo(format, from + step / 2) === from + step / 2) step /= 2;
      return step;
    });
  });
  test("rounds 1.003 to 1 in BF16 only", () => {
    expect([roundTo(bf16, 1.003), roundTo(fp16, 1.003).toFixed(4)]).toEqual([1, "1.0029"]);
    expect(correctIds("eff-one-plus")).toEqual(["one"]);
    expect((2 ** -8).toFixed(4)).toBe("0.0039");
    bothSay(question("eff-one-plus").solution, "0.0078125", "0.0039");
  });
  test("finds the scale that makes the least gradient normal", () => {
    const { answer } = question("eff-loss-scale").interaction;
    let power = 0;
    while (2 ** -27 * 2 ** power < 2 ** -14) power++;
    expect(evaluateFormula(answer, {})).toBe(power);
    expect(2 ** (-10 + power)).toBe(8);
    bothSay(question("eff-loss-scale").solution, "s \\ge 13", "= 8");
  });
  test("loses and keeps what the texts say", () => {
    expect([lostGradients(fp16, 1).zero, lostGradients(fp16, 2 ** 15).zero]).toEqual([0.435, 0]);
    bothSay(question("eff-vanishing-gradients").solution, "43.5%");
    expect([fp16, bf16].map((format) => runningSums(format, 4096, 0.01).at(-1))).toEqual([32, 4]);
    bothSay(whyOf("eff-mixed-claims", "accumulate"), "4.0");
    expect([2 ** -8, 2 ** -7].map((step) => step.toFixed(3))).toEqual(["0.004", "0.008"]);
    bothSay(whyOf("eff-mixed-claims", "master"), "0.004", "0.008");
    bothSay(question("eff-explain-precision").interaction.modelAnswer, "0.0078", "40.96", "65504");
    expect(correctIds("eff-mixed-claims")).toEqual(["activations", "master", "accumulate"]);
  });
});

describe("parallelism", () => {
  test("adds a ring's time to the step", () => {
    everyKey("eff-step-efficiency", ({ p = NaN, m = NaN, b = NaN, c = NaN }) => {
      let sent = 0;
      for (let step = 0; step < 2 * (p - 1); step++) sent += m / p;
      return (100 * c) / (c + sent / b);
    });
  });
  test("needs as many micro-batches as trying finds", () => {
    everyKey("eff-batches-for-bubble", ({ p = NaN, x = NaN }) => {
      let m = 1;
      while ((p - 1) * 100 > x * (m + p - 1)) m++;
      return m;
    });
  });
  test("idles as the four cards do", () => {
    const idle = (m: number, p = 4) => (p - 1) / (m + p - 1);
    expect([idle(1), (100 * idle(8)).toFixed(1), (4 * (1 - idle(8))).toFixed(1)]).toEqual([0.75, "27.3", "2.9"]);
    expect(1 - idle(1, 8)).toBe(0.125);
    bothSay(question("eff-four-cards").solution, "27.3\\%", "2.9");
    bothSay(whyOf("eff-four-cards", "micro"), "8/11 = 72.7%");
  });
  test("sends an eighth more from 8 devices to 64", () => {
    const [eight, many] = [(2 * 7) / 8, (2 * 63) / 64];
    expect([eight.toFixed(2), many.toFixed(2), (100 * (many / eight - 1)).toFixed(1)]).toEqual(["1.75", "1.97", "12.5"]);
    bothSay(whyOf("eff-dp-claims", "traffic"), "1.75", "1.97", "12.5%");
    expect(correctIds("eff-dp-claims")).toEqual(["batch", "straggler"]);
    expect(wrongSpans("eff-proposal")).toEqual(["state", "layers", "accumulate"]);
  });
});

describe("traffic and experts", () => {
  test("divide the elements of one way by those of the other", () => {
    everyKey("eff-attention-traffic", ({ n = NaN, d = NaN, b = NaN }) => {
      const whole = 4 * n * d + 4 * n * n;
      const blocks = n / b;
      const tiled = 2 * n * d + blocks * 2 * n * d;
      return whole / tiled;
    });
    expect(correctIds("eff-flash-claims")).toEqual(["exact", "memory", "backward"]);
  });
  test("count a multiply-add of each active parameter", () => {
    everyKey("eff-moe-flops", ({ l = NaN, k = NaN, x = NaN }) => {
      let flops = 0;
      for (let layer = 0; layer < l; layer++) flops += k * x * 1e6 * 2;
      return flops / 1e9;
    });
  });
});

describe("answers in words", () => {
  test("of the author say every key point", () => {
    authorMeetsAll("eff-explain-precision");
    authorMeetsAll("eff-diagnose-mfu");
  });
  test("earn nothing for scaling the loss in BF16", () => {
    expect(met("eff-explain-precision", "BF16 has little range and underflows, so BF16 needs loss scaling.")).toEqual([]);
    expect(met("eff-explain-precision", "BF16 范围小，会下溢，所以 BF16 也要损失缩放。")).toEqual([]);
  });
});
