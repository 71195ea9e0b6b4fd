import { describe, expect, test } from "vitest";
import { bothSay, percent, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  allAgreeBound,
  auditPlan,
  certifiedRadius,
  l1,
  l2,
  linear,
  lossFactor,
  type Norm,
  pgd,
  phi,
  precision,
  traces,
  voteProbability,
} from "./simulations";

const { question, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(
  import.meta.url,
);

/** The worst margin that PGD finds for a linear score. */
function worst(w: readonly number[], margin: number, norm: Norm, eps: number): number {
  const { score, slope } = linear(w, margin);
  const origin = w.map(() => 0);
  return pgd(score, slope, origin, 1, { norm, eps, alpha: eps / 4, steps: 6 }).at(-1)?.margin ?? Number.NaN;
}
/** The budget at which the worst margin becomes 0, by halving. */
function flips(w: readonly number[], margin: number, norm: Norm): number {
  let [low, high] = [0, 10];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (worst(w, margin, norm, middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

describe("worst cases of linear models", () => {
  test("are what PGD finds", () => {
    everyKey("sec-linf-budget", ({ a = NaN, b = NaN, c = NaN, m = NaN }) => flips([a, -b, c], m, "linf"));
    everyKey("sec-l2-worst-margin", ({ k = NaN, m = NaN, e2 = NaN }) => worst([3 * k, -4 * k], m, "l2", e2));
  });
  test("leave the points that withstand the attack", () => {
    everyKey("sec-robust-accuracy", ({ n = NaN, e2 = NaN }) => {
      const margins = [-0.45, 0.25, 0.65, 0.95, 1.35, 1.65, 2.15, 2.85];
      for (const margin of margins) bothSay(question("sec-robust-accuracy").stem, String(margin).replace("-", "−"));
      const w = Array.from({ length: 10 }, (_, i) => (n / 10) * (i % 2 === 0 ? 1 : -1));
      expect(l1(w)).toBeCloseTo(n, 9);
      return (100 * margins.filter((margin) => worst(w, margin, "linf", e2) > 0).length) / margins.length;
    });
    expect((100 * 7) / 8).toBe(87.5);
  });
  test("come closer in high dimension", () => {
    expect(correctIds("sec-dimension")).toEqual(["tenth"]);
    const budget = (d: number) => 2 / l1(Array.from({ length: d }, () => 1 / Math.sqrt(d)));
    expect([100, 10_000].map((d) => Number(budget(d).toFixed(9)))).toEqual([0.2, 0.02]);
    expect([2 / 100, 2 / 10_000]).toEqual([0.02, 0.0002]);
    statesInBoth("sec-dimension", "0.0002", "0.02", "0.2");
  });
  test("cost passes", () => {
    everyKey("sec-training-cost", ({ t = NaN, k = NaN }) => {
      let total = t;
      for (let step = 0; step < k; step++) total += t;
      return total;
    });
  });
});

describe("gradient masking", () => {
  test("starts at the temperature that a search finds", () => {
    everyKey("sec-mask-temperature", ({ m = NaN }) => {
      let temperature = 1;
      while (lossFactor(m, temperature) > 0) temperature++;
      return temperature;
    });
  });
  test("is told by its signs", () => {
    expect(correctIds("sec-distillation-gradients")).toEqual(["saturation"]);
    expect(correctIds("sec-fgsm-zero")).toEqual(["masked"]);
    bothSay(question("sec-fgsm-zero").solution, `${100 - 58}`);
    expect(correctIds("sec-masking-signs")).toEqual(["one-step", "plateau", "transfer"]);
    expect(wrongSpans("sec-robustness-report")).toEqual(["fgsm", "noise", "general"]);
  });
});

describe("smoothing", () => {
  test("multiplies the quantile by the noise", () => {
    // the shift of a half-space of that probability at which its votes are even
    everyKey("sec-smoothing-radius", ({ s = NaN, z = NaN }) => {
      let [low, high] = [0, 10];
      for (let i = 0; i < 60; i++) {
        const middle = (low + high) / 2;
        if (phi(z - middle / s) > 0.5) low = middle;
        else high = middle;
      }
      return low;
    });
    expect([0.8, 0.9, 0.95, 0.99].map((p) => certifiedRadius(1, p).toFixed(4))).toEqual([
      "0.8416",
      "1.2816",
      "1.6449",
      "2.3263",
    ]);
  });
  test("certifies the distance of a linear model whatever the noise", () => {
    everyKey(
      "sec-linear-certificate",
      ({ k = NaN, m = NaN, s = NaN }) => {
        const w = [3 * k, 4 * k];
        const shift = certifiedRadius(s, voteProbability(m, w, s));
        // moved by that much along w, the votes are even
        expect(phi((m - shift * l2(w)) / (s * l2(w)))).toBeCloseTo(0.5, 3);
        return flips(w, m, "l2");
      },
      4,
    );
    expect(correctIds("sec-larger-noise")).toEqual(["same"]);
    const radii = [0.5, 1].map((s) => certifiedRadius(s, voteProbability(1.25, [1, -2, 0.5], s)));
    expect(radii[0]).toBeCloseTo(radii[1] ?? 0, 9);
  });
  test("needs votes", () => {
    everyKey("sec-votes-needed", ({ a = NaN, p = NaN }) => {
      let votes = 1;
      // chance that so many votes agree although the class has only p
      for (let chance = p; chance > a; chance *= p) votes++;
      expect(allAgreeBound(votes, a)).toBeGreaterThanOrEqual(p);
      return votes;
    });
    expect(correctIds("sec-low-vote")).toEqual(["abstain"]);
    expect(certifiedRadius(1, 0.47)).toBeLessThan(0);
    expect(correctIds("sec-smoothing-claims")).toEqual(["confidence", "limit"]);
  });
});

describe("attempts and plans", () => {
  test("succeed at last", () => {
    everyKey("sec-jailbreak-tries", ({ p = NaN, q = NaN }) => {
      let [tries, fail] = [0, 1];
      while (100 * (1 - fail) < q) {
        tries++;
        fail *= 1 - p / 100;
      }
      return tries;
    });
    everyKey("sec-asr-at-k", ({ p = NaN, k = NaN }) => {
      let won = 0;
      for (let attempt = 0; attempt < k; attempt++) won += (1 - won) * (p / 100);
      return 100 * won;
    });
  });
  test("are judged outside the model", () => {
    expect(correctIds("sec-web-page-forward")).toEqual(["indirect"]);
    expect(correctIds("sec-model-obeys")).toEqual(["tool"]);
    expect(correctIds("sec-control-flow")).toEqual(["passes"]);
    expect(auditPlan(traces.find(({ id }) => id === "A2")?.steps ?? [])).toEqual([{ id: "b", kind: "control" }]);
    expect(correctIds("sec-flow-claims")).toEqual(["plan", "arguments", "taint"]);
    bothSay(question("sec-flow-claims").solution, "77%", "84%");
    expect(wrongSpans("sec-agent-review")).toEqual(["filter", "prompt", "sink", "test"]);
  });
});

describe("detectors", () => {
  test("have a precision, counted in a million inputs", () => {
    const alerts = (t: number, f: number, share: number) => {
      const attacks = 1e6 * share;
      return { right: (attacks * t) / 100, wrong: ((1e6 - attacks) * f) / 100 };
    };
    everyKey("sec-detector-precision", ({ t = NaN, f = NaN, b = NaN }) => {
      const { right, wrong } = alerts(t, f, b / 1000);
      return (100 * right) / (right + wrong);
    });
    everyKey("sec-false-per-true", ({ t = NaN, f = NaN, n = NaN }) => {
      const { right, wrong } = alerts(t, f, 1 / n);
      return wrong / right;
    });
    everyKey("sec-fpr-for-precision", ({ n = NaN, t = NaN, p = NaN }) => {
      let [low, high] = [0, 100];
      for (let i = 0; i < 60; i++) {
        const middle = (low + high) / 2;
        const { right, wrong } = alerts(t, middle, 1 / n);
        if (right / (right + wrong) > p / 100) low = middle;
        else high = middle;
      }
      return low;
    });
  });
  test("are right less often than they seem", () => {
    expect(correctIds("sec-accurate-alert")).toEqual(["nine"]);
    expect(percent(precision(0.99, 0.01, 0.001))).toBe("9.0%");
    expect([1000 * 0.001 * 0.99, 999 * 0.01, 0.99 + 9.99].map((v) => Number(v.toFixed(9)))).toEqual([
      0.99, 9.99, 10.98,
    ]);
    statesInBoth("sec-accurate-alert", "9.99", "10.98");
    expect(precision(0.99, 0.001, 0.001)).toBeCloseTo(0.5, 2);
    bothSay(whyOf("sec-accurate-alert", "half"), "0.1%");
  });
  test("gain by fewer false alerts or a higher base rate", () => {
    const before = precision(0.95, 0.01, 0.001);
    const changed = {
      fpr: precision(0.8, 0.001, 0.001),
      focus: precision(0.95, 0.01, 0.05),
      tpr: precision(0.99, 0.02, 0.001),
    };
    const better = Object.entries(changed).flatMap(([id, value]) => (value > before ? [id] : []));
    expect(correctIds("sec-raise-precision")).toEqual(better);
    bothSay(
      question("sec-raise-precision").solution,
      percent(before),
      ...Object.values(changed).map((v) => percent(v)),
    );
    for (const [id, value] of Object.entries(changed)) bothSay(whyOf("sec-raise-precision", id), percent(value));
    expect([0.95 / 0.01, 0.8 / 0.001].map((v) => v.toFixed(0))).toEqual(["95", "800"]);
    bothSay(whyOf("sec-raise-precision", "fpr"), "95", "800");
  });
});

describe("claims and names", () => {
  test("have the keys that the sources support", () => {
    expect(correctIds("sec-poison-scaling")).toEqual(["constant"]);
    bothSay(question("sec-poison-scaling").solution, "250", "13B");
    expect(correctIds("sec-poison-claims")).toEqual(["survives", "blind", "web"]);
    expect(correctIds("sec-linf-trained-claim")).toEqual(["upper"]);
    expect(correctIds("sec-honest-claim")).toEqual(["ball", "adaptive", "separate"]);
    expect(question("sec-attack-names").interaction.pairs).toHaveLength(5);
    expect(question("sec-threat-scenarios").interaction.pairs).toHaveLength(5);
    expect(question("sec-adversarial-step").interaction.items.map(({ id }) => id)).toEqual([
      "start",
      "input-gradient",
      "ascend",
      "loss",
      "weight-gradient",
      "update",
    ]);
    const filled = question("sec-minmax-cloze").interaction.blanks.map(({ accept }) => accept.en[0]);
    expect(filled).toEqual(["maximisation", "minimisation", "original", "L1"]);
  });
});

describe("short answers", () => {
  test.each(["sec-email-agent", "sec-explain-masking"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test.each([
    [
      "sec-email-agent",
      "Write a strong system prompt with delimiters and buy a 99% accurate detector. No human approval is needed.",
    ],
    ["sec-email-agent", "系统提示写得够强，加分隔符就行，不需要人工审批，检测器 99% 准确。"],
    [
      "sec-email-agent",
      "不需要威胁模型，不用最小权限，不需要来源标签，不用隔离模型，不用显示真实参数，不必做自适应攻击。",
    ],
    ["sec-explain-masking", "不需要黑盒攻击，也不用迁移攻击，梯度没有消失，不必攻击 logit。"],
    ["sec-explain-masking", "FGSM at 0% proves that the network is robust; add random noise and report the average."],
    ["sec-explain-masking", "FGSM 成功率为 0% 就说明鲁棒，再加随机噪声测平均准确率就可以了。"],
    ["sec-explain-masking", "FGSM 成功率 0% 说明边界移远了，对抗样本不存在了，可以写进报告，不需要黑盒攻击。"],
  ])("that hold the misconceptions meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test.each([
    [
      "sec-email-agent",
      "First list the assets. A dual LLM with taint tracking. Use an allowlist. Human in the loop for deletion. Run adaptive attacks and measure ASR and utility.",
    ],
    ["sec-explain-masking", "梯度消失是因为 softmax 饱和，边界没有变。应当攻击 logit，再跑黑盒攻击和多步 PGD。"],
  ])("in other words meet all points: %s", (id, text) => {
    expect(met(id, text)).toHaveLength(5);
  });
});
