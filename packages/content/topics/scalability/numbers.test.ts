import { describe, expect, test } from "vitest";
import { percent, topicUnderTest } from "../../src/testing/topic-under-test";
import { asynchronous, dataParallelStep, goodput, meanRound, stabilityBound, waste, youngInterval } from "./simulations";

const { everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const mtbf = (54 * 86_400) / 419;

describe("laws", () => {
  test("of strong and weak scaling at 5%", () => {
    const strong = (n: number) => 1 / (0.05 + 0.95 / n);
    const weak = (n: number) => 0.05 + 0.95 * n;
    expect(strong(64)).toBeCloseTo(15.421687, 6);
    everyLessonSays(...[64, 1024].flatMap((n) => [strong(n).toFixed(1), weak(n).toFixed(2)]));
  });
  test("of communication against computation", () => {
    expect((989e12 * 0.5) / 50e9).toBe(9890);
    const plain = dataParallelStep(7e9, 1024, 8192, 0);
    expect([plain.compute.toFixed(3), plain.communication.toFixed(3), percent(plain.efficiency)]).toEqual([
      "0.696",
      "0.559",
      "55.4%",
    ]);
    const overlapped = [8192, 4096, 16_384].map((tokens) => dataParallelStep(7e9, 1024, tokens, 1).efficiency);
    expect(overlapped.map((share) => percent(share))).toEqual(["87.9%", "51.5%", "100.0%"]);
    everyLessonSays("0.696 s", "0.559 s", "55.4%", "87.9%", "51.5%", "9890");
    bothFiguresSay("tokens", "87.9%", "51.5%", "55.4%", "9890");
    const strong = [16, 64, 256, 1024].map((n) => percent(dataParallelStep(7e9, n, 4_194_304 / n, 0).efficiency));
    everyLessonSays(`| ${strong.join(" | ")} |`);
  });
});

test("the critical batch trades steps for tokens", () => {
  const [critical, least] = [1e6, 1e4];
  for (const k of [0.25, 1, 4]) {
    const steps = least * (1 + 1 / k);
    const tokens = steps * k * critical;
    expect(tokens).toBeCloseTo(critical * least * (1 + k), -3);
    const [digits = "", power = ""] = tokens.toExponential().split("e+");
    everyLessonSays(`| ${steps.toLocaleString("en-US")} | $${digits}\\times10^{${power}}$ |`);
  }
  expect([percent(1 - 12_500 / 20_000), 5 / 2]).toEqual(["37.5%", 2.5]);
  everyLessonSays("37.5%", "2.5");
});

describe("failures", () => {
  test("cost least at Young's interval", () => {
    expect([Math.round(mtbf), (mtbf / 3600).toFixed(1)]).toEqual([11_135, "3.1"]);
    const best = youngInterval(60, mtbf);
    expect([Math.round(best), percent(waste(best, 60, mtbf)), percent(waste(3600, 60, mtbf))]).toEqual([
      1156,
      "10.4%",
      "17.8%",
    ]);
    const short = youngInterval(5, mtbf);
    expect([Math.round(short), percent(waste(short, 5, mtbf))]).toEqual([334, "3.0%"]);
    everyLessonSays("11,135", "1156", "10.4%", "17.8%", "334", "3.0%");
  });
  test("show in a simulation", () => {
    const shares = [200, 1156, 7200].map((interval) => goodput(interval, mtbf));
    expect(shares.map(({ failures }) => failures)).toEqual([276, 228, 296]);
    const written = shares.map((run) => percent(run.goodput));
    expect(written).toEqual(["74.3%", "88.6%", "70.0%"]);
    everyLessonSays(...written);
    bothFiguresSay("goodput", ...written);
  });
});

describe("waiting", () => {
  test("less makes gradients stale", () => {
    everyLessonSays(...[3, 7, 15].map((staleness) => stabilityBound(staleness).toFixed(3)));
    const equal = [1, 1, 1, 1];
    expect(asynchronous(equal, 0.44, 4000).distance.toExponential(1)).toBe("6.3e-5");
    expect(asynchronous(equal, 0.45, 4000).distance.toFixed(0)).toBe("2556");
    everyLessonSays("6.3\\times10^{-5}", "2556");
    const { staleness, now } = asynchronous([1, 1, 1, 4], 0.1, 130);
    expect([now, Math.max(...staleness)]).toEqual([40, 12]);
    everyLessonSays("130", "12");
  });
  test("for all takes as long as the slowest", () => {
    const rounds = [meanRound(64, 0), meanRound(8, 0), meanRound(64, 3), meanRound(64, 8)];
    expect(rounds.map((time) => time.toFixed(2))).toEqual(["2.60", "1.79", "1.89", "1.57"]);
    everyLessonSays(...rounds.map((time) => time.toFixed(2)));
    expect(Math.exp(0.4 ** 2 / 2).toFixed(2)).toBe("1.08");
  });
});

test("layouts hold what their sharding leaves", () => {
  const firstStage = (data: number, model: number) => (70 / model) * (4 + 12 / data);
  const held = [70 * 16, firstStage(512, 1), firstStage(8, 64), (70 * 16) / 512];
  expect(held.map((gigabytes, i) => gigabytes.toFixed(i < 2 ? 0 : 1))).toEqual(["1120", "282", "6.0", "2.2"]);
  everyLessonSays("1120 GB", "282 GB", "6.0 GB", "2.2 GB");
  // gradients of 70 B over two sites at 10 Gb/s
  expect((2 * (1 / 2) * 2 * 70e9) / 1.25e9).toBe(112);
  everyLessonSays("140 GB", "112 s", "1.25 GB/s");
});

test("the worked example explains a fall to 38% and not to 30%", () => {
  const parameters = 70e9 / 64;
  const reduced = (ranks: number) => (((2 * (ranks - 1)) / ranks) * 2 * parameters) / 50e9;
  expect([(parameters / 1e9).toFixed(2), ((2 * parameters) / 1e9).toFixed(2)]).toEqual(["1.09", "2.19"]);
  expect([reduced(8).toFixed(3), reduced(32).toFixed(3)]).toEqual(["0.077", "0.085"]);
  const flops = 6 * 70e9 * 4_194_304;
  const compute = (gpus: number) => flops / (gpus * 474e12);
  expect([compute(512).toFixed(2), compute(2048).toFixed(2)]).toEqual(["7.26", "1.81"]);
  expect([percent(reduced(8) / compute(512)), percent(reduced(32) / compute(2048))]).toEqual(["1.1%", "4.7%"]);
  const step = (gpus: number, ranks: number) => (compute(gpus) * (1024 / ranks + 7)) / (1024 / ranks) + reduced(ranks);
  const [before, after] = [step(512, 8), step(2048, 32)];
  expect([before.toFixed(2), after.toFixed(2), (before / after).toFixed(1)]).toEqual(["7.73", "2.30", "3.4"]);
  const more = (4 * after) / before;
  expect(percent(more - 1, 0)).toBe("19%");
  const utilisation = [flops / (512 * 989e12 * before), flops / (2048 * 989e12 * after)];
  expect(utilisation.map((share) => percent(share, 0))).toEqual(["45%", "38%"]);
  expect([percent(7 / 135), percent(7 / 39)]).toEqual(["5.2%", "17.9%"]);
  const hours = (gpus: number) => (mtbf * 16_384) / gpus / 3600;
  expect([hours(512).toFixed(1), hours(2048).toFixed(1)]).toEqual(["99.0", "24.7"]);
  expect([512, 2048].map((gpus) => percent(Math.sqrt((2 * 60) / (hours(gpus) * 3600))))).toEqual(["1.8%", "3.7%"]);
  everyLessonSays("0.077", "0.085", "7.26", "1.81", "1.1%", "4.7%", "7.73", "2.30", "19%", "38%", "99.0", "24.7", "1.8%", "3.7%", "17.9%");
});
