import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { canary, ddm, forgetting, pageHinkley, psi, sampleSize, stream, twoSided, zTest } from "./simulations";

const { question, draws, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(
  import.meta.url,
);
const itemIds = (id: string) => question(id).interaction.items.map((item) => item.id);
const limit = (n: number, m = n) => 16.92 * (1 / n + 1 / m);

describe("drift and its statistics", () => {
  test("sum PSI over bins", () => {
    everyKey(
      "ops-psi-four-bins",
      ({ a = NaN, b = NaN, c = NaN }) => psi([25, 25, 25, 25], [a, b, c, 100 - a - b - c]),
      9,
    );
  });
  test("have limits by sample size", () => {
    everyKey("ops-psi-threshold", ({ n = NaN, m = NaN }) => {
      // the 95% point of a scaled χ² is the scaled point
      const harmonic = 2 / (1 / n + 1 / m);
      return limit(harmonic);
    });
    expect([limit(100), limit(1000)].map((value) => Number(value.toPrecision(3)))).toEqual([0.338, 0.0338]);
    bothSay(whyOf("ops-psi-cutoff", "not-at-five"), "0.338");
    bothSay(question("ops-psi-cutoff").solution, "0.338", "0.0338");
    bothSay(whyOf("ops-monitor-plan", "cut"), "0.338", "0.0338");
    bothSay(whyOf("ops-detector-claims", "universal"), "0.338");
    expect(correctIds("ops-psi-cutoff")).toEqual(["not-at-five"]);
    expect(wrongSpans("ops-monitor-plan")).toEqual(["cut", "green", "many"]);
  });
  test("are claimed rightly or wrongly of detectors", () => {
    expect(correctIds("ops-detector-claims")).toEqual(["lambda", "ks", "floor"]);
    const floors = [1e-4, 1e-3].map((floor) => psi([50, 50, 0], [50, 40, 10], floor).toFixed(3));
    bothSay(whyOf("ops-detector-claims", "floor"), ...floors);
    const quiet = range(50).map((i) => stream("none", i + 1).map(({ error }) => error));
    const alarms = quiet.filter((errors) => ddm(errors).alarm > 0).length;
    bothSay(whyOf("ops-detector-claims", "ddm"), `${alarms} `, "50", "2000");
    for (const errors of quiet.slice(0, 10)) {
      const found = [1, 2, 4, 8]
        .map((lambda) => pageHinkley(errors, 0.02, lambda))
        .map((at) => (at < 0 ? Infinity : at));
      expect(found).toEqual(found.toSorted((x, y) => x - y));
    }
    // one-sided: a fall from 1 to 0 is not seen
    expect(pageHinkley([...Array<number>(50).fill(1), ...Array<number>(50).fill(0)], 0.05, 0.5)).toBe(-1);
  });
  test("follow Page–Hinkley step by step", () => {
    everyKey("ops-page-hinkley-three", ({ n = NaN, d = NaN }) => {
      let [total, u, least] = [0, 0, 0];
      for (let i = 1; i <= n + 3; i++) {
        const x = i > n ? 1 : 0;
        total += x;
        u += x - total / i - d;
        least = Math.min(least, u);
      }
      return u - least;
    });
  });
  test("add up false alarms day by day", () => {
    everyKey("ops-many-monitors", ({ k = NaN, a = NaN }) => {
      let none = 1;
      for (let i = 0; i < k; i++) none *= 1 - a / 100;
      return 100 - 100 * none;
    });
    statesInBoth("ops-monitor-plan", `${(100 * (1 - 0.99 ** 40)).toFixed(1)}%`);
  });
  test("tell concept from label and covariate drift", () => {
    everyKey("ops-label-drift-error", ({ a = NaN, b = NaN, t = NaN }) => {
      let wrong = 0;
      for (let item = 0; item < 100; item++) wrong += item < t ? b : a;
      return wrong / 100;
    });
    expect(correctIds("ops-flat-psi")).toEqual(["concept"]);
    expect(correctIds("ops-green-dashboard")).toEqual(["error", "escalations"]);
    expect(question("ops-drift-cloze").interaction.blanks.map(({ accept }) => accept.en[0])).toEqual([
      "covariate",
      "concept",
      "labels",
      "1461",
    ]);
    expect(pageHinkley(stream("concept").map(({ error }) => error)) + 300).toBe(1461);
    bothSay(question("ops-drift-cloze").interaction.passage, "1161", "300");
    bothSay(question("ops-drift-cloze").solution, "1161+300 = 1461");
    expect(question("ops-statistic-match").interaction.pairs).toHaveLength(6);
  });
});

describe("release", () => {
  test("limits damage by share and time", () => {
    everyKey("ops-blast-radius", ({ n = NaN, s = NaN, f = NaN, g = NaN }) => {
      const served = n * 1000 * (s / 100);
      return served * (f / 100) - served * (g / 100);
    });
    for (const [, key] of draws("ops-blast-radius")) expect(key).toBe(Math.round(key));
    everyKey("ops-rollback-cost", ({ m = NaN, x = NaN, u = NaN, v = NaN }) => {
      let failed = 0;
      for (let minute = 0; minute < u + v; minute++) failed += m * (x / 100);
      return failed;
    });
    expect(3 * 24 * 60).toBe(4320);
  });
  test("compares two arms", () => {
    everyKey("ops-z-two-arms", ({ n = NaN, p = NaN, d = NaN }) => zTest((n * p) / 100, n, (n * (p + d)) / 100, n));
    everyKey("ops-canary-days", ({ n = NaN, r = NaN, s = NaN, l = NaN }) => {
      let [days, labels] = [0, 0];
      while (labels < n) [days, labels] = [days + 1, labels + (((r * 1000 * s) / 100) * l) / 100];
      return days;
    });
    expect([0.13, 0.12, 0.11].map((rate) => sampleSize(0.1, rate))).toEqual([1774, 3841, 14_751]);
    expect((14_751 / 1774).toFixed(1)).toBe("8.3");
    bothSay(question("ops-third-effect").solution, "1774", "14,751", "8.3");
    bothSay(whyOf("ops-third-effect", "eight"), "8.3", "9");
    bothSay(
      question("ops-third-effect").interaction.choices.find(({ id }) => id === "root")?.text ?? { zh: "", en: "" },
      Math.sqrt(3).toFixed(1),
    );
    expect(correctIds("ops-third-effect")).toEqual(["eight"]);
  });
  test("sees rare harm only in large samples", () => {
    everyKey("ops-quiet-canary", ({ m = NaN, c = NaN }) => {
      let [none, requests] = [1, 0];
      while (none > 1 - c / 100 + 1e-12) [none, requests] = [none * (1 - 1 / m), requests + 1];
      return requests;
    });
    expect((100 * (1 - (1 - 1 / 1000) ** 1000)).toFixed(0)).toBe("63");
    statesInBoth("ops-quiet-canary", "63%", "50%");
  });
  test("keeps to its planned looks", () => {
    // |z| of 2.17 has p = 0.03 and lies below Pocock's boundary for ten looks
    expect(twoSided(2.17).toFixed(2)).toBe("0.03");
    bothSay(question("ops-canary-peek").stem, "2.17", "2.555", "0.03");
    expect(correctIds("ops-canary-peek")).toEqual(["go-on"]);
    expect(Math.abs(canary({ looks: 10 }).share - 0.19)).toBeLessThan(0.01);
    for (const id of ["ops-canary-peek", "ops-third-effect", "ops-declare-before"]) statesInBoth(id, "19%");
    expect(correctIds("ops-declare-before")).toEqual(["metric", "size", "looks", "trigger"]);
    const cost = [
      canary({ looks: 1, perLook: 1780, rates: [0.1, 0.13] }),
      canary({ looks: 10, perLook: 178, boundary: 2.555, rates: [0.1, 0.13] }),
    ];
    const { modelAnswer } = question("ops-explain-peeking").interaction;
    bothSay(
      modelAnswer,
      ...cost.map(({ share }) => `${(100 * share).toFixed(1)}%`),
      "19%",
      "2.555",
      `${(100 * (1 - 0.95 ** 10)).toFixed(0)}%`,
    );
  });
  test("goes in order", () => {
    expect(itemIds("ops-release-order")).toEqual(["gate", "shadow", "canary", "ramp", "full", "retire"]);
    expect(itemIds("ops-incident-order")).toEqual(["back", "confirm", "reproduce", "regression", "mend", "again"]);
    expect(correctIds("ops-shadow-meaning")).toEqual(["copy"]);
    expect(correctIds("ops-shadow-second-turn")).toEqual(["replies"]);
    expect(correctIds("ops-both-arms-fall")).toEqual(["shared"]);
    expect(wrongSpans("ops-release-report")).toEqual(["start", "prompt", "look"]);
    bothSay(question("ops-release-report").interaction.passage, String(sampleSize(0.1, 0.13)));
  });
});

describe("levers and forgetting", () => {
  test("fit the problem", () => {
    expect(correctIds("ops-prompt-release")).toEqual(["release"]);
    expect(correctIds("ops-weekly-prices")).toEqual(["lookup"]);
    expect(correctIds("ops-what-is-released")).toEqual(["sentence", "embedding", "whole"]);
    expect(question("ops-lever-match").interaction.pairs).toHaveLength(5);
  });
  test("hold old abilities only with a constraint", () => {
    expect(correctIds("ops-limits-forgetting")).toEqual(["replay", "ewc", "adapter"]);
    expect(correctIds("ops-no-stored-data")).toEqual(["ewc"]);
    const { before, after } = forgetting();
    bothSay(whyOf("ops-no-stored-data", "start"), String(before.a), String(after.a));
    everyKey(
      "ops-ewc-minimum",
      ({ a = NaN, b = NaN, f = NaN, h = NaN, l = NaN }) => {
        let w = a;
        for (let step = 0; step < 4000; step++) w -= 0.02 * (h * (w - b) + l * f * (w - a));
        return w;
      },
      6,
    );
  });
});

describe("short answers", () => {
  test.each(["ops-design-support-bot", "ops-explain-peeking"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test.each([
    [
      "ops-design-support-bot",
      "Put facts into the retrieval index and rebuild the index every week. Keep prompt, adapter and index in one manifest. Offline gate and canary, with an automatic rollback rule. Label a random sample each week. If we train, mix in old data.",
    ],
    [
      "ops-design-support-bot",
      "产品事实放进检索库，每周刷新索引。提示词和索引都要版本化。先影子后灰度，写好回滚触发条件。每周抽样人工标注。要训练就加回放，回归集重跑。",
    ],
    [
      "ops-explain-peeking",
      "Ten looks inflate false alarms. Fix the sample size and look only at the end, or use a group sequential design, which loses power.",
    ],
    ["ops-explain-peeking", "反复看，误报会累积到 19%。要么固定样本量、到期看一次，要么用序贯检验，但功效下降。"],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(
      question(id).interaction.modelAnswer ? (id === "ops-explain-peeking" ? 4 : 5) : 0,
    );
  });
  test.each([
    [
      "ops-design-support-bot",
      "Fine-tune every Friday on last week's tickets alone, since starting from the live weights keeps everything. Prompts are edited live. Input PSI is enough, no labels needed. Training without replay is low-risk.",
    ],
    [
      "ops-design-support-bot",
      "每周五拿上周的工单微调直接全量，权重从线上出发不会忘。提示词随时改。输入 PSI 是绿的就行，不用抽样标注。训练不带回放也没风险。",
    ],
    [
      "ops-explain-peeking",
      "It is safe: each look has 5%, so false alarms do not add up, and stopping early saves users.",
    ],
    ["ops-explain-peeking", "没问题，每次都是 5%，误报不会累积，越早停越好，不必事先定样本量。"],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});

test("more power from looking often earns nothing", () => {
  expect(met("ops-explain-peeking", "它的功效更高。")).toEqual([]);
  expect(met("ops-explain-peeking", "它的功效更低。")).toEqual(["price"]);
});
