import { range, sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  attentionOutput,
  deletionCurve,
  leaveOneOut,
  lime,
  masked,
  patch,
  present,
  score,
  shapley,
  sigmoid,
} from "./simulations";

const { question, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(
  import.meta.url,
);

describe("Shapley values", () => {
  test("of a pair average both orders", () => {
    everyKey("intm-pair-shapley", ({ u = NaN, v = NaN, k = NaN }) => {
      const value = masked(([a = NaN, b = NaN]) => -u * a + v * b - k * a * b, [1, 1]);
      return shapley(2, value)[1] ?? NaN;
    });
  });
  test("of three features count orders one by one", () => {
    everyKey("intm-three-features", ({ a = NaN, b = NaN, c = NaN, g = NaN, d = NaN }) => {
      const table: Record<string, number> = { "": 0, "1": a, "2": 0, "3": 0, "12": b, "13": c, "23": g, "123": d };
      const value = (members: readonly string[]) => table[members.toSorted().join("")] ?? NaN;
      const orders = ["123", "132", "213", "231", "312", "321"].map((order) => [...order]);
      const contributions = orders.map((order) => {
        const before = order.slice(0, order.indexOf("1"));
        return value([...before, "1"]) - value(before);
      });
      return sum(contributions) / 6;
    });
  });
  test("depend on the baseline", () => {
    everyKey("intm-baseline-product", ({ a = NaN, b = NaN, p = NaN, q = NaN }) => {
      return (
        shapley(
          2,
          masked(([x = NaN, y = NaN]) => x * y, [a, b], [p, q]),
        )[0] ?? NaN
      );
    });
  });
  test("credit a copy under conditional filling", () => {
    everyKey("intm-copied-feature", ({ k = NaN, p = NaN }) => {
      const rows = [
        { x: [1, 1], weight: p },
        { x: [0, 0], weight: 1 - p },
      ];
      const expected = (coalition: readonly boolean[]) => {
        const kept = rows.filter(({ x }) => coalition.every((known, i) => !known || x[i] === 1));
        return sum(kept.map(({ x, weight }) => weight * k * (x[0] ?? NaN))) / sum(kept.map(({ weight }) => weight));
      };
      return shapley(2, expected)[1] ?? NaN;
    });
  });
  test("need so many orders", () => {
    everyKey("intm-orders-needed", ({ k = NaN, q = NaN }) => {
      let orders = 1;
      while (k / 2 / Math.sqrt(orders) > q * (1 + 1e-12)) orders++;
      return orders;
    });
  });
  test("add up where leave-one-out does not", () => {
    everyKey("intm-loo-surplus", ({ k = NaN, c = NaN }) => {
      const model = ([w = NaN, x = NaN, y = NaN, z = NaN]: readonly number[]) =>
        0.7 + 0.3 * w - 0.2 * x + 1.1 * y + 0.4 * z - k * w * x + c * y * z;
      const one = [1, 1, 1, 1];
      return sum(leaveOneOut(4, masked(model, one))) - (model(one) - model([0, 0, 0, 0]));
    });
    expect(correctIds("intm-which-add-up")).toEqual(["shapley", "kernel", "ig"]);
    expect(correctIds("intm-postcode")).toEqual(["model-only"]);
    expect(2 ** 10).toBe(1024);
    bothSay(question("intm-shapley-cloze").solution, "1024");
    expect(Math.sqrt(1 / 4)).toBe(0.5);
  });
});

describe("LIME", () => {
  test("weighs a mask by its cosine", () => {
    everyKey("intm-kernel-weight", ({ n = NaN, s = NaN, w = NaN }) => {
      const mask = range(n).map((i) => (i < s ? 1 : 0));
      const cosine = sum(mask) / (Math.sqrt(sum(mask.map((bit) => bit * bit))) * Math.sqrt(n));
      return Math.exp(-((1 - cosine) ** 2) / w ** 2);
    });
  });
  test("changes the sign that the question gives", () => {
    const v = masked(score, present);
    const good = (width: number) => (lime(6, v, width)[2] ?? NaN).toFixed(3).replace("-", "−");
    expect([good(0.25), good(0.75)]).toEqual(["−0.350", "0.098"]);
    bothSay(question("intm-width-sign").stem, "64", "0.25", "−0.350", "0.75", "0.098", "1.6", "-2.8");
    const effect = (not: number) => score([1, not, 1, 1, 1, 0]) - score([1, not, 0, 1, 1, 0]);
    expect([effect(1), effect(0)].map((value) => value.toFixed(1))).toEqual(["-1.2", "1.6"]);
    bothSay(whyOf("intm-width-sign", "context"), "1.6 − 2.8 = −1.2");
    expect(correctIds("intm-width-sign")).toEqual(["context"]);
    // 99 of 100: numbers.test.ts
    bothSay(question("intm-seeds-agree").stem, "0.75", "1000", "99");
    expect(correctIds("intm-seeds-agree")).toEqual(["sweep"]);
    expect(correctIds("intm-stability-check")).toEqual(["seeds", "width", "fidelity", "many"]);
  });
});

describe("patching", () => {
  test("restores a share of the gap", () => {
    everyKey("intm-denoising-effect", ({ c = NaN, d = NaN, p = NaN }) => {
      let [low, high] = [0, 1];
      for (let i = 0; i < 60; i++) {
        const middle = (low + high) / 2;
        if (d + middle * (c - d) < p) low = middle;
        else high = middle;
      }
      return low;
    });
  });
  test("of both redundant units takes their share", () => {
    everyKey("intm-joint-noising", ({ a = NaN, b = NaN }) => {
      const out = ([h0 = NaN, h1 = NaN, h2 = NaN]: readonly number[]) => a * h0 + b * Math.min(1, h1 + h2);
      expect(patch([1, 1, 1, 1], [0, 0, 0, 0], [1], out).noise).toBe(0);
      return 100 * patch([1, 1, 1, 1], [0, 0, 0, 0], [1, 2], out).noise;
    });
  });
  test("of one unit gives the pairs of the matching", () => {
    const outputs: Record<string, (a: number, b: number) => number> = {
      or: (a, b) => Math.min(1, a + b),
      and: (a, b) => Math.max(0, a + b - 1),
      sum: (a, b) => a + b,
      only: (a) => 2 * a,
      unused: (_, b) => 3 * b,
    };
    for (const { id, right } of question("intm-gate-effects").interaction.pairs) {
      const out = ([, a = NaN, b = NaN]: readonly number[]) => outputs[id]?.(a, b) ?? NaN;
      const { denoise, noise } = patch([0, 0, 1, 1], [0, 0, 0, 0], [1], out);
      expect(right.en).toBe(`(${denoise}, ${noise})`);
      expect(right.zh).toBe(`（${denoise}，${noise}）`);
    }
  });
  test("has the keys that the gates give", () => {
    expect(correctIds("intm-patching-claims")).toEqual(["or", "and", "scope"]);
    expect(correctIds("intm-noise-zero")).toEqual(["both"]);
    expect(wrongSpans("intm-patch-report")).toEqual(["noise", "general"]);
    expect(question("intm-patching-steps").interaction.items.map(({ id }) => id)).toEqual([
      "pair",
      "cache",
      "gap",
      "one",
      "scan",
      "reverse",
      "fresh",
    ]);
    // heads that each restore 60% and together lose 60%
    const out = ([h0 = NaN, h1 = NaN, h2 = NaN]: readonly number[]) => 2 * h0 + 3 * Math.min(1, h1 + h2);
    const effects = [[1], [2], [1, 2]].map((sites) => patch([1, 1, 1, 1], [0, 0, 0, 0], sites, out));
    expect(effects.map(({ denoise }) => denoise)).toEqual([0.6, 0.6, 0.6]);
    expect(effects.map(({ noise }) => noise)).toEqual([0, 0, 0.6]);
    bothSay(question("intm-patch-report").interaction.passage, "60%");
  });
});

describe("faithfulness", () => {
  test("deletion curves have this area", () => {
    everyKey(
      "intm-deletion-area",
      ({ p = NaN, q = NaN, r = NaN, s = NaN }) => {
        const points = [p, q, r, s];
        const steps = 3000;
        const heights = range(steps).map((i) => {
          const at = (3 * (i + 0.5)) / steps;
          const left = Math.floor(at);
          return (points[left] ?? NaN) + (at - left) * ((points[left + 1] ?? NaN) - (points[left] ?? NaN));
        });
        return sum(heights) / steps;
      },
      6,
    );
    const v = masked(score, present);
    const byValue = (numbers: readonly number[]) => range(6).toSorted((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0));
    const areas = [shapley(6, v), leaveOneOut(6, v)].map((numbers) =>
      deletionCurve((coalition) => sigmoid(v(coalition)), byValue(numbers)).area.toFixed(3),
    );
    expect(areas).toEqual(["0.323", "0.248"]);
    bothSay(question("intm-deletion-paradox").stem, ...areas);
    expect(correctIds("intm-deletion-paradox")).toEqual(["order"]);
  });
  test("attention is not unique", () => {
    const rows = [
      [1, 0],
      [1, 0],
      [0, 1],
      [0.5, 0.5],
    ];
    const { choices } = question("intm-same-output").interaction;
    const outputs = choices
      .filter(({ id }) => id !== "none")
      .map(({ text, why }) => {
        expect(text.zh).toBe(text.en);
        const weights = text.en.slice(1, -1).split(", ").map(Number);
        expect(sum(weights)).toBeCloseTo(1, 12);
        const output = `(${attentionOutput(weights, rows)
          .map((value) => +value.toFixed(9))
          .join(", ")})`;
        bothSay(why, output);
        return output;
      });
    expect(outputs).toEqual(["(0.85, 0.15)", "(0.25, 0.75)", "(0.625, 0.375)"]);
    expect(attentionOutput([0.7, 0.1, 0.1, 0.1], rows).map((value) => value.toFixed(2))).toEqual(["0.85", "0.15"]);
    expect(correctIds("intm-same-output")).toEqual(["second"]);
  });
  test("keys are as meant", () => {
    expect(correctIds("intm-heat-map")).toEqual(["mixing"]);
    expect(correctIds("intm-probe-next-step")).toEqual(["intervene"]);
    expect(correctIds("intm-sae-label")).toEqual(["steer"]);
    expect(correctIds("intm-weights-redrawn")).toEqual(["input"]);
    expect(correctIds("intm-faithfulness-claims")).toEqual(["necessary", "ood", "control"]);
    expect(wrongSpans("intm-audit-report")).toEqual(["cause", "probe", "attention"]);
    statesInBoth("intm-probe-next-step", "98%", "55%");
  });
});

describe("counterfactuals", () => {
  test("raise savings thousand by thousand", () => {
    everyKey("intm-savings-counterfactual", ({ w = NaN, m = NaN }) => {
      let thousands = 0;
      while (-m + w * thousands < -1e-12) thousands++;
      return thousands;
    });
  });
  test("keys are as meant", () => {
    expect(correctIds("intm-letter-to-applicant")).toEqual(["receipt"]);
    expect(correctIds("intm-bias-pairs")).toEqual(["pairs"]);
    expect(correctIds("intm-good-counterfactual")).toEqual(["flip", "plausible", "few"]);
  });
});

describe("short answers", () => {
  test.each(["intm-loan-explanations", "intm-lime-disagrees"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test.each([
    [
      "intm-loan-explanations",
      "The attention map shows what caused the refusal. SHAP shows real-world causes. A probe with high accuracy proves use.",
    ],
    ["intm-loan-explanations", "注意力图说明了拒绝的原因。SHAP 值就是现实因果。探针准确率高，说明模型在用。"],
    ["intm-lime-disagrees", "SHAP has axioms, so it is right and LIME is wrong. Report SHAP only."],
    ["intm-lime-disagrees", "SHAP 有公理，所以它对，LIME 错。只报告 SHAP 就行。"],
    ["intm-lime-disagrees", "The word good does not interact. It does not depend on whether not is present."],
    ["intm-lime-disagrees", "The kernel width is irrelevant, several seeds are superfluous."],
    ["intm-lime-disagrees", "没有交互项，核宽无关紧要，不需要换种子。"],
    [
      "intm-loan-explanations",
      "A counterfactual is just an adversarial example. Nobody needs a deletion curve or controlled pairs, and the baseline does not matter.",
    ],
    ["intm-loan-explanations", "反事实就是对抗样本，删除曲线没有意义，不需要成对样本，不用写明基线。"],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test.each([
    [
      "intm-lime-disagrees",
      "There is an interaction. SHAP averages over all orders. LIME is a local slope that depends on the kernel width. Repeat over seeds and sweep the width. Report both contexts.",
    ],
    [
      "intm-lime-disagrees",
      "两个词有交互。SHAP 在所有顺序上平均。LIME 是局部斜率，由核宽决定。用多个种子重复，再扫核宽。两种上下文都报告。",
    ],
    [
      "intm-loan-explanations",
      "Give the applicant a counterfactual. State the baseline. Compare the deletion curve with random orders. Measure bias with paired texts. It explains the model, not the world.",
    ],
    [
      "intm-loan-explanations",
      "给申请人一个反事实。写明基线。比较删除曲线和随机次序。用成对样本测偏见。这不是现实因果。",
    ],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(5);
  });
});
