import { range, sigmoid, sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, grouped, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  accuracy,
  bayesProduct,
  distance,
  early,
  emap,
  gatedLayer,
  image,
  late,
  logit,
  tempered,
  testSet,
  text,
  train,
  trainingSet,
} from "./simulations";

const { question, statesInBoth, everyKey, correctIds, wrongSpans, whyOf, met, authorMeetsAll } = topicUnderTest(
  import.meta.url,
);
type Values = Record<string, number>;
const of = (values: Values, ...names: string[]) => names.map((name) => values[name] ?? NaN);
const itemIds = (id: string) => question(id).interaction.items.map((item) => item.id);

describe("what a sum can express", () => {
  test("is three of four combinations, so the rarest is given up", () =>
    everyKey("fuse-unbalanced-xor", (values) => {
      const [a = NaN, b = NaN, c = NaN] = of(values, "a", "b", "c");
      const shares = [
        [a, b],
        [c, 100 - a - b - c],
      ];
      const levels = [0, 1, 2];
      let best = 0;
      for (const f0 of levels)
        for (const f1 of levels)
          for (const g0 of levels)
            for (const g1 of levels)
              for (const threshold of [0.5, 1.5, 2.5]) {
                const right = [f0, f1].flatMap((f, i) =>
                  [g0, g1].map((g, j) => (f + g > threshold === (i === j) ? (shares[i]?.[j] ?? NaN) : 0)),
                );
                best = Math.max(best, sum(right));
              }
      return best;
    }));
  test("but a hidden layer has the sign of the product", () => {
    for (const t of [-2, -0.5, 0.3, 1])
      for (const v of [-1.5, -0.1, 0.7, 2]) {
        const relu = (x: number) => Math.max(0, x);
        const units = relu(t + v) + relu(-t - v) - relu(t - v) - relu(v - t);
        expect(Math.sign(units)).toBe(Math.sign(t * v));
      }
    expect(correctIds("fuse-concat-head")).toEqual(["hidden"]);
    statesInBoth("fuse-concat-head", "$|t+v| - |t-v|$");
    expect(correctIds("fuse-which-represent-xor")).toEqual(["tensor", "mlp", "transformer"]);
  });
  test("includes AND, where models trained apart fail", () => {
    const [training, held] = [trainingSet("and", 1), testSet("and", 1)];
    const models = [train(text, training), train(image, training), late("mean", training), train(early, training)];
    const said = models.map((model) => accuracy(model, held).toFixed(4));
    expect(said).toEqual(["0.7480", "0.7525", "0.8380", "0.9775"]);
    bothSay(question("fuse-and-late").stem, ...said);
    bothSay(question("fuse-and-late").solution, accuracy(late("stacking", training), held).toFixed(4));
    bothSay(whyOf("fuse-and-late", "interaction"), "0.9775");
    expect(correctIds("fuse-and-late")).toEqual(["alone"]);
    // a logistic regression on one positive sign says about a half
    expect(sigmoid(models[0]?.({ t: 1, v: 0, label: true }) ?? NaN)).toBeCloseTo(0.5, 1);
  });
});

describe("pooled probabilities", () => {
  test("of two independent inputs", () =>
    everyKey("fuse-bayes-pool", (values) => sigmoid(sum(of(values, "p", "q").map(logit)))));
  test("count one transcript n times", () =>
    everyKey("fuse-same-transcript", ({ p = NaN, n = NaN }) => {
      let belief = 0.5;
      for (let i = 0; i < n; i++) belief = (belief * p) / (belief * p + (1 - belief) * (1 - p));
      return 100 * belief;
    }));
  test("need a temperature", () =>
    everyKey("fuse-tempered-expert", ({ p = NaN, q = NaN, t = NaN }) => bayesProduct([tempered(p, t), q, q])));
  test("are renormalised when one is missing", () =>
    everyKey("fuse-renormalise", (values) => {
      const [a = NaN, c = NaN, p = NaN, q = NaN] = of(values, "a", "c", "p", "q");
      const votes = [...range(a).map(() => p), ...range(c).map(() => q)];
      return sum(votes) / votes.length;
    }));
  test("change when a raw feature is filled with zero", () =>
    everyKey("fuse-zero-fill", ({ w = NaN, m = NaN, x = NaN }) => {
      const atMean = x + w * m - w * m;
      expect(atMean).toBeCloseTo(x, 12);
      const [no, yes] = [1, Math.exp(x - w * m)];
      return (100 * yes) / (no + yes);
    }));
});

describe("alignment", () => {
  test("chooses among N with loss ln N at the start", () => {
    const blanks = question("fuse-contrastive-cloze").interaction.blanks.map(({ accept }) => accept.en[0]);
    expect(blanks).toEqual(["N", "ln N", "dot product"]);
    const powers = range(8).map(() => Math.exp(0.3));
    const loss = -Math.log((powers[0] ?? NaN) / sum(powers));
    expect(loss.toFixed(3)).toBe("2.079");
    bothSay(whyOf("fuse-contrastive-cloze", "loss"), "2.079");
    bothSay(question("fuse-contrastive-cloze").solution, "2.079");
  });
});

describe("counts", () => {
  test("of tiles", () =>
    everyKey("fuse-tiled-tokens", ({ n = NaN, s = NaN, p = NaN }) => {
      let tokens = 0;
      for (let tile = 0; tile <= n; tile++) for (let y = 0; y < s; y += p) for (let x = 0; x < s; x += p) tokens++;
      return tokens;
    }));
  test("of an outer product's weights", () =>
    everyKey("fuse-tensor-weights", (values) => {
      const [a = NaN, b = NaN, c = NaN, h = NaN] = of(values, "a", "b", "c", "h");
      const pairs = range(a + 1).flatMap(() => range(b + 1));
      return pairs.length * range(c + 1).length * h;
    }));
  test("of low-rank factors", () =>
    everyKey("fuse-low-rank-ratio", (values) => {
      const [a = NaN, b = NaN, c = NaN, r = NaN, h = NaN] = of(values, "a", "b", "c", "r", "h");
      let factors = 0;
      for (let rank = 0; rank < r; rank++) for (const size of [a, b, c]) factors += (size + 1) * h;
      return ((a + 1) * (b + 1) * (c + 1) * h) / factors;
    }));
  const attend = (queries: number, keys: number) => sum(range(queries).map(() => keys));
  test("of score pairs", () =>
    everyKey("fuse-pairs-ratio", ({ t = NaN, n = NaN, r = NaN }) => {
      const all = t + sum(range(n).map(() => 576));
      return attend(all, all) / (attend(t, t) + attend(t, n * r));
    }));
  test("that order five designs", () => {
    const [t, p, r, b] = [100, 576, 64, 4];
    const pairs: Record<string, number> = {
      single: attend(t + p, t + p),
      bottleneck: attend(t + b, t + b) + attend(p + b, p + b),
      separate: attend(t, t) + attend(p, p),
      cross: attend(t, t) + attend(t, p),
      resampled: attend(t, t) + attend(t, r),
    };
    const order = Object.keys(pairs).toSorted((x, y) => (pairs[x] ?? NaN) - (pairs[y] ?? NaN));
    expect(itemIds("fuse-pairs-order")).toEqual(order);
    bothSay(question("fuse-pairs-order").interaction.why, ...order.map((id) => grouped(pairs[id] ?? NaN)));
    bothSay(question("fuse-pairs-order").solution, ...order.map((id) => grouped(pairs[id] ?? NaN).replace(",", "{,}")));
  });
  test("that leave one design for 200 frames", () => {
    const left = 4096 - 1500;
    const [prefix, queries] = [200 * 576, 200 * 32];
    expect(Math.min(prefix, queries)).toBeGreaterThan(left);
    bothSay(whyOf("fuse-pick-design", "prefix"), grouped(prefix));
    bothSay(whyOf("fuse-pick-design", "queries"), grouped(queries));
    bothSay(question("fuse-pick-design").solution, `= ${left}$`, grouped(prefix), grouped(queries));
    expect(correctIds("fuse-pick-design")).toEqual(["gated"]);
  });
  test("go with their designs", () => {
    expect(question("fuse-design-example").interaction.pairs.map(({ id, right }) => [id, right.en])).toEqual([
      ["prefix", "LLaVA"],
      ["gated", "Flamingo"],
      ["queries", "The Q-Former of BLIP-2"],
      ["towers", "CLIP"],
      ["tensor", "Tensor Fusion Network (TFN)"],
      ["late", "Weighted mean of the models' probabilities"],
    ]);
  });
});

describe("the gate", () => {
  const layer = gatedLayer(1);
  test("scales the change by its tanh", () =>
    everyKey("fuse-gate-change", ({ d = NaN, g = NaN, k = NaN }) => {
      const [before, after] = [distance(layer.at(g), layer.x), distance(layer.at(k), layer.x)];
      return (d * after) / before;
    }));
  test("moves first, and not at all beside a zero projection", () => {
    // one dimension: y = x + tanh(α)·w·u, with loss gradient 1 at y
    const y = (alpha: number, w: number) => 2 + Math.tanh(alpha) * w * 3;
    const slope = (at: (h: number) => number) => (at(1e-6) - at(-1e-6)) / 2e-6;
    const gradients = (w: number) => [slope((h) => y(h, w)), slope((h) => y(0, w + h))];
    expect(gradients(0.7).map((value) => Number(value.toFixed(6)))).toEqual([2.1, 0]);
    expect(gradients(0).map((value) => Number(value.toFixed(6)))).toEqual([0, 0]);
    expect(correctIds("fuse-gate-facts")).toEqual(["gate-first", "both-zero", "order"]);
    expect(correctIds("fuse-gate-start")).toEqual(["unchanged"]);
    expect(distance(layer.at(0), layer.x)).toBe(0);
  });
});

describe("training and missing inputs", () => {
  test("have their keys", () => {
    expect(itemIds("fuse-vlm-recipe")).toEqual(["choose", "project", "instruct", "prefer", "evaluate"]);
    expect(correctIds("fuse-joint-worse")).toEqual(["rates"]);
    expect(correctIds("fuse-new-modality")).toEqual(["encoder"]);
    expect(correctIds("fuse-late-facts")).toEqual(["reweight", "calibrated", "regime"]);
    expect(question("fuse-support-calls").interaction.modelAnswer.en).toContain("20%");
  });
});

describe("EMAP", () => {
  test("of the first of two pairs", () =>
    everyKey("fuse-emap-pair", (values) => {
      const [a = NaN, b = NaN, c = NaN, d = NaN] = of(values, "a", "b", "c", "d");
      return (
        emap([
          [a, b],
          [c, d],
        ])[0] ?? NaN
      );
    }));
  test("is read with care", () => {
    expect(86 - 71).toBe(15);
    expect((86 - 85.8).toFixed(1)).toBe("0.2");
    expect(100 - 86).toBe(14);
    bothSay(question("fuse-emap-reading").stem, "71.0%", "69.0%", "85.5%", "86.0%", "85.8%");
    bothSay(whyOf("fuse-emap-reading", "little"), "0.2");
    bothSay(whyOf("fuse-emap-reading", "none-needed"), "14%");
    bothSay(whyOf("fuse-report-claims", "emap"), "86.0 − 85.8 = 0.2");
    expect(correctIds("fuse-emap-reading")).toEqual(["little"]);
    expect(correctIds("fuse-emap-facts")).toEqual(["cost", "additive", "gap"]);
    expect(wrongSpans("fuse-report-claims")).toEqual(["reason", "concat", "more"]);
    bothSay(question("fuse-prove-combination").stem, "86%", "71%", "69%");
  });
  test("leaves additive scores as they are", () => {
    const [f, g] = [
      [0.3, -1, 2],
      [1, 0.5, -2],
    ];
    const scores = f?.map((a) => (g ?? []).map((b) => a + b)) ?? [];
    for (const [i, value] of emap(scores).entries()) expect(value).toBeCloseTo(scores[i]?.[i] ?? NaN, 12);
  });
});

describe("short answers", () => {
  test.each(["fuse-prove-combination", "fuse-support-calls"])(
    "of the author meet all points, stems none: %s",
    authorMeetsAll,
  );
  test.each([
    "Additive evidence can reach 86%. Compute EMAP, take late fusion as a baseline, test counterfactual pairs, and mind that a small gap has two readings.",
    "可加的证据也能到 86%。先测后期融合的准确率，再做 EMAP，用 XOR 型切片来测；差距小有两种读法。",
  ])("in other words meet all points: %s", (text) => {
    expect(met("fuse-prove-combination", text)).toHaveLength(5);
  });
  test.each([
    [
      "fuse-prove-combination",
      "86% is far above either input, so the model reasons over both. EMAP is not needed, and late fusion could not reach it.",
    ],
    ["fuse-prove-combination", "No EMAP is needed. A small gap proves that the task needs no interaction."],
    ["fuse-prove-combination", "Examples that need both inputs are solved; additive evidence cannot reach 86%."],
    ["fuse-prove-combination", "EMAP 没有必要。差距小就证明任务不需要交互。两个单模态概率相加到不了 86%。"],
    ["fuse-prove-combination", "86% 远高于两路，已经说明在推理。不需要做 EMAP，也不用后期融合作基线。"],
    [
      "fuse-support-calls",
      "Fill missing screens with zeros. No modality dropout is needed. No baselines. EMAP is not needed.",
    ],
    ["fuse-support-calls", "Modality dropout makes the model robust to unseen modalities. Key frames are not enough."],
    ["fuse-support-calls", "画面缺了就填零，不需要模态丢弃。拼接就是融合，不用交叉注意力。EMAP 没有必要。"],
    ["fuse-support-calls", "后期融合能用上全部信息，模态越多越好。每帧都放全部 patch，不用控制 token 预算。"],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});
