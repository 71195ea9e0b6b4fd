import { drawVariant, instantiate, variantSeeds } from "@tidao/grading";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  accuracy,
  auc,
  averagePrecision,
  bradleyTerry,
  brier,
  calibrationBins,
  type Confusion,
  confusionAt,
  elo,
  expectedCalibrationError,
  f1,
  judgedWinRate,
  kappa,
  mcc,
  passAtKByEnumeration,
  precision,
  recall,
  sharpened,
  sigmoid,
  simulateScores,
  swapped,
  wilsonByBisection,
} from "./metrics";

const { read, spec: question, everyLessonSays } = topicUnderTest(import.meta.url);
const fixed = (value: number, digits = 3) => value.toFixed(digits);

describe("numbers of the lesson", () => {
  test.each([0.5, 0.1, 0.01])("the row of the worked example at prevalence %d is what the simulation gives", (prevalence) => {
    const data = simulateScores(prevalence);
    const cells = confusionAt(data, 1);
    const { tp, fp, fn, tn } = cells;
    const rates = [accuracy(cells), precision(cells), recall(cells), f1(cells), auc(data.scores, data.labels)];
    const row = [prevalence, tp, fp, fn, tn, ...rates.map((rate) => fixed(rate)), fixed(averagePrecision(data.scores, data.labels))];
    everyLessonSays(`| ${row.join(" | ")} |`);
  });

  test("the last row by hand and the two thresholds agree with the simulation", () => {
    const data = simulateScores(0.01);
    const { tp, fp, fn, tn } = confusionAt(data, 1);
    const flagged = tp + fp;
    everyLessonSays(`$${tp}/${flagged}=${fixed(tp / flagged)}$`, `$${tp}/${tp + fn}=${fixed(tp / (tp + fn))}$`);
    everyLessonSays(`$=${2 * tp}/${2 * tp + fp + fn}=${fixed((2 * tp) / (2 * tp + fp + fn))}$`);
    everyLessonSays(`$${tp + tn}/5000=${fixed((tp + tn) / 5000)}$`, ` ${flagged} `, fixed(1 - data.positives / 5000));
    expect(Math.round(flagged / tp)).toBe(22);
    const strict = confusionAt(data, 2);
    expect([strict.tp + strict.fp, strict.tp]).toEqual([107, 16]);
    expect([precision(strict), recall(strict)].map((rate) => fixed(rate))).toEqual(["0.150", "0.320"]);
    everyLessonSays("107", "16", "0.150", "0.320");
    // F1, and precision from a recall on, are greatest where the threshold is a positive's score
    const everyThreshold = data.scores.slice(0, data.positives).map((threshold) => confusionAt(data, threshold));
    const best = Math.max(...everyThreshold.map(f1));
    const sharpest = Math.max(...everyThreshold.filter((cells) => recall(cells) >= 0.5).map(precision));
    expect([fixed(best), fixed(sharpest)]).toEqual(["0.216", "0.080"]);
    everyLessonSays(fixed(best), fixed(sharpest));
  });

  test("precision falls with prevalence as the formula says", () => {
    const at = (prevalence: number) => (0.9 * prevalence) / (0.9 * prevalence + 0.1 * (1 - prevalence));
    expect([0.5, 0.1, 0.01].map((prevalence) => fixed(at(prevalence)))).toEqual(["0.900", "0.500", "0.083"]);
    everyLessonSays("0.900", "0.500", "0.083", "8.3%");
  });

  test("F1 changes when the classes swap and MCC does not", () => {
    const cells: Confusion = { tp: 90, fp: 10, fn: 10, tn: 890 };
    everyLessonSays("(90,10,10,890)", fixed(f1(cells)), fixed(f1(swapped(cells))), fixed(mcc(cells)));
    expect(mcc(swapped(cells))).toBeCloseTo(mcc(cells), 12);
  });

  test("sharpening keeps AUC to the last bit and spoils calibration", () => {
    const { probabilities, labels } = simulateScores(0.5);
    const sharp = sharpened(probabilities, 0.5);
    expect(auc(sharp, labels)).toBe(auc(probabilities, labels));
    const shown = [probabilities, sharp].flatMap((list) => [
      fixed(auc(list, labels), 4),
      fixed(expectedCalibrationError(calibrationBins(list, labels)), 4),
      fixed(brier(list, labels), 4),
    ]);
    expect(shown).toEqual(["0.8543", "0.0129", "0.1556", "0.8543", "0.0963", "0.1670"]);
    everyLessonSays(...shown);
  });

  test("the AUC that the samples scatter around is Φ(1.5/√2)", () => {
    // Φ by Simpson's rule; no table is trusted
    const upper = 1.5 / Math.SQRT2;
    const steps = 1000;
    const density = (x: number) => Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    let area = 0;
    for (let i = 0; i <= steps; i++) area += density((upper * i) / steps) * (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2);
    expect(fixed(0.5 + (area * upper) / steps / 3)).toBe("0.856");
    everyLessonSays("0.856");
  });

  test("perplexity, bits per byte and pass@k", () => {
    const total = [0.1, 2.3, 0.7, 1.2].reduce((a, b) => a + b, 0);
    everyLessonSays(`$e^{${fixed(total / 4)}}=${fixed(Math.exp(total / 4))}$`);
    everyLessonSays(`$${fixed(total, 1)}/\\ln 2/13=${fixed(total / Math.LN2 / 13)}$`);
    everyLessonSays(`$1-21/252=${fixed(passAtKByEnumeration(10, 3, 5))}$`, fixed(1 - 0.7 ** 5));
    expect(1 - 21 / 252).toBeCloseTo(passAtKByEnumeration(10, 3, 5), 12);
  });

  test("the judge's win rates, expected and simulated", () => {
    const [first, second] = [sigmoid(-0.2 + 0.8), sigmoid(-0.2 - 0.8)];
    everyLessonSays(`$\\sigma(0.6)=${fixed(first)}$`, `$(${fixed(first)}+${fixed(second)})/2=${fixed((first + second) / 2)}$`);
    everyLessonSays(fixed(sigmoid(-0.2)));
    const rates = (["first", "random", "both"] as const).map((order) => judgedWinRate(order));
    everyLessonSays(...rates.map(({ mean }) => String(mean)));
    const widths = rates.map(({ halfWidth }) => halfWidth);
    expect(Math.min(...widths)).toBe(widths[2]);
  });

  test("kappa and Bradley–Terry", () => {
    const { agreement, chance, kappa: beyond } = kappa([[45, 15], [25, 15]]);
    everyLessonSays(fixed(agreement, 2), fixed(chance, 2), `$\\kappa=${fixed(beyond)}$`);
    const points = bradleyTerry([[0, 70, 80], [30, 0, 60], [20, 40, 0]]).map((strength) => fixed(elo(strength), 2));
    everyLessonSays(...points);
  });

  test("intervals and tests", () => {
    const ends = (right: number, n: number) => wilsonByBisection(right, n).map((end) => fixed(end));
    expect([ends(82, 100), ends(820, 1000), ends(50, 50), ends(54, 100)]).toEqual([
      ["0.733", "0.883"],
      ["0.795", "0.843"],
      ["0.929", "1.000"],
      ["0.443", "0.634"],
    ]);
    everyLessonSays("0.733", "0.883", "0.795", "0.843", "0.929", "0.443", "0.634");
    const independent = (a: number, b: number, n: number) => {
      const pooled = (a + b) / (2 * n);
      return (a - b) / n / Math.sqrt((2 * pooled * (1 - pooled)) / n);
    };
    everyLessonSays(`$z\\approx${fixed(independent(82, 79, 100), 2)}$`, fixed(independent(820, 790, 1000), 2));
    everyLessonSays(`=${fixed(30 / Math.sqrt(150), 2)}$`);
    expect(730 + 90).toBe(820);
    // b - c = 3 with b items that only A got right and c only B
    const leadOfThree = Array.from({ length: 49 }, (_, c) => 3 / Math.sqrt(c + 3 + c));
    expect(Math.max(...leadOfThree)).toBe(3 / Math.sqrt(3));
    everyLessonSays(`$3/\\sqrt3=${fixed(3 / Math.sqrt(3), 2)}$`);
    const items = (2.8 ** 2 * 0.15) / 0.02 ** 2;
    expect(Math.round(items / 100) * 100).toBe(2900);
    everyLessonSays("\\approx2{,}900$");
  });
});

describe("figures", () => {
  const near = (svg: string, tag: string, x: number, y: number) => {
    const marks = [...svg.matchAll(new RegExp(`<${tag} c?x="([\\d.]+)" c?y="([\\d.]+)"`, "g"))];
    return marks.some(([, a, b]) => Math.abs(Number(a) - x) < 0.06 && Math.abs(Number(b) - y) < 0.06);
  };
  test.each(["zh", "en"])("the marks of the %s figures stand where the simulations put them", (language) => {
    const curves = read(`figures/roc-pr.${language}.svg`);
    for (const prevalence of [0.5, 0.1, 0.01]) {
      const cells = confusionAt(simulateScores(prevalence), 1);
      const falsePositiveRate = cells.fp / (cells.fp + cells.tn);
      expect(near(curves, "circle", 56 + 215 * falsePositiveRate, 249 - 215 * recall(cells))).toBe(true);
      expect(near(curves, "circle", 351 + 215 * recall(cells), 249 - 215 * precision(cells))).toBe(true);
    }
    const diagram = read(`figures/reliability.${language}.svg`);
    const { probabilities, labels } = simulateScores(0.5);
    for (const { stated, observed } of calibrationBins(probabilities, labels))
      expect(near(diagram, "circle", 70 + 270 * stated, 286 - 270 * observed)).toBe(true);
    for (const { stated, observed } of calibrationBins(sharpened(probabilities, 0.5), labels))
      expect(near(diagram, "rect", 66 + 270 * stated, 282 - 270 * observed)).toBe(true);
    const judge = read(`figures/judge-order.${language}.svg`);
    (["first", "random", "both"] as const).forEach((order, row) => {
      expect(near(judge, "circle", 130 + ((judgedWinRate(order).mean - 0.4) / 0.3) * 400, 62 + 46 * row)).toBe(true);
    });
  });
});

describe("keys of the numeric questions", () => {
  const fixedKeys: [string, number][] = [
    ["eval-ece-three-bins", expectedCalibrationError([
      { n: 500, stated: 0.1, observed: 0.06 },
      { n: 300, stated: 0.5, observed: 0.6 },
      { n: 200, stated: 0.9, observed: 0.7 },
    ])],
    ["eval-auc-ties", auc([0.9, 0.7, 0.5, 0.7, 0.5, 0.4, 0.3], [1, 1, 1, 0, 0, 0, 0])],
    ["eval-macro-recall", [72 / 80, 6 / 15, 1 / 5].reduce((a, b) => a + b, 0) / 3],
    ["eval-cohen-kappa", kappa([[45, 15], [25, 15]]).kappa],
  ];
  test.each(fixedKeys)("%s", (id, expected) => {
    const { interaction } = question(id);
    expect(interaction.kind === "numeric" && interaction.answer).toBeCloseTo(expected, 8);
  });

  type Values = Record<string, number>;
  const value = (values: Values, name: string) => values[name] ?? Number.NaN;
  /** A third way to each parameterised key: counting, enumeration, bisection or iteration instead of a formula. */
  const programs: Record<string, (of: (name: string) => number) => number> = {
    "eval-precision-prevalence": (of) => {
      const requests = 1e6;
      const harmful = requests * of("prev");
      return precision({ tp: harmful * of("tpr"), fp: (requests - harmful) * of("fpr"), fn: 0, tn: 0 });
    },
    "eval-pass-at-k": (of) => passAtKByEnumeration(of("n"), of("c"), of("k")),
    "eval-f1-other-class": (of) => f1(swapped({ tp: of("tp"), fp: of("fp"), fn: of("fn"), tn: of("tn") })),
    "eval-bits-per-byte": (of) => Math.log(of("ppl") ** (1 / of("bytes"))) / Math.LN2,
    "eval-wilson-lower": (of) => wilsonByBisection(of("c"), of("n"), 1.96)[0],
    "eval-judge-both-orders": (of) => (sigmoid(of("bonus") - of("gap")) + sigmoid(-of("bonus") - of("gap"))) / 2,
    "eval-mcnemar-z": (of) => {
      const [a, b] = [of("onlyA"), of("onlyB")];
      return Math.sqrt((a - b) ** 2 / (a + b));
    },
    "eval-elo-gap": (of) => {
      const [a = 1, b = 1] = bradleyTerry([[0, of("wins")], [of("losses"), 0]]);
      return elo(a) - elo(b);
    },
    "eval-sample-size": (of) => {
      // the number at which the wanted difference is 2.8 standard errors
      let [low, high] = [1, 1e6];
      for (let i = 0; i < 100; i++) {
        const middle = (low + high) / 2;
        if (of("delta") / Math.sqrt(of("discordant") / middle) < 2.8) low = middle;
        else high = middle;
      }
      return high;
    },
  };
  test.each(Object.keys(programs))("%s holds for every learner's numbers", (id) => {
    const spec = question(id);
    for (let seed = 0; seed < variantSeeds; seed++) {
      const values = drawVariant(spec, seed);
      const { interaction } = instantiate(spec, seed);
      const expected = programs[id]?.((name) => value(values, name)) ?? Number.NaN;
      const key = interaction.kind === "numeric" ? Number(interaction.answer) : Number.NaN;
      expect(Math.abs(key - expected)).toBeLessThan(1e-7 * Math.max(1, Math.abs(expected)));
    }
  });

  test("no parameterised question of the topic is left out", () => {
    expect(Object.keys(programs)).toHaveLength(9);
  });
});
