import { range, sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { bench, effectiveShare, firstRound, labelShift, type Matrix, type Point } from "./simulations";

const { question, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(
  import.meta.url,
);

describe("which shift it is", () => {
  test("is told by what stayed", () => {
    const precision = (share: number) => (share * 0.8) / (share * 0.8 + (1 - share) * 0.1);
    expect([precision(0.2), precision(0.45)].map((p) => (100 * p).toFixed(1))).toEqual(["66.7", "86.7"]);
    bothSay(question("dom-two-checks").stem, "20%", "45%", "80%", "10%", "66.7%", "86.7%");
    bothSay(question("dom-two-checks").solution, "0.45\\cdot0.8", "0.55\\cdot0.1", precision(0.45).toFixed(3));
    bothSay(whyOf("dom-two-checks", "concept"), "86.7%");
    expect(correctIds("dom-two-checks")).toEqual(["label"]);
    expect(correctIds("dom-spam-share")).toEqual(["shares"]);
    expect(correctIds("dom-same-text")).toEqual(["label"]);
    bothSay(question("dom-same-text").stem, "49%", "91%", "62%", "35%");
    expect(correctIds("dom-reversed-direction")).toEqual(["source"]);
    expect(correctIds("dom-need-target-labels")).toEqual(["fine-tune", "rule", "measure"]);
    expect(question("dom-shift-remedy").interaction.pairs.map(({ right }) => right.en)).toEqual([
      "Importance weighting",
      "BBSE",
      "CORAL",
      "New target labels",
      "Continued pre-training",
    ]);
  });
});

describe("weights", () => {
  test("turn source errors into target errors", () =>
    everyKey("dom-weighted-error", ({ a = NaN, b = NaN, s = NaN, t = NaN }) => {
      // 100 source examples, each with its weight
      const weights = range(100).map((i) => (i < s ? t / s : (100 - t) / (100 - s)));
      return sum(weights.map((w, i) => w * (i < s ? a : b))) / sum(weights);
    }));
  test("of two Gaussians have the effective size of an integral", () =>
    everyKey(
      "dom-effective-sample",
      ({ n = NaN, d = NaN }) => {
        const step = 0.002;
        const points = range(12_000).map((i) => -12 + i * step);
        const density = (x: number) => (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * step;
        const ratio = (x: number) => Math.exp(-((x - d) ** 2) / 2 + x ** 2 / 2);
        const first = sum(points.map((x) => density(x) * ratio(x)));
        const second = sum(points.map((x) => density(x) * ratio(x) ** 2));
        return (n * first ** 2) / second;
      },
      4,
    ));
  test("of two groups have the effective size of their examples", () =>
    everyKey("dom-group-weights", ({ n = NaN, a = NaN, b = NaN }) => {
      const weights = range(100).map((i) => (i < a ? b / a : (100 - b) / (100 - a)));
      return n * effectiveShare(weights);
    }));
  test("do not depend on their scale", () => {
    const weights = [0.2, 0.9, 1.4, 3];
    expect(effectiveShare(weights.map((w) => 2 * w))).toBeCloseTo(effectiveShare(weights), 12);
    expect(correctIds("dom-weighting-conditions")).toEqual(["conditions", "scale", "variance"]);
    expect(correctIds("dom-disjoint-support")).toEqual(["none"]);
    bothSay(question("dom-disjoint-support").stem, "0.2%");
  });
  test("only add variance to a correct model", () => {
    expect(correctIds("dom-well-specified")).toEqual(["variance"]);
    // variance of a slope that is linear in the answers, ordinary and weighted
    const x = range(41).map((i) => -2 + i / 10);
    const variance = (w: number[]) => {
      const centre = sum(x.map((v, i) => v * (w[i] ?? NaN))) / sum(w);
      const spread = sum(x.map((v, i) => (w[i] ?? NaN) * (v - centre) ** 2));
      return sum(x.map((v, i) => (((w[i] ?? NaN) * (v - centre)) / spread) ** 2));
    };
    expect(variance(x.map((v) => Math.exp(v)))).toBeGreaterThan(variance(x.map(() => 1)));
  });
});

describe("alignment", () => {
  test("moves a point as two standardised values agree", () =>
    everyKey("dom-coral-point", ({ a = NaN, v = NaN, b = NaN, u = NaN, x = NaN }) => {
      const deviations = (x - a) / Math.sqrt(v);
      let [low, high] = [-1000, 1000];
      for (let i = 0; i < 80; i++) {
        const middle = (low + high) / 2;
        if ((middle - b) / Math.sqrt(u) < deviations) low = middle;
        else high = middle;
      }
      return low;
    }));
  test("moves a class centre by the moments of the mixtures, summed up", () =>
    everyKey(
      "dom-coral-prior",
      ({ m = NaN, t = NaN }) => {
        const moments = (share: number) => {
          const step = 0.01;
          const points = range(2400).map((i) => -12 + (i + 0.5) * step);
          const mass = points.map(
            (x) =>
              (step * (share * Math.exp(-((x - m) ** 2) / 2) + (1 - share) * Math.exp(-((x + m) ** 2) / 2))) /
              Math.sqrt(2 * Math.PI),
          );
          const mean = sum(points.map((x, i) => x * (mass[i] ?? NaN)));
          return { mean, spread: Math.sqrt(sum(points.map((x, i) => (x - mean) ** 2 * (mass[i] ?? NaN)))) };
        };
        const [from, to] = [moments(0.5), moments(t / 100)];
        return to.mean + ((-m - from.mean) / from.spread) * to.spread;
      },
      4,
    ));
  test("cannot beat the difference of the shares", () =>
    everyKey("dom-invariance-floor", ({ s = NaN, t = NaN, r = NaN }) => {
      // all shares of predictions, in tenths of a per cent, that the source error allows
      const allowed = range(1001).filter((q) => Math.abs(q / 10 - s) <= r + 1e-9);
      return Math.min(...allowed.map((q) => Math.abs(q / 10 - t)));
    }));
  test("has the stated claims", () => {
    expect(correctIds("dom-alignment-claims")).toEqual(["swap", "wide", "labels"]);
    const prior = bench("prior");
    bothSay(whyOf("dom-alignment-claims", "harmless"), prior.source.toFixed(4), prior.coral.toFixed(4));
    const rotated = bench("rotation60");
    expect(rotated.coral).toBeLessThan(rotated.source);
    bothSay(whyOf("dom-alignment-claims", "rotation"), "60°");
    expect(wrongSpans("dom-coral-report")).toEqual(["align", "proxy", "weights"]);
    bothSay(question("dom-coral-report").interaction.passage, "50%", "300");
    bothSay(whyOf("dom-coral-report", "check"), "300");
    expect(question("dom-alignment-cloze").interaction.blanks.map(({ accept }) => accept.en[0])).toEqual([
      "identity",
      "-λ",
      "whitening",
      "class shares",
    ]);
  });
});

describe("label shift", () => {
  test("gives back the share that makes the predictions", () =>
    everyKey("dom-bbse-share", ({ r = NaN, f = NaN, q = NaN }) => {
      const solved = labelShift(
        [
          [(100 - f) / 200, (100 - r) / 200],
          [f / 200, r / 200],
        ] as Matrix,
        [1 - q / 100, q / 100] as Point,
      );
      return 100 * (solved.prior[1] ?? NaN);
    }));
  test("moves a posterior as Bayes' rule does", () =>
    everyKey("dom-adjusted-posterior", ({ p = NaN, s = NaN, t = NaN }) => {
      // the likelihood ratio that the source model must have seen
      const ratio = p / (1 - p) / (s / (100 - s));
      const odds = (ratio * t) / (100 - t);
      return odds / (1 + odds);
    }));
  test("cannot be solved with a constant classifier", () => {
    expect(correctIds("dom-singular-confusion")).toEqual(["singular"]);
    const [a, b, c, d] = [0.5, 0.5, 0, 0];
    expect(a * d - b * c).toBe(0);
    expect(correctIds("dom-bbse-claims")).toEqual(["calibration", "negative", "heldout"]);
  });
});

describe("what can be known", () => {
  test("is twice one minus twice the error", () =>
    everyKey("dom-proxy-count", ({ n = NaN, m = NaN }) => {
      // right less wrong, per point, doubled
      const marks = range(n).map((i) => (i < m ? -1 : 1));
      return (2 * sum(marks)) / n;
    }));
  test("is little from a linear domain classifier", () => {
    expect(correctIds("dom-linear-proxy")).toEqual(["linear"]);
    const { distance, source } = bench("rotation120");
    bothSay(whyOf("dom-linear-proxy", "success"), "120°", distance.toFixed(2), source.toFixed(4));
  });
  test("is checked before self-training", () => {
    const [loose, strict] = [firstRound("rotation120"), firstRound("rotation120", 0.99)];
    const percent = (value: number) => `${(100 * value).toFixed(1)}%`;
    bothSay(question("dom-confident-wrong").stem, percent(loose.kept), percent(loose.right));
    bothSay(question("dom-confident-wrong").stem, percent(strict.kept), percent(strict.right));
    const { source, selfTarget } = bench("rotation120");
    bothSay(whyOf("dom-confident-wrong", "stop"), source.toFixed(4), selfTarget.toFixed(4));
    expect(correctIds("dom-confident-wrong")).toEqual(["stop"]);
    expect(wrongSpans("dom-pseudo-report")).toEqual(["define", "new", "agree"]);
    statesInBoth("dom-pseudo-report", "100,000", "0.95", "97%", "200");
    expect(question("dom-self-training-order").interaction.items.map(({ id }) => id)).toEqual([
      "train",
      "predict",
      "keep",
      "retrain",
      "repeat",
      "verify",
    ]);
  });
  test("is not read off a low entropy", () => {
    expect(correctIds("dom-entropy-collapse")).toEqual(["collapse"]);
    bothSay(question("dom-entropy-collapse").stem, "0.01 nat", "99.6%");
    // ten even classes, all judged as one
    expect(1 / 10).toBe(0.1);
  });
});

describe("short answers", () => {
  test.each(["dom-bank-plan", "dom-explain-bound"])("of the author meet all points and stems none: %s", authorMeetsAll);
  test("state numbers that hold", () => {
    expect((100 * Math.sqrt((0.8 * 0.2) / 200)).toFixed(1)).toBe("2.8");
    bothSay(question("dom-bank-plan").interaction.modelAnswer, "200", "80%", "2.8");
    expect(Math.abs(0.5 - 0.9)).toBeCloseTo(0.4, 10);
    bothSay(question("dom-explain-bound").interaction.modelAnswer, "50%", "90%", "0.4");
  });
  test.each([
    [
      "dom-bank-plan",
      "I ask which shift it is. Start from a multilingual model and continue pre-training on bank text. Filter the pseudo-labels by confidence. Estimate the class shares. Compare with a supervised baseline.",
    ],
    ["dom-bank-plan", "先判断偏移。用多语模型做领域预训练。伪标签按置信度筛选。估计类别比例。对照基线。"],
    [
      "dom-explain-bound",
      "The domain classifier sees inputs only. The joint error may be large. Perhaps there is label shift. A linear one is too weak. I would label a target sample.",
    ],
    ["dom-explain-bound", "域分类器只看输入。联合误差可能很大。类别比例变了也会这样。分类器太弱。标一小批目标样本。"],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(5);
  });
  test.each([
    [
      "dom-bank-plan",
      "Pseudo-labels bring new information, so train on all of them. Align features with DANN, which always helps. Weight the retail tickets.",
    ],
    ["dom-bank-plan", "伪标签带来新信息，全部用上。用 DANN 对齐特征，总有好处。给零售工单加权。"],
    [
      "dom-explain-bound",
      "This cannot happen: a domain classifier at chance proves that transfer works. The test set must be noisy.",
    ],
    ["dom-explain-bound", "这不可能，域分类器等于瞎猜就说明迁移会成功，应该是测试集有噪声。"],
  ])("that repeat a misconception meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});

test("aligned marginals taken for aligned classes earn nothing", () => {
  expect(met("dom-explain-bound", "边缘分布对齐了，类别也就对齐，联合误差很小。")).toEqual([]);
  expect(met("dom-explain-bound", "Since marginals are aligned, the joint error is small.")).toEqual([]);
});
