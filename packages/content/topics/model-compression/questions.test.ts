import { drawVariant, instantiateWith, type QuestionSpec } from "@tidao/grading";
import { sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { awq, distil, gptq, layer, outputError, roundToNearest, weightError } from "./simulations";

interface Text {
  zh: string;
  en: string;
}
const { spec: question } = topicUnderTest(import.meta.url);
function interactionOf<K extends QuestionSpec["interaction"]["kind"]>(id: string, kind: K) {
  const { interaction } = question(id);
  if (interaction.kind !== kind) throw new Error(`${id} is ${interaction.kind}`);
  return interaction as Extract<QuestionSpec["interaction"], { kind: K }>;
}
const keys = (id: string, kind: "single-choice" | "multiple-choice" = "single-choice") =>
  interactionOf(id, kind).choices.flatMap(({ id, correct }) => (correct ? [id] : []));
const wrongSpans = (id: string) =>
  interactionOf(id, "find-error").spans.flatMap(({ id, wrong }) => (wrong ? [id] : []));
const ordered = (id: string) => interactionOf(id, "ordering").items.map((item) => item.id);
const textOf = (id: string, choice: string): Text => {
  const found = interactionOf(id, "single-choice").choices.find((each) => each.id === choice);
  if (!found) throw new Error(`${id} has no choice ${choice}`);
  return found.text;
};
const byValue = (values: Record<string, number>) =>
  Object.keys(values).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
/** Half away from zero, as the course rounds. */
const round = (x: number) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5);
const softmax = (logits: readonly number[], temperature = 1) => {
  const powers = logits.map((logit) => Math.exp(logit / temperature));
  return powers.map((power) => power / sum(powers));
};

/** Sixty draws of a parameterised question: its key is `other`, and its solution states the key. */
function everyKey(id: string, other: (v: Record<string, number>) => number, digits: number, near = 6) {
  const spec = question(id);
  for (let seed = 0; seed < 60; seed++) {
    const values = drawVariant(spec, seed);
    const { interaction, solution } = instantiateWith(spec, values);
    if (interaction.kind !== "numeric") throw new Error(`${id} is not numeric`);
    const key = Number(interaction.answer);
    expect(key, `${id} ${JSON.stringify(values)}`).toBeCloseTo(other(values), near);
    const said = key.toFixed(digits);
    bothSay(solution, digits > 0 ? said.replace(/\.?0+$/, "") : said);
  }
}
const of = (values: Record<string, number>, ...names: string[]) => names.map((name) => values[name] ?? Number.NaN);

describe("bits and bytes", () => {
  /** Writes a group's fields one by one instead of dividing. */
  const groupBits = (bits: number, group: number, zeroPoint: boolean) => {
    let total = 16 + (zeroPoint ? bits : 0);
    for (let i = 0; i < group; i++) total += bits;
    return total;
  };
  test("of groups with a scale each", () => {
    everyKey(
      "comp-group-size-gb",
      (v) => {
        const [p = 0, b = 0, g = 1] = of(v, "p", "b", "g");
        return ((p * 1e9) / g) * (groupBits(b, g, false) / 8) * 1e-9;
      },
      3,
    );
    expect((7 * groupBits(4, 128, false)) / 128 / 8).toBe(3.609375);
  });
  test("of a checkpoint with a part in 16 bits", () =>
    everyKey(
      "comp-mixed-checkpoint",
      (v) => {
        const [p = 0, f = 0, b = 0, g = 1] = of(v, "p", "f", "b", "g");
        const kept = p * 1e9 * (f / 100);
        return (kept * 2 + ((p * 1e9 - kept) / g) * (groupBits(b, g, true) / 8)) / 1e9;
      },
      3,
    ));
  test("in the claims about a 4-bit checkpoint", () => {
    expect(keys("comp-checkpoint-claims", "multiple-choice")).toEqual(["size", "group-scales", "decode"]);
    expect((7 * 4.125) / 8).toBeCloseTo(3.61, 2);
    expect(3.609375 / 14).toBeCloseTo(0.258, 3);
    expect((4 + 16 / 32) / (4 + 16 / 128)).toBeCloseTo(1.091, 3);
    expect((16 / 4.125).toFixed(2)).toBe("3.88");
    bothSay(question("comp-checkpoint-claims").solution, "3.609", "3.88", "9.1%");
  });
  test("of thirteen billion weights", () => {
    expect(((13 * 4.125) / 8).toFixed(2)).toBe("6.70");
    bothSay(question("comp-plan-thirteen").solution, "= 6.70$");
    bothSay(interactionOf("comp-plan-thirteen", "short-answer").modelAnswer, "26 GB", "13 GB", "6.7 GB");
  });
});

describe("the two bounds of a step", () => {
  const seconds = (p: number, bits: number, n: number, bandwidth: number, peak: number) => ({
    read: (p * bits) / 8 / bandwidth,
    compute: (2 * p * n) / peak,
  });
  test("limit single-stream decoding", () =>
    everyKey(
      "comp-decode-bound",
      (v) => {
        const [w = 0, p = 0, g = 1] = of(v, "w", "p", "g");
        return 1 / seconds(p * 1e9, (4 * g + 16) / g, 1, w * 1e12, 1e15).read;
      },
      1,
    ));
  test("cross where bisection finds it", () => {
    everyKey(
      "comp-crossover-tokens",
      (v) => {
        const [b = 0, w = 0, f = 0] = of(v, "b", "w", "f");
        let [low, high] = [0, 1e5];
        for (let i = 0; i < 200; i++) {
          const middle = (low + high) / 2;
          const { read, compute } = seconds(7e9, b, middle, w * 1e12, f * 1e12);
          if (read > compute) low = middle;
          else high = middle;
        }
        return low;
      },
      1,
      4,
    );
    const atH100 = seconds(7e9, 4.125, 76, 3.35e12, 989.4e12);
    expect(atH100.read / atH100.compute).toBeCloseTo(1, 1);
  });
  test("make claims of a faster prefill wrong", () => {
    expect(wrongSpans("comp-batch-prefill-claim")).toEqual(["gemm", "prefill", "cache"]);
    const [full, four] = [16, 4.125].map((bits) => seconds(7e9, bits, 512, 3.35e12, 989.4e12));
    expect(Math.max(full?.read ?? 0, full?.compute ?? 0)).toBe(full?.compute);
    expect(Math.max(four?.read ?? 0, four?.compute ?? 0)).toBe(full?.compute);
    expect(keys("comp-what-four-bit-changes")).toEqual(["bytes"]);
    expect(keys("comp-prefill-choice")).toEqual(["both-eight"]);
    bothSay(question("comp-explain-no-speedup").solution, "3.88");
  });
});

describe("granularity and outliers", () => {
  /** Symmetric codes of one group. */
  const codes = (weights: readonly number[], bits: number) => {
    const step = Math.max(...weights.map(Math.abs)) / (2 ** (bits - 1) - 1);
    return weights.map((weight) => round(weight / step) + 0);
  };
  test("let a large weight wipe out small ones", () => {
    const weights = [0.1, -0.2, 0.33, 0.7, 0.02, -0.01, 0.014, 0.03];
    expect(codes(weights, 4).slice(4)).toEqual([0, 0, 0, 0]);
    expect(codes(weights.slice(4), 4)).toEqual([5, -2, 3, 7]);
    expect(keys("comp-shared-scale")).toEqual(["vanish"]);
    bothSay(textOf("comp-shared-scale", "vanish"), "−2");
  });
  test("leave few codes to channels beside an outlier", () =>
    everyKey(
      "comp-outlier-codes",
      (v) => {
        const [a = 0, r = 0] = of(v, "a", "r");
        const sweep = Array.from({ length: 20_001 }, (_, i) => -r + (r * i) / 10_000);
        return new Set(codes([...sweep, a], 8).slice(0, -1)).size;
      },
      0,
    ));
  test("cost the small rows the square of the ratio, as sampling shows", () => {
    // the mean square of an error that sweeps one step, under the tensor's step and under the row's own
    const sweep = (step: number) => sum(Array.from({ length: 1000 }, (_, i) => ((i + 0.5) / 1000 - 0.5) * step).map((e) => e * e));
    everyKey(
      "comp-row-scale-gain",
      (v) => {
        const [a = 0, c = 0, b = 0] = of(v, "a", "c", "b");
        const top = 2 ** (b - 1) - 1;
        return sweep(a / top) / sweep(c / top);
      },
      2,
    );
    const squared = (step: number, top: number) => {
      const points = Array.from({ length: 40_001 }, (_, i) => -top + (top * i) / 20_000);
      return sum(points.map((x) => (x - step * round(x / step)) ** 2)) / points.length;
    };
    // a row that fills ±0.4 under the step of 1.6, and under its own
    const ratio = squared(1.6 / 127, 0.4) / squared(0.4 / 127, 0.4);
    expect(ratio / (1.6 / 0.4) ** 2).toBeCloseTo(1, 1);
  });
  test("are shared between activation and weight by SmoothQuant", () =>
    everyKey(
      "comp-smoothquant-range",
      (v) => {
        const [x = 0, w = 0, a = 0] = of(v, "x", "w", "a");
        const scale = Math.exp(a * Math.log(x) - (1 - a) * Math.log(w));
        // the product of both maxima is unchanged
        expect((x / scale) * (w * scale)).toBeCloseTo(x * w, 9);
        return x / scale;
      },
      4,
    ));
  test("cannot be undone after the sum per input channel, but per row and per token they can", () => {
    expect(keys("comp-input-channel-scale")).toEqual(["sum"]);
    const [w, q] = [
      [3, -2, 5],
      [7, 1, -4],
    ] as const;
    const product = (scale: (j: number) => number) => sum(w.map((value, j) => value * (q[j] ?? 0) * scale(j)));
    const integers = product(() => 1);
    expect(product(() => 0.5)).toBe(0.5 * integers);
    const perChannel = [0.5, 2, 1];
    for (const scale of perChannel) expect(product((j) => perChannel[j] ?? 0)).not.toBe(scale * integers);
  });
});

describe("pruning", () => {
  /** Bits of a matrix of 4096 values, counted element by element. */
  function share(zeros: number, indexBits: number): number {
    let bits = 0;
    for (let i = 0; i < 4000; i++) if (i >= zeros * 40) bits += 16 + indexBits;
    return (100 * bits) / (4000 * 16);
  }
  test("keeps the two largest of four", () => {
    const block = [0.5, -0.9, 0.1, 0.2];
    const kept = block.map((value) => (block.filter((x) => Math.abs(x) > Math.abs(value)).length < 2 ? value : 0));
    const id = keys("comp-two-four-block")[0] ?? "";
    bothSay(textOf("comp-two-four-block", id), kept.join(", "));
    const mean = sum(block.map(Math.abs)) / 4;
    expect(block.filter((value) => Math.abs(value) > 2 * mean)).toEqual([-0.9]);
  });
  test("saves what value and index leave", () => {
    everyKey("comp-index-storage", (v) => share(v.z ?? 0, v.k ?? 0), 4);
    expect(share(50, 16)).toBe(100);
    expect(keys("comp-half-zeros-measured")).toEqual(["nothing"]);
  });
  test("orders storage formats", () => {
    const sizes = {
      "two-four": (100 * (2 * 16 + 2 * 2)) / (4 * 16),
      "structured-half": 50,
      "irregular-forty": share(40, 16),
      "irregular-half": share(50, 16),
      "irregular-seventy": share(70, 16),
      "irregular-eighty": share(80, 16),
    };
    expect(ordered("comp-storage-order")).toEqual(byValue(sizes));
    expect(Object.values(sizes).toSorted((a, b) => a - b)).toEqual([40, 50, 56.25, 60, 100, 120]);
    const { why } = interactionOf("comp-storage-order", "ordering");
    if (why) bothSay(why, "40%", "50%", "56.25%", "60%", "100%", "120%");
  });
  test("speeds up a step by the part that got faster", () =>
    everyKey(
      "comp-two-four-amdahl",
      (v) => {
        const [f = 0, k = 1] = of(v, "f", "k");
        let after = 0;
        for (let part = 0; part < 100; part++) after += part < f ? 1 / k : 1;
        return 100 / after;
      },
      3,
    ));
  test("has three wrong claims in its report", () => {
    expect(wrongSpans("comp-pruning-report")).toEqual(["dense", "csr", "quality"]);
    expect(36 / 64).toBe(0.5625);
  });
  test("by Wanda keeps small weights on large inputs", () => {
    const [weights, norms] = [
      [0.9, 0.5, 0.4, 0.2],
      [1, 1, 6, 10],
    ];
    const topTwo = (score: (w: number, n: number) => number) => {
      const scores = (weights ?? []).map((w, i) => score(w, norms?.[i] ?? 0));
      return scores.flatMap((s, i) => (scores.filter((other) => other > s).length < 2 ? [i] : []));
    };
    expect(topTwo((w, n) => w * n)).toEqual([2, 3]);
    expect(topTwo((w) => w)).toEqual([0, 1]);
    expect(topTwo((w, n) => w * w * n)).toEqual([0, 2]);
    expect(keys("comp-wanda-row")).toEqual(["last-two"]);
    bothSay(textOf("comp-wanda-row", "last-two"), "2.4", "2.0");
  });
});

describe("distillation", () => {
  const [teacher, student] = [
    [4, 1, -1],
    [1, 0.5, 0],
  ] as const;
  const divergence = (p: readonly number[], q: readonly number[]) =>
    sum(p.map((value, i) => value * Math.log(value / (q[i] ?? 1))));
  /** Slope of KL by the student's first logit, by central differences. */
  function slope(from: readonly number[], to: readonly number[], temperature: number): number {
    const h = 1e-4 * temperature;
    const at = (shift: number) =>
      divergence(
        softmax(from, temperature),
        softmax(
          to.map((logit, i) => logit + (i === 0 ? shift : 0)),
          temperature,
        ),
      );
    return (at(h) - at(-h)) / (2 * h);
  }
  test("softens the first class", () =>
    everyKey("comp-softened-probability", (v) => softmax(of(v, "a", "b", "c"), v.t)[0] ?? 0, 4));
  test("has raw gradients that T² makes comparable", () => {
    const raw = [2, 20].map((temperature) => slope(teacher, student, temperature));
    expect(raw[0]).toBeCloseTo(-0.1735, 4);
    expect(raw[1]).toBeCloseTo(-0.00186, 5);
    expect((raw[0] ?? 0) * 2 ** 2).toBeCloseTo(-0.694, 3);
    expect((raw[1] ?? 0) * 20 ** 2).toBeCloseTo(-0.743, 3);
    expect((raw[0] ?? 0) * 2).toBeCloseTo(-0.347, 3);
    expect((raw[1] ?? 0) * 20).toBeCloseTo(-0.037, 3);
    expect(Math.round((raw[0] ?? 0) / (raw[1] ?? 1))).toBe(93);
    expect(keys("comp-temperature-gradient")).toEqual(["square"]);
    bothSay(textOf("comp-temperature-gradient", "square"), "−0.694", "−0.743");
  });
  test("tends to centred logits", () => {
    everyKey("comp-gradient-limit", (v) => 2000 ** 2 * slope(of(v, "a", "b", "c"), of(v, "d", "e2", "f"), 2000), 3, 2);
    expect(2000 ** 2 * slope(teacher, student, 2000)).toBeCloseTo(-0.7222, 2);
    const blanks = interactionOf("comp-temperature-cloze", "cloze").blanks.map(({ accept }) => accept.en[0]);
    expect(blanks).toEqual(["1/T²", "T²", "uniform", "logits"]);
  });
  test("stops at a biased teacher, while hard labels go on", () => {
    expect([12, 100].map((n) => distil(n, "soft", 2).toFixed(3))).toEqual(["0.861", "0.861"]);
    expect([12, 100].map((n) => distil(n, "hard").toFixed(3))).toEqual(["1.642", "0.622"]);
    expect(keys("comp-biased-teacher")).toEqual(["teacher"]);
    bothSay(question("comp-biased-teacher").stem, "0.861", "1.642", "0.622");
  });
  test("of language models has three right statements", () => {
    expect(keys("comp-llm-distillation", "multiple-choice")).toEqual(["sequence", "on-policy", "reverse"]);
    // reverse KL prefers one mode of the teacher, forward KL the cover of both
    const [modes, oneMode, cover] = [
      [0.49, 0.02, 0.49],
      [0.9, 0.05, 0.05],
      [0.34, 0.32, 0.34],
    ] as const;
    expect(divergence(oneMode, modes)).toBeLessThan(divergence(cover, modes));
    expect(divergence(modes, cover)).toBeLessThan(divergence(modes, oneMode));
  });
});

describe("calibrated methods", () => {
  const { w, x } = layer(3, 10);
  const candidates = {
    nearest: roundToNearest(w, 4, "row"),
    awq: awq(w, x, 4, "row").w,
    gptq: gptq(w, x, 4),
  };
  test("rank differently by weights and by outputs, on held-out inputs too", () => {
    const table = Object.values(candidates).map((c) => [weightError(w, c).toFixed(3), outputError(w, c, x).toFixed(5)]);
    expect(table).toEqual([
      ["1.227", "0.00767"],
      ["2.565", "0.00184"],
      ["3.754", "0.00396"],
    ]);
    bothSay(question("comp-rank-candidates").stem, ...table.flat());
    bothSay(question("comp-gptq-larger-error").stem, "1.227", "3.754", "0.00767", "0.00396");
    for (const seed of [3, 4, 5, 6, 7, 8]) {
      const inputs = layer(seed, 10).x;
      const errors = Object.fromEntries(
        Object.entries(candidates).map(([name, rounded]) => [name, outputError(w, rounded, inputs)]),
      );
      expect(byValue(errors)).toEqual(["awq", "gptq", "nearest"]);
    }
    expect(keys("comp-rank-candidates")).toEqual(["awq"]);
    expect(keys("comp-gptq-larger-error")).toEqual(["output"]);
  });
  test("compensate two weights as the inverse Hessian says", () =>
    everyKey(
      "comp-gptq-two-weights",
      (v) => {
        const [n = 0, m = 0, u = 0, w2 = 0, r = 0] = of(v, "n", "m", "u", "v", "r");
        const weights = [n + u, m + w2] as const;
        const determinant = 1 - r * r;
        const [inverse11, inverse21] = [1 / determinant, -r / determinant];
        const first = round(weights[0]);
        const second = round(weights[1] - ((weights[0] - first) / inverse11) * inverse21);
        const output = (a: number, b: number) => {
          const [e1, e2] = [weights[0] - a, weights[1] - b];
          return e1 * e1 + 2 * r * e1 * e2 + e2 * e2;
        };
        // and no other integer would be better for the second weight
        const best = Math.min(...Array.from({ length: 21 }, (_, i) => output(first, i - 10)));
        expect(output(first, second)).toBeCloseTo(best, 9);
        expect(output(first, second)).toBeLessThan(output(first, round(weights[1])));
        return output(first, second);
      },
      4,
    ));
  test("are told apart by what they need and in which order they come", () => {
    const needed = ["gptq", "awq", "wanda", "smoothquant"];
    expect(keys("comp-need-calibration", "multiple-choice")).toEqual(needed);
    expect(ordered("comp-pipeline-order")).toEqual(["baseline", "prune", "distil", "calibrate", "quantise", "accept"]);
    expect(keys("comp-quantised-first")).toEqual(["stale"]);
    expect(interactionOf("comp-method-mechanism", "matching").pairs).toHaveLength(7);
  });
});
