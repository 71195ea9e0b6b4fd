import { range, sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { headAndFeatures, leep, randomHead, scoreSource } from "./simulations";

const { question, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(
  import.meta.url,
);
const size = (shapes: readonly number[][]) =>
  sum(shapes.map((shape) => shape.reduce((product, side) => product * side, 1)));

describe("when a source helps", () => {
  /** The least of a convex function, by thirds. */
  const least = (loss: (w: number) => number) => {
    let [low, high] = [-50, 50];
    for (let i = 0; i < 200; i++) {
      const third = (high - low) / 3;
      if (loss(low + third) < loss(high - third)) high -= third;
      else low += third;
    }
    return (low + high) / 2;
  };
  test("a wrong prior harms by what minimising gives", () =>
    everyKey(
      "trans-prior-harm",
      ({ s = NaN, l = NaN, t = NaN, p = NaN }) => {
        const error = (prior: number) => (least((w) => s * (t - w) ** 2 + l * (w - prior) ** 2) - t) ** 2;
        return error(p) - error(0);
      },
      4,
    ));
  test("the gain that is left follows from two estimates", () =>
    everyKey("trans-gain-left", ({ l = NaN, a = NaN, b = NaN }) => {
      const [truth, source] = [1.7, 1.2];
      const gain = (n: number) => {
        const estimate = (prior: number) => (sum(range(n).map(() => truth)) + l * prior) / (n + l);
        return (estimate(0) - truth) ** 2 - (estimate(source) - truth) ** 2;
      };
      return (100 * gain(b)) / gain(a);
    }));
  test("is read from curves and baselines", () => {
    expect(correctIds("trans-reading-curves")).toEqual(["shrinks"]);
    const gains = [71 - 52, 80 - 74, 87 - 86];
    expect(gains).toEqual([19, 6, 1]);
    bothSay(question("trans-reading-curves").stem, "52%", "74%", "86%", "71%", "80%", "87%", "100,000");
    bothSay(question("trans-reading-curves").solution, "19", "6", "1");
    bothSay(whyOf("trans-reading-curves", "already"), "87%", "86%");
    expect(correctIds("trans-below-scratch")).toEqual(["negative"]);
    const gap = 66 - 61.2;
    bothSay(
      question("trans-below-scratch").solution,
      `= ${gap.toFixed(1)}$`,
      `= ${(0.6 * Math.sqrt(2 / 5)).toFixed(2)}$`,
    );
    bothSay(whyOf("trans-below-scratch", "noise"), gap.toFixed(1), (gap / 0.6).toFixed(0));
    expect(correctIds("trans-harm-evidence")).toEqual(["scratch", "stage", "slice"]);
    expect(wrongSpans("trans-sensor-report")).toEqual(["look", "own", "full", "baseline"]);
    bothSay(question("trans-sensor-report").interaction.passage, "260", "60", "200");
    expect(260 - 60).toBe(200);
    bothSay(whyOf("trans-sensor-report", "full"), "200");
  });
});

describe("choosing a source", () => {
  test("a constant one scores as the definition says", () =>
    everyKey("trans-constant-leep", ({ a = NaN, b = NaN, c = NaN }) => {
      const labels = [a, b, c].flatMap((count, label) => range(count).map(() => label));
      return leep(
        labels.map(() => [0.2, 0.5, 0.3]),
        labels,
        3,
      );
    }));
  test("a hard one scores as the definition says", () =>
    everyKey("trans-hard-leep", ({ a = NaN, b = NaN, c = NaN, d = NaN }) => {
      const points = (count: number, source: number, label: number) => range(count).map(() => ({ source, label }));
      const all = [...points(a, 0, 0), ...points(b, 0, 1), ...points(c, 1, 0), ...points(d, 1, 1)];
      return leep(
        all.map(({ source }) => (source === 0 ? [1, 0] : [0, 1])),
        all.map(({ label }) => label),
        2,
      );
    }));
  test("takes limits first and then measurements", () => {
    expect(correctIds("trans-source-shortlist")).toEqual(["general"]);
    const error = 100 * Math.sqrt((0.83 * 0.17) / 500);
    bothSay(question("trans-source-shortlist").solution, error.toFixed(1), "83%", "500");
    expect(83 - 71).toBe(12);
    bothSay(whyOf("trans-source-shortlist", "medical"), "12", "500");
    expect(83.4 - 83).toBeLessThan(error);
    expect((83.4 - 83).toFixed(1)).toBe("0.4");
    bothSay(whyOf("trans-source-shortlist", "large"), "0.4", "500");
    expect(correctIds("trans-leep-claims")).toEqual(["rename", "labels", "entropy"]);
    expect(scoreSource("fourClass", 1).leep).toBeGreaterThan(scoreSource("rotated30", 1).leep);
    bothSay(whyOf("trans-leep-claims", "lookalike"), "30°");
    expect(question("trans-project-order").interaction.items.map(({ id }) => id)).toEqual([
      "metric",
      "shortlist",
      "score",
      "lora",
      "full",
      "outside",
      "release",
    ]);
  });
});

describe("pre-processing", () => {
  test("with own statistics is right for the inputs counted", () =>
    everyKey(
      "trans-own-statistics",
      ({ a = NaN, b = NaN }) => {
        const inputs = range(200_000).map((i) => a + ((i + 0.5) / 200_000) * (b - a));
        const middle = sum(inputs) / inputs.length;
        return (100 * inputs.filter((x) => x > 50 === x > middle).length) / inputs.length;
      },
      4,
    ));
  test("with other constants shifts a pixel", () =>
    everyKey("trans-pixel-shift", ({ p = NaN, m = NaN, k = NaN, q = NaN }) => {
      const right = (p / 255 - m) / 0.25;
      // back to brightness, and encoded anew
      return (right * 0.25 + m - k) / q - right;
    }));
  test("of a sensor is put into the units of training", () => {
    expect(correctIds("trans-sensor-offset")).toEqual(["offset"]);
    /** The reading at which an encoding gives 0. */
    const boundaries = { own: 58 + 10, offset: 50 + 10, raw: 50, match: 50 + (68 - 50) };
    expect(Object.values(boundaries)).toEqual([68, 60, 50, 68]);
    bothSay(question("trans-sensor-offset").solution, "60", "68", "50", "18");
    bothSay(question("trans-sensor-offset").stem, "58", "68");
    bothSay(whyOf("trans-sensor-offset", "raw"), "40");
    bothSay(whyOf("trans-sensor-offset", "match"), "18", "8");
    expect(correctIds("trans-which-data")).toEqual(["all"]);
    expect(correctIds("trans-encoding-claims")).toEqual(["append", "silent", "augment"]);
  });
});

describe("added parameters", () => {
  test("of adapters are the sizes of their arrays", () =>
    everyKey("trans-adapter-count", ({ l = NaN, d = NaN, m = NaN }) => {
      const adapter = size([[d, m], [m], [m, d], [d]]);
      return sum(range(2 * l).map(() => adapter)) / 1e6;
    }));
  test("of LoRA are the sizes of four factors", () =>
    everyKey("trans-lora-grouped", ({ l = NaN, d = NaN, k = NaN, r = NaN }) => {
      const layer = size([
        [r, d],
        [d, r],
        [r, d],
        [k, r],
      ]);
      return sum(range(l).map(() => layer)) / 1e6;
    }));
  test("are fewer than the matrix up to a rank that counting finds", () =>
    everyKey("trans-rank-limit", ({ m = NaN, n = NaN }) => {
      let rank = 0;
      while (
        size([
          [rank + 1, n],
          [m, rank + 1],
        ]) <
        m * n
      )
        rank += 1;
      return rank;
    }));
  test("of a prefix are cached for each sequence", () =>
    everyKey("trans-prefix-cache", ({ p = NaN, l = NaN, h = NaN, c = NaN }) => {
      let bytes = 0;
      for (let sequence = 0; sequence < c; sequence++)
        for (let layer = 0; layer < l; layer++)
          bytes +=
            size([
              [p, h, 128],
              [p, h, 128],
            ]) * 2;
      return bytes / 1e6;
    }));
  test("pay off against demonstrations after so many calls", () =>
    everyKey("trans-demonstration-calls", ({ d = NaN, t = NaN }) => {
      const weights = 7e9;
      const training = 4 * weights * t * 1e6;
      let [low, high] = [0, 1e6];
      for (let i = 0; i < 100; i++) {
        const calls = (low + high) / 2;
        if (calls * d * 2 * weights < training) low = calls;
        else high = calls;
      }
      return low;
    }));
  test("are shared or merged", () => {
    expect(correctIds("trans-many-tenants")).toEqual(["share"]);
    const own = (400 * 8.4) / 1000;
    bothSay(whyOf("trans-many-tenants", "share"), `${own.toFixed(2)} GB`);
    bothSay(question("trans-many-tenants").solution, `= ${(14 + own).toFixed(2)}$ GB`, `${14 * 400} GB`);
    bothSay(whyOf("trans-many-tenants", "merge-all"), `${14 * 400} GB`);
    expect(correctIds("trans-later-costs")).toEqual(["merged", "adapter", "backward"]);
    expect(question("trans-method-trains").interaction.pairs.map(({ id, right }) => [id, right.en])).toEqual([
      ["probe", "The output layer only"],
      ["lora", "A low-rank product added to frozen matrices"],
      ["prompt", "Vectors in front of the input embeddings"],
      ["adapter", "Bottleneck layers inserted into each layer"],
      ["context", "Nothing"],
    ]);
  });
});

describe("head and features", () => {
  test("leave the unseen weight to the head", () => {
    everyKey("trans-unseen-weight", ({ c = NaN, h = NaN }) => {
      // what the model says of an input that has the third coordinate only, where the truth is 1
      const features = [
        [0.3, 0.2, c],
        [0.1, 0.9, 0],
      ];
      const hidden = features.map((row) => row[2] ?? NaN);
      return ([h, 5].reduce((total, value, i) => total + value * (hidden[i] ?? NaN), 0) - 1) ** 2;
    });
    // and training really leaves the third column alone
    const given = [
      [Math.SQRT1_2, 0, 0.6],
      [0, 1, 0],
    ];
    const run = headAndFeatures(["both"], randomHead(5), given);
    expect(run.inside).toBeLessThan(1e-20);
    expect(run.features.map((row) => row[2])).toEqual([0.6, 0]);
    expect(run.third).toBeCloseTo(0.6 * (run.head[0] ?? NaN), 12);
  });
  test("are weighed by where requests come from", () => {
    expect(correctIds("trans-hospital-choice")).toEqual(["lpft"]);
    const weighted = ([inside = NaN, outside = NaN]: number[]) => Number((0.7 * inside + 0.3 * outside).toFixed(6));
    const [probe, full, both] = [
      [88, 79.5],
      [91, 71],
      [90.5, 80.5],
    ].map(weighted);
    expect([probe, full, both]).toEqual([85.45, 85, 87.5]);
    bothSay(question("trans-hospital-choice").solution, "85.45%", "85.0%", "87.5%");
    bothSay(whyOf("trans-hospital-choice", "probe"), "85.45%");
    bothSay(whyOf("trans-hospital-choice", "full-share"), "85.0%", "0.7 × 91.0 + 0.3 × 71.0");
    bothSay(whyOf("trans-hospital-choice", "lpft"), "0.7 × 90.5 + 0.3 × 80.5 = 87.5");
    expect((79.5 - 71).toFixed(1)).toBe("8.5");
    bothSay(whyOf("trans-hospital-choice", "full-best"), "8.5");
    expect(correctIds("trans-probe-first")).toEqual(["distort"]);
    expect(question("trans-words-cloze").interaction.blanks.map(({ accept }) => accept.en[0])).toEqual([
      "head",
      "frozen",
      "LP-FT",
      "negative transfer",
    ]);
  });
});

describe("short answers", () => {
  test.each(["trans-explain-outside", "trans-billing-plan"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test.each([
    [
      "trans-explain-outside",
      "The random head damages pretrained features. There is no gradient in unseen directions. Training error does not show this. Train the head first, then unfreeze. Split by hospital for validation.",
    ],
    [
      "trans-explain-outside",
      "随机头的误差破坏了特征，没见过的方向没有梯度约束，只看分布内会误导。应当先训练头，再一起微调，并且按医院划分验证集。",
    ],
    [
      "trans-billing-plan",
      "Start with a prompt as few-shot baseline. Prefer LoRA. Compare with a TF-IDF baseline. Pin the tokenizer. Split by hospital.",
    ],
    ["trans-billing-plan", "先试提示，再用线性探测；优先 LoRA；对照从零训练；沿用分词器和模板；按医院划分。"],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(5);
  });
  test.each([
    [
      "trans-explain-outside",
      "Full fine-tuning is never worse than a probe, so new hospitals are noise. Train longer.",
    ],
    ["trans-explain-outside", "全量微调不会比探测差，新医院只是噪声，多训几轮就好。特征没有被改坏。"],
    [
      "trans-billing-plan",
      "Full fine-tuning at once. Transfer never hurts, so no baseline is needed. Normalise and tokenise the target in its own way. Do not use LoRA first.",
    ],
    ["trans-billing-plan", "直接全量微调，迁移不会有害，不需要基线。换成自己的分词器，不按医院划分。"],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test("state what was computed", () => {
    statesInBoth("trans-billing-plan", "14.07 GB", "112 GB", "3000");
    statesInBoth("trans-explain-outside", "82%", "78%", "88%", "66%");
    const adapters = 32 * 2 * 8 * 2 * 4096;
    expect([(2 * 7 + (16 * adapters) / 1e9).toFixed(2), 16 * 7]).toEqual(["14.07", 112]);
  });
});
