import { drawVariant, evaluateFormula } from "@tidao/grading";
import { seededRandom } from "@tidao/kernel";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { question, spec, correctIds: rightOf, met } = topicUnderTest(import.meta.url);
/** Values of one seed, drawn as for a learner. */
const draw = (id: string, seed: number) => drawVariant(spec(id), seed);
const textsOf = ({ zh, en }: { zh: string; en: string }) => [zh, en];
/** Compares the key with another way to it, for 40 draws of the question's variant. */
function keyIs(id: string, compute: (values: Record<string, number>) => number, relative = 1e-6) {
  const { answer } = question(id).interaction;
  for (let seed = 0; seed < 40; seed++) {
    const values = draw(id, seed);
    const key = evaluateFormula(answer, values);
    const other = compute(values);
    expect(Math.abs(key - other), `${id} ${JSON.stringify(values)}: ${key} and ${other}`).toBeLessThanOrEqual(
      relative * Math.max(1e-12, Math.abs(other)),
    );
  }
}
const of = (values: Record<string, number>, name: string) => values[name] ?? Number.NaN;
const sum = (list: readonly number[]) => list.reduce((total, x) => total + x, 0);
const mean = (list: readonly number[]) => sum(list) / list.length;

interface Adam {
  lr: number;
  beta1?: number;
  beta2?: number;
  decay?: number;
  l2?: number;
  corrected?: boolean;
}
/** One weight under Adam, as the papers write it; returns the weight after each step. */
function adam(start: number, grads: readonly number[], options: Adam): number[] {
  const { lr, beta1 = 0.9, beta2 = 0.999, decay = 0, l2 = 0, corrected = true } = options;
  let [theta, m, v] = [start, 0, 0];
  return grads.map((gradient, at) => {
    const g = gradient + l2 * theta;
    m = beta1 * m + (1 - beta1) * g;
    v = beta2 * v + (1 - beta2) * g * g;
    const [mHat, vHat] = corrected ? [m / (1 - beta1 ** (at + 1)), v / (1 - beta2 ** (at + 1))] : [m, v];
    theta = theta - lr * decay * theta - (lr * mHat) / (Math.sqrt(vHat) + 1e-12);
    return theta;
  });
}

describe("Adam and AdamW", () => {
  test("the first step is the learning rate, whatever the gradient", () => {
    keyIs("train-adam-first-step", (values) => {
      const lr = of(values, "lr");
      return -(adam(0, [of(values, "g")], { lr })[0] ?? Number.NaN);
    });
  });
  test("without bias correction it is (1 − β1)/√(1 − β2) of it", () => {
    keyIs(
      "train-no-bias-correction",
      (values) =>
        -(adam(0, [7], { lr: 1, beta1: of(values, "b"), beta2: of(values, "c"), corrected: false })[0] ?? Number.NaN),
    );
    expect((0.1 / Math.sqrt(0.001)).toFixed(3)).toBe("3.162");
  });
  test("a zero gradient still moves the weight", () => {
    keyIs("train-adam-zero-gradient", (values) => {
      const [first = 0, second = 0] = adam(0, [3, 0], { lr: 1, beta1: of(values, "b"), beta2: of(values, "c") });
      return first - second;
    });
  });
  test("decoupled decay shows in the first step, an L2 term does not", () => {
    keyIs("train-adamw-decayed-step", ({ lr = 0, wd = 0, w = 0, g = 0 }) => {
      expect(adam(w, [g], { lr, l2: wd })[0]).toBeCloseTo(w - lr, 9);
      return adam(w, [g], { lr, decay: wd })[0] ?? Number.NaN;
    });
  });
  test("under L2 the weight with large gradients hardly decays, under AdamW both decay alike", () => {
    const run = (size: number, options: Pick<Adam, "decay" | "l2">) => {
      const grads = Array.from({ length: 4000 }, (_, at) => (at % 2 ? -size : size));
      return adam(1, grads, { lr: 0.001, ...options }).at(-1) ?? Number.NaN;
    };
    const l2 = [run(10, { l2: 0.1 }), run(0.1, { l2: 0.1 })] as const;
    const decoupled = [run(10, { decay: 0.1 }), run(0.1, { decay: 0.1 })] as const;
    expect(1 - l2[0]).toBeLessThan(0.05);
    expect((1 - l2[1]) / (1 - l2[0])).toBeGreaterThan(20);
    expect(decoupled[0]).toBeCloseTo(Math.exp(-0.4), 2);
    expect(decoupled[1]).toBeCloseTo(decoupled[0], 2);
    expect(rightOf("train-l2-two-weights")).toEqual(["l2-spares-large"]);
    // 100 times the gradients, the same path
    const grads = [0.3, -0.2, 0.5, 0.1];
    const scaled = adam(
      1,
      grads.map((g) => 100 * g),
      { lr: 0.01 },
    );
    adam(1, grads, { lr: 0.01 }).forEach((theta, at) => expect(scaled[at]).toBeCloseTo(theta, 9));
  });
  test("the steps of an AdamW step stand in the order of the code above", () => {
    expect(question("train-adamw-order").interaction.items.map(({ id }) => id)).toEqual([
      "backward",
      "clip",
      "moments",
      "correct",
      "apply",
    ]);
  });
});

describe("learning rates", () => {
  test("plain gradient descent falls just below the bound and rises just above", () => {
    const loss = (k: number, lr: number) => {
      let [x, y] = [1, 1];
      for (let step = 0; step < 3000; step++) [x, y] = [x - lr * x, y - lr * k * y];
      return 0.5 * (x * x + k * y * y);
    };
    const spec = question("train-gd-stable-rate");
    for (const k of [8, 10, 16, 20, 25, 40, 50]) {
      const bound = evaluateFormula(spec.interaction.answer, { k });
      expect(loss(k, bound * 0.999)).toBeLessThan(0.2 * k);
      expect(loss(k, bound * 1.001)).toBeGreaterThan(100 * k);
    }
  });
  test("the cosine is the integral of its slope", () => {
    keyIs(
      "train-cosine-rate",
      ({ p = 0, w = 0, n = 0, t = 0 }) => {
        const parts = 2000;
        const width = (t - w) / parts;
        const slope = (s: number) => ((-p * Math.PI) / (2 * (n - w))) * Math.sin((Math.PI * s) / (n - w));
        return p + sum(Array.from({ length: parts }, (_, i) => width * slope((i + 0.5) * width)));
      },
      1e-5,
    );
  });
});

/** The place where a rising function crosses a value. */
function crossing(rising: (x: number) => number, value: number, low: number, high: number): number {
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
const trainingFlop = (parameters: number, tokens: number) => 6 * parameters * tokens;

describe("scaling", () => {
  test("20 tokens per parameter give compute and size", () => {
    keyIs("train-chinchilla-flop", ({ n = 0 }) => trainingFlop(n * 1e9, 20 * n * 1e9) / 1e21);
    expect(evaluateFormula(question("train-chinchilla-flop").interaction.answer, { n: 7 })).toBeCloseTo(5.88, 9);
    keyIs("train-budget-to-size", ({ c = 0 }) => crossing((n) => trainingFlop(n, 20 * n), c * 1e21, 1e6, 1e13) / 1e9);
    const size = (flop: number) => crossing((n) => trainingFlop(n, 20 * n), flop, 1e6, 1e14);
    expect(size(1e23) / size(1e21)).toBeCloseTo(10, 6);
    expect(size(2e21) / size(1e21)).toBeCloseTo(Math.SQRT2, 6);
    expect(rightOf("train-compute-hundredfold")).toEqual(["both-ten"]);
  });
  test("the small model breaks even where both totals are equal", () => {
    keyIs("train-serving-break-even", ({ a = 0, b = 0, d = 0 }) => {
      const lead = (served: number) => {
        const large = trainingFlop(a, 20 * a) + 2 * a * served;
        const small = trainingFlop(b, d) + 2 * b * served;
        return large - small;
      };
      return crossing(lead, 0, 0, 1e6);
    });
  });
});

describe("LoRA", () => {
  test("trains both factors of each matrix", () => {
    keyIs("train-lora-count", ({ l = 0, k = 0, d = 0, r = 0 }) => {
      let count = 0;
      for (let layer = 0; layer < l; layer++)
        for (let matrix = 0; matrix < k; matrix++)
          for (const [rows, columns] of [
            [d, r],
            [r, d],
          ] as const)
            count += rows * columns;
      return count / 1e6;
    });
    expect(16 * (4096 + 4096)).toBe(131_072);
  });

  type Matrix = number[][];
  const times = (x: Matrix, y: Matrix): Matrix =>
    x.map((row) => (y[0] ?? []).map((_, j) => sum(row.map((value, i) => value * (y[i]?.[j] ?? 0)))));
  const turned = (x: Matrix): Matrix => (x[0] ?? []).map((_, j) => x.map((row) => row[j] ?? 0));
  const plus = (x: Matrix, y: Matrix, scale: number): Matrix =>
    x.map((row, i) => row.map((value, j) => value + scale * (y[i]?.[j] ?? 0)));
  const descend = (target: Matrix, b: Matrix, a: Matrix, lr: number, steps: number) => {
    for (let step = 0; step < steps; step++) {
      const error = plus(times(b, a), target, -1);
      [b, a] = [plus(b, times(error, turned(a)), -lr), plus(a, times(turned(b), error), -lr)];
    }
    return {
      b,
      a,
      residual: sum(
        plus(times(b, a), target, -1)
          .flat()
          .map((x) => x * x),
      ),
    };
  };
  const diagonal = (values: number[]): Matrix => values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));

  test("of rank 2 ends at the tail of the singular values", () => {
    const { next } = seededRandom(5);
    const spec = question("train-lora-rank-tail");
    for (const seed of [0, 1, 2]) {
      const values = draw("train-lora-rank-tail", seed);
      const target = diagonal(["a", "b", "c", "d"].map((name) => of(values, name)));
      const random = (rows: number, columns: number): Matrix =>
        Array.from({ length: rows }, () => Array.from({ length: columns }, () => next() - 0.5));
      const { residual } = descend(
        target,
        diagonal([0, 0, 0, 0]).map((row) => row.slice(2)),
        random(2, 4),
        0.01,
        6000,
      );
      expect(residual).toBeCloseTo(evaluateFormula(spec.interaction.answer, values), 5);
    }
  });
  test("with both factors at zero never moves", () => {
    const zero = diagonal([0, 0]);
    const target = diagonal([3, 2]);
    expect(descend(target, zero, zero, 0.1, 50)).toEqual({ b: zero, a: zero, residual: 13 });
    expect(descend(target, zero, diagonal([1, 1]), 0.05, 500).residual).toBeLessThan(1e-9);
    expect(rightOf("train-lora-both-zero")).toEqual(["stuck"]);
  });
});

describe("preferences and rewards", () => {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const dpo = (policy: [number, number], reference: [number, number], beta: number) => {
    const ratio = (at: 0 | 1) => Math.log(Math.exp(policy[at]) / Math.exp(reference[at]));
    return -Math.log(sigmoid(beta * (ratio(0) - ratio(1))));
  };
  test("DPO losses", () => {
    keyIs("train-dpo-loss", ({ a = 0, b = 0, c = 0, d = 0, t = 0 }) => dpo([a, b], [c, d], t));
    expect(dpo([-10, -12], [-11, -11], 0.1)).toBeCloseTo(0.598139, 6);
    expect(dpo([-11, -11], [-11, -11], 0.1).toFixed(3)).toBe("0.693");
    expect(dpo([-14, -20], [-11, -11], 0.1).toFixed(3)).toBe("0.437");
    for (const text of textsOf(question("train-dpo-chosen-falls").solution)) {
      expect(text).toContain("0.437");
      expect(text).toContain("0.693");
    }
  });
  const advantages = (rewards: number[]) => {
    const spread = Math.sqrt(mean(rewards.map((reward) => (reward - mean(rewards)) ** 2)));
    return rewards.map((reward) => (reward - mean(rewards)) / (spread + 1e-12));
  };
  test("GRPO advantages", () => {
    keyIs(
      "train-grpo-advantage",
      ({ n = 0, k = 0 }) => advantages(Array.from({ length: n }, (_, at) => (at < k ? 1 : 0)))[0] ?? Number.NaN,
    );
    for (const reward of [0, 1]) expect(advantages(Array<number>(8).fill(reward)).every((x) => x === 0)).toBe(true);
    expect(60 + 25).toBe(85);
    expect(rightOf("train-grpo-equal-rewards")).toEqual(["filter"]);
  });
});

describe("several models", () => {
  interface Net {
    hidden: number[];
    output: number[];
  }
  const run = ({ hidden, output }: Net, x: number) => sum(hidden.map((h, i) => (output[i] ?? 0) * Math.max(0, h * x)));
  const averaged = (p: Net, q: Net): Net => ({
    hidden: p.hidden.map((h, i) => mean([h, q.hidden[i] ?? Number.NaN])),
    output: p.output.map((o, i) => mean([o, q.output[i] ?? Number.NaN])),
  });
  test("equal up to a permutation do not average to themselves", () => {
    keyIs("train-permuted-average", ({ a = 0, b = 0, c = 0, d = 0, x = 0 }) => {
      const one = { hidden: [a, -b], output: [c, d] };
      const two = { hidden: [-b, a], output: [d, c] };
      for (const at of [x, -x]) expect(run(one, at)).toBe(run(two, at));
      expect(run(one, x)).toBe(c * a * x);
      return run(averaged(one, two), x);
    });
    const trap = averaged({ hidden: [1, -1], output: [1, 1] }, { hidden: [-1, 1], output: [1, 1] });
    expect([-2, 0, 3].map((x) => Math.abs(run(trap, x)))).toEqual([0, 0, 0]);
  });
  test("ensemble error is mean error minus ambiguity", () => {
    const [members, target] = [[2, 5, 8], 4];
    const centre = mean(members);
    const error = mean(members.map((f) => (f - target) ** 2));
    const ambiguity = mean(members.map((f) => (f - centre) ** 2));
    expect([error, ambiguity, (centre - target) ** 2]).toEqual([7, 6, 1]);
    const { blanks } = question("train-ensemble-ambiguity").interaction;
    expect(blanks.map(({ accept }) => accept.en[0])).toEqual(["ambiguity", "6", "1", "0"]);
  });
  test("MAML's start has the lowest loss after one step", () => {
    const afterStep = (theta: number, rate: number, tasks: [number, number][]) =>
      mean(
        tasks.map(([a, c]) => {
          const adapted = theta - rate * a * (theta - c);
          return 0.5 * a * (adapted - c) ** 2;
        }),
      );
    keyIs("train-maml-start", ({ s = 0, c = 0 }) => {
      const slope = (theta: number) => {
        const loss = (at: number) =>
          afterStep(at, s, [
            [1, 0],
            [4, c],
          ]);
        return (loss(theta + 1e-3) - loss(theta - 1e-3)) / 2e-3;
      };
      return crossing(slope, 0, -10, 10);
    });
    const key = (s: number) => evaluateFormula(question("train-maml-start").interaction.answer, { s, c: 3 });
    expect(key(0.1)).toBeCloseTo(1.92, 9);
    expect(key(0.2)).toBeCloseTo(0.6, 9);
  });
});

describe("transfer", () => {
  const [size, sourceSamples, noise] = [20, 200, 0.5];
  const dot = (x: readonly number[], y: readonly number[]) => sum(x.map((value, i) => value * (y[i] ?? 0)));
  function bench(similarity: number, targetSamples: number) {
    const { next } = seededRandom(4);
    const normal = () => {
      const [u1, u2] = [next(), next()];
      return Math.sqrt(-2 * Math.log(1 - u1)) * Math.cos(2 * Math.PI * u2);
    };
    const normals = () => Array.from({ length: size }, normal);
    const source = normals();
    const raw = normals();
    const along = dot(raw, source) / dot(source, source);
    const across = raw.map((value, i) => value - along * (source[i] ?? 0));
    const scale = Math.sqrt(dot(source, source) / dot(across, across));
    const target = source.map(
      (value, i) => similarity * value + Math.sqrt(1 - similarity ** 2) * scale * (across[i] ?? 0),
    );
    const samples = (weights: number[], count: number) =>
      Array.from({ length: count }, () => {
        const x = normals();
        return { x, y: dot(weights, x) + noise * normal() };
      });
    const sourceData = samples(source, sourceSamples);
    const targetData = samples(target, targetSamples);
    const train = (start: number[], data: typeof sourceData) => {
      let weights = start;
      for (let step = 0; step < 200; step++) {
        const errors = data.map(({ x, y }) => dot(weights, x) - y);
        weights = weights.map((w, i) => w - 0.05 * mean(data.map(({ x }, at) => (errors[at] ?? 0) * (x[i] ?? 0))));
      }
      return weights;
    };
    const blank = Array<number>(size).fill(0);
    const pretrained = train(blank, sourceData);
    const risk = (weights: number[]) => sum(weights.map((w, i) => (w - (target[i] ?? 0)) ** 2));
    return [pretrained, train(pretrained, targetData), train(blank, targetData)].map(risk);
  }
  test("helps, hurts or hurts badly, as the table says", () => {
    for (const [similarity, name] of [
      [0.9, "0.9"],
      [0.5, "0.5"],
      [-1, "−1"],
    ] as const) {
      const [, tuned = 0, scratch = 0] = bench(similarity, 10);
      for (const stem of textsOf(question("train-transfer-table").stem))
        expect(stem).toContain(`| ${name} | ${tuned.toFixed(2)} | ${scratch.toFixed(2)} |`);
    }
  });
  test("of the right weights gets worse on ten noisy samples", () => {
    const [pretrained = 0, tuned = 0, scratch = 0] = bench(1, 10);
    for (const stem of textsOf(question("train-fine-tuning-worse").stem))
      for (const number of [pretrained.toFixed(3), tuned.toFixed(3), scratch.toFixed(2)])
        expect(stem).toContain(number);
  });
});

test("the reverse of who decays less earns nothing", () => {
  expect(met("train-explain-adamw", "梯度大的权重衰减得更多。")).toEqual([]);
  expect(met("train-explain-adamw", "梯度大的权重衰减更弱。")).toEqual(["consequence"]);
});
