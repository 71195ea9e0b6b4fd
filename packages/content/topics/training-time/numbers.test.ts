import { describe, expect, test } from "vitest";
import { grouped, percent, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  batchCells,
  concatenateAndCut,
  documentLengths,
  exponentialLoads,
  firstFitDecreasing,
  loaderTimeline,
  nextFit,
  secondsPerStep,
} from "./simulations";

const { everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);

const day = 86_400;
const h100 = 989.4e12;
const [parameters, tokens, devices] = [8.03e9, 15e12, 1024];
const work = 6 * parameters * tokens;
const days = (mfu: number, goodput = 1, more = 0) => (work * (1 + more)) / (devices * h100 * mfu * goodput) / day;

describe("the budget", () => {
  test("is 7.2e23 FLOPs, 20.64 days at 40% and a third more with recomputation", () => {
    expect(work).toBeCloseTo(7.227e23, -20);
    expect(days(0.4)).toBeCloseTo(20.640131421716024, 9);
    expect([1, 0.4].map((mfu) => days(mfu).toFixed(2))).toEqual(["8.26", "20.64"]);
    expect(days(0.4, 1, 1 / 3).toFixed(2)).toBe("27.52");
    expect([days(0.4), days(0.4, 0.9)].map((value) => value.toFixed(1))).toEqual(["20.6", "22.9"]);
    expect(Math.round((days(0.4) * 24 * devices) / 1000)).toBe(507);
    // the table of input embeddings is no product
    expect(percent((128_256 * 4096) / parameters)).toBe("6.5%");
    everyLessonSays("6.5%");
    everyLessonSays("7.2\\times10^{23}", "8.26", "20.64", "27.52", "20.6 ", "22.9", "507,000");
  });
  test("counts recomputation in HFU and not in MFU", () => {
    expect(0.4 / (1 + 1 / 3)).toBeCloseTo(0.3, 12);
    // the same days from MFU 30% without a factor as from HFU 40% with it
    expect(days(0.3)).toBeCloseTo(days(0.4, 1, 1 / 3), 9);
    expect([(1 / 0.5).toFixed(0), (1 / 0.3).toFixed(1)]).toEqual(["2", "3.3"]);
    everyLessonSays("3.3 ");
    expect(percent((6 * parameters * 460_000) / (64 * h100))).toBe("35.0%");
    everyLessonSays("35.0%", "460{,}000");
  });
  test("grows by attention as the sequence does", () => {
    const share = (sequence: number) => (12 * 32 * 4096 * sequence) / (6 * 6.74e9);
    expect(share(131_072)).toBeCloseTo(5.097884, 6);
    // per token and layer: scores and weighted sums, 2·S·d each, once forward and twice backward
    expect((3 * 32 * (2 * 8192 * 4096 + 2 * 8192 * 4096)) / (6 * 6.74e9)).toBeCloseTo(share(8192), 12);
    everyLessonSays(`| ${[2048, 8192, 32_768, 131_072].map((length) => percent(share(length))).join(" | ")} |`);
  });
});

describe("dividing the budget", () => {
  test("gives Chinchilla its own size, and the example 77.6 B", () => {
    const optimal = (flops: number) => Math.sqrt(flops / 120);
    expect(optimal(5.88e23)).toBeCloseTo(70e9, 0);
    expect(20 * optimal(5.88e23)).toBeCloseTo(1.4e12, 0);
    const best = optimal(work);
    expect([(best / 1e9).toFixed(1), ((20 * best) / 1e12).toFixed(2)]).toEqual(["77.6", "1.55"]);
    expect(6 * best * 20 * best).toBeCloseTo(work, -12);
    const ratio = tokens / parameters;
    expect([Math.round(ratio), Math.round(ratio / 20), (best / parameters).toFixed(1)]).toEqual([1868, 93, "9.7"]);
    everyLessonSays("77.6 B", "1.55 T", "1868", "93 ", "9.7 ", "5.88\\times10^{23}", "1.4\\times10^{12}");
  });
});

describe("the input", () => {
  test("of the whole cluster is 33.6 MB/s", () => {
    const perSecond = (devices * h100 * 0.4) / (6 * parameters);
    expect([(perSecond / 1e6).toFixed(1), ((perSecond * 4) / 1e6).toFixed(1)]).toEqual(["8.4", "33.6"]);
    everyLessonSays("33.6 MB/s");
  });
  test("keeps up with three workers of four", () => {
    const runs = [0, 1, 2, 3, 4].map((workers) =>
      loaderTimeline(Array.from({ length: 50 }, () => 0.3), 0.1, workers, 2 * workers),
    );
    [20, 15.1, 7.7, 5.3, 5.3].forEach((total, i) => expect(runs[i]?.end.at(-1)).toBeCloseTo(total, 9));
    const steps = runs.map((run) => secondsPerStep(run).toFixed(3));
    everyLessonSays(`| ${steps.join(" | ")} |`);
    bothFiguresSay("loader", ...steps.slice(1, 4));
    // with three workers nothing but the first batch is waited for
    const waits = runs[3]?.start.map((start, i) => start - (runs[3]?.end[i - 1] ?? 0)) ?? [];
    expect(waits[0]).toBeCloseTo(0.3, 9);
    for (const wait of waits.slice(1)) expect(wait).toBeCloseTo(0, 9);
  });
  test("is smoothed by a queue and not made faster by it", () => {
    const busy = (mean: number, queue: number) =>
      (400 * 0.1) / (loaderTimeline(exponentialLoads(1, mean), 0.1, 4, queue).end.at(-1) ?? NaN);
    expect((400 * 0.1) / busy(0.3, 4)).toBeCloseTo(62.294808, 5);
    expect((400 * 0.1) / busy(0.5, 32)).toBeCloseTo(55.562687, 5);
    everyLessonSays(...[4, 8, 32].map((queue) => percent(busy(0.3, queue))), percent(busy(0.5, 32)));
    expect(0.1 / (0.5 / 4)).toBeCloseTo(0.8, 12);
    everyLessonSays("80%");
    everyLessonSays(`${String(0.3 / 4)} s`, `${String(0.5 / 4)} s`);
  });
});

describe("padding and packing", () => {
  const lengths = documentLengths(1);
  const sum = lengths.reduce((all, length) => all + length, 0);
  const sorted = [...lengths].sort((a, b) => b - a);
  const row = 512;
  const cells = [
    200 * row,
    batchCells(lengths),
    batchCells(sorted),
    nextFit(lengths, row).length * row,
    firstFitDecreasing(lengths, row).length * row,
    concatenateAndCut(lengths, row).rows * row,
  ];
  test("start from the lengths of the reference", () => {
    expect(lengths.slice(0, 12)).toEqual([352, 297, 63, 79, 257, 37, 66, 146, 258, 110, 130, 78]);
    expect(sum).toBe(30_883);
    everyLessonSays(grouped(sum));
  });
  test("compute the cells of the table", () => {
    expect(cells).toEqual([102_400, 87_512, 34_136, 77 * row, 61 * row, 61 * row]);
    for (const count of cells) {
      everyLessonSays(`| ${grouped(count)} | ${percent(sum / count)} |`);
      bothFiguresSay("packing", `>${percent(sum / count)}</text>`);
    }
    expect(Math.ceil(sum / row)).toBe(61);
    expect(concatenateAndCut(lengths, row).cut).toBe(60);
    everyLessonSays("61", "69.8%", "30.2%");
    expect(percent(1 - sum / (200 * row))).toBe("69.8%");
  });
  test("put each document into one row that has room", () => {
    for (const rows of [nextFit(lengths, row), firstFitDecreasing(lengths, row)]) {
      expect(rows.flat().sort((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
      for (const held of rows) expect(held.reduce((all, i) => all + (lengths[i] ?? NaN), 0)).toBeLessThanOrEqual(row);
    }
    expect(firstFitDecreasing([7, 5, 5, 4, 3, 2, 2, 2], 10)).toEqual([[0, 4], [1, 2], [3, 5, 6, 7]]);
  });
  test("halve the pairs of attention", () => {
    const own = lengths.reduce((all, length) => all + length ** 2, 0);
    expect([own, 61 * row ** 2]).toEqual([7_837_769, 15_990_784]);
    everyLessonSays("7,837,769", "15,990,784");
  });
});

describe("a step and the time around it", () => {
  test("gain 1.43 from products twice as fast, and 91.2 from 1024 devices", () => {
    expect((1 / (0.4 + 0.6 / 2)).toFixed(2)).toBe("1.43");
    expect((1 / (0.01 + 0.99 / 1024)).toFixed(1)).toBe("91.2");
    everyLessonSays("1.43", "91.2");
  });
  test("lose 5.4% to 419 interruptions", () => {
    expect(((54 * 24) / 419).toFixed(1)).toBe("3.1");
    expect(54 * 24 * 60).toBe(77_760);
    expect(percent((419 * (5 + 10 / 2)) / 77_760)).toBe("5.4%");
    everyLessonSays("419", "77,760", "5.4%", "3.1 ");
  });
  test("need 783 devices for thirty days, or 947", () => {
    const needed = (mfu: number, goodput: number) => work / (h100 * mfu * goodput * day * 30);
    expect([Math.ceil(needed(0.4, 0.9)), Math.round(needed(0.35, 0.85))]).toEqual([783, 947]);
    expect(120 * 8).toBe(960);
    everyLessonSays("783", "947", "960");
  });
});
