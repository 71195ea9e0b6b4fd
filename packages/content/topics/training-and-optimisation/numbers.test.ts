import { normals } from "@tidao/labs/normal";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  adam,
  bowl,
  descend,
  dpo,
  ensemble,
  frobenius,
  lowRank,
  metaStart,
  scheduled,
  singularSquares,
  transfer,
} from "./simulations";

const { lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);

describe("optimisers", () => {
  test("draw the normals of the brief", () => {
    const normal = normals(1);
    expect([normal(), normal()]).toEqual([1.4043387784152637, 1.2157546192705377]);
  });
  test("gradient descent is stable below 2/κ = 0.08 and contracts by 24/26 at best", () => {
    expect(2 / 25).toBe(0.08);
    expect(bowl.loss(1, 1)).toBe(13);
    expect([descend(0.0799, 100), descend(0.0801, 100)].map((loss) => loss.toFixed(2))).toEqual(["7.58", "20.60"]);
    expect(descend(1 / 13, 100)).toBeCloseTo(13 * (24 / 26) ** 200, 12);
    everyLessonSays("$2/\\kappa = 0.08$", "7.58", "20.60", "24/26", "13");
  });
  test("a first AdamW step is the sign of the gradient, and L2 vanishes in it", () => {
    const how = { lr: 0.1, decay: 0.1 };
    expect(adam(1, () => 0.5, 1, how)).toBeCloseTo(0.89, 7);
    expect(adam(1, () => 500, 1, how)).toBeCloseTo(0.89, 7);
    expect(adam(1, () => 0.5, 1, { ...how, coupled: true })).toBeCloseTo(0.9, 7);
    expect(0.5 + 0.1 * 1).toBe(0.6);
    const uncorrected = 1 - adam(1, () => 500, 1, { lr: 0.1, biasCorrected: false });
    expect(uncorrected / 0.1).toBeCloseTo(0.1 / Math.sqrt(0.001), 4);
    expect((0.1 / Math.sqrt(0.001)).toFixed(2)).toBe("3.16");
    everyLessonSays("$0.99 - 0.1 = 0.89$", "$g = 0.6$", "0.9", "$0.1 / \\sqrt{0.001} = 3.16$");
  });
  test("decay reaches both weights alike only when it is decoupled", () => {
    const alternating = (size: number) => (_: number, t: number) => (t % 2 ? size : -size);
    const ends = [10, 0.01].flatMap((size) =>
      [false, true].map((coupled) => adam(1, alternating(size), 1000, { lr: 0.01, decay: 0.1, coupled }).toFixed(3)),
    );
    expect(ends).toEqual(["0.361", "0.889", "0.361", "0.000"]);
    everyLessonSays(...ends, "±10", "±0.01");
    bothFiguresSay("decay", ...ends);
  });
  test("the schedule runs 0.005, 0.05, 0.025, 0", () => {
    const rates = [1, 10, 55, 100].map((t) => scheduled(0.05, t, 100));
    [0.005, 0.05, 0.025, 0].forEach((rate, i) => expect(rates[i]).toBeCloseTo(rate, 12));
    expect(lessons[0]).toContain("0.005、0.05、0.025、0");
    expect(lessons[1]).toContain("0.005, 0.05, 0.025 and 0");
  });
  test("one gradient of 100 makes a step of 3.29 and leaves 0.32 a hundred steps later", () => {
    const settled = 20_000;
    const gradient = (_: number, t: number) => (t === settled ? 100 : 1);
    const step = (t: number) => adam(0, gradient, t - 1, { lr: 1 }) - adam(0, gradient, t, { lr: 1 });
    expect(step(settled).toFixed(2)).toBe("3.29");
    expect(step(settled + 100).toFixed(2)).toBe("0.32");
    expect(((0.9 + 0.1 * 100) / Math.sqrt(0.999 + 0.001 * 100 ** 2)).toFixed(2)).toBe("3.29");
    everyLessonSays("3.29", "0.32");
  });
});

describe("scaling", () => {
  const flop = (n: number, d: number) => 6 * n * d;
  test("of 7 B is 1.4e11 tokens, 5.88e21 FLOP and 2.66 days", () => {
    const tokens = 20 * 7e9;
    expect(tokens).toBe(1.4e11);
    expect(flop(7e9, tokens)).toBe(5.88e21);
    expect((flop(7e9, tokens) / (64 * 400e12) / 86_400).toFixed(2)).toBe("2.66");
    const served = flop(7e9, tokens) / (2 * 7e9);
    expect(served).toBe(3 * tokens);
    expect(served).toBe(4.2e11);
    everyLessonSays("1.4\\times10^{11}", "5.88\\times10^{21}", "2.66", "4.2\\times10^{11}");
  });
  test("of 1e22 FLOP is 9.13e9 parameters on 1.83e11 tokens; 100 times the compute is 10 times both", () => {
    const size = (compute: number) => Math.sqrt(compute / 120);
    expect((size(1e22) / 1e9).toFixed(2)).toBe("9.13");
    expect(((20 * size(1e22)) / 1e11).toFixed(2)).toBe("1.83");
    expect(flop(size(1e22), 20 * size(1e22)) / 1e22).toBeCloseTo(1, 12);
    expect(size(1e24) / size(1e22)).toBeCloseTo(10, 12);
    everyLessonSays("9.13\\times10^9", "1.83\\times10^{11}", "$N = \\sqrt{C/120}$");
  });
});

test("transfer helps at 0.9, hurts at 0.5 and below, and fades with data", () => {
  for (const similarity of [1, 0.9, 0.5, -1]) {
    const { pretrained, tuned, scratch } = transfer(similarity);
    const [shown, cells] = [
      String(similarity).replace("-", "−"),
      [pretrained, tuned, scratch].map((r) => r.toFixed(4)),
    ];
    everyLessonSays(`| ${shown} | ${cells.join(" | ")} |`);
    bothFiguresSay("transfer", `>${tuned.toFixed(2)}<`, `>${scratch.toFixed(2)}<`);
  }
  expect(transfer(0.5).tuned).toBeGreaterThan(transfer(0.5).scratch);
  expect(transfer(1).tuned).toBeGreaterThan(transfer(1).pretrained);
  const { tuned, scratch } = transfer(0.9, 80);
  expect([tuned.toFixed(4), scratch.toFixed(4)]).toEqual(["0.0470", "0.0712"]);
  everyLessonSays("0.0470", "0.0712");
});

describe("LoRA", () => {
  test("trains 131,072 weights of a 4096 × 4096 matrix", () => {
    const trained = 16 * (4096 + 4096);
    expect(trained).toBe(131_072);
    expect((trained / 4096 ** 2) * 100).toBe(0.78125);
    const all = 32 * 4 * trained;
    expect(all).toBe(16_777_216);
    expect(((all / 7e9) * 100).toFixed(2)).toBe("0.24");
    expect(((all * 16) / 1e9).toFixed(2)).toBe("0.27");
    expect(7 * 16).toBe(112);
    everyLessonSays("131,072", "0.78125%", "16,777,216", "0.24%", "0.27 GB", "112 GB");
  });
  test("leaves exactly the tail of the singular values", () => {
    const tails = [1, 2, 3].map((rank) => lowRank(3, rank));
    const values = singularSquares(tails[0]?.change ?? [], 3);
    expect(values.map((value) => value.toFixed(3))).toEqual(["26.789", "10.536", "2.913"]);
    const [first = 0, second = 0, third = 0] = values;
    expect(frobenius(tails[0]?.change ?? [])).toBeCloseTo(first + second + third, 9);
    const residuals = tails.map(({ residual }) => residual);
    [second + third, third, 0].forEach((tail, i) => expect(residuals[i]).toBeCloseTo(tail, 9));
    expect(residuals[0]?.toFixed(3)).toBe("13.449");
    everyLessonSays("26.789", "10.536", "2.913", "13.449");
  });
});

describe("preferences", () => {
  test("DPO's loss falls from 0.693 to 0.598 or 0.437 with the margin alone", () => {
    const losses = (
      [
        [-11, -11],
        [-10, -12],
        [-14, -20],
      ] as const
    ).map((policy) => dpo(policy, [-11, -11]).loss);
    expect(losses.map((loss) => loss.toFixed(3))).toEqual(["0.693", "0.598", "0.437"]);
    expect(dpo([-10, -12], [-11, -11]).margin).toBeCloseTo(0.2, 12);
    everyLessonSays("0.693", "0.598", "0.437");
  });
  test("GRPO's advantages of (1, 0, 0, 0) are 1.732 and −0.577", () => {
    const rewards = [1, 0, 0, 0];
    const mean = rewards.reduce((a, b) => a + b) / 4;
    const deviation = Math.sqrt(rewards.reduce((sum, r) => sum + (r - mean) ** 2, 0) / 4);
    const advantages = rewards.map((r) => ((r - mean) / deviation).toFixed(3));
    expect(advantages).toEqual(["1.732", "-0.577", "-0.577", "-0.577"]);
    everyLessonSays("1.732", "−0.577");
  });
});

describe("combining", () => {
  test("an ensemble's error is the mean error less the ambiguity", () => {
    const error = ensemble(
      [
        [1.5, 1.5, 3.5],
        [0.5, 2.5, 3],
        [1, 2, 1],
      ],
      [1, 2, 3],
    );
    expect(error.combined).toBeCloseTo(error.members - error.ambiguity, 12);
    expect([error.members.toFixed(3), error.ambiguity.toFixed(1), error.combined.toFixed(3)]).toEqual([
      "0.583",
      "0.5",
      "0.083",
    ]);
    everyLessonSays("0.583", "0.5", "0.083");
  });
  test("mean weights of a permuted pair give zero", () => {
    const net = (weights: readonly number[]) => (x: number) => weights.reduce((sum, w) => sum + Math.max(0, w * x), 0);
    for (const x of [-2, -0.5, 0, 1.5])
      expect([net([1, -1])(x), net([-1, 1])(x), net([0, 0])(x)]).toEqual([Math.abs(x), Math.abs(x), 0]);
    bothFiguresSay("soup", "f(x) = 0");
  });
  test("TIES gives (3, −2, 0) where the plain mean gives (1.667, −0.667, 0.267)", () => {
    const vectors = [
      [4, -1, 0.5],
      [2, -3, 0.1],
      [-1, 2, 0.2],
    ];
    const trimmed = vectors.map((vector) => {
      const kept = [...vector].sort((a, b) => Math.abs(b) - Math.abs(a)).slice(0, 2);
      return vector.map((x) => (kept.includes(x) ? x : 0));
    });
    const column = (rows: readonly (readonly number[])[], i: number) => rows.map((row) => row[i] ?? 0);
    const mean = (list: readonly number[]) => (list.length ? list.reduce((a, b) => a + b, 0) / list.length : 0);
    const ties = [0, 1, 2].map((i) => {
      const sign = Math.sign(mean(column(trimmed, i)));
      return mean(column(trimmed, i).filter((x) => x !== 0 && Math.sign(x) === sign));
    });
    expect(ties).toEqual([3, -2, 0]);
    expect([0, 1, 2].map((i) => mean(column(vectors, i)).toFixed(3))).toEqual(["1.667", "-0.667", "0.267"]);
    everyLessonSays("(3, −2, 0)", "(1.667, −0.667, 0.267)");
  });
  test("MAML starts at 0.6, FOMAML at 1.5, joint training at 2.4", () => {
    const rate = 0.2;
    const starts = [
      metaStart(rate, (a) => a),
      metaStart(rate, (a) => a * (1 - rate * a)),
      metaStart(rate, (a) => a * (1 - rate * a) ** 2),
    ];
    const rows = starts.map(({ start, loss }) => `${start.toFixed(1)} | ${loss.toFixed(3)} |`);
    expect(rows).toEqual(["2.4 | 0.936 |", "1.5 | 0.450 |", "0.6 | 0.288 |"]);
    everyLessonSays(...rows);
    const { adaptedLoss } = metaStart(rate, () => 1);
    const grid = Array.from({ length: 301 }, (_, i) => i / 100);
    expect(grid.sort((a, b) => adaptedLoss(a) - adaptedLoss(b))[0]).toBe(0.6);
  });
});

test("the clipped step of the worked example lands on 0.9899", () => {
  const clipped = [3, 4].map((g) => g / Math.hypot(3, 4));
  expect(clipped).toEqual([0.6, 0.8]);
  for (const g of clipped) expect(adam(1, () => g, 1, { lr: 0.01, decay: 0.01 })).toBeCloseTo(0.9899, 8);
  everyLessonSays("(0.6, 0.8)", "$1 - 0.0001 - 0.01 = 0.9899$");
});
