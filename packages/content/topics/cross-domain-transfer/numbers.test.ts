import { describe, expect, test } from "vitest";
import { seededRandom } from "@tidao/kernel";
import { range } from "@tidao/labs/vector";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  accuracy,
  bench,
  coral,
  corrected,
  covariance,
  cubic,
  domains,
  drawnShare,
  firstRound,
  importanceWeights,
  labelShift,
  meanOf,
  mmd2,
  type Point,
  power,
  type Preset,
  train,
} from "./simulations";

const { read, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const minus = (value: string) => value.replace("-", "−");
const known = new Map<Preset, ReturnType<typeof bench>>();
const results = (preset: Preset) => {
  const result = known.get(preset) ?? bench(preset);
  known.set(preset, result);
  return result;
};

describe("weights", () => {
  test("leave exp(−d²) of the sample", () => {
    for (const d of [0.5, 1, 1.5, 2]) {
      // the second moment of the ratio, integrated
      const step = 0.001;
      const density = (x: number, centre: number) => Math.exp(-((x - centre) ** 2) / 2) / Math.sqrt(2 * Math.PI);
      let second = 0;
      for (let x = -12; x < 16; x += step) second += (step * density(x, d) ** 2) / density(x, 0);
      expect(1 / second).toBeCloseTo(Math.exp(-(d ** 2)), 6);
      everyLessonSays(`| ${d} | ${Math.exp(-(d ** 2)).toFixed(3)} | ${drawnShare(d).toFixed(3)} |`);
    }
    everyLessonSays("2000", "2%");
    expect(Math.exp(-4)).toBeLessThan(0.02);
  });
  test("turn the line over the cubic", () => {
    const { ordinary, weighted, oracle, effective } = cubic();
    expect(ordinary.intercept).toBeCloseTo(-0.2498970878, 9);
    expect(ordinary.slope).toBeCloseTo(0.4466097902, 9);
    expect(weighted.intercept).toBeCloseTo(-0.0043641629, 9);
    expect(weighted.slope).toBeCloseTo(-0.6996083347, 9);
    expect([ordinary, weighted, oracle].map(({ error }) => error.toFixed(10))).toEqual([
      "0.2188403123",
      "0.0150085996",
      "0.0147427944",
    ]);
    expect(effective).toBeCloseTo(0.3998512663, 9);
    expect((500 * effective).toFixed(0)).toBe("200");
    everyLessonSays("0.447", "−0.700", "0.2188", "0.0150", "0.0147", "0.400", "200", "500");
    bothFiguresSay("cubic", "0.447", "−0.700", "0.2188", "0.0150", "95%");
  });
});

describe("alignment", () => {
  test("by CORAL maps a square onto a rectangle", () => {
    const square: Point[] = [
      [0, 0],
      [2, 0],
      [0, 2],
      [2, 2],
    ];
    const rectangle: Point[] = [
      [1, 1],
      [5, 1],
      [1, 2],
      [5, 2],
    ];
    expect(covariance(square).flat()).toEqual([4 / 3, 0, 0, 4 / 3]);
    expect(covariance(rectangle).flat()).toEqual([16 / 3, 0, 0, 1 / 3]);
    for (const [i, point] of coral(square, rectangle, 0).entries())
      for (const k of [0, 1]) expect(point[k]).toBeCloseTo(rectangle[i]?.[k] ?? NaN, 10);
    const matrix = [
      [2, 1],
      [1, 2],
    ] as [Point, Point];
    expect(power(matrix, 0.5)[0].map((v) => v.toFixed(10))).toEqual(["1.3660254038", "0.3660254038"]);
    expect(power(matrix, -0.5)[0].map((v) => v.toFixed(10))).toEqual(["0.7886751346", "-0.2113248654"]);
  });
  test("matches the moments of the target", () => {
    const { source, target } = domains("affine");
    const mapped = coral(source.x, target.x);
    for (const k of [0, 1]) expect(meanOf(mapped)[k]).toBeCloseTo(meanOf(target.x)[k] ?? NaN, 6);
    for (const [i, value] of covariance(mapped).flat().entries())
      expect(value).toBeCloseTo(covariance(target.x).flat()[i] ?? NaN, 4);
  });
  test("by MMD has the values of the brief", () => {
    const [x, y] = [
      [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
      [
        [3, 3],
        [4, 3],
        [3, 4],
      ],
    ];
    expect(mmd2(x ?? [], y ?? [], 1)).toBeCloseTo(1.0531882046, 9);
    expect(mmd2([[0], [2]], [[1], [3]], 1)).toBeCloseTo(-0.6446799214, 9);
    // a very wide kernel sees nothing
    expect(Math.abs(mmd2([[0], [2]], [[1], [3]], 100))).toBeLessThan(2e-4);
  });
  test("wins and loses on the bench as the table says", () => {
    for (const preset of ["shift", "affine", "prior", "rotation60", "rotation120"] as const) {
      const { source, weighted, coral: aligned, selfTarget, oracle } = results(preset);
      const row = [source, weighted, aligned, selfTarget, oracle].map((value) => value.toFixed(4));
      everyLessonSays(`| ${row.join(" | ")} |`);
      expect(Math.abs(weighted - source)).toBeLessThan(0.01);
      if (preset !== "affine") bothFiguresSay("bench", ...[row[0], row[2], row[3]].map((value) => `>${value}<`));
    }
    everyLessonSays("±1.5", "300", "2000", "90%");
  });
  test("helps and harms for all of ten seeds", () => {
    for (const seed of range(10).map((i) => i + 1))
      for (const [preset, helps] of [
        ["shift", true],
        ["prior", false],
      ] as const) {
        const { source, target, test: points } = domains(preset, seed);
        const plain = accuracy(train(source), points);
        const aligned = accuracy(train({ x: coral(source.x, target.x), y: source.y }), points);
        expect(aligned > plain, `${preset} ${seed}`).toBe(helps);
      }
    expect(lessons[1]).toContain("helps for all of 10 seeds, with the changed shares it harms for all 10");
    expect(lessons[0]).toContain("10 个种子里 CORAL 全都有益；比例改变时，10 个种子里全都有害");
  });
  test("differs from weighting, which has the source's line as its limit", () => {
    // the log odds of the source are linear (3 x), so a weighted fit of many points finds them too
    const many = range(20).map((i) => domains("shift", 1000 + i));
    const source = { x: many.flatMap((each) => each.source.x), y: many.flatMap((each) => each.source.y) };
    const weights = importanceWeights(
      source.x,
      many.flatMap((each) => each.target.x),
    );
    const points = domains("shift").test;
    expect(Math.abs(accuracy(train(source), points) - accuracy(train(source, weights), points))).toBeLessThan(0.01);
  });
  test("is drawn to scale", () => {
    const heights = (["shift", "prior", "rotation60", "rotation120"] as const).flatMap((preset) => {
      const { source, coral: aligned, selfTarget } = results(preset);
      return [source, aligned, selfTarget];
    });
    for (const language of ["zh", "en"]) {
      const bars = [...read(`figures/bench.${language}.svg`).matchAll(/width="([\d.]+)" height="14"/g)];
      expect(bars.map(([, width]) => Number(width))).toEqual(heights.map((value) => Number((300 * value).toFixed(1))));
    }
  });
  test("with invariant features cannot do better than the difference of the shares", () => {
    // predictions have one share q in both domains; the least error in each is its distance from the true share
    const sums = range(101).map((q) => Math.abs(q / 100 - 0.5) + Math.abs(q / 100 - 0.9));
    expect(Math.min(...sums)).toBeCloseTo(0.4, 10);
    everyLessonSays("50%", "0.4");
    // spam at 60% of which a predicted share of 10% can hold a sixth at most
    expect((0.6 - 0.1) / 0.6).toBeCloseTo(5 / 6, 10);
    everyLessonSays("5/6");
  });
});

describe("label shift", () => {
  test("is solved for two classes", () => {
    const confusion = [
      [0.45, 0.05],
      [0.05, 0.45],
    ] as [Point, Point];
    const { weights, prior } = labelShift(confusion, [0.32, 0.68]);
    expect(weights.map((w) => w.toFixed(2))).toEqual(["0.55", "1.45"]);
    expect(prior.map((p) => p.toFixed(3))).toEqual(["0.275", "0.725"]);
    everyLessonSays("0.55", "1.45", "27.5%", "32%", "68%");
    expect(labelShift(confusion, [0.05, 0.95]).weights.map((w) => w.toFixed(3))).toEqual(["0.000", "2.125"]);
    expect(((0.05 * 0.45 - 0.05 * 0.95) / (0.45 ** 2 - 0.05 ** 2)).toFixed(3)).toBe("-0.125");
    everyLessonSays("−0.125", "5%", "95%");
  });
  test("is corrected on the bench, with noise", () => {
    const percent = (value: number) => `${(100 * value).toFixed(1)}%`;
    const first = corrected();
    everyLessonSays(percent(first.true), percent(first.counted), percent(first.estimated));
    expect([percent(first.true), percent(first.counted), percent(first.estimated)]).toEqual(["92.0%", "88.3%", "92.4%"]);
    expect([first.accuracy.toFixed(4), results("prior").oracle.toFixed(4)]).toEqual(["0.9680", "0.9680"]);
    const second = corrected(2);
    expect([percent(second.estimated), percent(second.true)]).toEqual(["96.6%", "91.0%"]);
    everyLessonSays("96.6%", "91.0%", "300");
  });
});

describe("what the inputs do not tell", () => {
  const normalBelow = (x: number) => {
    const [start, steps] = [-9, 600];
    const width = (x - start) / steps;
    return range(steps).reduce((total, i) => total + width * Math.exp(-((start + (i + 0.5) * width) ** 2) / 2), 0) / Math.sqrt(2 * Math.PI);
  };
  /** The least sum of the errors of one straight line on the classes and on the classes rotated. */
  const joint = (degrees: number) => {
    const error = (angle: number, offset: number) => {
      const centre = 1.5 * Math.cos((angle * Math.PI) / 180);
      return 0.5 * normalBelow(offset - centre) + 0.5 * normalBelow(-offset - centre);
    };
    return Math.min(
      ...range(36).flatMap((i) => [-1, -0.5, 0, 0.5, 1].map((b) => error(10 * i, b) + error(10 * i - degrees, b))),
    );
  };
  /** The same distance, with each pair once. */
  const fastMmd2 = (x: Point[], y: Point[]) => {
    const near = ([a, b]: Point, [c, d]: Point) => Math.exp(-((a - c) ** 2 + (b - d) ** 2) / 4.5);
    let total = 0;
    for (const points of [x, y])
      for (const [i, a] of points.entries())
        for (const b of points.slice(i + 1)) total += (2 * near(a, b)) / (points.length * (points.length - 1));
    for (const a of x) for (const b of y) total -= (2 * near(a, b)) / (x.length * y.length);
    return total;
  };
  test("is tabled for three rotations", () => {
    const counts: number[] = [];
    for (const degrees of [60, 120, 180] as const) {
      const preset = `rotation${degrees}` as const;
      const { source, target } = domains(preset);
      const distance = mmd2(source.x.slice(0, 100), target.x.slice(0, 100), 1.5);
      const { distance: proxy, source: plain } = results(preset);
      // random splits of the pooled points: how often does the distance come out as large?
      const pooled = [...source.x.slice(0, 100), ...target.x.slice(0, 100)];
      const random = seededRandom(5);
      const reached = range(100).filter(() => {
        const mixed = pooled
          .map((point) => ({ point, at: random.next() }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ point }) => point);
        return fastMmd2(mixed.slice(0, 100), mixed.slice(100)) >= distance;
      }).length;
      expect(fastMmd2(source.x.slice(0, 100), target.x.slice(0, 100))).toBeCloseTo(distance, 10);
      counts.push(reached);
      everyLessonSays(
        `| ${degrees}° | ${minus(proxy.toFixed(2))} | ${minus(distance.toFixed(3))} | ${joint(degrees).toFixed(3)} | ${plain.toFixed(4)} |`,
      );
    }
    expect(counts).toEqual([0, 0, 100]);
    expect(lessons[1]).toContain("of 100 random splits of the pooled points none reaches their MMD², at 180° all do");
    expect(lessons[0]).toContain("随机重分 100 次，没有一次的 MMD² 达到实测值，180° 时则每次都达到");
    const chance = (4 * Math.sqrt(0.25 / 300)).toFixed(2);
    expect(lessons[1]).toContain(`300 test points leave a standard error of ${chance}`);
    expect(lessons[0]).toContain(`300 个测试点的标准误是 ${chance}`);
  });
  test("is repeated by pseudo-labels", () => {
    const right = (preset: Preset, threshold?: number) => `${(100 * firstRound(preset, threshold).right).toFixed(1)}%`;
    expect([right("rotation60"), right("rotation120"), right("rotation120", 0.99)]).toEqual(["88.3%", "11.5%", "0.0%"]);
    everyLessonSays("88.3%", "11.5%", "0.0%", "0.99");
  });
});

describe("the plan for bank tickets", () => {
  test("adds up", () => {
    expect((2 * (1 - 2 * 0.01)).toFixed(2)).toBe("1.96");
    expect((100 * Math.sqrt((0.8 * 0.2) / 200)).toFixed(1)).toBe("2.8");
    const tokens = 500_000 * 120;
    expect([tokens, tokens / (1 - 0.25)]).toEqual([60e6, 80e6]);
    const flops = 6 * 7e9 * 80e6;
    expect(flops).toBe(3.36e18);
    expect((flops / 200e12 / 3600).toFixed(1)).toBe("4.7");
    expect((100 * (0.31 - 0.1)) / (0.8 - 0.1)).toBeCloseTo(30, 10);
    everyLessonSays("= 1.96", "= 2.8 ", "500,000", "25%", "3.36 × 10¹⁸", "4.7 ", "30.0%", "31%");
    // fewer predicted positives than false alarms alone would give
    expect(0.05).toBeLessThan(0.1);
  });
});
