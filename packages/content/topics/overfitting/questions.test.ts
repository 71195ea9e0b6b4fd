import { evaluateFormula } from "@tidao/grading";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { leakage, softThreshold } from "./simulations";

const { question, everyKey, draws, correctIds, wrongSpans, whyOf, met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("penalties, dropout and smoothing", () => {
  test("decay step by step", () => {
    everyKey("over-decay-factor", ({ a = NaN, w = NaN, n = NaN }) => {
      let weight = 100;
      for (let step = 0; step < n; step++) weight -= a * w * weight;
      return weight;
    });
  });
  test("threshold as coordinate descent does", () => {
    const all = draws("over-soft-threshold");
    expect(all.length).toBe(24);
    for (const [{ c = NaN, t = NaN }, key] of all) expect(key).toBeCloseTo(softThreshold(c, t), 9);
  });
  test("smooth targets that sum to 1", () => {
    // a mixture of the label and the uniform distribution
    everyKey("over-smoothed-target", ({ k = NaN, e1 = NaN }) => {
      const target = Array.from({ length: k }, (_, i) => (1 - e1) * (i === 0 ? 1 : 0) + e1 * (1 / k));
      expect(target.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      return target[0] ?? NaN;
    });
    for (const [{ k = NaN, e1 = NaN }, key] of draws("over-smoothed-target"))
      expect(key + ((k - 1) * e1) / k).toBeCloseTo(1, 12);
  });
  test("keep the mean of a unit", () => {
    for (const [{ a = NaN, p = NaN }, key] of draws("over-dropout-scale")) expect(key * (1 - p)).toBeCloseTo(a, 12);
  });
  test("fill the cloze", () => {
    expect([2 / (1 + 1), softThreshold(2, 0.5), softThreshold(0.3, 0.5)]).toEqual([1, 1.5, 0]);
    bothSay(question("over-shrinkage-cloze").solution, "= 1$", "= 1.5$", "= 0$");
  });
});

describe("estimates", () => {
  test("take a training for each fold, setting and split", () => {
    everyKey("over-cv-trainings", ({ k = NaN, s = NaN, r = NaN }) => {
      let trainings = 1;
      for (let setting = 0; setting < s; setting++)
        for (let split = 0; split < r; split++) for (let fold = 0; fold < k; fold++) trainings++;
      return trainings;
    });
  });
  test("mix repeated and fresh examples", () => {
    for (const [{ r = NaN, s = NaN, a = NaN }, key] of draws("over-fresh-accuracy")) {
      expect((s * a + (100 - s) * key) / 100).toBeCloseTo(r, 9);
      expect(key > 60 && key < 92).toBe(true);
    }
  });
  test("find luck among settings", () => {
    everyKey("over-lucky-setting", ({ p = NaN, a = NaN }) => {
      // probability of exactly j lucky ones, summed from 1
      let [sum, term] = [0, (1 - a / 100) ** p];
      for (let j = 1; j <= p; j++) {
        term *= ((p - j + 1) / j) * (a / 100 / (1 - a / 100));
        sum += term;
      }
      return 100 * sum;
    });
  });
  test("lie about noise as the texts say", () => {
    expect(leakage(3, false)).toBe(0.225);
    const mean = (inside: boolean) =>
      Array.from({ length: 20 }, (_, i) => leakage(i + 1, inside)).reduce((sum, error) => sum + error, 0) / 20;
    bothSay(
      question("over-noise-score").solution,
      ...[mean(false), mean(true)].map((error) => `${(100 * error).toFixed(1)}%`),
    );
    bothSay(question("over-noise-score").stem, "22.5%");
    expect(correctIds("over-noise-score")).toEqual(["inside"]);
    expect(correctIds("over-leaking-steps")).toEqual(["screen-all", "patients", "tune"]);
    expect(wrongSpans("over-gene-report")).toEqual(["select", "claim", "stop"]);
    bothSay(whyOf("over-gene-report", "select"), "22.5%");
  });
});

test("early stopping with a patience of 3 returns epoch 5", () => {
  const { stem, interaction } = question("over-patience");
  const losses = [...(/\$([\d.,\\ ]+)\$/.exec(stem.en)?.[1] ?? "").matchAll(/\d\.\d\d/g)].map(Number);
  expect(losses).toHaveLength(9);
  let [best, at, waited, epoch] = [Infinity, 0, 0, 0];
  for (const loss of losses) {
    epoch++;
    if (loss < best) [best, at, waited] = [loss, epoch, 0];
    else if (++waited === 3) break;
  }
  expect([at, epoch, best]).toEqual([5, 8, 0.78]);
  expect(evaluateFormula(interaction.answer, {})).toBe(at);
});

describe("answers in words", () => {
  test("of the author say every key point", () => {
    authorMeetsAll("over-explain-curves");
    authorMeetsAll("over-tickets-plan");
  });
  test("say none where they name the wrong checkpoint, rate or schedule", () => {
    expect(met("over-explain-curves", "Use a cosine schedule and train longer.")).toEqual([]);
    expect(met("over-explain-curves", "学习率太大，曲线波动，用余弦退火再多训几轮。")).toEqual([]);
    expect(met("over-explain-curves", "After the patience runs out ship the last checkpoint.")).toEqual(["patience"]);
    expect(met("over-explain-curves", "耐心值用完后返回最后一个检查点，它见过的数据最多。")).toEqual(["patience"]);
    expect(met("over-tickets-plan", "换更大的模型，学习率调大，再训 10 轮，上线最后的检查点。")).toEqual([]);
  });
});
