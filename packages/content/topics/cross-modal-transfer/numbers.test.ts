import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { grouped, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  adaptedLoss,
  contrastive,
  cosines,
  firstOrderOptimum,
  gap,
  hits,
  identity,
  infoNce,
  judge,
  minimum,
  normalBelow,
  pairs,
  procrustes,
  ridge,
  sigLip,
  start,
  taskLoss,
  withCopies,
} from "./simulations";

const { everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const signed = (value: number, digits: number) => Number(value.toFixed(digits)).toString().replace("-", "−");

describe("InfoNCE", () => {
  const perfect = (n: number, tau: number) => Math.log(1 + (n - 1) * Math.exp(-1 / tau));
  test("starts at ln n and depends on n and τ when perfect", () => {
    const equal = range(8).map(() => range(8).map(() => 0.4));
    expect(infoNce(equal, 0.1).toFixed(4)).toBe("2.0794");
    for (const [tau, known] of [
      [1, 1.274009],
      [0.1, 3.17749e-4],
      [0.07, 4.374115e-6],
    ] as const) {
      expect(infoNce(identity(8), tau) / known).toBeCloseTo(1, 6);
      expect(perfect(8, tau) / known).toBeCloseTo(1, 6);
    }
    expect([perfect(8, 1).toFixed(4), (perfect(8, 0.1) * 1e4).toFixed(2), (perfect(8, 0.07) * 1e6).toFixed(2)]).toEqual([
      "1.2740",
      "3.18",
      "4.37",
    ]);
    expect(perfect(32768, 0.07)).toBeCloseTo(0.020268, 6);
    expect(perfect(32768, 0.07).toFixed(4)).toBe("0.0203");
    everyLessonSays("2.0794", "1.2740", "$3.18\\times10^{-4}$", "$4.37\\times10^{-6}$", "32,768", "0.0203");
  });
  test("has a floor when captions are repeated", () => {
    for (const copies of [2, 4]) expect(infoNce(withCopies(8, copies), 1e-3)).toBeCloseTo(Math.log(copies), 9);
    // no similarities of the two copies do better
    for (const s of [-1, 0, 0.5, 1])
      for (const r of [-1, 0, 1]) expect(infoNce([[s, s], [r, r]], 0.05)).toBeGreaterThanOrEqual(Math.log(2) - 1e-12);
    expect(Math.log(2).toFixed(4)).toBe("0.6931");
    expect((32767 * 0.0002).toFixed(1)).toBe("6.6");
    everyLessonSays("$\\ln 2$ = 0.6931", "6.6", "0.0002", "0.02%");
  });
});

describe("SigLIP", () => {
  const zeros = (n: number) => range(n).map(() => range(n).map(() => 0));
  test("starts near 10 because of its bias", () => {
    expect(sigLip(zeros(4), 10, -10)).toBeCloseTo(10.000182, 6);
    expect(sigLip([[0.9, 0.1, 0], [0.2, 0.8, 0.1], [0, 0.3, 0.7]], 10, -10)).toBeCloseTo(2.163454, 6);
    const atStart = (n: number, b: number) => Math.log(1 + Math.exp(-b)) + (n - 1) * Math.log(1 + Math.exp(b));
    expect(atStart(4, -10)).toBeCloseTo(sigLip(zeros(4), 10, -10), 9);
    expect(atStart(32768, -10).toFixed(2)).toBe("11.49");
    expect(grouped(Math.round(atStart(32768, 0)))).toBe("22,713");
    everyLessonSays("10.0002", "11.49", "22,713");
  });
  test("pays two labels of one logit", () => {
    const cost = (x: number) => Math.log(1 + Math.exp(-x)) + Math.log(1 + Math.exp(x));
    for (const x of [-3, -1, 0.5, 2]) expect(cost(x)).toBeGreaterThan(cost(0));
    expect(cost(0)).toBeCloseTo(2 * Math.log(2), 12);
    everyLessonSays("$2\\ln2$");
  });
});

describe("the modality gap", () => {
  test("shrinks the margin and keeps the order", () => {
    for (const g of [0, 0.5, 1]) {
      const found = gap(g);
      expect(found.recall).toBe(1);
      expect(found.pair - found.other).toBeCloseTo(1 / (1 + g * g), 12);
      expect(found.loss).toBeCloseTo(infoNce(identity(8), 0.1 * (1 + g * g)), 9);
      const { distance, pair, other, sameModality, loss } = found;
      const cells = [signed(distance, 3), ...[pair, other, sameModality].map((value) => signed(value, 1))];
      everyLessonSays(`| ${[g, ...cells, loss.toFixed(4), 1].join(" | ")} |`.replaceAll("−0 ", "0 "));
    }
    expect(gap(0.5).loss).toBeCloseTo(2.345486e-3, 8);
    expect(gap(1).loss).toBeCloseTo(4.608711e-2, 7);
    expect(gap(0.5).distance).toBeCloseTo(0.894427, 6);
  });
  test("puts unrelated texts first beyond 0.707", () => {
    const crossing = minimum((g) => (gap(g).pair - gap(g).sameModality) ** 2, 0.1, 1.5);
    expect(crossing.toFixed(3)).toBe("0.707");
    everyLessonSays("0.707");
    bothFiguresSay("gap", "0.707");
  });
});

describe("a bridge from few pairs", () => {
  /** Zero-shot accuracy of each class. */
  const byClass = ({ test: items, prompts }: ReturnType<typeof pairs>, w: number[][]) =>
    range(8).map((c) => {
      const own = items.filter((_, i) => i % 8 === c);
      const mapped = own.map(({ image }) =>
        range(5).map((j) => image.reduce((sum, value, i) => sum + value * (w[i]?.[j] ?? NaN), 0)),
      );
      return hits(cosines(mapped, prompts), () => c);
    });
  const row = ({ recall, zeroShot }: { recall: number; zeroShot: number }) =>
    `| ${recall.toFixed(3)} | ${zeroShot.toFixed(3)} |`;
  const said = (n: number, found: { recall: number; zeroShot: number }) => everyLessonSays(`| ${n} ${row(found)}`);
  test("needs four pairs to be useful", () => {
    const all = pairs(1, 64);
    expect(judge(all, start())).toEqual({ recall: 0, zeroShot: 0 });
    said(0, judge(all, start()));
    for (const [n, recall, zeroShot] of [
      [4, 0.45, 0.716667],
      [8, 0.616667, 0.783333],
      [16, 0.866667, 0.766667],
      [64, 0.933333, 0.783333],
    ] as const) {
      const found = judge(all, ridge(pairs(1, n)));
      expect(found.recall).toBeCloseTo(recall, 6);
      expect(found.zeroShot).toBeCloseTo(zeroShot, 6);
      if (n !== 8) said(n, found);
    }
    const ceiling = hits(
      cosines(
        all.test.map(({ text }) => text),
        all.prompts,
      ),
      (i) => i % 8,
    );
    expect(ceiling.toFixed(3)).toBe("0.817");
    // by classes with and without a training pair, over twenty seeds
    for (const [n, seen, unseen] of [
      [4, "0.814", "0.727"],
      [3, undefined, "0.427"],
    ] as const) {
      const means = [true, false].map((wanted) =>
        average(
          range(20).map((i) => {
            const set = pairs(i + 1, n);
            const shares = byClass(set, ridge(set));
            return average(shares.filter((_, c) => c < n === wanted));
          }),
        ).toFixed(3),
      );
      if (seen) expect(means[0]).toBe(seen);
      expect(means[1]).toBe(unseen);
      everyLessonSays(...(seen ? [seen] : []), unseen);
    }
    expect([1 / 60, 1 / 8].map((chance) => chance.toFixed(3))).toEqual(["0.017", "0.125"]);
    everyLessonSays("0.817", "0.017", "0.125");
  });
  test("has a lower contrastive loss with fewer pairs, and is worse", () => {
    for (const [n, loss, recall, zeroShot] of [
      [4, 0.205659, 0.15, 0.633333],
      [16, 0.73204, 0.35, 0.7],
      [64, 2.036758, 0.7, 0.816667],
    ] as const) {
      const { w, before, after } = contrastive(pairs(1, n));
      if (n === 64) expect(before).toBeCloseTo(10.944267, 6);
      expect(after).toBeCloseTo(loss, 6);
      const found = judge(pairs(1, n), w);
      expect(found.recall).toBeCloseTo(recall, 6);
      expect(found.zeroShot).toBeCloseTo(zeroShot, 6);
      said(n, found);
      if (n !== 16) everyLessonSays(after.toFixed(3));
    }
    const all = pairs(1, 64);
    expect(judge(all, contrastive(all, 200, 0.5, 0.02).w).recall.toFixed(3)).toBe("0.817");
    everyLessonSays("0.02", "0.817");
    expect(Math.log(8).toFixed(3)).toBe("2.079");
    everyLessonSays("$\\ln 8$ = 2.079");
    // a guess within the right class: one of as many as the class has in the test set
    const sizes = range(8).map((c) => range(60).filter((i) => i % 8 === c).length);
    expect(average(range(60).map((i) => 1 / (sizes[i % 8] ?? NaN))).toFixed(3)).toBe("0.133");
    everyLessonSays("0.133");
  });
  test("is alike over twenty seeds", () => {
    for (const [n, ...expected] of [
      [4, "0.507", "0.773"],
      [64, "0.806", "0.879"],
    ] as const) {
      const runs = range(20).map((i) => judge(pairs(i + 1, n), ridge(pairs(i + 1, n))));
      const means = [average(runs.map((run) => run.recall)), average(runs.map((run) => run.zeroShot))];
      expect(means.map((value) => value.toFixed(3))).toEqual(expected);
      everyLessonSays(...expected);
    }
  });
  test("is an angle for a rotation", () => {
    const [c, s] = [Math.cos((50 * Math.PI) / 180), Math.sin((50 * Math.PI) / 180)];
    const points: [number, number][] = [
      [1, 0],
      [0, 1],
      [-1, 0.5],
    ];
    const turned = points.map(([x, y], i): [number, number] => [x * c - y * s + (i === 2 ? 0.1 : 0), x * s + y * c]);
    expect(procrustes(points, turned)).toBeCloseTo(50.80939, 5);
    everyLessonSays("50.81");
  });
});

describe("bridges into a language model", () => {
  test("cost parameters or tokens", () => {
    const [d, v] = [4096, 1024];
    const gated = 2 * d * d + 2 * v * d + 8 * d * d;
    const counts = [v * d, v * d + d + d * d + d, gated, 8 * gated].map(grouped);
    expect(counts).toEqual(["4,194,304", "20,979,712", "176,160,768", "1,409,286,144"]);
    everyLessonSays(...counts, "188M", "595,000", "158,000", "0.1%");
    expect([(336 / 14) ** 2, (224 / 14) ** 2]).toEqual([576, 256]);
    everyLessonSays("256");
    expect([6 * 576, 6 * 32].map(grouped)).toEqual(["3,456", "192"]);
    everyLessonSays("576", "3,456", "192");
  });
  test("of the worked example", () => {
    expect(((4 * 32768 ** 2) / 1e9).toFixed(2)).toBe("4.29");
    expect(((4 * 4096 ** 2) / 1e6).toFixed(0)).toBe("67");
    expect([10 * 3 * (10 + 1), 10 + 10 * 3 * 1, 330 / 40]).toEqual([330, 40, 8.25]);
    everyLessonSays("4.29 GB", "67 MB", "= 330", "= 40", "8.25");
  });
});

describe("two tasks", () => {
  const tasks = [
    { h: 1, a: 0 },
    { h: 9, a: 1 },
  ];
  test("have other optima before and after a step", () => {
    const optima = [minimum((w) => taskLoss(tasks, w)), minimum((w) => adaptedLoss(tasks, w, 0.1))];
    expect(optima[0]).toBeCloseTo(0.9, 6);
    expect(optima[1]).toBeCloseTo(0.1, 6);
    for (const [name, w, before, after] of [
      ["multi", 0.9, "0.4500", "0.3285"],
      ["maml", 0.1, "3.6500", "0.0405"],
    ] as const) {
      expect([taskLoss(tasks, w).toFixed(4), adaptedLoss(tasks, w, 0.1).toFixed(4)], name).toEqual([before, after]);
      everyLessonSays(`${w} | ${before} | ${after} |`);
      bothFiguresSay("meta", before, after);
    }
    expect(firstOrderOptimum(tasks, 0.1)).toBeCloseTo(0.5, 12);
    everyLessonSays("0.5");
  });
  test("agree for equal curvature", () => {
    const equal = tasks.map(({ a }) => ({ h: 3, a }));
    const optima = [minimum((w) => taskLoss(equal, w)), minimum((w) => adaptedLoss(equal, w, 0.1))];
    expect(optima[0]).toBeCloseTo(optima[1] ?? NaN, 6);
  });
});

describe("matched marginals", () => {
  test("say nothing about classes", () => {
    const right = [normalBelow(2), normalBelow(-2)].map((share) => share.toFixed(5));
    expect(right).toEqual(["0.97725", "0.02275"]);
    everyLessonSays(...right);
    bothFiguresSay("flip", ...right);
  });
  test("prefer the flip when shares differ", () => {
    const density = (x: number, share: number) =>
      [-1, 1].reduce((total, m) => total + (m > 0 ? share : 1 - share) * Math.exp(-((x - m) ** 2) / 0.5), 0) /
      (0.5 * Math.sqrt(2 * Math.PI));
    // accuracy of the ideal discriminator: half the integral of the larger density
    const ideal = (image: number, text: number) =>
      range(8000).reduce((total, i) => {
        const x = (i + 0.5) / 1000 - 4;
        return total + Math.max(density(x, image), density(x, text)) / 2000;
      }, 0);
    expect(ideal(0.7, 0.3).toFixed(3)).toBe("0.691");
    expect(ideal(0.3, 0.3).toFixed(3)).toBe("0.500");
    everyLessonSays("0.691", "70%", "30%");
    // a common classifier calls the same share r positive on both sides, and errs at least by the difference on each
    const sums = range(101).map((r) => Math.abs(r / 100 - 0.7) + Math.abs(r / 100 - 0.3));
    expect(Math.min(...sums)).toBeCloseTo(0.4, 12);
    everyLessonSays("0.7 − 0.3 = 0.4");
  });
  test("are no help to indirect links", () => {
    expect((0.8 ** 2 - (1 - 0.8 ** 2)).toFixed(2)).toBe("0.28");
    expect(Math.cos(2 * Math.acos(0.8))).toBeCloseTo(0.28, 12);
    everyLessonSays("= 0.28");
  });
});
