import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  alarmQuality,
  ddm,
  errorStream,
  followTheLeader,
  forgetting,
  hedge,
  onlineGradient,
  pageHinkley,
  reservoir,
  splitAgainstPrequential,
  track,
  trap,
} from "./simulations";

const { question, draws, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(
  import.meta.url,
);
const textOf = (id: string, choice: string) => {
  const found = question(id).interaction.choices.find((each) => each.id === choice);
  if (!found) throw new Error(`${id} has no choice ${choice}`);
  return found.text;
};

describe("settings and evaluation", () => {
  test("have one right name each", () => {
    expect(correctIds("ol-frozen-setting")).toEqual(["inference"]);
    expect(correctIds("ol-replay-purpose")).toEqual(["forgetting"]);
    expect(wrongSpans("ol-click-log-report")).toEqual(["split", "step", "buffer"]);
    expect(question("ol-method-for-setting").interaction.pairs).toHaveLength(6);
  });
  test("are judged forward in time", () => {
    expect(correctIds("ol-split-flatters")).toEqual(["forward"]);
    const { randomSplit, prequential } = splitAgainstPrequential(0.5);
    bothSay(question("ol-split-flatters").stem, randomSplit.toFixed(3), prequential.toFixed(3));
    bothSay(textOf("ol-split-flatters", "split"), randomSplit.toFixed(3));
    bothSay(textOf("ol-split-flatters", "forward"), prequential.toFixed(3));
  });
  test("forget by projecting twice", () => {
    everyKey("ol-forgetting-value", ({ c = NaN, a = NaN }) => c * c * forgetting(a));
    expect(correctIds("ol-angle-of-forgetting")).toEqual(["forty-five"]);
    const errors = [15, 45, 75, 90].map((degrees) => forgetting(degrees));
    expect(Math.max(...errors)).toBe(errors[1]);
    expect(errors.map((error) => Number(error.toFixed(4)))).toEqual([0.0625, 0.25, 0.0625, 0]);
    bothSay(question("ol-angle-of-forgetting").solution, "0.0625", "0.25");
    for (const id of ["seventy-five", "fifteen"]) bothSay(whyOf("ol-angle-of-forgetting", id), "0.0625");
    bothSay(whyOf("ol-angle-of-forgetting", "forty-five"), "0.25");
  });
});

describe("regret and step sizes", () => {
  test("of gradient descent add up two equal terms", () => {
    everyKey("ol-ogd-bound", ({ d = NaN, g = NaN, t = NaN }) => {
      // the least value of D²/(2η) + ηG²T/2 over a fine grid of η
      const best = d / (g * Math.sqrt(t));
      return Math.min(
        ...range(400).map((i) => {
          const eta = best * (0.5 + i / 400);
          return (d * d) / (2 * eta) + (eta * g * g * t) / 2;
        }),
      );
    });
    expect([(2 / (3 * Math.sqrt(10_000))).toFixed(5), 2 * 3 * Math.sqrt(10_000)]).toEqual(["0.00667", 600]);
    bothSay(question("ol-regret-cloze").solution, "0.00667", "600");
    expect([2 * 3 * 10_000, (2 * 3 * Math.sqrt(10_000)) / 2]).toEqual([60_000, 300]);
    const { blanks } = question("ol-regret-cloze").interaction;
    expect(blanks.map(({ accept }) => accept.en[0])).toEqual(["fixed", "√T", "600", "prequential"]);
  });
  test("of Hedge are tuned over η", () => {
    everyKey(
      "ol-hedge-bound",
      ({ n = NaN, t = NaN }) =>
        Math.min(...range(2000).map((i) => Math.log(n) / ((i + 1) / 2000) + ((i + 1) / 2000) * (t / 8))),
      3,
    );
    expect(Math.sqrt(Math.log(100) / Math.log(10)).toFixed(2)).toBe("1.41");
    bothSay(textOf("ol-hedge-claims", "log"), "1.41");
    expect(correctIds("ol-hedge-claims")).toEqual(["all", "log", "average"]);
  });
  test("of Hedge weights come round by round", () => {
    everyKey("ol-hedge-weight", ({ h = NaN, a = NaN, b = NaN }) => {
      const rounds = range(Math.max(a, b)).map((t) => [t < a ? 1 : 0, t < b ? 1 : 0]);
      return hedge(rounds, h).weights[0] ?? NaN;
    });
  });
  test("trap who follows the leader", () => {
    expect(correctIds("ol-leader-trap")).toEqual(["trapped"]);
    expect(followTheLeader(trap(100))).toBe(99.5);
    const eta = Math.sqrt((8 * Math.log(2)) / 100);
    const run = hedge(trap(100), eta);
    expect([eta.toFixed(4), run.loss.toFixed(2), run.bestLoss]).toEqual(["0.2355", "52.66", 49.5]);
    expect(Math.sqrt((100 * Math.log(2)) / 2).toFixed(1)).toBe("5.9");
    bothSay(textOf("ol-leader-trap", "bounded"), "5.9");
    bothSay(textOf("ol-leader-trap", "best"), "49.5");
    bothSay(textOf("ol-leader-trap", "trapped"), "99.5");
    bothSay(question("ol-leader-trap").solution, "0.2355", "52.66", "0.5 + 99 = 99.5");
    expect(0.5 + 99).toBe(99.5);
  });
  test("are negative against a weak comparator", () => {
    expect(correctIds("ol-negative-regret")).toEqual(["weak"]);
    const ys = range(100).map((i) => (i < 50 ? 1 : -1));
    const { loss, best, regret } = onlineGradient(ys, 2 / Math.sqrt(100));
    expect([loss, best, regret].map((x) => Number(x.toFixed(9)))).toEqual([14, 100, -86]);
    bothSay(question("ol-negative-regret").stem, "14", "100", "−86");
    const first = onlineGradient(ys.slice(0, 50), 0.2).loss;
    expect([first, loss - first].map((x) => Number(x.toFixed(9)))).toEqual([3, 11]);
    expect(question("ol-negative-regret").solution.zh).toContain("损失 3");
    expect(question("ol-negative-regret").solution.en).toContain("loss 11");
    // a larger step does lose less, and every fixed point loses 100
    expect(onlineGradient(ys, 1).loss).toBeLessThan(loss);
    for (const w of [-1, -0.3, 0, 0.7, 1])
      expect(ys.reduce((total, y) => total + Math.abs(w - y), 0)).toBeCloseTo(100, 9);
    bothSay(textOf("ol-negative-regret", "bound"), `${2 * 1 * Math.sqrt(100)}`);
  });
  test("keep noise at a constant rate", () => {
    everyKey("ol-steady-error", ({ h = NaN, v = NaN }) => {
      let variance = 0;
      for (let t = 0; t < 2000; t++) variance = (1 - h) ** 2 * variance + h * h * v;
      return variance;
    });
    everyKey("ol-walk-error", ({ h = NaN, v = NaN, q = NaN }) => {
      let variance = 0;
      for (let t = 0; t < 2000; t++) variance = (1 - h) ** 2 * variance + h * h * v + q;
      return variance;
    });
  });
  test("let the running mean crawl after a jump", () => {
    everyKey("ol-catch-up", ({ n = NaN, p = NaN }) => {
      let [w, steps] = [0, 0];
      while (w < p / 100 - 1e-12) w += (1 - w) / (n + ++steps);
      return steps;
    });
    for (const [{ p = NaN }] of draws("ol-catch-up")) {
      let [w, steps] = [0, 0];
      for (; w < p / 100 - 1e-12; steps++) w += 0.1 * (1 - w);
      expect(steps).toBe(Math.ceil(Math.log(1 - p / 100) / Math.log(0.9)));
    }
    expect(correctIds("ol-stuck-estimate")).toEqual(["constant"]);
    expect(track("constant", 2).second).toBeLessThan(track("running mean", 2).second / 10);
  });
  test("of FTRL-Proximal minimise its objective", () => {
    everyKey(
      "ol-ftrl-weight",
      ({ z = NaN, n = NaN, a = NaN, l = NaN }) => {
        // z·w + λ₁|w| + (β + √n)/(2α)·w², on a grid of w
        const value = (w: number) => z * w + l * Math.abs(w) + ((1 + Math.sqrt(n)) / (2 * a)) * w * w;
        let best = 0;
        for (let i = -20_000; i <= 20_000; i++) if (value(i / 40_000) < value(best)) best = i / 40_000;
        return best;
      },
      2,
    );
  });
  test("ask for the feedback that is there", () => expect(correctIds("ol-routing-feedback")).toEqual(["discounted"]));
});

describe("detectors", () => {
  test("exceed a threshold step by step", () => {
    everyKey("ol-page-hinkley-wait", ({ a = NaN, b = NaN, s = NaN, l = NaN }) => {
      let [m, least, step] = [0, 0, 0];
      for (let t = 0; t < 50; t++) {
        m += a - a - s;
        least = Math.min(least, m);
      }
      while (m - least <= l) {
        m += b - a - s;
        step++;
      }
      return step;
    });
  });
  test("wait for labels, which come late", () => {
    everyKey("ol-alarm-in-days", ({ w = NaN, r = NaN, d = NaN }) => {
      // the label of example j is there j / r + d days after the change
      let last = 0;
      for (let j = 1; j <= w; j++) last = j / r + d;
      return last;
    });
    expect(200 * 60).toBe(12_000);
    bothSay(question("ol-alarm-policy").interaction.modelAnswer, "12,000");
    bothSay(question("ol-alarm-policy").solution, "200 \\times 60 = 12{,}000");
  });
  test("of DDM alarm three deviations above the lowest", () => {
    everyKey("ol-ddm-level", ({ p = NaN, n = NaN }) => {
      // the variance of n coin tosses, summed one by one
      let variance = 0;
      for (let i = 0; i < n; i++) variance += (p / 100) * (1 - p / 100);
      return 100 * (p / 100 + (3 * Math.sqrt(variance)) / n);
    });
  });
  test("are chosen by false alarms first", () => {
    expect(correctIds("ol-threshold-choice")).toEqual(["fifteen"]);
    for (const threshold of [10, 15, 20]) {
      const months = range(100).filter(
        (i) => pageHinkley(errorStream(i + 1, { at: 6000, length: 6000 }), { threshold }).length > 0,
      );
      const { delay } = alarmQuality((xs) => pageHinkley(xs, { threshold }));
      const wait = (delay + 1e-9).toFixed(1);
      bothSay(question("ol-threshold-choice").stem, `${months.length}%`, wait);
      const option = { 10: "ten", 15: "fifteen", 20: "twenty" }[threshold] ?? "";
      const says = option === "twenty" ? whyOf("ol-threshold-choice", option) : textOf("ol-threshold-choice", option);
      bothSay(says, (delay / 200).toFixed(2));
    }
    bothSay(question("ol-threshold-choice").solution, "80.3/200 \\approx 0.40", "114.7/200 \\approx 0.57");
  });
  test("make the claims that are marked", () => {
    expect(correctIds("ol-detector-claims")).toEqual(["one-sided", "lag", "ddm"]);
    expect(alarmQuality((xs) => ddm(xs)).falseShare).toBe(0.34);
    bothSay(whyOf("ol-detector-claims", "ddm"), "34", "500");
    bothSay(whyOf("ol-detector-claims", "transfers"), "53%", "6000");
    bothSay(textOf("ol-detector-claims", "transfers"), `${100 * alarmQuality((xs) => pageHinkley(xs)).falseShare}%`);
    const falling = errorStream(1, { before: 0.3, after: 0.1 });
    const alarms = pageHinkley(falling, { threshold: 20 });
    expect(alarms).toEqual([]);
  });
});

describe("buffers", () => {
  test("keep every item with the same probability", () => {
    everyKey("ol-reservoir-kept", ({ k = NaN, n = NaN, m = NaN }) => {
      let probability = k / m;
      for (let j = m + 1; j <= n; j++) probability *= 1 - 1 / j;
      return 100 * probability;
    });
    everyKey("ol-old-share-in-buffer", ({ k = NaN, n = NaN, m = NaN }) => {
      // all k are old at first; afterwards each new item enters with k/j and hits an old one in proportion
      let old = k;
      for (let j = Math.max(m, k) + 1; j <= n; j++) old -= (k / j) * (old / k);
      return old;
    });
    const kept = range(200).map((i) => reservoir(10_000, 500, i + 1).filter((item) => item < 2500).length);
    expect(kept.reduce((total, count) => total + count, 0) / 200 / 125).toBeCloseTo(1, 1);
    expect((500 / 10_000) * 2500).toBe(125);
    expect(correctIds("ol-buffer-for-old-tasks")).toEqual(["reservoir"]);
    bothSay(textOf("ol-buffer-for-old-tasks", "reservoir"), "125");
    bothSay(question("ol-buffer-for-old-tasks").solution, "5\\%", "= 125");
    expect(correctIds("ol-reservoir-claims")).toEqual(["equal", "unknown", "rare"]);
    statesInBoth("ol-reservoir-claims", "0.1%");
  });
});

describe("updates of language models", () => {
  test("come in batches behind gates", () => {
    expect(correctIds("ol-update-each-message")).toEqual(["batch"]);
    expect(correctIds("ol-ready-for-feedback")).toEqual(["filter", "suite", "versions", "reference"]);
    expect(question("ol-continued-order").interaction.items.map(({ id }) => id)).toEqual([
      "freeze",
      "mix",
      "warm",
      "decay",
      "check",
      "release",
    ]);
  });
  test.each(["ol-news-assistant", "ol-alarm-policy"])(
    "are explained by the model answer and not by the stem: %s",
    authorMeetsAll,
  );
  test.each([
    [
      "ol-news-assistant",
      "Update the weights after every message with a small learning rate. No regression gate is needed.",
    ],
    ["ol-news-assistant", "每条消息都更新权重，不需要检索，也不需要回归测试，不用过滤。"],
    [
      "ol-news-assistant",
      "Retrain the whole model from scratch every night on today's articles and publish it at once.",
    ],
    ["ol-alarm-policy", "Lower the threshold so that it fires more often, and retrain automatically each time."],
    ["ol-alarm-policy", "报警就自动重训，把阈值调低，越灵敏越好。"],
  ])("that miss the point meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test.each([
    [
      "ol-news-assistant",
      "Use RAG for fresh facts. Track prequential loss and detect drift. Every quarter continue training with replay. Filter the feedback before any preference tuning. Canary release with rollback.",
    ],
    [
      "ol-news-assistant",
      "事实走检索增强，不动权重。上线后监控漂移。每季度继续预训练，混入旧数据。用户反馈先过滤再攒批。灰度发布，可以回滚。",
    ],
    [
      "ol-alarm-policy",
      "Estimate the false alarm rate on stationary data of two months. Use a higher threshold and accept longer detection delay. Add the label lag. Check upstream data first. No automatic retraining.",
    ],
    [
      "ol-alarm-policy",
      "先用平稳的历史数据测误报率，再提高阈值。标签滞后两天要算进去。报警先排除管道故障。不要自动重训，评测通过才上线。",
    ],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(5);
  });
});
