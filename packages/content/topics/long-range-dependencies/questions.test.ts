import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, grouped, topicUnderTest } from "../../src/testing/topic-under-test";
import { convolved, costs, fullReach, kept, reach, read, recurrent, rnnGradient, sigmoid, spectralNorm, write } from "./simulations";

const { question, statesInBoth, everyKey, correctIds, wrongSpans, whyOf, draws } = topicUnderTest(import.meta.url);
const product = (values: readonly number[]) => values.reduce((all, value) => all * value, 1);
const itemIds = (id: string) => question(id).interaction.items.map((item) => item.id);
const pairIds = (id: string) => question(id).interaction.pairs.map((pair) => pair.id);
const accepted = (id: string) => question(id).interaction.blanks.map(({ accept }) => [accept.zh[0], accept.en[0]]);
const choiceText = (id: string, choice: string) => {
  const found = question(id).interaction.choices.find((each) => each.id === choice);
  if (!found) throw new Error(`${id} has no choice ${choice}`);
  return found.text;
};
/** Where a growing function reaches `wanted`. */
function bisect(f: (x: number) => number, wanted: number, low: number, high: number): number {
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < wanted) low = middle;
    else high = middle;
  }
  return low;
}

describe("gradients over time", () => {
  test("of a linear recurrence, by moving the start", () =>
    everyKey("lrd-linear-factor", ({ g = NaN, k = NaN }) => {
      const run = (h: number) => range(k).reduce((state) => g * state + 0.25, h);
      return run(1) - run(0);
    }));
  test("of three tanh steps, by a difference quotient", () =>
    everyKey(
      "lrd-tanh-jacobian",
      ({ w = NaN, a = NaN, c = NaN, d = NaN }) => {
        // inputs that lead from h = 0 to the given states
        const inputs = [Math.atanh(a), Math.atanh(c) - w * a, Math.atanh(d) - w * c];
        const run = (h: number) => inputs.reduce((state, x) => Math.tanh(w * state + x), h);
        expect(run(0)).toBeCloseTo(d, 12);
        return (run(1e-5) - run(-1e-5)) / 2e-5;
      },
      5,
    ));
  test("clipped as a whole", () =>
    everyKey("lrd-clip-global", ({ p = NaN, q = NaN, t = NaN }) => {
      const gradient = [0.6 * p, 0.8 * p, 0, q];
      const scale = bisect((s) => Math.hypot(...gradient.map((g) => s * g)), t, 0, 1);
      return Math.hypot(...gradient.slice(0, 2).map((g) => scale * g));
    }));
  test("stay as they are below the threshold", () => {
    expect(0.004 * Math.min(1, 1 / 0.004)).toBe(0.004);
    expect(correctIds("lrd-clip-flat")).toEqual(["same"]);
    bothSay(choiceText("lrd-clip-flat", "same"), "0.004");
    bothSay(question("lrd-clip-flat").stem, "0.004", "80", "1.0");
  });
  test("depend on saturation", () => {
    const said = [rnnGradient(1.2, 49).toFixed(6), rnnGradient(1.2, 49, { input: 0.01 }).toFixed(2)];
    expect(said).toEqual(["0.000144", "73.41"]);
    bothSay(question("lrd-two-inputs").stem, ...said);
    expect(correctIds("lrd-two-inputs")).toEqual(["saturate"]);
    expect(1.2 ** 49).toBeGreaterThan(73.41);
  });
  test("may rise first with eigenvalues of 0.5", () => {
    let power = [1, 0, 0, 1];
    const norms = range(12).map(() => {
      const [a = NaN, b = NaN, c = NaN, d = NaN] = power;
      power = [0.5 * a, 4 * a + 0.5 * b, 0.5 * c, 4 * c + 0.5 * d];
      return spectralNorm([power[0] ?? NaN, power[1] ?? NaN, power[2] ?? NaN, power[3] ?? NaN]);
    });
    expect([norms[0], norms[1], norms[2]].map((n) => n?.toFixed(2))).toEqual(["4.06", "4.02", "3.01"]);
    expect(norms[9]?.toFixed(3)).toBe("0.078");
    bothSay(question("lrd-eigen-below-one").solution, "4.06", "4.02", "3.01", "0.078");
    const entry = (k: number) => 4 * k * 0.5 ** (k - 1);
    expect([entry(1), entry(2), entry(3), entry(10).toFixed(2)]).toEqual([4, 4, 3, "0.08"]);
    bothSay(whyOf("lrd-eigen-below-one", "transient"), "0.08");
    expect(correctIds("lrd-eigen-below-one")).toEqual(["transient"]);
  });
  test("are helped by factors near 1 and by short paths", () =>
    expect(correctIds("lrd-vanishing-cures")).toEqual(["lstm", "attention", "orthogonal"]));
  test("order six paths", () => {
    const left: Record<string, number> = {
      growing: product(range(49).map(() => 1.02)),
      "ninety-nine": product(range(49).map(() => 0.99)),
      "bias-three": product(range(49).map(() => sigmoid(3))),
      "linear-nine": product(range(49).map(() => 0.9)),
      "bias-one": product(range(49).map(() => sigmoid(1))),
      truncated: product(range(49).map((lag) => (lag < 20 ? 1 : 0))),
    };
    const order = Object.keys(left).toSorted((a, b) => (left[a] ?? NaN) - (left[b] ?? NaN));
    expect(itemIds("lrd-signal-order")).toEqual(order);
    const said = order.slice(1).map((id) => Number((left[id] ?? NaN).toPrecision(id === "growing" || id === "ninety-nine" ? 3 : 2)));
    expect(said).toEqual([2.2e-7, 0.0057, 0.092, 0.611, 2.64]);
    bothSay(question("lrd-signal-order").solution, "$2.2\\times10^{-7}$", "0.0057", "0.092", "0.611", "2.64");
    expect([sigmoid(1), sigmoid(3)].map((s) => s.toFixed(3))).toEqual(["0.731", "0.953"]);
    bothSay(question("lrd-signal-order").interaction.why, "0.731", "0.953");
  });
  test("have their names", () =>
    expect(accepted("lrd-terms-cloze")).toEqual([
      ["循环", "recurrent"],
      ["递归", "recursive"],
      ["乘积", "product"],
      ["消失", "vanish"],
    ]));
});

describe("the cell of an LSTM", () => {
  test("decays to a share", () =>
    everyKey("lrd-forget-decay", ({ f = NaN, p = NaN }) => bisect((n) => -Math.exp(n * Math.log(f)), -p / 100, 0, 1e5)));
  test("needs a bias for its memory", () =>
    everyKey("lrd-bias-for-memory", ({ h = NaN, p = NaN }) =>
      bisect((b) => product(range(h).map(() => sigmoid(b))), p / 100, -5, 20),
    ));
  test("multiplies its gates", () =>
    everyKey("lrd-gate-product", ({ a = NaN, f = NaN, c = NaN, r = NaN }) =>
      product([...range(c).map(() => r), ...range(a).map(() => f)]),
    ));
  test("starts with too small a gate at bias 0", () => {
    expect((0.5 ** 200).toExponential(0)).toBe("6e-61");
    expect([sigmoid(5).toFixed(4), (sigmoid(5) ** 200).toFixed(2)]).toEqual(["0.9933", "0.26"]);
    bothSay(whyOf("lrd-bias-start", "bias"), "0.9933", "0.26");
    bothSay(whyOf("lrd-bias-start", "nothing"), "6×10⁻⁶¹");
    expect(correctIds("lrd-bias-start")).toEqual(["bias"]);
  });
  test("loses over 300 and 500 steps at 0.99", () => {
    expect([(0.99 ** 500).toFixed(4), (0.99 ** 300).toFixed(3)]).toEqual(["0.0066", "0.049"]);
    bothSay(whyOf("lrd-lstm-facts", "lossless"), "0.0066");
    bothSay(whyOf("lrd-lstm-memo", "lossless"), "0.049", "5%");
    expect(correctIds("lrd-lstm-facts")).toEqual(["product", "bias", "fixed"]);
    expect(wrongSpans("lrd-lstm-memo")).toEqual(["revive", "lossless", "gradient"]);
  });
  test("needs a bias of 6 for 500 steps", () => {
    expect([(0.5 ** 100).toExponential(0), (sigmoid(6) ** 500).toFixed(2)]).toEqual(["8e-31", "0.29"]);
    bothSay(question("lrd-explain-flag").solution, "$8\\times10^{-31}$", "$\\sigma(6)^{500} = 0.29$");
  });
});

describe("attention and recurrence", () => {
  test("in operations of whole layers", () =>
    everyKey("lrd-layer-work", ({ n = NaN, d = NaN }) => {
      let [attention, lstm] = [0, 0];
      for (let token = 0; token < n; token++) {
        attention += 4 * d * d + 2 * n * d;
        for (let matrix = 0; matrix < 8; matrix++) lstm += d * d;
      }
      return attention / lstm;
    }));
  test("in time", () => {
    everyKey("lrd-sequential-floor", ({ t = NaN, q = NaN, n = NaN, d = NaN }) => {
      let steps = 0;
      for (let step = 0; step < n; step++) steps += Math.max(t * 1e-6, (d * d) / (q * 1e12));
      return steps / (costs(n, d).mixing / (q * 1e12));
    });
    for (const [{ q = NaN, d = NaN, t = NaN }] of draws("lrd-sequential-floor"))
      expect((d * d) / (q * 1e12)).toBeLessThan((t * 1e-6) / 50);
  });
  test("differ by parallelism, not by less work", () => {
    const { mixing, projections, lstm } = costs(4096, 512);
    expect([4096 / 512, (mixing + projections) / (4096 * 512 ** 2), (mixing + projections) / lstm]).toEqual([8, 20, 2.5]);
    bothSay(question("lrd-why-faster").solution, "$20nd^2$", "2.5");
    expect(correctIds("lrd-why-faster")).toEqual(["parallel"]);
    expect(costs(4096, 512).mixing / costs(4096, 512).recurrence).toBe(16);
    bothSay(question("lrd-talk-claims").solution, "= 16$");
    expect(wrongSpans("lrd-talk-claims")).toEqual(["ops", "backward", "facts"]);
  });
  test("that are linear in the state need no loop", () => {
    expect(correctIds("lrd-parallel-training")).toEqual(["attention", "s4", "mamba", "linear"]);
    const xs = range(20).map((i) => Math.cos(3 * i));
    for (const [i, y] of recurrent(0.8, 1, 2, xs).entries()) expect(convolved(0.8, 1, 2, xs)[i]).toBeCloseTo(y, 12);
    // with factors by input, two halves are computed apart and joined
    const step = (x: number) => [sigmoid(x), x] as const;
    const join = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]) => [a * c, c * b + d] as const;
    const whole = xs.reduce((h, x) => step(x)[0] * h + step(x)[1], 0);
    const half = (part: number[]) => part.map(step).reduce((all, next) => join(all, next), [1, 0] as const);
    expect(join(half(xs.slice(0, 10)), half(xs.slice(10)))[1]).toBeCloseTo(whole, 12);
  });
  test("keep what they keep", () =>
    expect(pairIds("lrd-state-and-path")).toEqual(["rnn", "transformer", "xl", "s4", "mamba", "hybrid"]));
});

describe("Transformer-XL", () => {
  test("reaches as propagation layer by layer says", () =>
    everyKey("lrd-xl-reach", ({ l = NaN, m = NaN, n = NaN, j = NaN }) => {
      const segments = n * m + 2;
      return reach(segments * l, l, m * l, n)[(segments - 1) * l + j - 1] ?? NaN;
    }));
  test("has a forward reach far beyond its gradient", () => {
    expect([fullReach(128, 128, 12), fullReach(128, 128, 1), fullReach(128, 0, 12)]).toEqual([1663, 255, 127]);
    expect(grouped(1663)).toBe("1,663");
    bothSay(choiceText("lrd-xl-two-reaches", "far-near"), "1,663", "127");
    bothSay(choiceText("lrd-xl-two-reaches", "one-memory"), "255");
    expect(correctIds("lrd-xl-two-reaches")).toEqual(["far-near"]);
    expect(fullReach(256, 256, 12)).toBe(3327);
    expect(fullReach(256, 256, 24) / 3327).toBeCloseTo(2, 0);
    bothSay(question("lrd-xl-facts").solution, "3327");
    expect(correctIds("lrd-xl-facts")).toEqual(["queries", "grows", "no-memory", "faster"]);
    expect(reach(1024, 256, 0, 12).filter((_, i) => i % 256 === 0)).toEqual([0, 0, 0, 0]);
  });
  test("caches with relative positions", () => {
    expect(correctIds("lrd-xl-introduced")).toEqual(["segment"]);
    expect(correctIds("lrd-absolute-cache")).toEqual(["collide"]);
    expect(itemIds("lrd-xl-step")).toEqual(["take", "concat", "project", "attend", "loss", "advance"]);
    statesInBoth("lrd-absolute-cache", "$L-1$");
  });
});

describe("fixed states", () => {
  test("read what two writes with overlapping keys leave", () =>
    everyKey("lrd-delta-read", ({ c = NaN, u = NaN, w = NaN }) => {
      const keys = [
        [1, 0],
        [c, Math.sqrt(1 - c * c)],
      ];
      const state = write("delta", keys, [[u], [w]]);
      expect(read(state, keys[1] ?? [])[0]).toBeCloseTo(w, 12);
      return read(state, keys[0] ?? [])[0] ?? NaN;
    }));
  test("add, overwrite or average", () => {
    const [keys, values] = [
      [[1], [1]],
      [[12], [15]],
    ];
        const softmax = (12 * 1 + 15 * 1) / (1 + 1); // equal logits, equal weights
    const results = [read(write("linear", keys, values), [1])[0], read(write("delta", keys, values), [1])[0], softmax];
    expect(results).toEqual([27, 15, 13.5]);
    expect(choiceText("lrd-price-update", "right")).toEqual({ zh: "27、15、13.5", en: "27, 15 and 13.5" });
    expect(correctIds("lrd-price-update")).toEqual(["right"]);
  });
  test("equal the cache of so many tokens", () =>
    everyKey("lrd-state-equals-cache", ({ h = NaN, g = NaN, d = NaN }) => {
      const state = h * d * d;
      let [cache, tokens] = [0, 0];
      while (cache < state) {
        cache += 2 * g * d;
        tokens++;
      }
      expect(cache).toBe(state);
      return tokens;
    }));
  test("copy no more than their bits", () =>
    everyKey("lrd-copy-bound", ({ s = NaN, b = NaN, v = NaN }) => {
      let [bits, length] = [0, -1];
      while (bits <= s * b) {
        bits += Math.log2(v);
        length++;
      }
      return length;
    }));
  test("are no unlimited context", () => {
    expect(correctIds("lrd-unlimited-claim")).toEqual(["capacity"]);
    expect(accepted("lrd-ssm-cloze")).toEqual([
      ["卷积", "convolution"],
      ["输入", "input"],
      ["扫描", "scan"],
      ["固定", "fixed"],
    ]);
    expect(kept(100, 0.9, true)).toBe(1);
  });
  test("fit where the cache does not", () => {
    const perToken = 2 * 32 * 8 * 128 * 2;
    expect([grouped(perToken), (1_048_576 * perToken) / 2 ** 30, (1_048_576 * perToken) / 8 / 2 ** 30]).toEqual(["131,072", 128, 16]);
    bothSay(question("lrd-log-lookup").solution, "131,072", "128 GiB", "1,048,576", "16 GiB");
    bothSay(question("lrd-log-lookup").interaction.modelAnswer, "128 GiB", "16 GiB");
  });
});

describe("diagnosis", () => {
  test("by perplexity dilutes", () =>
    everyKey("lrd-perplexity-dilution", ({ p = NaN, x = NaN }) => {
      const losses = range(1000).map((token) => (token < 10 * p ? x : 0));
      return 100 * (Math.exp(losses.reduce((a, b) => a + b, 0) / 1000) - 1);
    }));
  test("by perplexity proves neither damage nor health", () => {
    const rise = Math.log(12.47 / 12.4);
    expect([rise.toFixed(4), (rise / 0.002).toFixed(1), (100 * Math.exp(-rise / 0.002)).toFixed(0)]).toEqual(["0.0056", "2.8", "6"]);
    expect((100 * (12.47 / 12.4 - 1)).toFixed(1)).toBe("0.6");
    bothSay(question("lrd-perplexity-verdict").solution, "0.0056", "2.8", "6%", "0.2%");
    expect(correctIds("lrd-perplexity-verdict")).toEqual(["recall"]);
  });
  test("by intervention shows use", () => expect(correctIds("lrd-tests-of-use")).toEqual(["swap", "recall", "targeted"]));
  test("tells the limits apart", () => {
    expect(4 * 1023).toBe(4092);
    bothSay(whyOf("lrd-symptom-limit", "reach"), "4,092", "5,000");
    expect(pairIds("lrd-symptom-limit")).toEqual(["vanishing", "exploding", "reach", "capacity", "unused"]);
  });
});
