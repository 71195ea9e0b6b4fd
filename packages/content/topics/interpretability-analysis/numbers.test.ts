import { seededRandom } from "@tidao/kernel";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  blackBox,
  type Change,
  cube,
  defaultNet,
  dissectionIoU,
  gradient,
  integratedGradients,
  letters,
  logitDifference,
  logitLens,
  output,
  permutationImportance,
  recoveries,
  run,
  saturating,
  saturatingSlope,
  sigmoid,
  sites,
  surrogate,
} from "./simulations";

const { read, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const [zh, en] = lessons;
const minus = (value: string) => value.replaceAll("-", "−");
const fixed = (values: readonly number[], digits: number) => values.map((value) => value.toFixed(digits));
const largestAt = (values: readonly number[]) => values.indexOf(Math.max(...values));

describe("the hand-wired transformer", () => {
  const probabilities = (sequence: string, change?: Change) => run(sequence, change).probabilities;
  test("completes A B C D A by B", () => {
    expect(fixed(probabilities("ABCDA"), 4)).toEqual(["0.0025", "0.9876", "0.0025", "0.0025", "0.0025", "0.0025"]);
    expect(run("ABCDA").attention2.at(-1)?.[2]?.toFixed(4)).toBe("0.9983");
    everyLessonSays("0.9876", "0.0025", "0.9983", "$\\beta_1 = \\beta_2 = 8$");
    expect(probabilities("ABCDA", { beta1: 8, beta2: 8, gamma: 6 })).toEqual(probabilities("ABCDA"));
    expect([en.includes("the logits are 6 times"), zh.includes("logit 是头 2 所写内容的 6 倍")]).toEqual([true, true]);
    expect(probabilities("ABCDA", { beta1: 2, beta2: 2 })[1]?.toFixed(4)).toBe("0.5841");
  });
  test("needs both heads", () => {
    const without1 = run("ABCDA", { ablate: [{ site: "head1" }] });
    const without2 = run("ABCDA", { ablate: [{ site: "head2" }] });
    expect(fixed(without1.probabilities, 6)).toEqual([
      "0.421175",
      "0.154942",
      "0.154942",
      "0.154942",
      "0.057000",
      "0.057000",
    ]);
    expect(new Set(fixed(without2.probabilities, 6))).toEqual(new Set(["0.166667"]));
    expect(fixed(without1.attention2.at(-1) ?? [], 4)).toEqual(Array<string>(6).fill("0.1667"));
    const atTwo = probabilities("ABCDA", { ablate: [{ site: "head1", position: 2 }] });
    expect(atTwo[1]?.toFixed(4)).toBe("0.1544");
    everyLessonSays("0.1549", "$1/6 = 0.1667$", "0.1544");
  });
  test("shows its path by patching", () => {
    const [clean, corrupt] = ["ABCDA", "FBCDA"].map((sequence) => logitDifference(run(sequence)));
    expect([clean?.toFixed(6), corrupt?.toFixed(6)]).toEqual(["5.988250", "0.199374"]);
    everyLessonSays("5.988", "0.199", "FBCDA");
    const rows = recoveries("ABCDA", "FBCDA");
    const expected = { tok: 1, head1: 2, head2: 5 };
    for (const site of sites)
      for (const [position, value] of rows[site].entries())
        if (position === expected[site]) expect(value).toBeCloseTo(1, 3);
        else expect(Math.abs(value)).toBeLessThan(0.001);
    everyLessonSays("1.00", "0.001", "18");
    expect(sites.length * rows.tok.length).toBe(18);
    for (const language of ["zh", "en"]) {
      const cells = [...read(`figures/recovery.${language}.svg`).matchAll(/>([01]\.00)</g)].map(([, value]) =>
        Number(value),
      );
      expect(cells).toEqual(sites.flatMap((site) => rows[site].map((value) => Math.abs(Math.round(value)))));
    }
    bothFiguresSay("recovery", ">BOS<", ">F<", "1.00");
  });
  test("holds for 360 new prompts and splits between two rivals", () => {
    const prompts = letters
      .flatMap((x) => letters.flatMap((y) => letters.flatMap((z) => letters.map((w) => [x, y, z, w] as const))))
      .filter((four) => new Set(four).size === 4);
    expect(prompts).toHaveLength(360);
    for (const [x, y, z, w] of prompts) expect(letters[largestAt(probabilities(x + y + z + w + x))]).toBe(y);
    everyLessonSays("360", "$xyzwx$");
    expect(fixed(probabilities("ABACA").slice(1, 3), 4)).toEqual(["0.4564", "0.4528"]);
    const norepeat = probabilities("CDEFB");
    expect([Math.min(...norepeat), Math.max(...norepeat)].map((p) => p.toFixed(4))).toEqual(["0.0685", "0.1867"]);
    const blind = probabilities("ABCDA", { beta1: 0 });
    expect([largestAt(blind), blind[0]?.toFixed(4)]).toEqual([0, "0.9072"]);
    everyLessonSays("0.4564", "0.4528", "0.1867", "P(A) = 0.9072");
  });
  test("writes what nobody reads", () => {
    const clean = run("ABCDA");
    expect(clean.attention1.at(-1)?.[4]?.toFixed(4)).toBe("0.9983");
    const change = Math.abs(
      (probabilities("ABCDA", { ablate: [{ site: "head1", position: 5 }] })[1] ?? NaN) -
        (clean.probabilities[1] ?? NaN),
    );
    expect(change).toBeLessThan(1e-6);
    everyLessonSays("0.000001");
    const random = seededRandom(1);
    let [read, differing, moved, movedWhenEqual] = [0, 0, 0, 0];
    for (let n = 0; n < 1000; n++) {
      const sequence = Array.from({ length: 9 }, () => letters[random.integer(0, 5)]).join("");
      const whole = run(sequence);
      const without = run(sequence, { ablate: [{ site: "head1", position: 9 }] });
      if (letters[largestAt(whole.head1.at(-1) ?? [])] === sequence.at(-2)) read++;
      const most = Math.max(...whole.probabilities.map((p, k) => Math.abs(p - (without.probabilities[k] ?? NaN))));
      if (sequence.at(-1) === sequence.at(-2)) movedWhenEqual = Math.max(movedWhenEqual, most);
      else {
        differing++;
        moved = Math.max(moved, most);
      }
    }
    expect([read, differing]).toEqual([1000, 860]);
    expect(moved).toBeLessThan(0.0003);
    expect(movedWhenEqual).toBeGreaterThan(0.5);
    everyLessonSays("1,000", "860", "0.0003", "140");
  });
  test("shows the lens nothing before head 2", () => {
    expect(logitLens("ABCDA").map((layer) => layer[1]?.toFixed(4))).toEqual(["0.1667", "0.1667", "0.9876"]);
    everyLessonSays("0.1667");
  });
});

describe("replacing and naming", () => {
  test("by zero costs the mean, by the mean only the spread", () => {
    expect(3 ** 2 + 0.1 ** 2).toBeCloseTo(9.01, 10);
    everyLessonSays("$3^2 + 0.1^2 = 9.01$", "0.01");
  });
  test("scores the overlap of a 4 × 4 map", () => {
    const map = [0.1, 0.2, 0.1, 0, 0.2, 0.9, 0.8, 0.1, 0.1, 0.7, 0.95, 0.3, 0, 0.1, 0.2, 0.1];
    const mask = [0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0];
    expect(dissectionIoU(map, mask, 4)).toEqual({ intersection: 3, union: 6, iou: 0.5 });
    expect(mask.filter((cell) => cell === 1)).toHaveLength(5);
    everyLessonSays("4 × 4", "$3/6 = 0.5$");
  });
  test("of the scan takes 20,480 runs", () => {
    expect([32 * 32 * 20, (32 * 32 * 20 * 50) / 1000, 32 * 20, (32 * 20 * 50) / 1000]).toEqual([20_480, 1024, 640, 32]);
    everyLessonSays("20,480", "1,024 s", "50 ms", "640", "32 s");
  });
});

describe("attribution", () => {
  test("adds up to the difference of a tanh net", () => {
    const [from, to] = [output(defaultNet, [0, 0]), output(defaultNet, [1, 0.5])];
    expect([from.toFixed(6), to.toFixed(6)]).toEqual(["1.146694", "-1.341868"]);
    everyLessonSays("1.1467", "−1.3419", "$x = (1, 0.5)$");
    const ig = (steps: number, baseline = [0, 0]) =>
      integratedGradients(
        (x) => gradient(defaultNet, x),
        (x) => output(defaultNet, x),
        [1, 0.5],
        baseline,
        steps,
      );
    expect(ig(64).residual).toBeCloseTo(-6.9455e-5, 8);
    expect(ig(256).residual).toBeCloseTo(-4.34e-6, 8);
    for (const steps of [1, 16, 64]) {
      const { attribution, residual } = ig(steps);
      everyLessonSays(
        minus(`| ${steps} | ${[...attribution, residual].map((value) => value.toFixed(4)).join(" | ")} |`),
      );
    }
    const local = gradient(defaultNet, [1, 0.5]).map((slope, i) => slope * ([1, 0.5][i] ?? NaN));
    everyLessonSays(minus(`(${fixed(local, 4).join(", ")})`));
    const other = ig(256, [1, -1]).attribution;
    expect(Math.abs(other[0] ?? NaN)).toBe(0);
    everyLessonSays("(1, −1)", minus((other[1] ?? NaN).toFixed(4)));
  });
  test("sees through saturation", () => {
    const { attribution } = integratedGradients(
      ([x = NaN]) => [saturatingSlope(x)],
      ([x = NaN]) => saturating(x),
      [2],
      [0],
      64,
    );
    expect([saturatingSlope(2), ...attribution]).toEqual([0, 1]);
    bothFiguresSay("saturation", "IG = 1", " 0<");
  });
  test("by permutation falls to a quarter when two equal columns share the work", () => {
    // all pairs of a small column, which is what shuffling averages over
    const column = [-1.5, -0.2, 0.3, 0.4, 1];
    const importance = (weight: number) =>
      column.flatMap((x) => column.map((drawn) => (weight * (drawn - x)) ** 2)).reduce((a, b) => a + b, 0) / 25;
    expect(importance(0.5) / importance(1)).toBeCloseTo(0.25, 12);
    expect(en).toContain("each shuffle alone gives a quarter");
    expect(zh).toContain("只有前一个模型的四分之一");
  });
});

describe("the surrogate", () => {
  const [plain, crossed] = [surrogate(false), surrogate(true)];
  const importance = permutationImportance();
  test("misses the interaction and says so by its fidelity", () => {
    for (const at of [1, 2]) expect(Math.abs(plain.weights[at] ?? NaN)).toBeLessThan(1e-9);
    expect(plain.weights[3]?.toFixed(3)).toBe("0.203");
    expect([plain.fidelity, plain.r2.toFixed(4)]).toEqual([0.5, "0.0136"]);
    expect(fixed(importance, 4)).toEqual(["0.3722", "0.3722", "0.0051"]);
    everyLessonSays("| 0 | 0 | 0.203 |", `| ${fixed(importance, 4).join(" | ")} |`, "0.0136");
    expect([crossed.fidelity, crossed.r2]).toEqual([1, 1]);
    expect(crossed.weights.map((weight) => Math.abs(Math.round(weight)))).toEqual([0, 0, 0, 1, 3]);
    for (const weight of crossed.weights) expect(weight).toBeCloseTo(Math.round(weight), 6);
    expect(cube).toHaveLength(8);
    expect(blackBox([1, 1, 1])).toBe(sigmoid(4));
  });
  test("is drawn to scale", () => {
    bothFiguresSay("surrogate", ">0.203<", ">0.3722<", ">0.0051<");
    const top = Math.max(...importance);
    const widths = [270, ...importance.map((value) => (270 * value) / top)];
    for (const language of ["zh", "en"]) {
      const bars = [...read(`figures/surrogate.${language}.svg`).matchAll(/width="([\d.]+)" height="22"/g)];
      expect(bars).toHaveLength(4);
      for (const [i, [, width]] of bars.entries()) expect(Number(width)).toBeCloseTo(widths[i] ?? NaN, 1);
    }
  });
  test("multiplies odds, not probabilities", () => {
    expect(Math.exp(0.7).toFixed(4)).toBe("2.0138");
    const after = (p: number) => sigmoid(Math.log(p / (1 - p)) + 0.7);
    expect([after(0.5), after(0.9)].map((p) => p.toFixed(2))).toEqual(["0.67", "0.95"]);
    everyLessonSays("$e^{0.7} = 2.01$", "0.50 → 0.67", "0.90 → 0.95");
  });
});

test("a probe, an autoencoder and its loss are computed as stated", () => {
  expect([97 - 92, 95 - 71]).toEqual([5, 24]);
  everyLessonSays("97%", "92%", "95%", "71%", "24");
  const shrunk = Array.from({ length: 1001 }, (_, i) => i / 1000).toSorted((a, b) => loss(a) - loss(b))[0];
  expect(shrunk).toBe(0.9);
  expect((5.2 - 3.35) / (5.2 - 3.2)).toBeCloseTo(0.925, 10);
  everyLessonSays("$\\lambda = 0.2$", "0.9", "$(5.20 - 3.35)/(5.20 - 3.20) = 0.925$");
});
const loss = (f: number) => (1 - f) ** 2 + 0.2 * f;
