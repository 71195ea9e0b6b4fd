import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { dissectionIoU, integratedGradients, letters, run, sigmoid, surrogate } from "./simulations";

const { question, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(
  import.meta.url,
);
const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;
/** Where a function of one variable is least, on a fine grid. */
const leastOn = (low: number, high: number, f: (x: number) => number) => {
  let best = low;
  for (let i = 0; i <= 20_000; i++) {
    const x = low + ((high - low) * i) / 20_000;
    if (f(x) < f(best)) best = x;
  }
  return best;
};

describe("ablation and patching", () => {
  test("recover what a search between corrupt and clean finds", () => {
    everyKey("inta-recovery", ({ c = NaN, u = NaN, p = NaN }) => {
      let [low, high] = [-2, 3];
      for (let i = 0; i < 100; i++) {
        const middle = (low + high) / 2;
        if (u * (1 - middle) + c * middle < p) low = middle;
        else high = middle;
      }
      return low;
    });
  });
  test("count the cells of an overlap one by one", () => {
    everyKey("inta-iou", ({ k = NaN, m = NaN, c = NaN }) => {
      const cells = range(200);
      const lit = cells.map((at) => (at < k ? 1 : 0));
      const mask = cells.map((at) => (at >= k - c && at < k - c + m ? 1 : 0));
      const { intersection, iou } = dissectionIoU(lit, mask, k);
      expect(intersection).toBe(c);
      return iou;
    });
  });
  test("cost the mean square of what is zeroed", () => {
    everyKey("inta-zero-ablation", ({ m = NaN, s = NaN, w = NaN }) => mean([m - s, m + s].map((h) => (w * h) ** 2)));
    expect(correctIds("inta-constant-head")).toEqual(["constant"]);
    statesInBoth("inta-constant-head", "2.90", "4.10", "2.91");
  });
  test("are the two findings that intervene", () => {
    expect(correctIds("inta-causal-evidence")).toEqual(["ablation", "patching"]);
    const items = question("inta-locate-order").interaction.items.map(({ id }) => id);
    expect(items).toEqual(["pair", "record", "coarse", "fine", "ablate", "new", "report"]);
    // scanning all 32 heads of a layer instead of the layer
    expect((32 * 32 * 20) / (32 * 20)).toBeGreaterThan(10);
  });
});

describe("importance and attribution", () => {
  test("give everything to the column that is read", () => {
    expect(correctIds("inta-identical-columns")).toEqual(["first"]);
    const column = [-1, 0.5, 2];
    const importance = (f: (a: number, b: number) => number, at: 0 | 1) =>
      mean(
        column.flatMap((x) => column.map((drawn) => (f(at === 0 ? drawn : x, at === 1 ? drawn : x) - f(x, x)) ** 2)),
      );
    const model = (first: number) => 3 * first;
    expect(importance(model, 0)).toBeGreaterThan(0);
    expect(importance(model, 1)).toBe(0);
  });
  test("of equal columns are worth less alone than together", () => {
    everyKey("inta-group-importance", ({ a = NaN, b = NaN }) => {
      const column = [-1.5, -0.2, 0.3, 0.4, 1];
      const rise = (wa: number, wb: number) =>
        mean(column.flatMap((x) => column.map((drawn) => (wa * drawn + wb * drawn - wa * x - wb * x) ** 2)));
      return (100 * (rise(a, 0) + rise(0, b))) / rise(a, b);
    });
  });
  test("count interactions as a walk over all 8 cases does", () => {
    everyKey("inta-interaction-importance", ({ a = NaN, b = NaN }) => {
      const f = (x1: number, x2: number) => a * x1 * x2 + b * x2;
      const changes: number[] = [];
      for (const x1 of [-1, 1])
        for (const x2 of [-1, 1]) for (const v of [-1, 1]) changes.push((f(x1, v) - f(x1, x2)) ** 2);
      expect(changes).toHaveLength(8);
      return mean(changes);
    });
  });
  test("add up along the path of a saturated function", () => {
    everyKey(
      "inta-saturated-ig",
      ({ c = NaN, s = NaN, b = NaN, t = NaN }) =>
        integratedGradients(
          ([x = NaN]) => [x < s ? c : 0],
          ([x = NaN]) => c * Math.min(x, s),
          [t],
          [b],
          40_000,
        ).attribution[0] ?? NaN,
      3,
    );
    expect(correctIds("inta-ig-claims")).toEqual(["sum", "equal", "linear"]);
    const line = integratedGradients(
      () => [2, -3],
      ([x = NaN, y = NaN]) => 2 * x - 3 * y,
      [4, 1],
      [1, 1],
      1,
    );
    expect(line).toEqual({ attribution: [6, -0], residual: 0 });
    expect(correctIds("inta-black-baseline")).toEqual(["baseline"]);
  });
  test("leave the midpoint rule's residual", () => {
    everyKey(
      "inta-midpoint-residual",
      ({ x = NaN, m = NaN }) =>
        integratedGradients(
          ([at = NaN]) => [3 * at * at],
          ([at = NaN]) => at ** 3,
          [x],
          [0],
          m,
        ).residual,
    );
  });
});

describe("surrogates", () => {
  test("shift log odds", () => {
    everyKey("inta-odds-probability", ({ b = NaN, p = NaN, k = NaN }) => {
      let logit = Math.log(p / 100) - Math.log1p(-p / 100);
      for (let unit = 0; unit < k; unit++) logit += b;
      return 100 * sigmoid(logit);
    });
  });
  test("are compared with the majority, case by case", () => {
    everyKey("inta-fidelity-gain", ({ a = NaN, b = NaN, c = NaN, d = NaN }) => {
      const cases = [
        ...range(a).map(() => [1, 1] as const),
        ...range(b).map(() => [1, 0] as const),
        ...range(c).map(() => [0, 1] as const),
        ...range(d).map(() => [0, 0] as const),
      ];
      const majority = mean(cases.map(([box]) => box)) > 0.5 ? 1 : 0;
      const agreement = (decide: (tree: number) => number) =>
        mean(cases.map(([box, tree]) => (decide(tree) === box ? 1 : 0)));
      return 100 * (agreement((tree) => tree) - agreement(() => majority));
    });
  });
  test("have three wrong claims in their report", () => {
    expect(wrongSpans("inta-surrogate-report")).toEqual(["zero", "odds", "world"]);
    const { weights, r2, fidelity } = surrogate(false);
    expect([weights[3]?.toFixed(3), r2.toFixed(4), fidelity]).toEqual(["0.203", "0.0136", 0.5]);
    expect(Math.exp(0.203).toFixed(3)).toBe("1.225");
    statesInBoth("inta-surrogate-report", "0.203", "0.0136", "1.225");
    bothSay(whyOf("inta-surrogate-report", "odds"), "$e^{0.203} = 1.225$");
    expect(correctIds("inta-surrogate-companion")).toEqual(["fidelity"]);
  });
});

describe("pictures, probes and lenses", () => {
  test("have these keys", () => {
    expect(correctIds("inta-attention-glow")).toEqual(["replace"]);
    expect(correctIds("inta-picture-claims")).toEqual(["randomised", "distance", "extreme"]);
    expect(correctIds("inta-probe-used")).toEqual(["decodable"]);
    expect(98 - 60).toBe(38);
    statesInBoth("inta-probe-used", "98%", "60%", "91.2%", "91.0%", "38");
    // the difference lies within two standard errors of 500 sentences
    expect(0.912 - 0.91).toBeLessThan(2 * Math.sqrt((0.91 * 0.09) / 500));
    expect(correctIds("inta-lens-uniform")).toEqual(["subspace"]);
    expect(run("ABCDA").probabilities[1]?.toFixed(2)).toBe("0.99");
    expect(run("ABCDA", { ablate: [{ site: "head1" }] }).probabilities[letters.indexOf("B")]?.toFixed(2)).toBe("0.15");
    statesInBoth("inta-lens-uniform", "0.99", "0.15");
    statesInBoth("inta-attention-glow", "0.62");
    expect(question("inta-method-measures").interaction.pairs).toHaveLength(7);
    expect(question("inta-reference-cloze").interaction.blanks.map(({ accept }) => accept.en[0])).toEqual([
      "baseline",
      "control task",
      "black box",
      "unembedding",
    ]);
  });
});

describe("autoencoders and chains of thought", () => {
  test("recover a part of the damage", () => {
    everyKey("inta-loss-recovered", ({ o = NaN, g = NaN, z = NaN }) => {
      // how far down from zeroing to the original, in thousandths of the way
      const steps = 1_000_000;
      return (100 * (steps - (steps * (o + g - o)) / (z - o))) / steps;
    });
    expect(correctIds("inta-sae-claims")).toEqual(["both", "shrink", "residue"]);
  });
  test("shrink and drop as a grid search does", () => {
    everyKey(
      "inta-shrinkage-error",
      ({ a = NaN, b = NaN, c = NaN, l = NaN }) =>
        [a, b, c].reduce((error, x) => {
          const code = leastOn(0, 2, (f) => (x - f) ** 2 + l * f);
          return error + (x - code) ** 2;
        }, 0),
      3,
    );
  });
  test("leave out cues", () => {
    everyKey(
      "inta-unmentioned-cue",
      ({ s = NaN, k = NaN }) => 100 * mean(range(s).map((chain) => (chain < k ? 0 : 1))),
    );
    expect(correctIds("inta-chain-unmoved")).toEqual(["independent"]);
    expect((100 * 196) / 200).toBe(98);
    statesInBoth("inta-chain-unmoved", "196/200 = 98%");
  });
});

describe("short answers", () => {
  test.each(["inta-explain-refusal", "inta-negation-head"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test.each([
    [
      "inta-explain-refusal",
      "The attention map is proof enough. Show it to the customer; the model's own account confirms it.",
    ],
    ["inta-explain-refusal", "热力图就是证据，直接交给合规官；模型自己写的理由也说明了原因，不需要再做测试。"],
    [
      "inta-explain-refusal",
      "Human review is not needed, a counterfactual test is not needed and the baseline does not matter.",
    ],
    ["inta-explain-refusal", "不需要人工复核，不需要做反事实测试，不用报告基线。"],
    ["inta-negation-head", "Activation patching is not needed, joint ablation is superfluous."],
    [
      "inta-negation-head",
      "High attention shows that it is the cause, and 96% means that the model uses negation. Zeroing confirms it.",
    ],
    ["inta-negation-head", "权重高就是原因，96% 说明模型在用否定信息，置零后损失上升就证实了，不需要做激活修补。"],
    ["inta-negation-head", "Attention is causal evidence. Decodable means used. No control task is needed."],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test.each([
    [
      "inta-explain-refusal",
      "Who asks? Different audiences need different explanations. Replace the word and compare the output. State the baseline. The attention map is not proof. Log the input and the model version, with human review.",
    ],
    [
      "inta-explain-refusal",
      "不同的人需要不同的解释。用反事实测试检验。报告里注明基线和数据集。注意力图不能当证据。保留日志，安排人工复核。",
    ],
    [
      "inta-negation-head",
      "High attention does not mean cause. Decodable does not mean the model uses it. Replace by the mean instead of zero. Use activation patching. Ablate heads jointly, test on new prompts.",
    ],
    [
      "inta-negation-head",
      "注意力不是因果证据。能解码不代表用到。改用均值消融。做激活修补，看恢复率多大。检查备份头，在新提示上重做。",
    ],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(5);
  });
});
