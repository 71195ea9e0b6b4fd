import { normals } from "@tidao/labs/normal";
import { range, sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { lora, selfTraining, soft, softmax, targetPoints } from "./simulations";

const { question, everyKey, statesInBoth, correctIds, wrongSpans, whyOf, met } = topicUnderTest(import.meta.url);

describe("keys", () => {
  test("of single choices", () => {
    const keys = {
      "peft-step-time": "third",
      "peft-swap-zero": "runs",
      "peft-rank-sweep": "retune",
      "peft-attention-only": "all",
      "peft-skewed-drift": "prior",
      "peft-threshold-table": "trade",
      "peft-cheap-repair": "mix",
      "peft-temperature-off": "shrunk",
    };
    for (const [id, key] of Object.entries(keys)) expect(correctIds(id), id).toEqual([key]);
  });
  test("of multiple choices", () => {
    expect(correctIds("peft-top-layers")).toEqual(["backward", "activations"]);
    expect(correctIds("peft-no-target-labels")).toEqual(["views", "class-wise", "co-teaching"]);
    expect(correctIds("peft-only-base-weights")).toEqual(["l2sp", "wise", "fewer-steps"]);
    expect(correctIds("peft-kd-claims")).toEqual(["sum-zero", "adam", "limit"]);
  });
  test("of reports, orders and gaps", () => {
    expect(wrongSpans("peft-merge-report")).toEqual(["requant", "original", "flops"]);
    expect(wrongSpans("peft-tuning-report")).toEqual(["outside", "ewc", "lambda"]);
    const order = (id: string) => question(id).interaction.items.map((item) => item.id);
    expect(order("peft-lpft-order")).toEqual(["baseline", "freeze", "probe", "tune", "mix", "test"]);
    expect(question("peft-method-keeps").interaction.pairs).toHaveLength(6);
    expect(question("peft-lora-cloze").interaction.blanks.map((blank) => blank.accept.en[0])).toEqual([
      "zero",
      "random",
      "r",
      "merging",
    ]);
  });
});

describe("the cost of parameters", () => {
  /** FLOPs of a token through one layer, counted product by product. */
  const flops = (weights: number, backward: { input: boolean; weight: boolean }) =>
    2 * weights * (1 + Number(backward.input) + Number(backward.weight));
  const full = { input: true, weight: true };
  test("of a step with LoRA", () => {
    const [d, r] = [4096, 16];
    const frozen = flops(d * d, { input: true, weight: false });
    const factors = flops(r * d, full) + flops(d * r, full);
    expect(((100 * (frozen + factors)) / flops(d * d, full)).toFixed(1)).toBe("67.4");
    expect(((100 * factors) / flops(d * d, full)).toFixed(1)).toBe("0.8");
    expect(((100 * r) / d).toFixed(2)).toBe("0.39");
    bothSay(question("peft-step-time").stem, "0.39%");
    bothSay(question("peft-step-time").solution, "67.4\\%");
    bothSay(whyOf("peft-step-time", "third"), "67.4%");
    bothSay(whyOf("peft-step-time", "smaller-rank"), "0.8%");
    everyKey("peft-flops-percent", ({ d = 0, r = 0 }) => {
      const low = flops(r * d, full) + flops(d * r, full);
      return (100 * (flops(d * d, { input: true, weight: false }) + low)) / flops(d * d, full);
    });
  });
  test("of upper layers alone", () => {
    everyKey("peft-top-flops", ({ l = 0, k = 0 }) => {
      const part = sum(range(l).map((layer) => flops(1, layer >= l - k ? full : { input: false, weight: false })));
      return (100 * part) / sum(range(l).map(() => flops(1, full)));
    });
    bothSay(question("peft-top-flops").solution, "66.7%");
    expect((200 / 3).toFixed(1)).toBe("66.7");
    // as many parameters: 16 in 32 layers, 64 in 8
    expect(16 * 32).toBe(64 * 8);
  });
  test("of scales, written field by field", () =>
    everyKey("peft-block-scales", ({ p = 0, b = 1, g = 1 }) => {
      let bits = 32;
      for (let block = 0; block < g; block++) bits += 8 + 4 * b;
      return ((p * 1e9) / (g * b)) * (bits / 8) * 1e-9;
    }));
  test("of equal ranks, found by trying", () =>
    everyKey("peft-equal-rank", ({ d = 0, c = 0, f = 0, r = 0 }) => {
      const count = (shapes: [number, number][], rank: number) => sum(shapes.map(([i, o]) => rank * i + rank * o));
      const q: [number, number] = [d, d];
      const v: [number, number] = [d, c];
      const budget = count([q, v, [d, d], [d, c], [d, f], [d, f], [f, d]], r);
      let rank = 0;
      while (count([q, v], rank + 1) <= budget) rank++;
      return rank;
    }));
  test("of states, in order", () => {
    const low = 0.04 * 16;
    const sizes = {
      nf4: (7 * 4.127) / 8 + low,
      eight: 7 + low,
      lora: 14 + low,
      partial: 1.5 * 16 + 5.5 * 2,
      full: 7 * 16,
    };
    const sorted = Object.entries(sizes).toSorted(([, a], [, b]) => a - b);
    expect(question("peft-state-order").interaction.items.map((item) => item.id)).toEqual(sorted.map(([id]) => id));
    expect(Object.values(sizes).map((size) => size.toFixed(2))).toEqual(["4.25", "7.64", "14.64", "35.00", "112.00"]);
    bothSay(question("peft-state-order").interaction.why, "4.25", "7.64", "14.64", "35", "112");
    bothSay(question("peft-state-order").solution, "= 0.64$", "= 4.25$", "= 7.64$", "= 14.64$", "= 35$", "= 112$");
  });
  test("in the plan", () => {
    const trained = 32 * 16 * (2 * (4096 + 4096) + 2 * (4096 + 1024) + 3 * (4096 + 14_336));
    const gigabytes = (16 * trained) / 1e9;
    expect([gigabytes, 16 + gigabytes].map((size) => size.toFixed(2))).toEqual(["0.67", "16.67"]);
    expect(8 * 16).toBe(128);
    bothSay(question("peft-ticket-plan").solution, "$16 + 0.67 = 16.67$", "128 GB");
    bothSay(question("peft-ticket-plan").interaction.modelAnswer, "128 GB", "17 GB");
  });
});

describe("LoRA", () => {
  test("moves from one zero and not from two", () => {
    const end = (start: "a-zero" | "both-zero") => lora({ rank: 2, start, steps: 200 }).at(-1) ?? NaN;
    expect(end("a-zero")).toBeLessThan(2);
    expect(end("both-zero")).toBeCloseTo(14.25, 9);
  });
  test("takes larger steps at a larger rank when Adam runs at fixed α/r", () => {
    const drop = (rank: number) => 14.25 - (lora({ rank, steps: 1, rate: 0.005, adam: true }).at(-1) ?? NaN);
    expect(drop(8)).toBeGreaterThan(1.5 * drop(4));
    expect(drop(16)).toBeGreaterThan(2 * drop(8));
  });
  test("needs the rank that a sum of squares says", () =>
    everyKey("peft-rank-for-share", ({ q = 0, x = 0 }) => {
      const squares = range(600).map((k) => q ** (2 * k));
      const limit = (x / 100) * sum(squares);
      return range(600).find((rank) => sum(squares.slice(rank)) <= limit) ?? NaN;
    }));
  test("moves by c G in its first step, on average over starts", () => {
    everyKey("peft-first-step", ({ n = 1, r = 1, a = 0, h = 0 }) => {
      // E[AᵀA] = r/n, entry by entry, then the two factors α/r
      const overlap = sum(range(r).map(() => 1 / n));
      return 1000 * h * (a / r) * overlap * (a / r);
    });
    // one real step from B = 0 on the loss ⟨G, W⟩, its slopes by differences, averaged over starts
    const [n, m, r, a, h] = [8, 2, 4, 24, 0.1];
    const scale = a / r;
    const next = normals(7);
    const G = range(m).map(() => range(n).map(() => next()));
    const times = (b: number[][], low: number[][]) =>
      b.map((row) => range(n).map((j) => scale * sum(row.map((value, k) => value * (low[k]?.[j] ?? NaN)))));
    const loss = (b: number[][], low: number[][]) =>
      sum(times(b, low).flatMap((row, i) => row.map((value, j) => value * (G[i]?.[j] ?? NaN))));
    const total = range(m).map(() => range(n).map(() => 0));
    const starts = 4000;
    for (let start = 0; start < starts; start++) {
      const low = range(r).map(() => range(n).map(() => next() / Math.sqrt(n)));
      const zero = range(m).map(() => range(r).map(() => 0));
      const stepped = zero.map((row, i) =>
        row.map(
          (_, k) =>
            -h *
            loss(
              zero.map((other, p) => other.map((value, s) => (p === i && s === k ? 1 : value))),
              low,
            ),
        ),
      );
      for (const [i, row] of times(stepped, low).entries())
        for (const [j, value] of row.entries()) (total[i] ?? [])[j] = (total[i]?.[j] ?? NaN) + value / starts;
    }
    const along = sum(total.flatMap((row, i) => row.map((value, j) => value * (G[i]?.[j] ?? NaN))));
    expect(-along / sum(G.flat().map((value) => value ** 2)) / ((h * a * a) / (r * n))).toBeCloseTo(1, 1);
  });
});

describe("pseudo-labels", () => {
  const skewed = targetPoints({ share: 0.95 });
  test("drift on a skewed target as told", () => {
    const plain = selfTraining(skewed);
    const [first, last] = [plain[0], plain[10]];
    expect([first?.positive, last?.positive].map((v) => v?.toFixed(3))).toEqual(["0.946", "0.545"]);
    expect([first?.accuracy, last?.accuracy]).toEqual([0.9485, 0.5885]);
    bothSay(question("peft-skewed-drift").stem, "0.946", "0.545", "0.9485", "0.5885");
    const end = (options: Parameters<typeof selfTraining>[1]) => selfTraining(skewed, options).at(-1)?.accuracy;
    expect([end({ fraction: 0.5 }), end({ prior: 0.95 }), end({ tau: 0.9 })]).toEqual([0.5955, 0.951, 0.7015]);
    bothSay(whyOf("peft-skewed-drift", "top-half"), "0.5955");
    bothSay(whyOf("peft-skewed-drift", "prior"), "0.951");
    bothSay(whyOf("peft-skewed-drift", "threshold"), "0.7015");
    const strict = selfTraining(skewed, { tau: 0.9, rounds: 11 });
    expect(strict[11]?.accuracy).toBeLessThan(strict[10]?.accuracy ?? 0);
  });
  test("at three thresholds", () => {
    const balanced = targetPoints();
    for (const [tau, coverage, precision, positive, end] of [
      [0.5, "1", "0.7595", "0.6905", "0.8360"],
      [0.9, "0.5165", "0.8955", "0.8219", "0.8355"],
      [0.99, "0.1565", "0.9872", "0.9649", "0.8370"],
    ] as const) {
      const history = selfTraining(balanced, { tau });
      const four = (value: number | undefined) => value?.toFixed(4);
      expect(history[0]?.coverage).toBe(Number(coverage));
      expect([four(history[0]?.precision), four(history[0]?.positive), four(history[10]?.accuracy)]).toEqual([
        precision,
        positive,
        end,
      ]);
      bothSay(question("peft-threshold-table").stem, coverage, precision, positive, end);
    }
    expect((100 * (1 - 0.7595)).toFixed(0)).toBe("24");
    expect(100 * (0.837 - 0.836)).toBeCloseTo(0.1, 9);
    bothSay(whyOf("peft-threshold-table", "highest"), "0.1", "2000");
    bothSay(whyOf("peft-threshold-table", "trade"), "0.1565", "0.6905", "0.9649");
    bothSay(question("peft-threshold-table").interaction.choices[1]?.text ?? { zh: "", en: "" }, "24%", "0.7595");
    bothSay(whyOf("peft-threshold-table", "noise-limit"), "0.8360");
    bothSay(question("peft-threshold-table").solution, "0.9649", "0.1");
  });
  test("within a band are dropped, as a walk finds", () =>
    everyKey(
      "peft-rejected-band",
      ({ a = 0, b = 0, c = 0 }) => {
        const middle = (a + b) / 2;
        const kept = (x: number) => 1 / (1 + Math.exp(-(b - a) * Math.abs(x - middle))) >= c;
        const edge = (direction: number) => {
          let [inside, outside] = [0, 50];
          for (let i = 0; i < 80; i++) {
            const at = (inside + outside) / 2;
            if (kept(middle + direction * at)) outside = at;
            else inside = at;
          }
          return middle + direction * inside;
        };
        return edge(1) - edge(-1);
      },
      6,
    ));
  test("of a minority, counted in a million", () =>
    everyKey("peft-kept-share", ({ p = 0, a = 0, b = 0 }) => {
      const minority = 1e6 * (p / 100);
      const [own, others] = [minority * (a / 100), (1e6 - minority) * (b / 100)];
      return (own / (own + others)) * 100;
    }));
});

describe("distillation", () => {
  test("shrinks about sixteenfold from T = 2 to 8", () => {
    const size = (T: number) => Math.hypot(...soft(T).gradient);
    expect(size(2) / size(8)).toBeCloseTo(16.5, 1);
    expect((8 / 2) ** 2).toBe(16);
    bothSay(whyOf("peft-temperature-off", "shrunk"), "(8/2)² = 16");
    bothSay(question("peft-temperature-off").solution, "$4^2 = 16$");
  });
  test("has the claimed properties", () => {
    for (const T of [1, 3, 50]) expect(sum(soft(T).gradient)).toBeCloseTo(0, 12);
    expect(soft(1).kl.toFixed(3)).toBe("0.841");
    expect((16 * soft(4).kl).toFixed(3)).toBe("1.885");
    bothSay(whyOf("peft-kd-claims", "value"), "0.841", "1.885", "(4, 1, −2, −3)", "(1, 1.5, −0.5, −2)");
    const limit = soft(1e4).gradient.map((g) => g * 1e8);
    for (const [i, value] of [-0.75, 0.125, 0.375, 0.25].entries()) expect(limit[i]).toBeCloseTo(value, 3);
    // Adam's quotient does not see a constant factor
    const quotient = (factor: number) => {
      let [m, v] = [0, 0];
      for (const g of [0.3, -0.1, 0.7]) {
        m = 0.9 * m + 0.1 * factor * g;
        v = 0.999 * v + 0.001 * (factor * g) ** 2;
      }
      return m / Math.sqrt(v);
    };
    expect(quotient(16)).toBeCloseTo(quotient(1), 12);
  });
  test("has the slope of the loss in two classes", () =>
    everyKey(
      "peft-two-class-gradient",
      ({ d = 0, u = 0, t = 1 }) => {
        const p = softmax([d, 0], t);
        const loss = (z: number) => {
          const q = softmax([z, 0], t);
          return t ** 2 * sum(p.map((value, i) => value * Math.log(value / (q[i] ?? NaN))));
        };
        return (loss(u + 1e-4) - loss(u - 1e-4)) / 2e-4;
      },
      5,
    ));
  test("keeps its proportion with the weight that bisection finds", () =>
    everyKey("peft-soft-weight", ({ a = 0, m = 1, k = 1 }) => {
      const ratio = (w: number, T: number) => w / T ** 2 / (1 - w);
      let [low, high] = [0, 1];
      for (let i = 0; i < 100; i++) {
        const middle = (low + high) / 2;
        if (ratio(middle, k) < ratio(a, m)) low = middle;
        else high = middle;
      }
      return low;
    }));
});

describe("forgetting", () => {
  /** Minimum of a convex function by thirds, far below the tolerance of the keys. */
  const least = (f: (x: number) => number, from: number, to: number) => {
    let [low, high] = [from, to];
    for (let i = 0; i < 200; i++) {
      const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
      if (f(a) < f(b)) high = b;
      else low = a;
    }
    return (low + high) / 2;
  };
  test("is least on the line where a search finds it", () =>
    everyKey("peft-best-mix", ({ s = 0, t = 0 }) => {
      const total = (a: number) => s * a ** 2 + t * (1 - a) ** 2;
      return total(least(total, 0, 1));
    }));
  test("is held by EWC where a search finds it", () =>
    everyKey(
      "peft-ewc-weight",
      ({ h = 0, t = 0, l = 0, f = 0, s = 0 }) => least((w) => h * (w - t) ** 2 + l * f * (w - s) ** 2, -10, 10),
      4,
    ));
  test("is slowed layer by layer", () =>
    everyKey("peft-layer-rate", ({ p = 0, k = 0 }) => {
      let rate = p * 1e-3;
      for (let layer = 0; layer < k; layer++) rate /= 2.6;
      return rate * 1e5;
    }));
});

describe("short answers", () => {
  test.each([
    ["peft-pseudo-review", 5],
    ["peft-ticket-plan", 6],
  ] as const)("of the author meet all points and stems none: %s", (id, points) => {
    const { stem, interaction } = question(id);
    for (const language of ["zh", "en"] as const) {
      expect(met(id, interaction.modelAnswer[language])).toHaveLength(points);
      expect(met(id, stem[language])).toEqual([]);
    }
  });
  test.each([
    [
      "peft-pseudo-review",
      "How many were kept, in total and by class? What is the precision for each class? How does the label distribution compare with the prior? Mistakes are reinforced over rounds. I would set a threshold per class and label rare classes by hand.",
    ],
    [
      "peft-pseudo-review",
      "先算每个类别的准确率，再看有多少样本被保留，类别占比和预期比较一下，防止确认偏差；各类别阈值分开定，并抽检少数类。",
    ],
    [
      "peft-pseudo-review",
      "Look at the accuracy on each class and check coverage. Compare class proportions with those expected. Self-training amplifies its own mistakes. Use separate thresholds for each class and have humans check the minority class.",
    ],
    [
      "peft-pseudo-review",
      "先问留下了多少。再按类看精确率。各类占比跟先验比一比。错误会放大。改成按类筛选，稀有类人工看一遍。",
    ],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(5);
  });
  test.each([
    "Keep a held-out set and a prompt baseline. LoRA fits on the card, full fine-tuning is too large. Calibrate thresholds on true labels before pseudo-labelling. Continue pre-training if terms are missing. Check a general benchmark and replay general data. Distil only if latency is too high.",
    "划出测试集，提示做基线。全部线性层加 LoRA。伪标签先校准阈值。缺术语再做增量预训练。跑通用评测，掉了就加回放。太慢再蒸馏。",
  ])("with a plan in other words meet all points: %s", (text) => {
    expect(met("peft-ticket-plan", text)).toHaveLength(6);
  });
  test.each([
    ["peft-pseudo-review", "97% is enough. Raise the threshold to 0.99, the student can only get better. Train."],
    ["peft-pseudo-review", "97% 够高了，直接训练。不放心就把阈值再调高，越高越好。"],
    [
      "peft-ticket-plan",
      "Fine-tune everything on all data. Fine-tuning cannot hurt outside. Take the highest threshold.",
    ],
    ["peft-ticket-plan", "全量微调，阈值越高越好，微调不会损害分布外，不用测。"],
    ["peft-pseudo-review", "Coverage does not matter at this precision, and the class distribution will be fine."],
    ["peft-pseudo-review", "覆盖率不重要，类别占比也不用看。97% 这么高，不会有确认偏误，也不用每类单独设阈值。"],
    [
      "peft-ticket-plan",
      "Always do DAPT first, then distil into a smaller model in any case. LoRA does not cause forgetting.",
    ],
    ["peft-ticket-plan", "先做 DAPT，不管缺不缺术语；不需要基线；LoRA 不会遗忘；无条件蒸馏到小模型。"],
    ["peft-ticket-plan", "Full fine-tuning fits in 80 GB, so LoRA is not needed on all linear layers."],
    ["peft-ticket-plan", "QLoRA is needed since LoRA does not fit."],
  ])("that miss the point meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test("say what a class of 1% costs", () => {
    expect(100 * 0.01).toBe(1);
    statesInBoth("peft-pseudo-review", "97%", "1%", "0.95");
  });
});
