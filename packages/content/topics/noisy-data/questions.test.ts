import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { candidateProbability, confidentJoint, doubted, type Example, lossOf, slope } from "./simulations";

const { question, draws, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(
  import.meta.url,
);
/** The chance that exactly k of n independent bands agree. */
const binomial = (n: number, k: number, p: number) =>
  range(k).reduce((total, i) => (total * (n - i)) / (i + 1), 1) * p ** k * (1 - p) ** (n - k);
const oneOrMore = (bands: number, rows: number, j: number) => {
  let agree = 1;
  for (let row = 0; row < rows; row++) agree *= j;
  return range(bands).reduce((total, k) => total + binomial(bands, k + 1, agree), 0);
};

describe("MinHash and bands", () => {
  test("divide what is shared by the union", () =>
    everyKey("noise-jaccard-shared", ({ a = NaN, b = NaN, s = NaN }) => {
      const first = new Set(range(a));
      const second = new Set(range(b).map((i) => i + a - s));
      return [...first].filter((each) => second.has(each)).length / new Set([...first, ...second]).size;
    }));
  test("make candidates as often as the binomial distribution says", () => {
    everyKey("noise-lsh-probability", ({ b = NaN, r = NaN, j = NaN }) => 100 * oneOrMore(b, r, j));
    for (const [, key] of draws("noise-lsh-probability")) expect(key).toBeLessThan(95.1);
  });
  test("have the standard error of Bernoulli trials", () =>
    everyKey("noise-minhash-error", ({ j = NaN, k = NaN }) => {
      const variance = j * (1 - j) ** 2 + (1 - j) * j ** 2;
      return Math.exp(0.5 * Math.log((k * variance) / k ** 2));
    }));
  test("need as many bands as counting up shows", () =>
    everyKey("noise-bands-needed", ({ r = NaN, j = NaN, c = NaN }) => {
      let [bands, missed] = [0, 1];
      while (1 - missed < c) {
        missed *= 1 - j ** r;
        bands++;
      }
      return bands;
    }));
  test("bring false candidates by the square of the corpus", () =>
    everyKey("noise-false-candidates", ({ n = NaN, b = NaN, r = NaN, j = NaN }) => {
      const documents = n * 1000;
      return ((documents * (documents - 1)) / 2 / 1e6) * oneOrMore(b, r, j);
    }));
  test("miss or catch the pairs of the written questions", () => {
    const at = (bands: number, rows: number, j: number) => candidateProbability(j, bands, rows);
    expect(correctIds("noise-missed-pairs")).toEqual(["more-bands"]);
    bothSay(
      whyOf("noise-missed-pairs", "more-rows"),
      (0.77 ** 16).toFixed(3),
      `${(100 * at(8, 16, 0.77)).toFixed(1)}%`,
    );
    bothSay(whyOf("noise-missed-pairs", "more-bands"), `${(100 * at(16, 8, 0.77)).toFixed(1)}%`, "99.9%");
    expect(at(32, 4, 0.77)).toBeGreaterThan(0.999);
    bothSay(
      question("noise-missed-pairs").solution,
      (0.77 ** 8).toFixed(4),
      (0.77 ** 4).toFixed(4),
      at(16, 8, 0.77).toFixed(3),
    );
    // 1024 hashes in 16 bands of 64 rows
    expect(at(16, 64, 0.77)).toBeLessThan(1e-5);
    expect(wrongSpans("noise-dedup-report")).toEqual(["strict", "rescue", "budget"]);
    bothSay(whyOf("noise-dedup-report", "wide"), (0.8 ** 4).toFixed(4), "5×10⁻⁸");
    expect(((1 - 0.8 ** 4) ** 32).toExponential(0)).toBe("5e-8");
    bothSay(whyOf("noise-dedup-report", "strict"), (0.8 ** 8).toFixed(3), `${(100 * at(16, 8, 0.8)).toFixed(1)}%`);
    bothSay(question("noise-dedup-report").solution, "94.7%");
  });
});

describe("boundaries and losses", () => {
  test("cross where bisection finds it", () => {
    everyKey("noise-posterior-boundary", ({ a = NaN, c = NaN }) => {
      let [low, high] = [0, 1];
      for (let i = 0; i < 60; i++) {
        const middle = (low + high) / 2;
        if ((1 - c / 100) * middle + (a / 100) * (1 - middle) < 0.5) low = middle;
        else high = middle;
      }
      return low;
    });
    expect(correctIds("noise-which-moves")).toEqual(["one-class"]);
    const noisy = (eta: number, r0: number, r1: number) => (1 - r1) * eta + r0 * (1 - eta);
    expect([noisy(0.5, 0.1, 0.1), noisy(0.5, 0.4, 0.4), noisy(0.5, 0.2, 0)]).toEqual([0.5, 0.5, 0.6]);
    expect(noisy(0.375, 0.2, 0)).toBeCloseTo(0.5, 12);
    // half of class 0 at 20 %, or a fair coin for 20 % of all: 10 % of all either way
    expect([0.5 * 0.2, 0.2 * 0.5]).toEqual([0.1, 0.1]);
    bothSay(whyOf("noise-which-moves", "one-class"), "0.375", "0.8η + 0.2");
    bothSay(question("noise-which-moves").solution, "$0.3/0.8 = 0.375$", "0.6");
    expect(noisy(1 / 6, 0.4, 0)).toBeCloseTo(0.5, 12);
    bothSay(question("noise-known-rates").solution, "$\\eta = 0.1/0.6 = 1/6$");
    expect(correctIds("noise-known-rates")).toEqual(["forward"]);
  });
  test("shrink posteriors as counted labels do", () => {
    everyKey("noise-symmetric-posterior", ({ a = NaN, h = NaN }) => {
      const ones = Math.round(h * 1000);
      return (ones * (100 - a) + (1000 - ones) * a) / 100_000;
    });
    expect(correctIds("noise-symmetric-claims")).toEqual(["shrink", "threshold", "variance"]);
    const seen = (eta: number) => 0.8 * eta + 0.2 * (1 - eta);
    expect([seen(1), seen(0), seen(0.5)]).toEqual([0.8, 0.2, 0.5]);
  });
  test("pass through the noise matrix forward", () => {
    everyKey("noise-forward-loss", ({ p = NaN, a = NaN, c = NaN }) => {
      // of 10,000 examples as the model sees them, those whose label reads 1
      const ones = Math.round(10_000 * p);
      const seen = ones - (ones * c) / 100 + ((10_000 - ones) * a) / 100;
      return Math.log(10_000) - Math.log(seen);
    });
    for (const [{ p = NaN, a = NaN, c = NaN }, key] of draws("noise-forward-loss"))
      expect(lossOf({ forward: [a / 100, c / 100] }, p, 1)).toBeCloseTo(key, 9);
    expect(correctIds("noise-forward-meaning")).toEqual(["forward"]);
  });
  test("average to the clean loss backward", () => {
    everyKey("noise-backward-loss", ({ p = NaN, a = NaN }) => {
      // bisection for the charge of label 0 that, with that of label 1, averages to the clean loss of a true 0
      let [low, high] = [-50, 50];
      for (let i = 0; i < 80; i++) {
        const middle = (low + high) / 2;
        if ((1 - a / 100) * middle - (a / 100) * Math.log(p) < -Math.log(1 - p)) low = middle;
        else high = middle;
      }
      return low;
    });
    for (const [{ p = NaN, a = NaN }, key] of draws("noise-backward-loss"))
      expect(lossOf({ backward: [a / 100, 0] }, p, 0)).toBeCloseTo(key, 9);
    expect(correctIds("noise-correction-claims")).toEqual(["unbiased", "negative", "identity"]);
    const expected = (kind: "forward" | "backward") => {
      const loss = kind === "forward" ? { forward: [0.4, 0] as const } : { backward: [0.4, 0] as const };
      return 0.6 * lossOf(loss, 0.1, 0) + 0.4 * lossOf(loss, 0.1, 1);
    };
    const values = [lossOf({ backward: [0.4, 0] }, 0.1, 0).toFixed(4), expected("forward").toFixed(3)];
    expect(values).toEqual(["-1.3595", "0.680"]);
    expect(expected("backward").toFixed(3)).toBe("0.105");
    bothSay(question("noise-correction-claims").solution, "−1.3595", "0.680", "0.105");
    for (const p of [0.1, 0.7])
      for (const kind of [{ forward: [0, 0] as const }, { backward: [0, 0] as const }])
        expect(lossOf(kind, p, 1)).toBeCloseTo(lossOf("cross-entropy", p, 1), 12);
  });
  test("pull as their difference quotients", () => {
    everyKey(
      "noise-gce-pull",
      ({ p = NaN, q = NaN }) => {
        const z = Math.log(p / (1 - p));
        const at = (by: number) => 1 / (1 + Math.exp(-z - by));
        const cross = (by: number) => -Math.log(at(by));
        const gce = (by: number) => (1 - at(by) ** q) / q;
        return (cross(1e-4) - cross(-1e-4)) / (gce(1e-4) - gce(-1e-4));
      },
      5,
    );
    const pulls = {
      mae: -slope("mae", 0.01, 1),
      forward: -slope({ forward: [0.2, 0.2] }, 0.01, 1),
      gce: -slope("gce", 0.01, 1),
      smoothing: -slope("smoothing", 0.01, 1),
      ce: -slope("cross-entropy", 0.01, 1),
    };
    const order = Object.entries(pulls).toSorted(([, a], [, b]) => a - b);
    const { items, why } = question("noise-pull-order").interaction;
    expect(items.map(({ id }) => id)).toEqual(order.map(([id]) => id));
    bothSay(why, ...order.map(([, pull]) => pull.toFixed(4).replace(/(\.\d\d)00$/, "$1")));
    expect(0.8 * 0.01 + 0.2 * 0.99).toBeCloseTo(0.206, 12);
    bothSay(question("noise-pull-order").solution, "0.6\\cdot0.0099/0.206 = 0.0288", "0.0394");
  });
});

describe("suspects and copies", () => {
  test("are counted over all rows", () => {
    everyKey("noise-augmented-rows", ({ n = NaN, w = NaN, m = NaN }) => {
      let wrong = 0;
      for (let i = 0; i < n; i++) if (i < (n * w) / 100) wrong += 1 + m;
      return wrong;
    });
    everyKey("noise-review-recall", ({ n = NaN, w = NaN, f = NaN, g = NaN }) => {
      const [found, all] = [(f * g) / 100, (n * w) / 100];
      return 100 - (100 * (all - found)) / all;
    });
    for (const [{ n = NaN, w = NaN, f = NaN, g = NaN }] of draws("noise-review-recall"))
      expect([(f * g) / 100, (n * w) / 100].every(Number.isInteger)).toBe(true);
  });
  test("of the small table are example 5", () => {
    const first = [0.9, 0.8, 0.4, 0.1, 0.2, 0.75];
    const labels = [0, 0, 0, 1, 1, 1] as const;
    const { thresholds, issues } = confidentJoint(
      labels,
      first.map((p) => [p, 1 - p]),
    );
    expect(thresholds.map((t) => t.toFixed(2))).toEqual(["0.70", "0.65"]);
    expect(issues).toEqual([5]);
    expect(correctIds("noise-joint-suspects")).toEqual(["five"]);
    const examples = labels.map((label): Example => ({ at: [0, 0], truth: label, label }));
    expect(
      doubted(
        examples,
        first.map((p, i) => (labels[i] ? 1 - p : p)),
      ).flagged,
    ).toBe(2);
    bothSay(question("noise-joint-suspects").stem, first.join(" | "));
    bothSay(question("noise-joint-suspects").solution, "= 0.7$", "= 0.65$");
  });
  test("have the keys that they should", () => {
    expect(correctIds("noise-dedup-benefit")).toEqual(["memory"]);
    expect(correctIds("noise-dialect-removal")).toEqual(["audit"]);
    expect(correctIds("noise-find-wrong-labels")).toEqual(["cross"]);
    expect(correctIds("noise-dro-conflict")).toEqual(["upweight"]);
    expect(correctIds("noise-cleaning-claims")).toEqual(["memorise", "blocklist", "finetune"]);
    expect(correctIds("noise-confident-claims")).toEqual(["fold", "threshold", "hard"]);
    expect(wrongSpans("noise-label-report")).toEqual(["rank", "delete", "augment"]);
    expect(question("noise-pipeline-order").interaction.items.map(({ id }) => id)).toEqual([
      "extract",
      "language",
      "heuristics",
      "exact",
      "near",
      "quality",
      "final",
    ]);
  });
  test("and the audit of 500 has its interval", () => {
    const half = 1.96 * Math.sqrt((0.08 * 0.92) / 500);
    expect(40 / 500).toBe(0.08);
    bothSay(whyOf("noise-label-report", "audit"), `${(8 - 100 * half).toFixed(1)}%`, `${(8 + 100 * half).toFixed(1)}%`);
  });
});

describe("short answers", () => {
  const pointsOf: Record<string, number> = { "noise-sft-plan": 5, "noise-explain-missed-spam": 6 };
  test.each(["noise-sft-plan", "noise-explain-missed-spam"])(
    "of the author meet all points, stems none: %s",
    authorMeetsAll,
  );
  test.each([
    [
      "noise-sft-plan",
      "Two annotators label a random sample, and we report inter-annotator agreement. Break down by vendor and topic. Remove near duplicates. Rank by held-out scores and have people check. Clean held-out set.",
    ],
    ["noise-sft-plan", "先抽样双标。再按供应商切片。做近似去重。用样本外概率排序再人工看。最后在干净的留出集上比较。"],
    [
      "noise-explain-missed-spam",
      "It is class-dependent noise. The boundary moves to 5/6. More spam gets through. Smoothing treats both classes the same. Use forward correction with a flip rate from double annotation.",
    ],
    [
      "noise-explain-missed-spam",
      "只有垃圾邮件被翻转。边界移到 5/6。召回率降低。平滑不知道哪一类在错。用前向校正，翻转率靠抽样重标。",
    ],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(pointsOf[id] ?? NaN);
  });
  test.each([
    ["noise-sft-plan", "Delete the outliers and the examples with the highest training loss, then augment the rest."],
    ["noise-sft-plan", "删掉离群样本和训练损失最高的样本，再做数据增强。去重只是省算力，不需要双人标注。"],
    [
      "noise-explain-missed-spam",
      "The boundary does not move, as noise averages out. Use label smoothing or augmentation.",
    ],
    ["noise-explain-missed-spam", "Smoothing works, as the noise is symmetric; the boundary moves to 1/6, η = 1/6."],
    ["noise-explain-missed-spam", "噪声会平均掉，边界不动，用标签平滑就行。"],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test("move spam's boundary to five sixths", () => {
    expect(0.5 / 0.6).toBeCloseTo(5 / 6, 12);
    expect((5 / 6).toFixed(3)).toBe("0.833");
    statesInBoth("noise-explain-missed-spam", "0.833", "5/6");
  });
});
