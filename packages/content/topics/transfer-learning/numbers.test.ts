import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  goodFeatures,
  headAndFeatures,
  leep,
  loraMerge,
  mean,
  meanPrior as computePrior,
  normalBelow,
  probeSource as fitProbe,
  randomHead,
  restandardised,
  scoreSource,
  type SourceModel,
  sourceNames,
  sourcePrior,
} from "./simulations";

const { read, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const minus = (value: string) => value.replace("-", "−");
/** Computes once for each key. */
function once<Key, Value>(compute: (key: Key) => Value) {
  const known = new Map<Key, Value>();
  return (key: Key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
const priors = once((rho: number) => once((n: number) => computePrior(rho, n)));
const meanPrior = (rho: number, n: number) => priors(rho)(n);
const probeSource = once((name: SourceModel) => fitProbe(name, 1));

describe("a source", () => {
  test("has the values of the brief", () => {
    const values = (rho: number, ...sizes: number[]) =>
      sizes.flatMap((n) => {
        const { scratch, transfer } = meanPrior(rho, n);
        return [scratch, transfer];
      });
    for (const [i, value] of [6.28154, 0.732072, 2.818297, 0.487455, 0.070432, 0.062311].entries())
      expect(values(0.95, 3, 8, 50)[i]).toBeCloseTo(value, 5);
    for (const [i, value] of [6.604448, 12.785818, 2.935148, 4.975844, 0.069236, 0.073751].entries())
      expect(values(0, 3, 8, 50)[i]).toBeCloseTo(value, 5);
    for (const [i, value] of [2.692095, 7.221713, 0.067956, 0.079513].entries())
      expect(values(-0.5, 8, 50)[i]).toBeCloseTo(value, 5);
    const { zeroShot, scratch, transfer } = sourcePrior(0.9, 8, 1);
    expect(zeroShot).toBeCloseTo(1.8, 9);
    expect(scratch).toBeCloseTo(4.638597519, 8);
    expect(transfer).toBeCloseTo(1.704282785, 8);
  });
  test("is tabled for four agreements", () => {
    for (const rho of [0.95, 0.5, 0, -0.5]) {
      const cells = [3, 8, 50].map((n) => {
        const { scratch, transfer } = meanPrior(rho, n);
        return `${scratch.toFixed(3)} / ${transfer.toFixed(3)}`;
      });
      const { zeroShot } = meanPrior(rho, 3);
      expect(zeroShot).toBeCloseTo(18 * (1 - rho), 9);
      everyLessonSays(`| ${minus(String(rho))} | ${cells.join(" | ")} | ${Number(zeroShot.toFixed(9))} |`);
    }
  });
  test("gains less with more data", () => {
    const gain = (n: number) => {
      const { scratch, transfer } = meanPrior(0.95, n);
      return (scratch - transfer).toFixed(3);
    };
    everyLessonSays(gain(3), gain(50));
    expect([gain(3), gain(50)]).toEqual(["5.549", "0.008"]);
    const bad = meanPrior(-0.5, 8);
    for (const lesson of lessons)
      expect(lesson.slice(lesson.indexOf("{#misconceptions}"))).toContain(bad.transfer.toFixed(3));
  });
  test("has an error of the formula if inputs are orthogonal", () => {
    // one weight at a time: S inputs of 1, noise enters as the mean of all signs
    const [prior, target, s, lambda, sigma] = [3, 1, 4, 1, 0.5];
    const signs = range(2 ** s).map((code) => range(s).map((bit) => ((code >> bit) & 1 ? sigma : -sigma)));
    const errors = signs.map((noise) => {
      const estimate = (range(s).reduce((total, i) => total + target + (noise[i] ?? NaN), 0) + lambda * prior) / (s + lambda);
      return (estimate - target) ** 2;
    });
    expect(mean(errors)).toBeCloseTo(
      (lambda / (s + lambda)) ** 2 * (prior - target) ** 2 + (s * sigma ** 2) / (s + lambda) ** 2,
      10,
    );
  });
  test("is drawn to scale", () => {
    for (const n of [3, 8, 50]) {
      const [good, bad] = [meanPrior(0.95, n), meanPrior(-0.5, n)];
      bothFiguresSay("curves", good.scratch.toFixed(3), good.transfer.toFixed(3), bad.transfer.toFixed(3));
      const y = (error: number) => (24 + (Math.log10(30 / error) / Math.log10(30 / 0.04)) * 190).toFixed(1);
      const x = (48 + (Math.log10(n) / Math.log10(50)) * 330).toFixed(1);
      for (const error of [good.scratch, good.transfer, bad.transfer])
        bothFiguresSay("curves", `${Number(x)} ${Number(y(error))}`);
    }
  });
});

describe("the scores of sources", () => {
  const expected = {
    aligned: [-0.2593703191, -0.3075094318],
    fourClass: [-0.3514663447, -0.3567682337],
    rotated30: [-0.4036129956, -0.4655464805],
    twoClass: [-0.7510914385, -0.7253041299],
    irrelevant: [-1.0986122887, -1.0986122887],
  };
  test("are those of the brief and of the table", () => {
    for (const name of sourceNames) {
      const first = scoreSource(name, 1);
      expect(first.leep).toBeCloseTo(expected[name][0] ?? NaN, 8);
      expect(scoreSource(name, 2).leep).toBeCloseTo(expected[name][1] ?? NaN, 8);
      const probe = probeSource(name).toFixed(3);
      everyLessonSays(`| ${minus(first.leep.toFixed(4))} | ${first.accuracy.toFixed(4)} | ${probe} |`);
      bothFiguresSay("sources", `>${first.accuracy.toFixed(4)}<`, `>${probe}<`, minus(first.leep.toFixed(4)));
      for (const language of ["zh", "en"])
        for (const value of [first.accuracy, probeSource(name)])
          expect(read(`figures/sources.${language}.svg`)).toContain(`width="${Number((220 * value).toFixed(1))}"`);
    }
  });
  test("have one order with 50 seeds", () => {
    for (const seed of range(50)) {
      const scores = sourceNames.map((name) => scoreSource(name, seed + 1).leep);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
    everyLessonSays("50");
  });
  test("of LEEP agree with known cases", () => {
    const informative = [
      [0.9, 0.1],
      [0.8, 0.2],
      [0.1, 0.9],
      [0.2, 0.8],
    ];
    expect(leep(informative, [0, 0, 1, 1], 2)).toBeCloseTo(-0.29547583412263756, 12);
    // renamed source classes
    expect(leep(informative.map(([a = NaN, b = NaN]) => [b, a]), [0, 0, 1, 1], 2)).toBeCloseTo(-0.29547583412263756, 12);
    const three = [
      [0.7, 0.2, 0.1],
      [0.6, 0.3, 0.1],
      [0.1, 0.2, 0.7],
      [0.2, 0.2, 0.6],
      [0.1, 0.8, 0.1],
    ];
    expect(leep(three, [0, 0, 1, 1, 1], 2)).toBeCloseTo(-0.4124821939461536, 12);
    const constant = leep([[1], [1], [1], [1]], [0, 0, 0, 1], 2);
    expect(constant).toBeCloseTo(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25), 12);
    everyLessonSays(minus(constant.toFixed(4)), minus((-Math.log(3)).toFixed(4)));
    expect(constant.toFixed(4)).toBe("-0.5623");
  });
  test("have the noise of 400 examples", () => {
    expect((100 * Math.sqrt((0.8 * 0.2) / 400)).toFixed(1)).toBe("2.0");
    everyLessonSays("400", "80%", "2.0");
  });
});

describe("pre-processing", () => {
  test("with the target's own statistics costs accuracy", () => {
    for (const [mu, value] of [
      [50, 1],
      [55, 0.8085375387],
      [60, 0.6586552539],
      [70, 0.5227501319],
    ] as const)
      expect(restandardised(mu, 10)).toBeCloseTo(value, 6);
    expect(normalBelow(1)).toBeCloseTo(0.8413447461, 6);
    everyLessonSays("| 1 | 0.809 | 0.659 | 0.523 |");
  });
});

describe("head and features", () => {
  const full = (start: readonly number[]) => headAndFeatures(["both"], start);
  test("trained together from a random head end anywhere outside", () => {
    const names = new Map([
      [1, 0.9949600223],
      [2, -0.6690629827],
      [3, 1.0832851156],
      [42, -0.9875153724],
    ]);
    for (const [seed, third] of names) {
      const run = full(randomHead(seed));
      expect(run.third).toBeCloseTo(third, 6);
      expect(run.inside).toBeLessThan(1e-20);
      expect(run.third).toBeCloseTo((run.head[0] ?? NaN) * Math.SQRT1_2, 12);
      everyLessonSays(` ${seed} | ${minus(run.third.toFixed(3))} | ${run.outside.toFixed(seed === 1 ? 5 : 3)} |`);
    }
    const zero = full([0, 0]);
    everyLessonSays(`| ${zero.third.toFixed(3)} | ${zero.outside.toFixed(3)} |`);
    const second = full(randomHead(2));
    expect(second.head[0]).toBeLessThan(0);
    expect(second.features[0]?.[0]).toBeLessThan(0);
  });
  test("over 50 seeds", () => {
    const runs = range(50).map((i) => full(randomHead(i + 1)));
    const outside = runs.map((run) => run.outside);
    expect(mean(outside)).toBeCloseTo(0.9752686831, 6);
    const share = (100 * outside.filter((error) => error > 0.1).length) / 50;
    everyLessonSays(mean(outside).toFixed(3), `${share}%`);
    expect(share).toBe(62);
    for (const language of ["zh", "en"]) {
      const dots = [...read(`figures/heads.${language}.svg`).matchAll(/cx="([\d.]+)"/g)].map(([, x]) => Number(x));
      expect(dots).toEqual(runs.map(({ third }) => Number((200 + 100 * third).toFixed(1))).sort((a, b) => a - b));
    }
    // the first stage is a probe; where it leaves no error the second moves nothing
    for (const seed of range(50)) {
      const run = headAndFeatures(["head", "both"], randomHead(seed + 1));
      expect(run.outside).toBeLessThan(1e-20);
      expect(run.inside).toBeLessThan(1e-20);
      expect(run.features).toEqual(goodFeatures);
    }
  });
  test("with a missing feature leave an error inside", () => {
    const probe = headAndFeatures(["head"], [0], goodFeatures.slice(0, 1));
    const both = headAndFeatures(["head", "both"], [0], goodFeatures.slice(0, 1));
    expect(both.inside).toBeLessThan(1e-20);
    everyLessonSays(probe.inside.toFixed(3), both.outside.toFixed(3));
    expect([probe.inside.toFixed(3), both.outside.toFixed(3)]).toEqual(["0.235", "0.128"]);
  });
});

describe("added parameters", () => {
  test("are counted", () => {
    const [layers, d] = [32, 4096];
    const lora = layers * 2 * 8 * (d + d);
    const adapters = layers * 2 * (2 * d * 64 + d + 64);
    const prefix = layers * 2 * 20 * d;
    for (const count of [lora, adapters, prefix, 20 * d]) everyLessonSays(count.toLocaleString("en-GB"));
    expect(lora).toBe(4_194_304);
    everyLessonSays((8 * 2 * d).toLocaleString("en-GB"), `${((100 * 8 * 2 * d) / d ** 2).toFixed(2)}%`, "16.8");
    expect([((d * d) / 1e6).toFixed(1), ((lora * 2) / 1e6).toFixed(1)]).toEqual(["16.8", "8.4"]);
    everyLessonSays("8.4 MB", "14 GB", "112 GB");
    const state = [16 * 7, 2 * 7 + (16 * lora) / 1e9, (7 * 4.127) / 8 + (16 * lora) / 1e9];
    expect(state.map((value) => value.toFixed(6))).toEqual(["112.000000", "14.067109", "3.678234"]);
    everyLessonSays("14.07 GB", "3.68 GB", "4.127");
  });
  test("are merged", () => {
    const { merged, trainable, full } = loraMerge(
      [
        [1, 0, 0],
        [0, 1, 0],
      ],
      [[1, 2, 3]],
      [[0.5], [-1]],
      2,
    );
    expect(merged).toEqual([
      [2, 2, 3],
      [-2, -3, -6],
    ]);
    expect([trainable, full]).toEqual([5, 6]);
    expect(loraMerge([[1, 2]], [[5, 6]], [[0]], 16).merged).toEqual([[1, 2]]);
  });
});

describe("the plan for billing codes", () => {
  test("adds up", () => {
    expect(600 + 1800 + 200 + 400).toBe(3000);
    const tokens = 1800 * 800 * 3;
    expect(tokens).toBe(4.32e6);
    expect(8 * 800 * 20_000).toBe(128e6);
    const flops = 4 * 7e9 * tokens;
    expect(flops.toPrecision(3)).toBe("1.21e+17");
    expect([flops / 200e12 / 60, (6 * 7e9 * tokens) / 200e12 / 60].map((minutes) => minutes.toFixed(0))).toEqual(["10", "15"]);
    everyLessonSays("4.32", "6400", "128", "20,000", "1.21 × 10¹⁷", "10 ", "15 ");
    expect([((100 * (54 - 30)) / 600).toFixed(1), ((100 * Math.sqrt(54 + 30)) / 600).toFixed(1)]).toEqual(["4.0", "1.5"]);
    everyLessonSays("$24/600$ = 4.0", "= 1.5", "54", "30");
    expect([225, 450, 900].map((n) => 1800 % n)).toEqual([0, 0, 0]);
  });
});
