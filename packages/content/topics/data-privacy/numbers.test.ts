import { describe, expect, test } from "vitest";
import { percent, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  classicalSigma,
  dpSgd,
  exactSigma,
  gaussianDelta,
  leakedInputs,
  membershipAuc,
  normalCdf,
  rdpEpsilon,
} from "./simulations";

const { everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const delta = 1e-5;

describe("mechanisms", () => {
  test("of Laplace have the tail of the text", () => {
    expect(Math.exp(-5 / (1 / 0.5))).toBeCloseTo(0.082085, 6);
    everyLessonSays("8.2%");
  });
  test("of randomised response give the rate back", () => {
    expect(percent(Math.E / (1 + Math.E))).toBe("73.1%");
    expect((0.4 - 0.25) / (0.75 - 0.25)).toBeCloseTo(0.3, 12);
    everyLessonSays("73.1%", "30%");
  });
  test("with Gaussian noise need more than the classical formula says from 10 on", () => {
    for (const [epsilon, written] of [
      [1, "4.1\\times10^{-8}"],
      [8, "8.0\\times10^{-6}"],
      [10, "2.3\\times10^{-5}"],
      [20, "1.5\\times10^{-3}"],
    ] as const) {
      const [classical, exact] = [classicalSigma(epsilon, delta), exactSigma(epsilon, delta)];
      const [digits = "", power = ""] = gaussianDelta(epsilon, classical).toExponential(1).split("e");
      expect(`${digits}\\times10^{${power}}`).toBe(written);
      everyLessonSays(`| ${epsilon} | ${classical.toFixed(3)} | ${exact.toFixed(3)} | $${written}$ |`);
      expect(gaussianDelta(epsilon, exact)).toBeLessThanOrEqual(delta);
    }
    expect(exactSigma(1, delta)).toBeCloseTo(3.730632, 6);
    expect((gaussianDelta(10, classicalSigma(10, delta)) / delta).toFixed(1)).toBe("2.3");
  });
  test("bound every membership test", () => {
    const bound = (epsilon: number) => Math.exp(epsilon) / (1 + Math.exp(epsilon));
    everyLessonSays(percent(bound(0.1)), percent(bound(1)), percent(bound(3)), percent(bound(8), 2));
  });
});

test("releases add up to less by advanced composition", () => {
  const [releases, epsilon, slack] = [100, 0.1, 1e-6];
  const composed = Math.sqrt(2 * releases * Math.log(1 / slack)) * epsilon + releases * epsilon * (Math.exp(epsilon) - 1);
  expect([releases * epsilon, composed].map((total) => total.toFixed(2))).toEqual(["10.00", "6.31"]);
  everyLessonSays("6.31");
});

describe("DP-SGD", () => {
  const rows = [
    [0.01, 1, 1000],
    [0.01, 1, 4000],
    [0.02, 1, 1000],
    [0.01, 2, 1000],
  ] as const;
  const epsilons = rows.map(([q, sigma, steps]) => rdpEpsilon(q, sigma, steps, delta).epsilon);
  test("is accounted as the reference does", () => {
    expect(epsilons[0]).toBeCloseTo(2.538348, 6);
    expect(rdpEpsilon(256 / 60_000, 1.12, 14_062, delta)).toMatchObject({ order: 9 });
    // a recipe whose ε TensorFlow Privacy publishes as 2.92
    expect(rdpEpsilon(256 / 60_000, 1.12, 14_062, delta).epsilon).toBeCloseTo(2.922249, 6);
    rows.forEach(([q, sigma, steps], i) =>
      everyLessonSays(`| ${q} | ${sigma} | ${steps} | ${(epsilons[i] ?? NaN).toFixed(2)} |`),
    );
    const [first = NaN, longer = NaN, denser = NaN, noisier = NaN] = epsilons;
    const ratios = [longer / first, denser / first, first / noisier].map((ratio) => ratio.toFixed(2));
    expect(ratios).toEqual(["1.83", "1.95", "2.95"]);
    everyLessonSays(...ratios);
    const quiet = rdpEpsilon(0.01, 2, 4000, delta).epsilon;
    expect(noisier.toFixed(2)).toBe("0.86");
    bothFiguresSay("steps", ...[first, longer, noisier, quiet, 4 * first].map((epsilon) => epsilon.toFixed(2)));
  });
  test("costs less accuracy the more data there are", () => {
    for (const count of [100, 400, 2000]) {
      const accuracies = [0, 4, 16].map((sigma) => percent(dpSgd(count, sigma).accuracy, 2));
      everyLessonSays(`| ${count} | ${accuracies.join(" | ")} |`);
      bothFiguresSay("accuracy", ...accuracies, percent(dpSgd(count, 1).accuracy, 2));
    }
    const [few, many] = [100, 2000].map((count) => dpSgd(count, 0).accuracy - dpSgd(count, 16).accuracy);
    expect([Math.floor(100 * (few ?? NaN)), Math.floor(100 * (many ?? NaN))]).toEqual([35, 1]);
    expect(dpSgd(400, 4).clipped).toBeCloseTo(0.319536, 6);
    const epsilonsOfColumns = [1, 4, 16].map((sigma) => rdpEpsilon(0.1, sigma, 50, delta).epsilon.toFixed(2));
    expect(epsilonsOfColumns).toEqual(["6.77", "0.95", "0.22"]);
    bothFiguresSay("accuracy", ...epsilonsOfColumns);
    const standardError = (share: number) => (100 * Math.sqrt((share * (1 - share)) / 2000)).toFixed(1);
    expect([0.93, 0.56].map(standardError)).toEqual(["0.6", "1.1"]);
    everyLessonSays("1.1", ...epsilonsOfColumns.slice(1));
    expect(percent(normalCdf(1.5))).toBe("93.3%");
    everyLessonSays("93.3%");
  });
  test("clips 512 times tighter per example than by the mean", () => {
    expect((2 * 1) / (1 / 256)).toBe(512);
    everyLessonSays("512");
  });
});

describe("updates and audits", () => {
  test("give the input away, or a mixture", () => {
    const first = { x: [5, -1, 2], delta: [0.25, -0.5, 0.25] };
    const second = { x: [1, 3, 0], delta: [-0.1, 0.3, -0.2] };
    expect(leakedInputs([first])).toEqual([first.x, first.x, first.x]);
    const written = (row: readonly number[] = []) => `(${row.map((v) => String(Number(v.toFixed(2))).replace("-", "−")).join(", ")})`;
    const mixed = leakedInputs([first, second]);
    everyLessonSays("(5, −1, 2)", written(mixed[0]), written(mixed[1]));
  });
  test("hide behind masks that cancel", () => {
    const values = [
      [10, -3],
      [5, 7],
      [-20, 1],
    ];
    expect([0, 1].map((i) => values.reduce((sum, value) => sum + (value[i] ?? 0), 0))).toEqual([-5, 5]);
  });
  test("tell members of a mean", () => {
    const mean = (sigma: number) =>
      Array.from({ length: 20 }, (_, i) => membershipAuc(20, 100, sigma, i + 1)).reduce((sum, auc) => sum + auc, 0) / 20;
    expect(membershipAuc(20, 100, 0, 1)).toBe(0.9375);
    everyLessonSays(mean(0).toFixed(3), mean(1).toFixed(3));
  });
  test("measure exposure and bound hits", () => {
    expect([Math.log2(1e6), Math.log2(1e6 / 1000)].map((bits) => bits.toFixed(1))).toEqual(["19.9", "10.0"]);
    everyLessonSays("19.9", "10.0");
    const { epsilon } = rdpEpsilon(0.01, 1, 1000, delta);
    expect(percent(Math.exp(epsilon) * 0.001 + delta)).toBe("1.3%");
    everyLessonSays("1.3%");
    const patients = 20_000;
    expect([patients * 0.01, delta * patients]).toEqual([200, 0.2]);
    everyLessonSays("20,000", "200");
  });
});
