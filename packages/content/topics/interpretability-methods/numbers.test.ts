import { mean, range, sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  attentionOutput,
  deletionCurve,
  directAttribution,
  divergence,
  gradientTimesInput,
  integratedGradients,
  kernelShap,
  leaveOneOut,
  lens,
  lime,
  limeWeight,
  masked,
  patch,
  present,
  probeAccuracies,
  randomisedWeights,
  sampledShapley,
  score,
  shapley,
  sigmoid,
} from "./simulations";

const { read, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const minus = (value: number | string) => String(value).replaceAll("-", "−");
const closeTo = (found: readonly number[], wanted: readonly number[], digits = 9) => {
  expect(found).toHaveLength(wanted.length);
  for (const [i, value] of found.entries()) expect(value).toBeCloseTo(wanted[i] ?? NaN, digits);
};
const v = masked(score, present);
const probability = (coalition: readonly boolean[]) => sigmoid(v(coalition));
const values = shapley(6, v);
const left = leaveOneOut(6, v);
const byValue = (numbers: readonly number[]) => range(6).toSorted((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0));

describe("Shapley values", () => {
  test("share out the logit; leave-one-out does not", () => {
    const shares = [0.1, -1.8, 0.2, 0.5, 1.5, 0];
    expect(score(present)).toBeCloseTo(0.3, 12);
    expect(score(present.map(() => 0))).toBe(-0.2);
    closeTo(values, shares);
    closeTo(kernelShap(6, v), shares);
    closeTo(integratedGradients(score, present), shares);
    closeTo(left, [0.1, -3.2, -1.2, 0.8, 1.8, 0]);
    closeTo(gradientTimesInput(score, present), left);
    const row = (numbers: readonly number[]) =>
      `| ${[...numbers.slice(0, 5), sum(numbers)].map((value) => minus(+value.toFixed(6))).join(" | ")} |`;
    everyLessonSays("$f(x) = 0.3$", "$f(0) = -0.2$", row(values), row(left), "$f(x) - f(0) = 0.5$");
    expect(row(values)).toBe("| 0.1 | −1.8 | 0.2 | 0.5 | 1.5 | 0.5 |");
    expect(row(left)).toContain("−1.7");
    everyLessonSays("−1.7", "$1.6 - 1.4 = 0.2$", "$-0.4 - 1.4 = -1.8$", "−2.8");
    expect([1.6 - 2.8 / 2, -0.4 - 2.8 / 2].map((value) => value.toFixed(1))).toEqual(["0.2", "-1.8"]);
  });
  test("are sampled with an error of 1.4/√m", () => {
    const given = [-0.4, -3.2];
    expect(Math.sqrt(mean(given.map((value) => (value - mean(given)) ** 2)))).toBeCloseTo(1.4, 12);
    const rms = (orders: number) =>
      Math.sqrt(mean(range(200).map((i) => (sampledShapley(6, v, 1, orders, i + 1) + 1.8) ** 2)));
    expect([rms(10), rms(100)].map((error) => error.toFixed(3))).toEqual(["0.447", "0.141"]);
    everyLessonSays("$1.4/\\sqrt{m}$", "−0.4", "−3.2", "$m = 10$", "0.447", "$m = 100$", "0.141", "200");
  });
  test("depend on the baseline, the filling and the scale", () => {
    const product = ([a = NaN, b = NaN]: readonly number[]) => a * b;
    closeTo(shapley(2, masked(product, [2, 3])), [3, 3]);
    closeTo(shapley(2, masked(product, [2, 3], [1, 1])), [2, 3]);
    // absent features: independent draws of 0 or 1, or draws given the other one, which is its copy
    const marginal = shapley(2, ([first]) => (first ? 10 : 5));
    const conditional = shapley(2, ([first, second]) => (first || second ? 10 : 5));
    closeTo(marginal, [5, 0]);
    closeTo(conditional, [2.5, 2.5]);
    everyLessonSays("2.5");
    const shares = shapley(6, probability);
    closeTo([shares[2] ?? NaN, sum(shares)], [0.0162, 0.1243], 4);
    const path = integratedGradients((z) => sigmoid(score(z)), present);
    expect(path[2]?.toFixed(4)).toBe("0.0511");
    expect(sum(path)).toBeCloseTo(sum(shares), 3);
    everyLessonSays("0.0162", "0.1243", "0.0511");
  });
});

describe("LIME", () => {
  test("changes a sign with the width, on all masks", () => {
    for (const [width, row] of [
      [0.25, [0.09442034, -2.35002904, -0.35002904, 0.61108806, 1.61108806]],
      [0.75, [0.09047507, -1.90156992, 0.09843008, 0.510199, 1.510199]],
      [5, [0.09961651, -1.80259388, 0.19740612, 0.50009016, 1.50009016]],
    ] as const) {
      const found = lime(6, v, width);
      closeTo(found.slice(0, 5), row, 7);
      const cells = [...found.slice(0, 5).map((value) => value.toFixed(3)), found[5]?.toFixed(4) ?? ""];
      everyLessonSays(`| ${[width, ...cells].map(minus).join(" | ")} |`);
    }
    const good = (width: number) => lime(6, v, width)[2] ?? NaN;
    expect(good(0.5)).toBeLessThan(0);
    expect(good(0.505)).toBeGreaterThan(0);
    everyLessonSays("0.50");
    expect(limeWeight(6, 6, 0.25)).toBe(1);
    expect([5, 4, 3].map((s) => limeWeight(s, 6, 0.25).toFixed(3))).toEqual(["0.886", "0.583", "0.253"]);
    expect(limeWeight(0, 6, 5)).toBeGreaterThan(0.96);
  });
  test("varies with the seed", () => {
    const positive = (width: number, count: number) =>
      range(100).filter((i) => (lime(6, v, width, { count, seed: i + 1 })[2] ?? NaN) > 0).length;
    expect([positive(0.75, 50), positive(0.75, 1000), positive(0.25, 1000)]).toEqual([58, 99, 0]);
    everyLessonSays("58", "99", "1000");
    expect(lessons[1]).toContain("positive for 58 of 100 seeds; with 1000 masks for 99. At width 0.25 with 1000 masks, for 0.");
    expect(lessons[0]).toContain("为正的有 58 个；掩码增到 1000 个，有 99 个。核宽 0.25、掩码 1000 个，则是 0 个");
  });
  test("is drawn beside the other methods", () => {
    const found = [
      ...[values, integratedGradients(score, present)].map((row) => (row[2] ?? NaN).toFixed(1)),
      ...[5, 0.75, 0.25].map((width) => (lime(6, v, width)[2] ?? NaN).toFixed(3)),
      ...[left, gradientTimesInput(score, present)].map((row) => (row[2] ?? NaN).toFixed(1)),
    ].map(minus);
    bothFiguresSay("good", ...found.map((value) => `>${value}<`));
    // 125 units of the drawing for 1
    for (const language of ["zh", "en"]) {
      const widths = [...read(`figures/good.${language}.svg`).matchAll(/width="([\d.]+)" height="20"/g)];
      expect(widths.map(([, width]) => Math.round(Number(width)))).toEqual(
        found.map((value) => Math.round(125 * Math.abs(Number(value.replace("−", "-"))))),
      );
    }
  });
});

describe("attention and decomposition", () => {
  test("different weights give one output", () => {
    const rows = [
      [1, 0],
      [1, 0],
      [0, 1],
      [0.5, 0.5],
    ];
    const attentions = [
      [0.7, 0.1, 0.1, 0.1],
      [0.1, 0.7, 0.1, 0.1],
      [0.7, 0, 0, 0.3],
    ];
    for (const weights of attentions) closeTo(attentionOutput(weights, rows), [0.85, 0.15]);
    const [a = [], b = [], c = []] = attentions;
    closeTo([divergence(a, b), divergence(a, c), divergence(b, c)], [0.3651484454, 0.1377443751, 0.6203185978]);
    for (const numbers of [...attentions, ...rows, [0.85, 0.15], [0.8, 0.1, 0.1], [0.01, 2, 1]])
      everyLessonSays(`(${numbers.join(", ")})`);
    everyLessonSays("0.365", "0.138", "0.620", "0.008");
    closeTo(
      [0.8, 0.1, 0.1].map((weight, i) => weight * ([0.01, 2, 1][i] ?? NaN)),
      [0.008, 0.2, 0.1],
    );
  });
  test("contributions to a logit add up", () => {
    expect(directAttribution().map((value) => value.toFixed(1))).toEqual(["-0.3", "0.1", "1.7", "1.2"]);
    expect(sum(directAttribution())).toBeCloseTo(2.7, 12);
    closeTo(lens(), [0.2760466839, 0.3389382597, 0.7170896398, 0.8985808074]);
    everyLessonSays("−0.3", "2.7", ...lens().map((p) => p.toFixed(3)));
  });
  test("three features in two dimensions are read exactly only one at a time", () => {
    const directions = range(3).map((k) => [Math.cos((2 * Math.PI * k) / 3), Math.sin((2 * Math.PI * k) / 3)]);
    const readings = (active: readonly number[]) => {
      const h = [0, 1].map((d) => sum(active.map((k) => directions[k]?.[d] ?? NaN)));
      return directions.map((direction) => Math.max(0, sum(direction.map((value, d) => value * (h[d] ?? NaN)))));
    };
    closeTo(readings([0]), [1, 0, 0]);
    closeTo(readings([0, 1]), [0.5, 0.5, 0]);
    everyLessonSays("120°");
  });
});

describe("patching", () => {
  test("sees redundant units in one direction only", () => {
    const effects = (clean: readonly number[], sites: readonly number[]) => {
      const { denoise, noise } = patch(clean, [0, 0, 0, 0], sites);
      return [denoise, noise].map((value) => +value.toFixed(9));
    };
    expect([[0], [1], [2]].map((site) => effects([1, 1, 1, 1], site))).toEqual([
      [0.4, 0.4],
      [0.6, 0],
      [0.6, 0],
    ]);
    expect(effects([1, 1, 1, 1], [1, 2])[1]).toBe(0.6);
    expect([[0], [1], [2]].map((site) => effects([1, 1, 1, 0], site))).toEqual([
      [0.4, 0.4],
      [0.6, 0.6],
      [0, 0],
    ]);
    everyLessonSays("$o = 2h_0 + 3\\min(1, h_1 + h_2)$", "0.6");
    bothFiguresSay("gates", ">0.4<", ">0.6<", ">0<", "0.6");
  });
  test("sees an AND in the other direction", () => {
    const both = ([, a = NaN, b = NaN]: readonly number[]) => Math.max(0, a + b - 1);
    expect(patch([0, 0, 1, 1], [0, 0, 0, 0], [1], both)).toEqual({ denoise: 0, noise: 1 });
  });
});

describe("tests of faithfulness", () => {
  test("a probe that memorises has no selectivity", () => {
    const accuracy = (probe: "linear" | "nearest", task: "real" | "control") =>
      100 * mean(range(30).map((i) => probeAccuracies(probe, task, i + 1)));
    const [real, control] = [accuracy("linear", "real"), accuracy("linear", "control")];
    expect([real, control, real - control].map((value) => value.toFixed(1))).toEqual(["95.5", "71.0", "24.5"]);
    expect([accuracy("nearest", "real"), accuracy("nearest", "control")]).toEqual([100, 100]);
    everyLessonSays("95.5%", "71.0%", "24.5", "100%");
  });
  test("deletion curves judge an order", () => {
    const area = (order: readonly number[]) => deletionCurve(probability, order).area;
    const order = byValue(values);
    expect(order).toEqual([4, 3, 2, 0, 5, 1]);
    closeTo([area(order), area(order.toReversed())], [0.3225705175, 0.8350986412]);
    expect(area(byValue(left)).toFixed(3)).toBe("0.248");
    const orders = (rest: readonly number[]): number[][] =>
      rest.length === 0 ? [[]] : rest.flatMap((i) => orders(rest.filter((j) => j !== i)).map((more) => [i, ...more]));
    const all = orders(range(6));
    expect(all).toHaveLength(720);
    everyLessonSays("0.323", "0.835", "0.248", "720", mean(all.map(area)).toFixed(3));
    const { curve } = deletionCurve(probability, order);
    expect(curve.slice(2, 4).map((value) => value.toFixed(3))).toEqual(["0.154", "0.378"]);
    everyLessonSays("0.154", "0.378");
  });
  test("a product with the input survives new weights in part", () => {
    const correlation = (explain: (weight: number, input: number) => number) =>
      mean(range(200).map((i) => randomisedWeights(explain, i + 1))).toFixed(2);
    expect(correlation((_, input) => input)).toBe("1.00");
    everyLessonSays("1.00", correlation((weight, input) => weight * input), correlation((weight) => weight));
    expect([correlation((weight, input) => weight * input), correlation((weight) => weight)]).toEqual(["0.48", "0.02"]);
  });
});

test("three single words flip the decision", () => {
  const flipped = range(6).map((i) => score(present.map((value, j) => (i === j ? 1 - value : value))).toFixed(1));
  expect(flipped).toEqual(["0.2", "3.5", "1.5", "-0.5", "-1.5", "-1.2"]);
  everyLessonSays("−0.5", "−1.5", "−1.2", "1.5");
});

test("the worked example counts its passes", () => {
  const perSecond = 200;
  expect((2 ** 24).toLocaleString("en")).toBe("16,777,216");
  expect((2 ** 24 / perSecond / 3600).toFixed(1)).toBe("23.3");
  expect((1.4 / 0.1) ** 2).toBeCloseTo(196, 9);
  expect([196 * 24, (196 * 24) / perSecond, (50 * 3) / perSecond, 1000 / perSecond]).toEqual([4704, 23.52, 0.75, 5]);
  expect([32 * 24 * 2, (32 * 24 * 2) / perSecond]).toEqual([1536, 7.68]);
  everyLessonSays("16,777,216", "23.3", "196", "4,704", "23.5 s", "150", "0.75 s", "5 s", "1,536", "7.68 s");
});
