import { range, sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, grouped, topicUnderTest } from "../../src/testing/topic-under-test";
import { adaptedLoss, contrastive, gap, infoNce, judge, minimum, pairs, withCopies } from "./simulations";

const { question, statesInBoth, everyKey, correctIds, wrongSpans, whyOf } = topicUnderTest(import.meta.url);
type Values = Record<string, number>;
const of = (values: Values, ...names: string[]) => names.map((name) => values[name] ?? NaN);
const itemIds = (id: string) => question(id).interaction.items.map((item) => item.id);
const softplus = (x: number) => Math.log(1 + Math.exp(x));
/** −ln of the share of the first logit. */
const crossEntropy = (logits: readonly number[]) => {
  const powers = logits.map((logit) => Math.exp(logit));
  return -Math.log((powers[0] ?? NaN) / sum(powers));
};

describe("InfoNCE", () => {
  test("of two values", () =>
    everyKey("xmod-two-value-loss", ({ n = NaN, p = NaN, q = NaN, t = NaN }) =>
      crossEntropy([p / t, ...range(n - 1).map(() => q / t)]),
    ));
  test("has a floor with repeated captions", () => {
    everyKey("xmod-repeat-floor", (values) => {
      const [n = NaN, g = NaN, k = NaN] = of(values, "n", "g", "k");
      const rows = range(n).map((row) => (row < g * k ? crossEntropy(range(k).map(() => 5)) : 0));
      return sum(rows) / n;
    });
    expect(correctIds("xmod-duplicate-floor")).toEqual(["twins"]);
    expect(infoNce(withCopies(32, 2), 1e-3)).toBeCloseTo(Math.log(2), 9);
    expect([Math.log(2).toFixed(3), Math.log(512).toFixed(2)]).toEqual(["0.693", "6.24"]);
    bothSay(question("xmod-duplicate-floor").stem, "512", "0.70");
    bothSay(question("xmod-duplicate-floor").solution, "0.693", "0.70");
    bothSay(whyOf("xmod-duplicate-floor", "collapse"), "6.24", "ln 512");
  });
  test("meets false negatives", () =>
    everyKey("xmod-false-negative-chance", ({ n = NaN, q = NaN }) => {
      let none = 1;
      for (let other = 1; other < n; other++) none *= 1 - q / 100;
      return 100 - 100 * none;
    }));
  test("does not compare over batch sizes", () => {
    const [a, b] = [4, 64].map((n) => {
      const set = pairs(1, n);
      const { w, after } = contrastive(set);
      return [after.toFixed(3), judge(set, w).recall.toFixed(2), Math.log(n).toFixed(3)];
    });
    expect([a, b]).toEqual([
      ["0.206", "0.15", "1.386"],
      ["2.037", "0.70", "4.159"],
    ]);
    bothSay(question("xmod-lower-loss").stem, "0.206", "2.037", "0.15", "0.70", "60");
    bothSay(question("xmod-lower-loss").solution, "1.386", "4.159");
    bothSay(whyOf("xmod-lower-loss", "b-better"), "1.386", "4.159");
    bothSay(whyOf("xmod-lower-loss", "a-better"), "0.15", "0.70", "60");
    expect(correctIds("xmod-lower-loss")).toEqual(["b-better"]);
  });
});

describe("SigLIP", () => {
  test("starts with positives and negatives", () =>
    everyKey("xmod-sigmoid-start", ({ n = NaN, c = NaN }) =>
      sum(range(n).map((column) => softplus(column === 0 ? c : -c))),
    ));
  test("adds up over blocks", () => {
    expect(correctIds("xmod-sigmoid-blocks")).toEqual(["additive"]);
    for (const x of [-2, -0.5, 1]) expect(softplus(x) + softplus(-x)).toBeGreaterThan(2 * Math.log(2));
    bothSay(whyOf("xmod-sigmoid-blocks", "false"), "2 ln 2");
  });
});

describe("zero-shot", () => {
  test("is about labels", () => {
    expect(correctIds("xmod-zero-shot-claim")).toEqual(["labels"]);
    bothSay(question("xmod-zero-shot-claim").stem, "200", "80%");
    expect(itemIds("xmod-zero-shot-order")).toEqual(["prompts", "encode", "average", "image", "cosine", "argmax"]);
  });
});

describe("the gap", () => {
  test("in a mixed index", () => {
    everyKey("xmod-mixed-margin", ({ g = NaN }) => gap(g).sameModality - gap(g).pair);
    const sign = (g: number) => Math.sign(gap(g).sameModality - gap(g).pair);
    expect([sign(0.706), sign(0.708)]).toEqual([-1, 1]);
    bothSay(question("xmod-mixed-margin").solution, "0.707");
    expect(gap(1.5).recall).toBe(1);
    expect(correctIds("xmod-mixed-index")).toEqual(["gap"]);
    bothSay(question("xmod-mixed-index").stem, "98%");
  });
  test("acts like a higher temperature", () =>
    everyKey("xmod-gap-temperature", ({ t = NaN, g = NaN }) => {
      const wanted = range(8).map((i) => (i === 0 ? 1 / t : 0));
      const { pair, other } = gap(g);
      let [low, high] = [1e-4, 1];
      for (let i = 0; i < 100; i++) {
        const middle = (low + high) / 2;
        const margin = (pair - other) / middle;
        if (margin > Math.log(7) - Math.log(Math.expm1(crossEntropy(wanted)))) low = middle;
        else high = middle;
      }
      return low;
    }));
  test("has its facts", () => {
    expect(gap(1).pair).toBeCloseTo(0, 12);
    expect(gap(1).recall).toBe(1);
    expect(correctIds("xmod-gap-facts")).toEqual(["coexist", "initial", "mixed"]);
    bothSay(question("xmod-explain-gap").stem, "0.3", "0.7", "95%");
    bothSay(question("xmod-explain-gap").interaction.modelAnswer, "0.3", "0.7");
  });
  test("is no failure in a report that counts ties", () => {
    expect(wrongSpans("xmod-retrieval-report")).toEqual(["constant", "gap", "zero"]);
    const scores = range(1000).map(() => 0.5);
    const rank = 1 + scores.filter((score, i) => i > 0 && score >= (scores[0] ?? NaN)).length;
    expect(rank).toBe(1000);
    bothSay(whyOf("xmod-retrieval-report", "constant"), "999");
    expect(whyOf("xmod-retrieval-report", "constant").zh).toContain("1000");
    expect(whyOf("xmod-retrieval-report", "constant").en).toContain("1,000");
    bothSay(question("xmod-retrieval-report").interaction.passage, "97%", "0.8", "74%", "ln 2");
    bothSay(question("xmod-retrieval-report").solution, "97%", "0.8");
  });
});

describe("bridges into a language model", () => {
  const weights = (...shapes: [number, number][]) => sum(shapes.map(([rows, columns]) => rows * columns));
  test("take tokens", () => {
    everyKey("xmod-images-fit", ({ c = NaN, r = NaN, s = NaN }) => {
      let [left, images] = [c - r, 0];
      const tokens = range(s / 14).length ** 2;
      while (left >= tokens) {
        left -= tokens;
        images++;
      }
      return images;
    });
    everyKey("xmod-audio-tokens", ({ k = NaN, s = NaN }) => {
      let tokens = 0;
      for (let frame = 0; frame < 50 * s; frame += k) tokens++;
      return tokens;
    });
  });
  test("take weights", () => {
    everyKey(
      "xmod-gated-weights",
      ({ k = NaN, d = NaN, v = NaN }) =>
        weights(...range(k).flatMap((): [number, number][] => [[d, d], [v, d], [v, d], [d, d], [d, 4 * d], [4 * d, d]])) /
        1e6,
    );
    expect(weights([1024, 4096])).toBe(4194304);
    expect(weights([1024, 4096]) + 4096).toBe(4198400);
    expect(1024 + 4096).toBe(5120);
    statesInBoth("xmod-projector-claims", "4,194,304", "4{,}194{,}304");
    expect(question("xmod-llava-cloze").interaction.blanks.map(({ accept }) => accept.en[0])).toEqual([
      "projector",
      "vision encoder",
      "4194304",
      "language model",
    ]);
    // every gated layer is larger than a hundred million weights at these widths
    expect(weights([4096, 4096], [1024, 4096], [1024, 4096], [4096, 4096], [4096, 16384], [16384, 4096])).toBeGreaterThan(
      1e8,
    );
    expect(correctIds("xmod-projector-claims")).toEqual(["linear", "mlp", "queries"]);
    expect(correctIds("xmod-frozen-linear")).toEqual(["projection"]);
    bothSay(question("xmod-audio-plan").stem, "50");
  });
});

describe("multi-task and meta-learning", () => {
  test("have other optima", () => {
    everyKey(
      "xmod-maml-optimum",
      ({ h = NaN, k = NaN, b = NaN, s = NaN }) =>
        minimum((w) =>
          adaptedLoss(
            [
              { h, a: 0 },
              { h: k, a: b },
            ],
            w,
            s,
          ),
        ),
      5,
    );
    expect(correctIds("xmod-what-makes-meta")).toEqual(["after"]);
    bothSay(question("xmod-what-makes-meta").stem, "30");
  });
  test("are judged after each task's own step", () =>
    everyKey("xmod-adapted-loss", ({ k = NaN, w = NaN, s = NaN }) =>
      adaptedLoss(
        [
          { h: 2, a: 0 },
          { h: k, a: 2 },
        ],
        w,
        s,
      ),
    ));
  test("agree for equal curvature and small steps", () => {
    expect(correctIds("xmod-optima-facts")).toEqual(["equal", "limit", "steep"]);
    const best = (h1: number, h2: number, alpha: number) =>
      minimum((w) =>
        adaptedLoss(
          [
            { h: h1, a: 0 },
            { h: h2, a: 1 },
          ],
          w,
          alpha,
        ),
      );
    expect(best(3, 3, 0.2)).toBeCloseTo(0.5, 6);
    expect(best(1, 4, 1e-6)).toBeCloseTo(0.8, 4);
    // task 2 hardly counts when one step takes it home
    expect(best(1, 4, 0.249)).toBeLessThan(0.001);
  });
});

describe("transfer without labels", () => {
  test("may exchange the classes", () => {
    everyKey("xmod-flip-discriminator", ({ p = NaN, q = NaN }) => {
      const ideal = (images: number[]) => {
        const texts = [q, 100 - q];
        return sum(images.map((share, place) => Math.max(share, texts[place] ?? NaN))) / 2;
      };
      return Math.min(ideal([p, 100 - p]), ideal([100 - p, p]));
    });
    expect(correctIds("xmod-chance-discriminator")).toEqual(["marginals"]);
    bothSay(question("xmod-chance-discriminator").stem, "50%");
  });
  test("links indirectly", () =>
    everyKey("xmod-indirect-cosine", ({ p = NaN, q = NaN }) => Math.cos(Math.acos(p) + Math.acos(q))));
  test("averages random errors only", () => {
    everyKey("xmod-student-gain", ({ b = NaN, r = NaN }) => {
      const groups = [
        { share: b, right: 0 },
        { share: 100 - b, right: 1 - r / 100 },
      ];
      const teacher = sum(groups.map(({ share, right }) => share * right));
      const student = sum(groups.map(({ share, right }) => (right > 0.5 ? share : 0)));
      return student - teacher;
    });
    expect(correctIds("xmod-choose-transfer")).toEqual(["distil"]);
    expect(question("xmod-choose-transfer").stem.en).toContain("200,000");
    expect(question("xmod-choose-transfer").stem.zh).toContain("20 万");
    expect(grouped(20 * 1e4)).toBe("200,000");
  });
  test("costs less with a locked tower", () => {
    everyKey("xmod-lock-compute", ({ a = NaN, n = NaN }) => {
      let [both, locked] = [0, a];
      for (let epoch = 0; epoch < n; epoch++) {
        both += a + 2 * a + 1 + 2;
        locked += 1 + 2;
      }
      return both / locked;
    });
    expect(correctIds("xmod-lock-facts")).toEqual(["cache", "emergent", "blind"]);
    expect(question("xmod-method-mechanism").interaction.pairs.map(({ id }) => id)).toEqual([
      "siglip",
      "lit",
      "bind",
      "distil",
      "frozen",
      "reverse",
    ]);
  });
});
