import { sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { bm25, clipped, f1, idf, inputPerTurn, sigmoid, softmax, words } from "./simulations";

const { question, draws, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(
  import.meta.url,
);

describe("translation metrics", () => {
  test("punish short output", () => {
    everyKey(
      "app-brevity-penalty",
      ({ c = NaN, d = NaN }) => {
        // the exponential as the limit of compound decay
        const steps = 2 ** 26;
        return (1 - d / c / steps) ** steps;
      },
      5,
    );
  });
  test("clip at one reference", () => {
    const references = ["the train leaves the station at noon", "at noon the train departs"].map(words);
    const { matches, total } = clipped(words("the the the the train leaves"), references, 1);
    expect([matches, total]).toEqual([4, 6]);
    expect((matches / total).toFixed(3)).toBe("0.667");
    const { interaction, solution } = question("app-clipped-precision");
    expect(interaction.answer).toBe(`${matches} / ${total}`);
    bothSay(solution, "$4/6 = 0.667$");
    expect(references[0]).toHaveLength(7);
  });
  test("say little about facts", () => {
    expect(correctIds("app-bleu-facts")).toEqual(["clipped", "short", "paraphrase"]);
    expect(correctIds("app-deadline-gate")).toEqual(["gate"]);
    expect(correctIds("app-booking-metric")).toEqual(["bookings"]);
    expect(wrongSpans("app-mt-report")).toEqual(["pool", "paper", "meaning"]);
    expect((37.3 - 36.1).toFixed(1)).toBe("1.2");
    bothSay(whyOf("app-mt-report", "paper"), "1.2");
    statesInBoth("app-mt-report", "37.3", "36.1");
    expect(question("app-scenario-metric").interaction.pairs.map(({ id }) => id)).toEqual([
      "translation",
      "imbalance",
      "retrieval",
      "dialogue",
      "extraction",
    ]);
  });
});

describe("classification", () => {
  test("has a threshold where both decisions cost the same", () => {
    everyKey("app-cost-threshold", ({ a = NaN, b = NaN }) => {
      let [low, high] = [0, 1];
      for (let i = 0; i < 60; i++) {
        const p = (low + high) / 2;
        if ((1 - p) * a > p * b) low = p;
        else high = p;
      }
      return low;
    });
  });
  test("averages over labels by precision and recall", () => {
    everyKey("app-macro-f1", ({ a = NaN, b = NaN, c = NaN }) => {
      const one = (tp: number, fp: number, fn: number) => {
        const [precision, recall] = [tp / (tp + fp), tp / (tp + fn)];
        return 2 / (1 / precision + 1 / recall);
      };
      return (one(a, 10, 10) + one(b, 5, c)) / 2;
    });
    for (const [{ a = NaN, b = NaN, c = NaN }, key] of draws("app-macro-f1"))
      expect(f1({ tp: a + b, fp: 15, fn: 10 + c })).toBeGreaterThan(key);
  });
  test("undoes the weight of positives by counting", () => {
    everyKey("app-reweighted-probability", ({ w = NaN, q = NaN }) => {
      // of weighted mass 1, positives have q; taken back to items, each stands for w
      const [positives, negatives] = [q / w, 1 - q];
      return positives / (positives + negatives);
    });
  });
  test("is deceived by a rare class", () => {
    const always = 100 - 3.9;
    expect(always.toFixed(1)).toBe("96.1");
    expect(correctIds("app-accuracy-report")).toEqual(["nothing"]);
    expect([100 - 3.9 - 0.1, 100 - 0 - 4].map((accuracy) => accuracy.toFixed(1))).toEqual(["96.0", "96.0"]);
    bothSay(whyOf("app-accuracy-report", "nothing"), "3.9%", "0.1%", "4.0%", "96.0%");
    bothSay(whyOf("app-accuracy-report", "good"), "96.1%");
    expect(100 - 2).toBe(98);
    bothSay(whyOf("app-invoice-design", "duplicate"), "98%");
    expect(wrongSpans("app-invoice-design")).toEqual(["schema", "duplicate", "history"]);
    bothSay(question("app-ticket-routing").interaction.modelAnswer, `${100 - 1}%`);
  });
  test("turns weights and shifts into thresholds", () => {
    expect(correctIds("app-rare-class-levers")).toEqual(["threshold", "weights", "shift"]);
    expect(1 / (1 + 19)).toBeCloseTo(0.05, 12);
    expect(sigmoid(-2).toFixed(2)).toBe("0.12");
    bothSay(whyOf("app-rare-class-levers", "weights"), "1/(1 + 19) = 0.05");
    bothSay(whyOf("app-rare-class-levers", "shift"), "0.12");
    bothSay(whyOf("app-rare-class-levers", "select"), "99%");
    // a two-way softmax decides as the sigmoid of the difference does
    for (const [a, b] of [
      [1.2, -0.3],
      [-2, 0.4],
    ] as const)
      expect(softmax([a, b])[0]).toBeCloseTo(sigmoid(a - b), 12);
    expect(correctIds("app-multi-label-head")).toEqual(["sigmoids"]);
  });
  test("lets labels compete under a softmax", () => {
    expect(correctIds("app-two-items")).toEqual(["differ"]);
    const items = [
      [2, 2, -3],
      [-2, -3, -4],
    ];
    const three = (values: readonly number[]) => values.map((v) => v.toFixed(3)).join(", ");
    const [first = "", second = ""] = items.map((logits) => three(logits.map(sigmoid)));
    expect(items.map((logits) => logits.filter((z) => sigmoid(z) >= 0.5).length)).toEqual([2, 0]);
    const soft = items.map((logits) => three(softmax(logits)));
    const { solution } = question("app-two-items");
    for (const numbers of [first, second, soft[1] ?? ""]) {
      expect(solution.en).toContain(numbers);
      expect(solution.zh).toContain(numbers.replaceAll(", ", "、"));
    }
    expect(whyOf("app-two-items", "half").en).toContain(soft[0]);
    expect(whyOf("app-two-items", "half").zh).toContain(soft[0]?.replaceAll(", ", "、"));
    expect(sigmoid(-2)).toBeLessThan(0.12);
    bothSay(whyOf("app-two-items", "same"), "0.12");
  });
});

describe("methods and their cost", () => {
  test("of retrieval are counted question by question", () => {
    everyKey("app-rag-answer-rate", ({ r = NaN, a = NaN, m = NaN }) => {
      let right = 0;
      for (let question = 0; question < 100; question++) right += question < r ? a / 100 : m / 100;
      return right;
    });
    expect(question("app-rag-path").interaction.items.map(({ id }) => id)).toEqual([
      "rewrite",
      "retrieve",
      "rerank",
      "pack",
      "generate",
      "verify",
    ]);
  });
  test("of dialogues are added turn by turn", () => {
    everyKey("app-dialogue-tokens", ({ s = NaN, u = NaN, a = NaN, t = NaN }) => sum(inputPerTurn(s, u, a, t)));
    expect(correctIds("app-long-dialogue")).toEqual(["square", "state", "cache"]);
    expect(bm25("我能吃宫保鸡丁吗", ["我对花生过敏", "两个人"])).toEqual([0, 0]);
  });
  test("of requests are added one by one", () => {
    everyKey("app-request-cost", ({ s = NaN, r = NaN, o = NaN, x = NaN, y = NaN }) => {
      let micro = 0;
      for (let i = 0; i < 1000; i++) micro += (s * x) / 10 + r * x + o * y;
      return micro / 1e6;
    });
  });
  test("of tuning are earned back call by call", () => {
    everyKey(
      "app-tuning-break-even",
      ({ k = NaN, t = NaN, m = NaN, g = NaN, f = NaN }) => {
        const [before, after] = [(k * t + m) * 2e-6, m * 2e-6 * g];
        let [thousands, balance] = [0, -f];
        while (balance < 0) {
          balance += (before - after) * 10;
          thousands += 0.01;
        }
        // back from the overshoot of the last ten calls
        return thousands - balance / (before - after) / 1000;
      },
      5,
    );
  });
  test("of a whole manual are over thirty times those of passages", () => {
    expect((120_000 / 3500).toFixed(1)).toBe("34.3");
    bothSay(question("app-whole-manual").solution, "120,000 / 3,500 = 34.3");
    expect(correctIds("app-whole-manual")).toEqual(["measure"]);
    expect(correctIds("app-hourly-fares")).toEqual(["tool"]);
  });
  test("of BM25 have the idf that is filled in", () => {
    expect([10 - 2 + 0.5, 2 + 0.5]).toEqual([8.5, 2.5]);
    expect(idf(10, 2).toFixed(4)).toBe("1.4816");
    expect(idf(10, 10).toFixed(3)).toBe("0.047");
    expect([Math.log(3.4), Math.log2(4.4)].map((v) => v.toFixed(2))).toEqual(["1.22", "2.14"]);
    expect(Math.log(0.5 / 10.5)).toBeLessThan(0);
    statesInBoth("app-bm25-idf", "1.4816", "0.047", "1.22", "2.14");
  });
});

describe("agents, form and hostile text", () => {
  test("multiply the success of steps", () => {
    everyKey("app-agent-success", ({ p = NaN, n = NaN }) => {
      let success = 100;
      for (let step = 0; step < n; step++) success *= p / 100;
      return success;
    });
  });
  test("leave each step the failures that bisection finds", () => {
    everyKey("app-step-budget", ({ t = NaN, n = NaN }) => {
      let [low, high] = [0, 100];
      for (let i = 0; i < 80; i++) {
        const failures = (low + high) / 2;
        let success = 1;
        for (let step = 0; step < n; step++) success *= 1 - failures / 100;
        if (success * 100 > t) low = failures;
        else high = failures;
      }
      return low;
    });
  });
  test("know what a schema promises", () => {
    expect(correctIds("app-json-scope")).toEqual(["form"]);
    expect(correctIds("app-verdict-first")).toEqual(["order"]);
    expect(correctIds("app-structured-claims")).toEqual(["cut", "required", "enum"]);
    expect(correctIds("app-mail-agent")).toEqual(["rights"]);
  });
});

describe("short answers", () => {
  test.each(["app-peanut-bot", "app-ticket-routing"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test.each([
    [
      "app-peanut-bot",
      "The old turn was dropped from the window. Save the allergy as structured state. Retrieve earlier turns that are relevant. Filter dishes by allergen before ordering. Put this dialogue into the replay set.",
    ],
    [
      "app-peanut-bot",
      "历史太长，过敏那句超出窗口被丢弃了。应把约束置顶，存进用户档案；按相关性检索历史；下单前核对约束；最后做回归测试。",
    ],
    [
      "app-ticket-routing",
      "Output one label with a probability. Measure recall for safety incidents. A cost-based threshold. First label with an LLM, then train a small encoder. Escalate to a human when unsure.",
    ],
    [
      "app-ticket-routing",
      "输出标签和概率；看安全事故的召回和期望代价；按代价定阈值；大模型先打标，再训练小编码器；低置信度转人工。",
    ],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(5);
  });
  test.each([
    [
      "app-peanut-bot",
      "The model is too small. Use a model with a longer context window, then nothing can be forgotten and no check is needed.",
    ],
    ["app-peanut-bot", "模型不够大，换一个窗口更长的模型就行，不需要检索，也不用核对。"],
    [
      "app-ticket-routing",
      "Report accuracy; 95% accuracy is good enough. Use a threshold of 0.5 and a softmax and send nothing to people.",
    ],
    ["app-ticket-routing", "看准确率就行，95% 就够好了，阈值用 0.5，不用人工。"],
  ])("that state a misconception meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});
