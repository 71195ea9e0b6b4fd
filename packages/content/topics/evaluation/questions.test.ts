import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { f1, mcc, sigmoid, swapped, wilsonByBisection } from "./metrics";

const { question, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(import.meta.url);
const fixed = (value: number, digits = 3) => value.toFixed(digits);
/** The standard normal's share above x, by Simpson's rule. */
function above(x: number): number {
  const [steps, far] = [2000, 10];
  const width = (far - x) / steps;
  let area = 0;
  for (let i = 0; i <= steps; i++) {
    const at = x + width * i;
    area += Math.exp((-at * at) / 2) * (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2);
  }
  return (area * width) / 3 / Math.sqrt(2 * Math.PI);
}
const precisionAt = (prevalence: number, tpr: number, fpr: number) => {
  const harmful = 1e6 * prevalence;
  return (harmful * tpr) / (harmful * tpr + (1e6 - harmful) * fpr);
};

describe("keys that are chosen", () => {
  test("of single-choice and multiple-choice questions", () => {
    const keys: Record<string, string[]> = {
      "eval-auc-low-precision": ["rare-positives"],
      "eval-calibration-bucket": ["temperature"],
      "eval-contamination-check": ["paraphrase"],
      "eval-do-nothing-filter": ["high-zero"],
      "eval-f1-two-reports": ["other-class"],
      "eval-judge-random-order": ["noise"],
      "eval-pass-k-plug-in": ["low"],
      "eval-perplexity-two-tokenisers": ["a-bpb"],
      "eval-roc-axes": ["tpr-fpr"],
      "eval-which-test": ["mcnemar"],
      "eval-imbalance-claims": ["ap-baseline", "auc-stable", "precision-83"],
      "eval-interval-claims": ["perfect-score", "quadruple", "wald-zero"],
      "eval-judge-protocol": ["both-orders", "length", "kappa"],
      "eval-monotone-map": ["auc", "ap", "top-100"],
    };
    for (const [id, key] of Object.entries(keys)) expect(correctIds(id), id).toEqual(key);
  });
  test("of passages with errors", () => {
    expect(wrongSpans("eval-launch-memo")).toEqual(["better", "family", "order"]);
    expect(wrongSpans("eval-risk-report")).toEqual(["axes", "precision", "probability"]);
  });
});

describe("what questions state", () => {
  test("a precision of 0.05 at 0.5% goes with an AUC of 0.93", () => {
    let ratio = 1;
    while (precisionAt(0.005, ratio, 1) < 0.05) ratio += 0.001;
    expect(fixed(ratio, 1)).toBe("10.5");
    expect(precisionAt(0.005, 0.7, 0.067)).toBeCloseTo(0.05, 3);
    // normal scores of AUC 0.93: the distance d of the means has above(-d/√2) = 0.93
    let distance = 0;
    while (above(-distance / Math.SQRT2) < 0.93) distance += 0.001;
    let threshold = 0;
    while (above(threshold) > 0.067) threshold += 0.001;
    expect(above(threshold - distance)).toBeGreaterThan(0.7);
    bothSay(question("eval-auc-low-precision").solution, "10.5", "0.70", "0.067");
    bothSay(whyOf("eval-auc-low-precision", "rare-positives"), String(0.995 / 0.005));
  });
  test("an AUC of 0.95 guarantees no precision of one half at half of the recall", () => {
    let distance = 0;
    while (above(-distance / Math.SQRT2) < 0.95) distance += 0.0005;
    const fpr = above(distance);
    expect(fixed(fpr, 2)).toBe("0.01");
    bothSay(whyOf("eval-imbalance-claims", "auc-guarantee"), fixed(precisionAt(0.01, 0.5, fpr), 2));
    bothSay(whyOf("eval-imbalance-claims", "precision-83"), fixed(precisionAt(0.01, 0.9, 0.1)));
    statesInBoth("eval-risk-report", fixed(precisionAt(0.01, 0.9, 0.1)), "8.3%");
    statesInBoth("eval-explain-auc", fixed(precisionAt(0.01, 0.9, 0.1)), "8.3%");
  });
  test("F1 of either class, and MCC of both", () => {
    const cells = { tp: 90, fp: 10, fn: 10, tn: 890 };
    bothSay(question("eval-f1-two-reports").stem, fixed(f1(cells)), fixed(f1(swapped(cells))));
    bothSay(question("eval-f1-two-reports").solution, fixed(mcc(cells)), fixed(f1(swapped(cells))));
    bothSay(whyOf("eval-f1-two-reports", "accuracy"), fixed((90 + 890) / 1000));
  });
  test("ends of intervals and what three items can show", () => {
    bothSay(whyOf("eval-interval-claims", "perfect-score"), fixed(wilsonByBisection(50, 50)[0]));
    for (const end of wilsonByBisection(82, 100)) statesInBoth("eval-launch-memo", fixed(end));
    const z = Math.max(...Array.from({ length: 20 }, (_, onlyB) => 3 / Math.sqrt(3 + 2 * onlyB)));
    bothSay(whyOf("eval-interval-claims", "fixed-set"), fixed(z, 2));
    bothSay(whyOf("eval-launch-memo", "better"), fixed(z, 2));
    const share = (82 + 79) / 200;
    statesInBoth("eval-launch-memo", fixed(0.03 / Math.sqrt((2 * share * (1 - share)) / 100), 2));
  });
  test("bits per byte of two tokenisers", () => {
    const bits = (perplexity: number, bytes: number) => fixed(Math.log(perplexity) / Math.LN2 / bytes);
    bothSay(question("eval-perplexity-two-tokenisers").solution, bits(9, 4.5), bits(6, 3.2));
    expect([6 / 3.2, 9 / 4.5]).toEqual([1.875, 2]);
  });
  test("pass@5 of three in ten, by drawing every five", () => {
    const [all, failing] = [0, 1].map((least) => {
      let count = 0;
      for (let set = 0; set < 1024; set++) {
        const picked = Array.from({ length: 10 }, (_, i) => i).filter((i) => set & (1 << i));
        if (picked.length === 5 && (least === 0 || picked.every((i) => i >= 3))) count++;
      }
      return count;
    });
    expect([all, failing]).toEqual([252, 21]);
    bothSay(question("eval-pass-k-steps").solution, "21/252=0.917", fixed(1 - 0.7 ** 5));
  });
  test("the cost threshold, and the slot that outweighs the difference", () => {
    bothSay(question("eval-situation-measure").solution, fixed(1 / 101, 4));
    expect(sigmoid(-0.2 + 0.8)).toBeGreaterThan(0.5);
    expect(sigmoid(-0.2 - 0.8)).toBeLessThan(0.5);
  });
  test("temperature scaling leaves one half where it is and moves 0.9 down", () => {
    expect(sigmoid(Math.log(0.5 / 0.5) / 2)).toBe(0.5);
    expect(sigmoid(Math.log(0.9 / 0.1) / 2)).toBeLessThan(0.9);
  });
});

describe("short answers", () => {
  test.each(["eval-explain-auc", "eval-rag-launch"])("of the author meet all points and stems none: %s", authorMeetsAll);
  test("give nothing for a high AUC taken as proof", () => {
    for (const wrong of [
      "AUC 0.95 很高，可以直接上线。",
      "AUC 高说明概率校准得很好，可以直接显示。",
      "A high AUC means calibrated probabilities, so show them.",
      "AUC depends on prevalence.",
      "误报很少，大部分报警是真的。",
      "Precision may be very high at 1% prevalence.",
      "精确率会非常高。",
      "At 1% prevalence precision is still 95%.",
    ])
      expect(met("eval-explain-auc", wrong), wrong).toEqual([]);
  });
  test("give nothing for a judge that nobody checks", () => {
    for (const wrong of [
      "We let a strong model score the answers; no human labels are needed.",
      "让 GPT 打个分就行，不需要人工标注。",
      "Avoid data leakage of customer records.",
      "No confidence intervals are needed.",
      "检索和生成不必分开评估。",
      "裁判模型随机顺序评一次。",
    ])
      expect(met("eval-rag-launch", wrong), wrong).toEqual([]);
  });
});
