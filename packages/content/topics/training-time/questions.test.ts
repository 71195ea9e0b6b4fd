import { evaluateFormula } from "@tidao/grading";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { firstFitDecreasing, loaderTimeline, secondsPerStep } from "./simulations";

const { question, draws, everyKey, correctIds, wrongSpans, whyOf, met, authorMeetsAll } = topicUnderTest(import.meta.url);

const peak = 989.4e12;
const day = 86_400;

describe("the budget", () => {
  test("gives days by doing each second's tokens", () => {
    everyKey("time-days-to-train", ({ n = NaN, t = NaN, g = NaN, u = NaN }) => {
      const tokensPerSecond = (g * peak * u) / 100 / (6 * n * 1e9);
      return (t * 1e12) / tokensPerSecond / day;
    });
    for (const [values, key] of draws("time-days-to-train"))
      expect(key > 3 && key < 240, JSON.stringify(values)).toBe(true);
  });
  test("gives an MFU of a quarter to a half from throughput", () => {
    everyKey("time-mfu-from-throughput", ({ n = NaN, g = NaN, v = NaN }) => {
      // seconds for a million tokens: as they are, and as they would be at the peak with nothing done twice
      const [took, ideal] = [1e6 / (v * g), (1e6 * 6 * n * 1e9) / (g * peak)];
      return (100 * ideal) / took;
    });
    for (const [, key] of draws("time-mfu-from-throughput")) expect(key > 24 && key < 51).toBe(true);
  });
  test("counts attention pair by pair", () => {
    everyKey("time-attention-share", ({ l = NaN, d = NaN, s = NaN }) => {
      const forward = l * (2 * s * d + 2 * s * d);
      return (100 * 3 * forward) / (6 * l * 12 * d ** 2);
    });
  });
  test("is split so that 6ND is spent", () => {
    everyKey("time-optimal-size", ({ a = NaN, r = NaN }) => {
      let [low, high] = [1e6, 1e15];
      for (let i = 0; i < 200; i++) {
        const middle = (low + high) / 2;
        if (6 * middle * r * middle < a * 1e23) low = middle;
        else high = middle;
      }
      return low / 1e9;
    });
  });
  test("reviews an estimate", () => {
    const work = 6 * 7e9 * 140e9;
    expect(work).toBeCloseTo(5.88e21, -15);
    const days = work / (8 * 312e12) / day;
    expect([days.toFixed(1), (days / 0.45).toFixed(1)]).toEqual(["27.3", "60.6"]);
    bothSay(whyOf("time-estimate-review", "peak"), "27.3", "60.6");
    expect((100 * ((12 * 32 * 4096 * 2048) / (6 * 7e9))).toFixed(1)).toBe("7.7");
    bothSay(whyOf("time-estimate-review", "attention"), "7.7%");
    expect(140e9 / 7e9).toBe(20);
    expect(wrongSpans("time-estimate-review")).toEqual([
      "peak",
      "recompute",
      "padding",
    ]);
    bothSay(question("time-estimate-review").solution, "5.88\\times10^{21}", "2.36\\times10^6", "27.3", "60.6");
    expect((work / (8 * 312e12) / 1e6).toFixed(2)).toBe("2.36");
  });
  test("plans about 780 cards", () => {
    const work = 6 * 8e9 * 15e12;
    const cards = (mfu: number, goodput: number) => work / (peak * mfu * goodput * 30 * day);
    expect([Math.round(cards(0.4, 0.9)), Math.round(cards(0.35, 0.85))]).toEqual([780, 944]);
    bothSay(question("time-plan-eight").interaction.modelAnswer, "780", "944");
    bothSay(question("time-plan-eight").solution, "780", "944", "7.2\\times10^{23}");
    expect((6 * 8.03e9 * 15e12) / 1e23).toBeCloseTo(7.227, 6);
    expect(Math.round(15e12 / 8e9 / 100)).toBe(19);
    const best = Math.sqrt((6 * 8.03e9 * 15e12) / 120);
    expect([(best / 1e9).toFixed(1), ((20 * best) / 1e12).toFixed(2), (best / 8.03e9).toFixed(1)]).toEqual(["77.6", "1.55", "9.7"]);
    bothSay(question("time-more-tokens").solution, "77.6 B", "1.55 T", "9.7");
  });
});

describe("the input", () => {
  test("needs the workers with which a simulated device stops waiting", () => {
    everyKey("time-workers-needed", ({ l = NaN, t = NaN }) => {
      for (let workers = 1; ; workers++) {
        const run = loaderTimeline(Array.from({ length: 60 }, () => l), t, workers, 2 * workers);
        const waits = run.start.slice(40).map((start, i) => start - (run.end[39 + i] ?? NaN));
        if (Math.max(...waits) < 1e-9) return workers;
      }
    });
  });
  test("of four workers at 500 ms is too slow and of five breaks even", () => {
    const step = (workers: number) =>
      secondsPerStep(loaderTimeline(Array.from({ length: 400 }, () => 0.5), 0.1, workers, 32));
    expect(step(4)).toBeCloseTo(0.125, 2);
    expect(step(5)).toBeCloseTo(0.1, 9);
    bothSay(question("time-slow-average").solution, "500/4 = 125", "500/5 = 100");
    bothSay(whyOf("time-slow-average", "fewer"), "250 ms");
    // busy 80% of the time at best: a fifth of waiting from the average, more with jitter
    expect(0.1 / step(4)).toBeLessThan(0.81);
  });
  test("is 33.6 MB/s for the cluster", () => {
    const perSecond = (1024 * peak * 0.4) / (6 * 8.03e9);
    expect([(perSecond / 1e6).toFixed(1), ((4 * perSecond) / 1e6).toFixed(1)]).toEqual(["8.4", "33.6"]);
    bothSay(question("time-preprocess-claims").solution, "33.6 MB/s");
  });
});

describe("packing", () => {
  test("multiplies useful tokens by what a row holds more", () => {
    everyKey("time-packing-gain", ({ a = NaN, s = NaN, u = NaN }) => {
      // a set of 1200 documents: cells before and after
      const [before, after] = [1200 * s, (1200 * a * 100) / u];
      return before / after;
    });
    expect((1 / 0.3).toFixed(1)).toBe("3.3");
    bothSay(question("time-explain-packing").solution, "3.3");
  });
  test("takes four rows where three would do", () => {
    const lengths = [6, 5, 5, 4, 4, 3, 3, 3, 3];
    const rows = firstFitDecreasing(lengths, 12).map((held) => held.map((i) => lengths[i]));
    expect(rows).toEqual([[6, 5], [5, 4, 3], [4, 3, 3], [3]]);
    expect(evaluateFormula(question("time-first-fit-rows").interaction.answer, {})).toBe(rows.length);
    expect([6 + 3 + 3, 5 + 4 + 3, 5 + 4 + 3]).toEqual([12, 12, 12]);
    expect(((11 / 9) * 3 + 6 / 9).toFixed(2)).toBe("4.33");
    bothSay(question("time-first-fit-rows").solution, "4.33");
  });
});

describe("what is lost and what is not", () => {
  test("counts interruptions one by one", () => {
    everyKey("time-lost-to-interruptions", ({ d = NaN, k = NaN, r = NaN, c = NaN }) => {
      let minutes = 0;
      // spread evenly over an interval, each in the middle of its share
      for (let i = 0; i < k; i++) minutes += r + (c * (i + 0.5)) / k;
      return (100 * minutes) / (d * 24 * 60);
    });
    for (const [, key] of draws("time-lost-to-interruptions")) expect(key).toBeLessThan(35);
  });
  test("adds a forward pass for the layers that are recomputed", () => {
    everyKey("time-recompute-days", ({ x = NaN, f = NaN }) => {
      const [forward, backward] = [x / 3, (2 * x) / 3];
      return forward + backward + (forward * f) / 100;
    });
  });
  test("leaves the sequences of an update and the idle share of a lone micro-batch as the texts say", () => {
    expect([4 * 8, 8 * 4]).toEqual([32, 32]);
    expect((4 - 1) / (1 + 4 - 1)).toBe(3 / 4);
    bothSay(question("time-layers-without-batches").solution, "3/4", "25%");
    expect(100 - 22).toBe(78);
    bothSay(whyOf("time-busy-meter", "at-peak"), "78%");
    expect(6 / 8).toBe(1 - 1 / 4);
  });
  test("keys are what the lesson teaches", () => {
    expect(correctIds("time-mfu-claims")).toEqual(["model-only", "compare", "long"]);
    expect(correctIds("time-what-shortens")).toEqual(["fuse", "pack", "selective"]);
    expect(correctIds("time-preprocess-claims")).toEqual(["once", "resume", "fixed"]);
    expect(correctIds("time-depart-from-optimum")).toEqual(["serving", "own-fit", "device"]);
  });
});

describe("answers in words", () => {
  test("of the author say every key point", () => {
    authorMeetsAll("time-explain-packing");
    authorMeetsAll("time-plan-eight");
  });
  test("earn nothing for a causal mask alone, or for fewer tokens", () => {
    const mask = "With a plain causal mask the documents cannot see each other, so no other mask is needed.";
    expect(met("time-explain-packing", mask)).toEqual([]);
    expect(met("time-explain-packing", "普通的因果掩码就够了，文档之间互相看不见。")).toEqual([]);
    expect(met("time-plan-eight", "By the scaling law 15 T is too many; cut it to 160 B tokens.")).toEqual([]);
    expect(met("time-plan-eight", "按缩放律 15T 太多，减到 160B 就能按时完成。")).toEqual([]);
  });
});
