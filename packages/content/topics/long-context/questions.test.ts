import { evaluateFormula } from "@tidao/grading";
import { sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  angles,
  beyondTraining,
  chunks,
  influence,
  kvBytesPerToken,
  llama3,
  prefillFlops,
  scaledAngles,
  slowPairs,
  wholeSpans,
} from "./simulations";

const { question, spec, draws, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } =
  topicUnderTest(import.meta.url);
/** The x at which a rising function meets zero. */
function root(rising: (x: number) => number, high = 1e9): number {
  let low = 0;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return low;
}
const GiB = 2 ** 30;

test("no draw brings a distractor near the key or near another", () => {
  const ids =
    "chunk-count spans-cut longest-context attention-crossover prefill-growth hybrid-cache ntk-slowdown yarn-ramp " +
    "unseen-pairs layers-for-reach ring-block needle-weight hop-recall needle-trials";
  for (const id of ids.split(" ")) {
    const { interaction } = spec(`long-${id}`);
    if (interaction.kind !== "numeric") throw new Error(`${id} is not numeric`);
    const { distractors, tolerance } = interaction;
    const relative = "relative" in tolerance ? tolerance.relative : 0;
    for (const [values, key] of draws(`long-${id}`)) {
      const all = [key, ...distractors.map(({ value }) => evaluateFormula(String(value), values))];
      for (const [i, a] of all.entries())
        for (const b of all.slice(i + 1))
          expect(Math.abs(a - b), `${id} ${JSON.stringify(values)}`).toBeGreaterThan(
            Math.max(2.2 * relative * Math.max(Math.abs(a), Math.abs(b)), 1e-6),
          );
    }
  }
});

describe("chunks", () => {
  test("are counted by cutting", () => {
    everyKey("long-chunk-count", ({ n = NaN, c = NaN, o = NaN }) => chunks(n, c, o).length);
    expect(correctIds("long-truncated-ticket")).toEqual(["nothing"]);
  });
  test("cut as many spans as an exhaustive count finds", () => {
    everyKey("long-spans-cut", ({ n = NaN, c = NaN, o = NaN, f = NaN }) => {
      const { whole, all } = wholeSpans(n, c, o, f);
      expect(wholeSpans(n, c, f - 1, f).whole).toBe(all);
      return all - whole;
    });
  });
});

describe("cost", () => {
  test("of the cache fills what the weights leave", () => {
    everyKey("long-longest-context", ({ m = NaN, p = NaN, b = NaN, l = NaN }) => {
      const budget = 0.9 * m * 1e9 - (p * 1e9 * b) / 8;
      const model = { layers: l, kvHeads: 8, headDim: 128, d: 4096, parameters: p * 1e9 };
      return root((tokens) => tokens * kvBytesPerToken(model) - budget);
    });
    const room = (card: number) => [16.06, 4.015].map((weights) => 0.9 * card - weights);
    expect(room(80).map((gb) => gb.toFixed(3))).toEqual(["55.940", "67.985"]);
    const factor = (card: number) => (room(card)[1] ?? NaN) / (room(card)[0] ?? NaN);
    expect([factor(80).toFixed(2), factor(24).toFixed(1)]).toEqual(["1.22", "3.2"]);
    expect((16.06 - 4.015).toFixed(0)).toBe("12");
    bothSay(question("long-int4-context").solution, "55.94", "67.985", "1.22");
    bothSay(whyOf("long-int4-context", "freed"), "1.22", "12");
    expect(correctIds("long-int4-context")).toEqual(["freed"]);
    expect(correctIds("long-shrinks-kv")).toEqual(["gqa", "mla", "kv8", "window"]);
  });
  test("of attention meets that of the weights", () => {
    // pairs counted one by one: a token reads itself and all before it
    everyKey(
      "long-attention-crossover",
      ({ p = NaN, l = NaN, d = NaN }) => root((s) => l * ((s * (s + 1)) / 2) * (2 * d + 2 * d) - 2 * p * 1e9 * s),
      4,
    );
  });
  test("of prefill grows by both parts", () => {
    everyKey("long-prefill-growth", ({ a = NaN, k = NaN }) => {
      const tokens = (a * llama3.parameters) / (llama3.layers * llama3.d);
      const total = (n: number) => {
        const { weights, attention } = prefillFlops(llama3, n);
        return weights + attention;
      };
      return total(k * tokens) / total(tokens);
    });
    const doubled = [64, 128].map((k) => prefillFlops(llama3, k * 1000).attention);
    expect((doubled[1] ?? NaN) / (doubled[0] ?? NaN)).toBe(4);
    expect(correctIds("long-flash-doubling")).toEqual(["split"]);
  });
  test("of a hybrid is added layer by layer", () => {
    everyKey("long-hybrid-cache", ({ l = NaN, r = NaN, w = NaN, n = NaN }) => {
      expect(l % r).toBe(0);
      let bytes = 0;
      for (let layer = 0; layer < l; layer++) bytes += 2 * 8 * 128 * 2 * (layer % r === 0 ? n : w);
      return bytes / GiB;
    });
  });
});

describe("RoPE", () => {
  test("under NTK slows a pair as the new base does", () => {
    everyKey("long-ntk-slowdown", ({ d = NaN, u = NaN, s = NaN }) => {
      const rope = { d, base: 1e4, trained: 4096 };
      expect((angles(rope)[d / 2 - 1] ?? NaN) / (scaledAngles(rope, s, "NTK")[d / 2 - 1] ?? NaN)).toBeCloseTo(s, 9);
      return (angles(rope)[u] ?? NaN) / (scaledAngles(rope, s, "NTK")[u] ?? NaN);
    });
  });
  test("under YaRN slows a pair by its turns", () => {
    everyKey("long-yarn-ramp", ({ r = NaN, s = NaN }) => {
      // pair 0 turns one radian per token
      const rope = { d: 128, base: 1e4, trained: 2 * Math.PI * r };
      return 1 / (scaledAngles(rope, s, "YaRN")[0] ?? NaN);
    });
  });
  test("has so many pairs that never completed a turn", () => {
    everyKey("long-unseen-pairs", ({ d = NaN, b = NaN, t = NaN }) => slowPairs({ d, base: b, trained: t }).length);
    const rope = { d: 128, base: 1e4, trained: 4096 };
    expect(slowPairs(rope)).toHaveLength(18);
    bothSay(question("long-rope-beyond").solution, "10,000", "64", "18");
    expect(beyondTraining(rope, 4, "NTK")).toHaveLength(17);
    const slowed = (i: number) => (scaledAngles(rope, 4, "NTK")[i] ?? NaN) / (angles(rope)[i] ?? NaN);
    expect(Math.max(...slowPairs(rope).map((i) => 4 * slowed(i))).toFixed(2)).toBe("1.45");
    bothSay(whyOf("long-scaling-claims", "ntk-range"), "17", "1.45");
    expect(((0.1 * Math.log(4) + 1) ** 2).toFixed(3)).toBe("1.296");
    bothSay(question("long-scaling-claims").solution, "1.296", "4^{2i/126}");
    expect([correctIds("long-rope-beyond"), correctIds("long-pi-short-text")]).toEqual([["angles"], ["yarn"]]);
    expect(correctIds("long-scaling-claims")).toEqual(["pi-fast", "ntk-ends", "yarn-fast"]);
    const accepted = question("long-scaling-cloze").interaction.blanks.map(({ accept }) => accept.en[0]);
    expect(accepted).toEqual(["1500", "base", "turn"]);
    expect(6000 / 4).toBe(1500);
    expect(question("long-what-each-changes").interaction.pairs).toHaveLength(7);
  });
});

describe("windows and rings", () => {
  test("need so many layers to reach back", () => {
    everyKey("long-layers-for-reach", ({ w = NaN, g = NaN }) => {
      let layers = 0;
      for (let back = 0; back < g; back += w - 1) layers++;
      return layers;
    });
    // the same rule, propagated: 20 positions back through windows of 8
    const reaches = (layers: number) => influence(40, { window: 8 }, layers).includes(39 - 20);
    expect([reaches(2), reaches(3)]).toEqual([false, true]);
    expect([(60_000 / 4095).toFixed(1), Math.ceil(60_000 / 4095), 32 * 4095 + 1]).toEqual(["14.7", 15, 131_041]);
    bothSay(question("long-window-far-id").solution, "14.7", "15", "131041");
    expect(32 * 1999).toBe(63_968);
    bothSay(whyOf("long-endless-chat", "reach"), "63,968", "95,000");
    expect([correctIds("long-window-far-id"), correctIds("long-endless-chat")]).toEqual([["carried"], ["fluent"]]);
    expect(correctIds("long-exact-methods")).toEqual(["ring", "flash", "online"]);
    const order = question("long-online-softmax-order").interaction.items.map(({ id }) => id);
    expect(order).toEqual(["scores", "maximum", "rescale", "add", "divide"]);
  });
  test("hide the transfer from this block on", () => {
    everyKey("long-ring-block", ({ f = NaN, b = NaN, h = NaN }) => {
      const width = 128;
      const compute = (c: number) => (c * c * 32 * (2 * width + 2 * width)) / (f * 1e12);
      const transfer = (c: number) => (2 * c * h * width * 2) / (b * 1e9);
      return root((c) => (c === 0 ? -1 : compute(c) / transfer(c) - 1));
    });
  });
  test("are described in a proposal with four errors", () => {
    expect(wrongSpans("long-vendor-brief")).toEqual(["int4", "flash", "ntk", "needle"]);
    expect((131_072 * kvBytesPerToken(llama3)) / GiB).toBe(16);
    const factor = 4 ** (128 / 126);
    expect([factor.toFixed(3), (1e4 * factor).toFixed(0)]).toEqual(["4.089", "40890"]);
    statesInBoth("long-vendor-brief", "4.089", "40,890", "16 GiB");
  });
});

describe("use", () => {
  test("of a needle is its share of a softmax", () => {
    everyKey("long-needle-weight", ({ g = NaN, n = NaN }) => {
      let denominator = 0;
      for (let token = 0; token < n; token++) denominator += Math.exp(token === 0 ? g : 0);
      return (100 * Math.exp(g)) / denominator;
    });
  });
  test("of several chunks is every way of finding them", () => {
    everyKey("long-hop-recall", ({ h = NaN, r = NaN, p = NaN }) => {
      let right = 0;
      for (let found = 0; found < 2 ** h; found++) {
        const bits = Array.from({ length: h }, (_, i) => (found >> i) & 1);
        const chance = bits.reduce((product: number, bit) => product * (bit ? r : 1 - r), 1);
        right += chance * (bits.every(Boolean) ? p : 0);
      }
      return 100 * right;
    });
  });
  test("is claimed after so many passes", () => {
    everyKey("long-needle-trials", ({ p = NaN, a = NaN }) => {
      let trials = 0;
      for (let chance = 1; chance > a; chance *= p) trials++;
      return trials;
    });
  });
  test("is judged by the worst depth and by the right means", () => {
    const depths = [97, 84, 62, 80, 95];
    expect(sum(depths) / depths.length).toBe(83.6);
    bothSay(question("long-depth-table").stem, ...depths.map((score) => `${score}%`), "83.6%");
    expect(Math.min(...depths)).toBeLessThan(80);
    expect(correctIds("long-depth-table")).toEqual(["worst"]);
    expect([400 * 512, 400 * 8000]).toEqual([204_800, 3_200_000]);
    bothSay(whyOf("long-count-missing", "truncate"), "204,800");
    expect(correctIds("long-count-missing")).toEqual(["map"]);
    expect(correctIds("long-beyond-needle")).toEqual(["keys", "chain", "count", "absent"]);
  });
});

describe("short answers", () => {
  test("state what is recomputed", () => {
    const { weights, attention } = prefillFlops(llama3, 131_072);
    expect((attention / weights).toFixed(2)).toBe("2.14");
    bothSay(question("long-extend-contracts").solution, "2.14", "16 GiB");
    bothSay(question("long-extend-contracts").interaction.modelAnswer, "16 GiB", "2.1", "s = 16");
    expect(131_072 / 8192).toBe(16);
    expect(((weights + attention) / 400e12).toFixed(1)).toBe("16.5");
    bothSay(question("long-extend-contracts").interaction.modelAnswer, "16.5 s", "400 TFLOP/s");
    bothSay(question("long-explain-slow-prefill").interaction.modelAnswer, "16 GiB", "2.1");
  });
  test.each(["long-extend-contracts", "long-explain-slow-prefill"])(
    "of the author meet all points, stems none: %s",
    authorMeetsAll,
  );
  test.each([
    "The KV cache is unchanged by INT4 weights. Prefill compute is still quadratic under FlashAttention. I would choose GQA or MLA, read fewer tokens with RAG, and use context parallelism.",
    "FlashAttention 下计算仍是平方级。INT4 不改变 KV 缓存的大小。可以选 GQA 或 MLA 的模型，用 RAG 少读一些，再做上下文并行。",
  ])("in other words meet all points: %s", (text) => {
    expect(met("long-explain-slow-prefill", text)).toHaveLength(5);
  });
  test.each([
    [
      "long-explain-slow-prefill",
      "FlashAttention makes attention linear, and INT4 weights make the KV cache four times smaller. Buy a faster card.",
    ],
    ["long-explain-slow-prefill", "FlashAttention 让注意力变成线性，INT4 让 KV 缓存缩小 4 倍，应该是驱动有问题。"],
    [
      "long-explain-slow-prefill",
      "FlashAttention saves FLOPs, not memory, and the KV cache does not stay the same with INT4 weights.",
    ],
    ["long-explain-slow-prefill", "FlashAttention 省 FLOPs 不省显存，权重量化会缩小 KV 缓存，滑动窗口读得到 131k。"],
    ["long-extend-contracts", "不需要在长文档上继续训练，权重量化会缩小 KV 缓存。"],
    ["long-explain-slow-prefill", "Compute is not quadratic with FlashAttention, and INT4 shrinks the KV cache."],
    [
      "long-explain-slow-prefill",
      "INT4 cuts the KV cache size to a quarter, so the same KV cache holds four times the tokens.",
    ],
    ["long-explain-slow-prefill", "Memory still grows with the square; the KV cache is not a problem."],
    ["long-explain-slow-prefill", "KV 缓存不够，要把权重再量化一次；KV 缓存没有问题才怪。"],
    [
      "long-extend-contracts",
      "The KV cache shrinks with INT4 weights, attention compute is linear, and prefill takes seconds on any card.",
    ],
    ["long-explain-slow-prefill", "开了 FlashAttention，计算就不是平方级了；INT4 会让 KV 缓存变小。"],
    [
      "long-extend-contracts",
      "RoPE is relative, so nothing has to be trained. The model card says 128k, one needle test is enough, and INT4 weights give four times the context.",
    ],
    [
      "long-extend-contracts",
      "RoPE 是相对的，不用训练。支持 128k 就能用好 128k，单针测试通过就上线。INT4 权重让上下文长 4 倍。",
    ],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});
