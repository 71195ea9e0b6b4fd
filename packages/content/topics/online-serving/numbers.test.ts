import { describe, expect, test } from "vitest";
import { grouped, percent, topicUnderTest } from "../../src/testing/topic-under-test";
import { balance, continuousBatching, outputLengths, routePrefixes, staticBatching } from "./simulations";

const { everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const summed = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("batching", () => {
  test("wastes more the more lengths differ", () => {
    const uniform = outputLengths("uniform");
    expect(staticBatching(uniform, 8)).toMatchObject({ steps: 724, meanFinish: 368.25 });
    expect(continuousBatching(uniform, 8)).toMatchObject({ steps: 441, meanFinish: 213.46875 });
    for (const law of ["uniform", "geometric"] as const) {
      const lengths = outputLengths(law);
      for (const { steps, utilisation, meanFinish } of [staticBatching(lengths, 8), continuousBatching(lengths, 8)])
        everyLessonSays(`| ${steps} | ${percent(utilisation)} | ${meanFinish.toFixed(0)} |`);
    }
    const few = uniform.slice(0, 12);
    for (const { steps, utilisation } of [staticBatching(few, 4), continuousBatching(few, 4)])
      bothFiguresSay("batching", `${steps} `, percent(utilisation, 0));
  });
  test("is bounded by KV bytes and filled by Little's law", () => {
    const perToken = 2 * 32 * 8 * 128 * 2;
    const free = 0.9 * 80e9 - 16e9;
    expect([perToken, ...[2048, 8192].map((tokens) => Math.floor(free / (perToken * tokens)))]).toEqual([131_072, 208, 52]);
    expect(20 * 6).toBe(120);
    everyLessonSays("131,072", "208", "52", "120");
    expect(percent((0.75 * 1500) / 2000)).toBe("56.3%");
    everyLessonSays("56.3%");
  });
});

describe("routing", () => {
  test("by two looks cuts the tail", () => {
    const rows = (["random", "round-robin", "two choices", "shortest queue"] as const).map((policy) => balance(policy));
    expect(rows[0]?.mean).toBeCloseTo(7.502825, 5);
    expect(rows[2]?.p99).toBeCloseTo(8.909054, 5);
    // one queue with Poisson arrivals at 90% load in the long run
    expect(1 / (1 - 0.9)).toBeCloseTo(10, 9);
    everyLessonSays("20,000");
    for (const { mean, p99 } of rows) {
      everyLessonSays(`| ${mean.toFixed(2)} | ${p99.toFixed(1)} |`);
      bothFiguresSay("balancing", mean.toFixed(2), p99.toFixed(1));
    }
  });
  test("by prefix saves prefill and needs a bound", () => {
    for (const routing of ["random", "affinity", "bounded"] as const) {
      const { hitRate, tokens, imbalance } = routePrefixes(routing);
      everyLessonSays(`| ${percent(hitRate)} | ${grouped(tokens)} | ${imbalance.toFixed(2)} |`);
    }
    const [random, affinity] = [routePrefixes("random"), routePrefixes("affinity")];
    expect(1 - affinity.tokens / random.tokens).toBeCloseTo(0.8, 2);
  });
});

describe("priorities, bursts and pools", () => {
  test("keep the weighted wait", () => {
    const residual = (0.2 + 0.7) / 2;
    const [first, second, both] = [residual / (1 - 0.2), residual / ((1 - 0.2) * (1 - 0.9)), residual / (1 - 0.9)];
    expect([first, second, both, (0.2 * first + 0.7 * second) / 0.9].map((wait) => wait.toFixed(4))).toEqual([
      "0.5625",
      "5.6250",
      "4.5000",
      "4.5000",
    ]);
    everyLessonSays("0.5625", "5.625", "4.5 s");
  });
  test("build up 1200 requests in a cold start", () => {
    const backlog = (60 - 10 * 5) * 120;
    expect([backlog, backlog / (16 * 5 - 60)]).toEqual([1200, 60]);
    everyLessonSays("1200", "60 s");
  });
  test("divide into 0.69 prefill cards per decode card", () => {
    const [prefill, decode] = [(2 * 8e9 * 2000) / 494.5e12, (300 * 0.01) / 32];
    expect([prefill.toFixed(4), decode.toFixed(4), (prefill / decode).toFixed(2)]).toEqual(["0.0647", "0.0938", "0.69"]);
    const bytes = 2000 * 131_072;
    expect([(bytes / 1e6).toFixed(0), ((bytes / 50e9) * 1e3).toFixed(1)]).toEqual(["262", "5.2"]);
    everyLessonSays("0.0647", "0.0938", "0.69", "262 MB", "5.2 ms");
  });
  test("size the service of the opening question", () => {
    const inFlight = 500 * 300 * 0.01;
    const free = 0.9 * 80e9 - 16e9;
    const alone = 2600 * 131_072;
    expect([inFlight, (alone / 1e6).toFixed(0), Math.floor(free / alone), Math.ceil(inFlight / 164)]).toEqual([
      1500,
      "341",
      164,
      10,
    ]);
    const own = 600 * 131_072;
    expect([(own / 1e6).toFixed(1), Math.floor((free - 2000 * 131_072) / own), Math.ceil(inFlight / 128)]).toEqual([
      "78.6",
      708,
      12,
    ]);
    const prefill = [2300, 300].map((tokens) => 500 * tokens * 2 * 8e9);
    expect(prefill.map((flops) => (flops / 1e15).toFixed(1))).toEqual(["18.4", "2.4"]);
    const cards = prefill.map((flops) => Math.ceil(flops / 494.5e12));
    expect([...cards, (cards[0] ?? NaN) - (cards[1] ?? NaN)]).toEqual([38, 5, 33]);
    const busy = (prefillCards: number) => `${((100 * 500 * 300 * 2 * 8e9) / 494.5e12 / prefillCards).toFixed(0)}%`;
    expect([busy(5), busy(8)]).toEqual(["97%", "61%"]);
    // each pool half as large again
    const raised = [Math.ceil((1.5 * inFlight) / 128), Math.ceil((1.5 * (prefill[1] ?? NaN)) / 494.5e12)];
    expect([12 + 5, raised, summed(raised)]).toEqual([17, [18, 8], 26]);
    everyLessonSays("1500", "341 MB", "164", "78.6 MB", "708", "18.4 PFLOP/s", "38", "2.4 PFLOP/s", "97%", "26", "61%", "33");
  });
  test("read what a step of 10 ms allows", () => {
    // own tokens of a sequence, averaged over its decode: the prompt's 300 and half of the 300 that it writes
    const [weights, shared, own] = [16e9, 2000 * 131_072, 128 * (300 + 300 / 2) * 131_072];
    const once = weights + shared + own;
    const each = weights + own + 128 * shared;
    expect([own / 1e9, shared / 1e9, (once / 3.35e12) * 1e3].map((value) => value.toFixed(1))).toEqual(["7.5", "0.3", "7.1"]);
    expect([each / 1e9, (each / 3.35e12) * 1e3].map((value) => value.toFixed(0))).toEqual(["57", "17"]);
    everyLessonSays("7.5 GB", "0.3 GB", "3.35 TB/s", "7.1 ms", "57 GB", "17 ms");
  });
});
