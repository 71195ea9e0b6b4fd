import { range, sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { combine, descend, dot, draws, losses, shares, sharingRisk, shortestShare, simulatedRisk } from "./simulations";

const { question, statesInBoth, everyKey, correctIds, wrongSpans, whyOf } = topicUnderTest(import.meta.url);
type Values = Record<string, number>;
const of = (values: Values, ...names: string[]) => names.map((name) => values[name] ?? NaN);
const itemIds = (id: string) => question(id).interaction.items.map((item) => item.id);
/** Where f is smallest between two numbers, by shrinking around the middle; f has one minimum there. */
function lowest(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 100; i++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (f(left) < f(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

describe("sharing", () => {
  const risk = (spread: number, tasks = 20) => sharingRisk({ lambda: 0.5, n: 2, spread, tasks });
  test("helps related tasks and harms others", () => {
    bothSay(question("mtl-half-sharing").stem, "0.1675");
    expect(risk(0.1)).toBeCloseTo(0.1675, 9);
    expect(risk(4)).toBeCloseTo(1.09375, 9);
    expect(simulatedRisk({ lambda: 0.5, n: 2, spread: 4, tasks: 20 })).toBeCloseTo(1.09, 1);
    expect([risk(0), risk(1) - risk(0)].map((x) => Number(x.toFixed(9)))).toEqual([0.14375, 0.2375]);
    expect(risk(4) - risk(0)).toBeCloseTo(0.95, 9);
    expect(risk(4, 200).toFixed(4)).toBe("1.1219");
    expect((4 / 0.1).toFixed(0)).toBe("40");
    bothSay(question("mtl-half-sharing").solution, "0.14375 + 0.2375", "0.1675", "1.0938");
    bothSay(whyOf("mtl-half-sharing", "rises"), "= 0.95$", "0.14");
    bothSay(whyOf("mtl-half-sharing", "falls"), "40");
    bothSay(whyOf("mtl-half-sharing", "more-tasks"), "= 1$", "1.1219");
    expect(correctIds("mtl-half-sharing")).toEqual(["rises"]);
  });
  /** Risk of many tasks from the moments of the own error and of the true mean. */
  const many = (lambda: number, n: number, v: number, spread: number, tasks = 7) =>
    v * sharingRisk({ lambda, n, spread: spread / v, tasks });
  test("has a best weight", () =>
    everyKey(
      "mtl-best-share",
      (values) => {
        const [t = NaN, n = NaN, v = NaN] = of(values, "t", "n", "v");
        return lowest((lambda) => many(lambda, n, v, t), 0, 1);
      },
      5,
    ));
  test("breaks even at a spread that bisection finds", () =>
    everyKey("mtl-break-even-spread", (values) => {
      const [l = NaN, n = NaN, v = NaN] = of(values, "l", "n", "v");
      let [low, high] = [0, 100];
      for (let i = 0; i < 100; i++) {
        const middle = (low + high) / 2;
        if (many(l, n, v, middle) < v / n) low = middle;
        else high = middle;
      }
      return low;
    }));
  test("is tested with false alarms", () => {
    everyKey("mtl-false-alarms", ({ t = NaN, q = NaN }) => {
      let none = 1;
      for (let i = 0; i < t; i++) none *= (100 - q) / 100;
      return 100 - 100 * none;
    });
    expect(40 * 0.05).toBe(2);
    bothSay(whyOf("mtl-average-claim", "many"), "40 × 5% = 2");
    expect(wrongSpans("mtl-average-claim")).toEqual(["mean", "cosine", "many"]);
  });
  test("has its names and steps", () => {
    expect(correctIds("mtl-coupled-copies")).toEqual(["soft"]);
    expect(correctIds("mtl-task-attention")).toEqual(["selects"]);
    expect(itemIds("mtl-diagnosis-order")).toEqual([
      "baselines",
      "joint",
      "compare",
      "leave-out",
      "change",
      "recheck",
    ]);
  });
});

describe("weights", () => {
  const first = (w: number) => w * w + 1;
  const second = (w: number, k: number, c: number) => k * ((w - c) ** 2 + 1);
  test("of a sum put its optimum near the larger task", () =>
    everyKey(
      "mtl-sum-optimum",
      ({ k = NaN, c = NaN }) => lowest((w) => first(w) + second(w, k, c), -1, 4),
      5,
    ));
  test("of logarithms stop in the middle if tasks are close, and elsewhere if not", () => {
    for (const [k, c] of [
      [9, 1],
      [49, 1.5],
    ] as const)
      expect(lowest((w) => Math.log(first(w)) + Math.log(second(w, k, c)), -1, 3)).toBeCloseTo(c / 2, 5);
    everyKey(
      "mtl-two-minima",
      ({ k = NaN, c = NaN }) => lowest((w) => Math.log(first(w)) + Math.log(second(w, k, c)), -1, c / 2),
      5,
    );
    // the larger one mirrors it, and the middle is a maximum
    const both = (w: number) => Math.log(first(w)) + Math.log(second(w, 9, 4));
    expect(lowest(both, -1, 2) + lowest(both, 2, 5)).toBeCloseTo(4, 5);
    expect(both(2)).toBeGreaterThan(both(1.9));
  });
  const bestS = (loss: number) => lowest((s) => (Math.exp(-s) * loss + s) / 2, -20, 20);
  test("have a log-variance that absorbs units", () => {
    everyKey(
      "mtl-log-variance",
      ({ a = NaN, k = NaN }) => bestS(k * a),
      4,
    );
    expect(bestS(9).toFixed(3)).toBe("2.197");
    expect((bestS(9) / 2).toFixed(3)).toBe("1.099");
    expect(Math.exp(-bestS(9)) / 2).toBeCloseTo(1 / 18, 6);
    bothSay(question("mtl-uncertainty-cloze").solution, "2.197", "1/18");
    bothSay(whyOf("mtl-uncertainty-cloze", "value"), "2.197");
    const blanks = question("mtl-uncertainty-cloze").interaction.blanks.map(({ accept }) => accept.en[0]);
    expect(blanks).toEqual(["ln L", "2.197", "1/18", "logarithms"]);
    expect((Math.exp(-bestS(9)) / 2).toFixed(4)).toBe("0.0556");
    bothSay(whyOf("mtl-uncertainty-cloze", "coefficient"), "1/18", "0.0556");
  });
  test("of 25 and 0.25 belong to losses of 0.04 and 4", () => {
    for (const loss of [0.04, 4]) expect(Math.exp(-bestS(loss)) * loss).toBeCloseTo(1, 5);
    expect([1 / 25, 1 / 0.25, 25 / 0.25]).toEqual([0.04, 4, 100]);
    expect([1 / (2 * 25), 1 / (2 * 0.25)]).toEqual([0.02, 2]);
    bothSay(question("mtl-uncertainty-reading").solution, "= 0.04$", "= 4$");
    expect(correctIds("mtl-uncertainty-reading")).toEqual(["losses"]);
  });
  test("of GradNorm meet their targets", () =>
    everyKey("mtl-gradnorm-weight", (values) => {
      const [a = NaN, b = NaN, p = NaN, q = NaN] = of(values, "a", "b", "p", "q");
      const rates = [p, q].map((ratio) => ratio / ((p + q) / 2));
      let [low, high] = [0, 2];
      for (let i = 0; i < 100; i++) {
        const w = (low + high) / 2;
        const norms = [w * a, (2 - w) * b];
        if ((norms[0] ?? NaN) < (sum(norms) / 2) * (rates[0] ?? NaN)) low = w;
        else high = w;
      }
      return low;
    }));
  test("are unchanged by cents only under uncertainty weighting", () => {
    expect(correctIds("mtl-cents-euros")).toEqual(["uncertainty"]);
    const [own, other] = [
      [1, 0.5],
      [-2, 1],
    ] as const;
    expect(dot(own ?? [], other ?? [])).toBeLessThan(0);
    for (const method of ["pcgrad", "mgda"] as const) {
      const [plain, cents] = [1, 100].map((k) => combine([own ?? [], (other ?? []).map((x) => k * x)], method));
      const turn = (plain?.[0] ?? NaN) * (cents?.[1] ?? NaN) - (plain?.[1] ?? NaN) * (cents?.[0] ?? NaN);
      expect(Math.abs(turn)).toBeGreaterThan(0.01);
    }
    const [before, after] = [1, 100].map((k) => descend("uncertainty", k).end);
    expect(Math.hypot(...(before ?? []).map((x, i) => x - (after?.[i] ?? NaN)))).toBeLessThan(1e-5);
    expect(correctIds("mtl-weighting-claims")).toEqual(["gradnorm", "dwa", "tuned"]);
    expect(wrongSpans("mtl-weights-memo")).toEqual(["equal", "importance", "sample", "surgery"]);
  });
});

describe("gradients", () => {
  const pair = (values: Values) => {
    const [a = NaN, b = NaN, c = NaN] = of(values, "a", "b", "c");
    return [
      [a, 0],
      [-b, c],
    ];
  };
  test("are projected and averaged", () =>
    everyKey("mtl-projected-mean", (values) => {
      const [own = [], other = []] = pair(values);
      // by the angle: what is left of the first stands across the second and has its length times the sine
      const across = Math.hypot(...own) * Math.sin(Math.atan2(other[1] ?? NaN, other[0] ?? NaN));
      const normal = Math.atan2(other[1] ?? NaN, other[0] ?? NaN) - Math.PI / 2;
      const second = (across * Math.sin(normal) + (other[1] ?? NaN)) / 2;
      expect(second).toBeCloseTo(combine([own, other], "pcgrad")[1] ?? NaN, 9);
      return second;
    }));
  test("have a shortest combination that a search finds", () =>
    everyKey(
      "mtl-shortest-gain",
      (values) => {
        const [own = [], other = []] = pair(values);
        const mixed = (share: number) => own.map((x, i) => share * x + (1 - share) * (other[i] ?? NaN));
        const share = lowest((s) => dot(mixed(s), mixed(s)), 0, 1);
        expect(share).toBeCloseTo(shortestShare(own, other), 5);
        return dot(mixed(share), own);
      },
      4,
    ));
  test("of three tasks leave two losses rising", () => {
    const three = [
      [1, 0],
      [-1, 1],
      [0, -2],
    ];
    const signs = (d: readonly number[]) => three.map((g) => Math.sign(Number(dot(g, d).toFixed(9))) + 0);
    const d = combine(three, "pcgrad");
    expect(d.map((x) => Number((6 * x).toFixed(9)))).toEqual([-1, -2]);
    expect(three.map((g) => Number((6 * dot(g, d)).toFixed(9)))).toEqual([-1, -1, 4]);
    expect(signs(d)).toEqual([-1, -1, 1]);
    expect(signs(combine(three, "mean"))).toEqual([0, -1, 1]);
    bothSay(whyOf("mtl-three-projections", "two-rise"), "$d = (-1/6, -1/3)$", "$2/3$");
    expect(correctIds("mtl-three-projections")).toEqual(["two-rise"]);
  });
  test("that are scaled turn PCGrad and hand MGDA to the other task", () => {
    expect([1, 10].map((k) => combine([[1, 0], [-k, k]], "pcgrad"))).toEqual([
      [0.25, 0.75],
      [0.25, 5.25],
    ]);
    bothSay(question("mtl-pcgrad-facts").solution, "$(0.25, 0.75)$", "$(0.25, 5.25)$");
    expect(correctIds("mtl-pcgrad-facts")).toEqual(["per-task", "mean", "opposite"]);
    const ends = [1, 100].map((k) => losses(descend("mgda", k).end));
    expect(ends[1]?.[0]).toBeLessThan(1e-9);
    expect(ends[0]?.[0]).toBeGreaterThan(0.05);
    expect(correctIds("mtl-mgda-scale")).toEqual(["shorter"]);
  });
  test("are opposite where the mean is smallest", () => {
    const [x, y] = [0.6, 0.2];
    const [own, other] = [
      [x + 1, 4 * y],
      [4 * (x - 1), y - 1],
    ];
    const cosine = dot(own ?? [], other ?? []) / Math.hypot(...(own ?? [])) / Math.hypot(...(other ?? []));
    expect(cosine).toBeCloseTo(-1, 9);
    expect(combine([own ?? [], other ?? []], "pcgrad").map((v) => Math.abs(Number(v.toFixed(9))))).toEqual([0, 0]);
    expect(correctIds("mtl-opposite-optimum")).toEqual(["expected"]);
    expect(question("mtl-method-mechanism").interaction.pairs).toHaveLength(6);
  });
});

describe("mixtures", () => {
  test("by the square root", () =>
    everyKey("mtl-sqrt-share", ({ m = NaN, s = NaN }) => {
      // the share whose odds, squared, are the ratio of the sizes
      let [low, high] = [0, 1];
      for (let i = 0; i < 60; i++) {
        const share = (low + high) / 2;
        if ((share / (1 - share)) ** 2 < s / m) low = share;
        else high = share;
      }
      expect(low).toBeCloseTo(shares([1000 * m, 1000 * s], 0.5)[1] ?? NaN, 9);
      return 100 * low;
    }));
  test("with a cap, drawn one by one", () =>
    everyKey(
      "mtl-capped-epochs",
      ({ c = NaN, t = NaN, n = NaN }) =>
        (draws([900_000, 100_000, 1000 * t], 1, 1000 * n, 1000 * c)[2] ?? NaN) / (1000 * t),
      3,
    ));
  test("by target tokens", () =>
    everyKey("mtl-token-share", ({ p = NaN, a = NaN, b = NaN }) => {
      let [own, all] = [0, 0];
      for (let draw = 0; draw < 100; draw++) {
        if (draw < p) own += a;
        all += draw < p ? a : b;
      }
      return (100 * own) / all;
    }));
  test("order the repeats of the small task", () => {
    const sizes = [1e6, 1e4, 100];
    const epochs: Record<string, number> = Object.fromEntries(
      (
        [
          ["proportional", 1, Infinity],
          ["seven", 0.7, Infinity],
          ["capped", 1, 20_000],
          ["three", 0.3, Infinity],
          ["uniform", 0, Infinity],
        ] as const
      ).map(([id, alpha, cap]) => [id, 1e4 * (shares(sizes, alpha, cap)[2] ?? NaN)]),
    );
    const order = Object.keys(epochs).toSorted((x, y) => (epochs[x] ?? NaN) - (epochs[y] ?? NaN));
    expect(itemIds("mtl-epochs-order")).toEqual(order);
    const said = order.map((id) => Number((epochs[id] ?? NaN).toPrecision(3)));
    expect(said).toEqual([0.99, 15.2, 33.2, 480, 3330]);
    expect(Math.floor(epochs.uniform ?? NaN)).toBe(3333);
    for (const text of [question("mtl-epochs-order").interaction.why, question("mtl-epochs-order").solution])
      bothSay(text, "0.99", "15.2", "33.2", "480", "3,333");
    const weights = (alpha: number) => sizes.map((size) => size ** alpha);
    expect([sum(weights(1)), 20_000 + 10_000 + 100]).toEqual([1_010_100, 30_100]);
    expect([weights(0.7)[2]?.toFixed(1), sum(weights(0.7)).toFixed(0)]).toEqual(["25.1", "16505"]);
    expect([weights(0.3)[2]?.toFixed(2), sum(weights(0.3)).toFixed(1)]).toEqual(["3.98", "82.9"]);
    bothSay(question("mtl-epochs-order").solution, "100/1,010,100", "25.1/16,505", "100/30,100", "3.98/82.9");
    bothSay(question("mtl-explain-mixture").interaction.modelAnswer, "0.01%", "480", "3,333", "33");
  });
  test("starve a small task", () => {
    const total = 500 * 64;
    const share = 100 / 1_000_100;
    expect([total, (100 * share).toFixed(2), (total * share).toFixed(1)]).toEqual([32_000, "0.01", "3.2"]);
    expect([total / 2, total / 2 / 100]).toEqual([16_000, 160]);
    bothSay(whyOf("mtl-weights-memo", "sample"), "0.01%");
    bothSay(question("mtl-weights-memo").interaction.passage, "1,000,000", "100");
    bothSay(question("mtl-small-share").solution, "32{,}000", "0.01\\%", "3.2", "160");
    statesInBoth("mtl-small-share", "16,000", "3.2");
    expect(correctIds("mtl-small-share")).toEqual(["starved"]);
  });
});

describe("training apart", () => {
  test("and merging leaves a part of the loss", () =>
    everyKey("mtl-merged-loss", (values) => {
      const [a = NaN, b = NaN, l = NaN] = of(values, "a", "b", "l");
      const loss = (theta: number) => (theta - a) ** 2 / 2;
      let theta = 0;
      for (const vector of [a, -b]) theta += l * vector;
      return (100 * loss(theta)) / loss(0);
    }));
  test("retrains one adapter", () =>
    everyKey("mtl-adapter-budget", ({ m = NaN, t = NaN }) => {
      const [forward, throughActivations, weightGradient] = [2, 2, 2];
      const joint = sum(range(m).map(() => forward + throughActivations + weightGradient));
      const adapter = sum(range(t).map(() => forward + throughActivations));
      return (100 * adapter) / joint;
    }));
  test("has its keys", () => {
    expect(correctIds("mtl-release-apart")).toEqual(["adapters"]);
    expect(correctIds("mtl-merging-claims")).toEqual(["base", "lambda", "data"]);
    expect(correctIds("mtl-instruction-claims")).toEqual(["clusters", "templates", "small"]);
    bothSay(whyOf("mtl-instruction-claims", "more"), "282");
    expect(question("mtl-three-products").interaction.modelAnswer.en).toContain("one LoRA per task");
  });
});
