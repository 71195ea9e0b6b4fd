import { readFileSync } from "node:fs";
import { seededRandom } from "@tidao/kernel";
import { describe, expect, test } from "vitest";
import {
  gpipeOrder,
  interleavedOrder,
  oneForwardOneBackward,
  ringAllReduce,
  runPipeline,
  splitBackward,
  tensorParallelMlp,
} from "./simulations";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const { everyLessonSays } = topicUnderTest(import.meta.url);
const bothFigures = (name: string) => [read(`figures/${name}.zh.svg`), read(`figures/${name}.en.svg`)];

const GB = 1e9;
const inGB = (bytes: number, digits = 1) => `${(bytes / GB).toFixed(digits)} GB`;
const seconds = (time: number, digits = 2) => `${time.toFixed(digits)} s`;
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

const latency = 1e-5;
const link = 50e9;
/** Bytes each rank sends in reduce-scatter plus all-gather. */
const ringBytes = (ranks: number, bytes: number) => (2 * (ranks - 1) * bytes) / ranks;
const ringTime = (ranks: number, bytes: number) => 2 * (ranks - 1) * (latency + bytes / ranks / link);
const serverTime = (ranks: number, bytes: number, servers: number) =>
  2 * (latency + Math.max(bytes, (ranks * bytes) / servers) / link);
const treeTime = (ranks: number, bytes: number) => 2 * Math.ceil(Math.log2(ranks)) * (latency + bytes / link);

describe("all-reduce", () => {
  test("on a ring of four leaves the sums everywhere after six steps", () => {
    const run = ringAllReduce([0, 1, 2, 3].map((rank) => [1, 2, 3, 4].map((value) => value * 10 ** rank)));
    expect(run.afterReduceScatter[0]).toEqual([1, 2222, 3303, 4004]);
    expect(run.afterReduceScatter[3]).toEqual([1111, 2220, 3300, 4000]);
    expect(run.result).toEqual(Array.from({ length: 4 }, () => [1111, 2222, 3333, 4444]));
    expect(run).toMatchObject({ sent: [6, 6, 6, 6], steps: 6 });
    expect(run.sent[0]).toBe(ringBytes(4, 4));
    for (const figure of bothFigures("ring"))
      for (const value of run.afterReduceScatter.flat()) expect(figure).toContain(`>${String(value)}</text>`);
  });
  test("of 14 GB takes the ring half a second and one server minutes", () => {
    const rows = [8, 64, 512].map((ranks) => {
      expect(serverTime(ranks, 14 * GB, ranks)).toBeCloseTo(0.56002, 9);
      return [ringBytes(ranks, 14 * GB), ringTime(ranks, 14 * GB), serverTime(ranks, 14 * GB, 1)] as const;
    });
    expect(rows[2]?.[1]).toBeCloseTo(0.56912625, 9);
    expect(rows[1]?.[2]).toBeCloseTo(35.84002, 9);
    const written = [2, 1, 1].map((digits, i) => {
      const [bytes, ring, server] = rows[i] ?? [NaN, NaN, NaN];
      return `| ${inGB(bytes)} | ${seconds(ring, 3)} | ${seconds(server, digits)} |`;
    });
    everyLessonSays(...written, "0.560 s");
  });
  test("moves no fewer bytes through servers, only over fewer links", () => {
    expect(inGB(64 * 14 * GB, 0)).toBe("896 GB");
    expect(inGB(64 * ringBytes(64, 14 * GB), 0)).toBe("1764 GB");
    expect(inGB(2 * 64 * 14 * GB, 0)).toBe("1792 GB");
    everyLessonSays("896 GB", "1764 GB", "1792 GB", "27.6 GB");
  });
  test("of 64 KiB is 50 times faster on a tree", () => {
    const [ring, tree] = [ringTime(512, 65_536), treeTime(512, 65_536)];
    expect([(ring * 1e3).toFixed(1), (tree * 1e3).toFixed(3), Math.round(ring / tree)]).toEqual(["10.2", "0.204", 50]);
    expect(2 * 511).toBe(1022);
    expect(seconds(treeTime(512, 14 * GB))).toBe("5.04 s");
    everyLessonSays("65,536", "10.2 ms", "0.204 ms", "50", "1022", "5.04 s");
  });
});

describe("data parallelism", () => {
  test("of four ranks of 8 samples has the gradient of all 32", () => {
    const { next } = seededRandom(1);
    const normal = () => {
      const [u1, u2] = [1 - next(), next()];
      return Math.sqrt(-2 * Math.log(u1)) * Math.cos(2 * Math.PI * u2);
    };
    const x = Array.from({ length: 32 }, normal);
    const y = x.map((value) => 3 * value + 0.5 * normal());
    const gradient = (from: number, to: number) =>
      x.slice(from, to).reduce((sum, value, i) => sum + 2 * (value - (y[from + i] ?? NaN)) * value, 0) / (to - from);
    const local = [0, 8, 16, 24].map((from) => gradient(from, from + 8));
    expect(local.map((value) => value.toFixed(4))).toEqual(["-2.8318", "-2.1020", "-3.4305", "-6.3530"]);
    const mean = local.reduce((sum, value) => sum + value, 0) / 4;
    expect(mean).toBeCloseTo(gradient(0, 32), 12);
    everyLessonSays(...[...local, mean].map((value) => value.toFixed(2).replace("-", "−")));
  });
  test("weighted by tokens has the loss 2.3, not 3.5", () => {
    const ranks = [
      { loss: 2, tokens: 900 },
      { loss: 5, tokens: 100 },
    ];
    const tokens = ranks.reduce((sum, rank) => sum + rank.tokens, 0);
    expect(ranks.reduce((sum, rank) => sum + rank.loss * rank.tokens, 0) / tokens).toBe(2.3);
    // the code of the lesson: each rank's sum, times world_size, over the global count; DDP averages
    const scaled = ranks.map((rank) => (rank.loss * rank.tokens * ranks.length) / tokens);
    expect(scaled.reduce((sum, loss) => sum + loss, 0) / ranks.length).toBeCloseTo(2.3, 12);
    expect((2 + 5) / 2).toBe(3.5);
    everyLessonSays("= 2.3", "3.5");
  });
});

/** Rajbhandari et al. 2020: bytes per parameter and rank with mixed-precision Adam. */
const stateBytes = (stage: number, ranks: number) =>
  2 / (stage >= 3 ? ranks : 1) + 2 / (stage >= 2 ? ranks : 1) + 12 / (stage >= 1 ? ranks : 1);

describe("ZeRO", () => {
  test("keeps and sends what the table says", () => {
    const sizes = [0, 1, 2, 3].map((stage) => 7.5 * stateBytes(stage, 64));
    expect(sizes).toEqual([120, 31.40625, 16.640625, 1.875]);
    const passes = [2, 2, 2, 3];
    const sent = passes.map((count) => inGB((count * 63 * 15 * GB) / 64));
    expect(sent).toEqual(["29.5 GB", "29.5 GB", "29.5 GB", "44.3 GB"]);
    everyLessonSays(...["120 GB", "31.4 GB", "16.6 GB", "1.875 GB"].map((size, i) => `| ${size} | ${sent[i] ?? ""} |`));
    expect(inGB((4 * 3 * 63 * 15 * GB) / 64)).toBe("177.2 GB");
    everyLessonSays("177.2 GB");
  });
});

const tensorBytes = (group: number, batch: number, sequence: number, width: number) =>
  4 * ((2 * (group - 1)) / group) * 2 * batch * sequence * width;

describe("tensor parallelism", () => {
  test("by columns then rows is exact, by rows without a reduction is not", () => {
    const run = tensorParallelMlp(1);
    expect(run.serial[0]?.[0]).toBeCloseTo(-0.08445765334468953, 12);
    expect(run.error).toBeLessThan(1e-12);
    expect(run.wrongError).toBeCloseTo(1.0398644956360446, 9);
    expect(tensorParallelMlp(42).wrongError).toBeCloseTo(0.38947753000513063, 9);
    everyLessonSays("10^{-12}", run.wrongError.toFixed(2));
  });
  test("of the example by hand adds [3, 1] and [6, -6]", () => {
    const [x, a, b] = [
      [1, 2],
      [
        [1, -1, 2, 0],
        [0, 1, -1, 3],
      ],
      [
        [1, 0],
        [2, 1],
        [0, 1],
        [1, -1],
      ],
    ];
    const hidden = [0, 1, 2, 3].map((j) =>
      Math.max(
        0,
        x.reduce((sum, value, i) => sum + value * (a[i]?.[j] ?? NaN), 0),
      ),
    );
    const rank = (units: number[]) =>
      [0, 1].map((column) => units.reduce((sum, j) => sum + (hidden[j] ?? NaN) * (b[j]?.[column] ?? NaN), 0));
    expect([rank([0, 1]), rank([2, 3]), rank([0, 1, 2, 3])]).toEqual([
      [3, 1],
      [6, -6],
      [9, -5],
    ]);
    // rows of A first, ReLU before the sum: wrong
    const early = [0, 1, 2, 3].map((j) =>
      x.reduce((sum, value, i) => sum + Math.max(0, value * (a[i]?.[j] ?? NaN)), 0),
    );
    const wrong = [0, 1].map((column) => early.reduce((sum, value, j) => sum + value * (b[j]?.[column] ?? NaN), 0));
    expect([hidden, early, wrong]).toEqual([
      [1, 1, 0, 6],
      [1, 2, 2, 6],
      [11, -2],
    ]);
    everyLessonSays("[3, 1]", "[6, −6]", "[9, −5]", "[1, 1, 0, 6]", "[1, 2, 2, 6]", "[11, −2]");
  });
  test("sends seven boundaries' worth in one layer", () => {
    expect(tensorBytes(8, 1, 4096, 8192)).toBe(469_762_048);
    expect(2 * 4096 * 8192).toBe(67_108_864);
    expect(469_762_048 / 67_108_864).toBe(7);
    everyLessonSays("469{,}762{,}048", "67,108,864");
  });
});

describe("context parallelism", () => {
  test("under a causal mask is balanced only in zig-zag order", () => {
    const ranks = 4;
    const pieces = (count: number) => Array.from({ length: count }, (_, i) => (2 * i + 1) / count ** 2);
    expect([pieces(ranks)[0], pieces(ranks)[3]]).toEqual([1 / 16, 7 / 16]);
    const halves = pieces(2 * ranks);
    for (let rank = 0; rank < ranks; rank++)
      expect((halves[rank] ?? NaN) + (halves[2 * ranks - 1 - rank] ?? NaN)).toBe(1 / 4);
    everyLessonSays("1/16", "7/16", "1/4", "$2N-1-r$");
  });
});

describe("pipelines", () => {
  const stagesOf = (count: number) => Array.from({ length: count }, (_, stage) => stage);
  const gpipe = (p: number, m: number) =>
    runPipeline(
      stagesOf(p).map(() => gpipeOrder(m)),
      1,
      2,
    );
  const oneOne = (p: number, m: number) =>
    runPipeline(
      stagesOf(p).map((stage) => oneForwardOneBackward(m, p, stage)),
      1,
      2,
    );

  test("of GPipe and 1F1B are equally long for every shape", () => {
    for (let p = 1; p <= 8; p++)
      for (let m = 1; m <= 16; m++) {
        const [all, alternating] = [gpipe(p, m), oneOne(p, m)];
        expect([all.makespan, alternating.makespan]).toEqual([3 * (m + p - 1), 3 * (m + p - 1)]);
        expect(all.peaks).toEqual(stagesOf(p).map(() => m));
        expect(alternating.peaks).toEqual(stagesOf(p).map((stage) => Math.min(m, p - stage)));
      }
  });
  test("have the bubbles that the lesson names", () => {
    const bubble = (p: number, m: number) => (oneOne(p, m).idle[0] ?? NaN) / oneOne(p, m).makespan;
    expect([bubble(4, 8), bubble(4, 1), bubble(8, 32)].map(percent)).toEqual(["27.3%", "75.0%", "17.9%"]);
    expect(percent((oneOne(4, 8).idle[0] ?? NaN) / (3 * 8))).toBe("37.5%");
    everyLessonSays("3/11 = 27.3%", "3/8 = 37.5%", "75%", "17.9%");
    for (const figure of bothFigures("schedules")) expect(figure.match(/3\/11/g)).toHaveLength(2);
  });
  test("interleaved or with a split backward are shorter", () => {
    const [p, m, v] = [4, 8, 2];
    const orders = stagesOf(p).map((stage) => interleavedOrder(m, p, stage, v));
    const interleaved = runPipeline(orders, 1 / v, 2 / v, v);
    expect(interleaved.unfinished).toBe(false);
    expect(interleaved.makespan).toBe(28.5);
    expect((interleaved.peaks[0] ?? NaN) / v).toBe(5.5);
    expect(interleaved.idle[0]).toBe((oneOne(p, m).idle[0] ?? NaN) / v);
    const { makespan: split, peaks } = splitBackward(m, p);
    expect(split).toBe(27);
    expect(peaks).toEqual([4, 4, 4, 4]);
    const rows = [
      [33, 9 / 33, 8],
      [33, 9 / 33, 4],
      [28.5, 4.5 / 28.5, 5.5],
      [split, (split - 3 * m) / split, 4],
    ] as const;
    everyLessonSays(
      ...rows.map(([length, share, held]) => `| ${String(length)} | ${percent(share)} | ${String(held)} |`),
    );
  });
});

describe("the layouts of 70 B on 64 cards", () => {
  const [parameters, layers, width, sequence, tokens] = [70e9, 80, 8192, 4096, 524_288];
  const perToken = 6 * parameters;
  const rate = 400e12;

  test("compute for 8.60 s", () => {
    expect(inGB(parameters * stateBytes(0, 64), 0)).toBe("1120 GB");
    expect(seconds((tokens * perToken) / (64 * rate))).toBe("8.60 s");
    everyLessonSays("1120 GB", "524,288", "8.60 s");
  });
  test("with ZeRO-3 send for 8.27 s and need 7875 tokens a rank", () => {
    const sent = (3 * 63 * 2 * parameters) / 64;
    expect([inGB(parameters * stateBytes(3, 64)), inGB(sent), seconds(sent / link)]).toEqual([
      "17.5 GB",
      "413.4 GB",
      "8.27 s",
    ]);
    expect(((sent / link) * rate) / perToken).toBeCloseTo(7875, 6);
    expect(tokens / 64).toBe(8192);
    expect(inGB(34 * (tokens / 64) * width * layers)).toBe("182.5 GB");
    // each card fetches an eighth of the weights from the other seven nodes, three passes
    const between = (3 * (7 / 8) * 2 * parameters) / 8;
    expect([inGB(between), seconds(between / link)]).toEqual(["45.9 GB", "0.92 s"]);
    everyLessonSays("17.5 GB", "413.4 GB", "8.27 s", "7875", "8192 ", "182.5 GB", "45.9 GB", "0.92 s");
  });
  test("with tensor groups and ZeRO-1 hold 59.5 GB and send 30.6 GB between nodes", () => {
    const own = parameters / 8;
    const state = own * stateBytes(1, 8);
    const activations = (34 * sequence * width * layers) / 8;
    expect([own / GB, inGB(state), inGB(activations), inGB(state + activations)]).toEqual([
      8.75,
      "48.1 GB",
      "11.4 GB",
      "59.5 GB",
    ]);
    const between = ringBytes(8, 2 * own);
    expect([inGB(between), seconds(between / link)]).toEqual(["30.6 GB", "0.61 s"]);
    const sequences = tokens / sequence / 8;
    expect(sequences).toBe(16);
    const inside = sequences * layers * tensorBytes(8, 1, sequence, width);
    expect([inGB(inside, 0), seconds(inside / 400e9), seconds(inside / link, 1)]).toEqual([
      "601 GB",
      "1.50 s",
      "12.0 s",
    ]);
    // two more all-gathers per layer in backward, when sequence parallelism keeps only its share of inputs
    const again = (sequences * layers * 2 * 7 * 2 * sequence * width) / 8;
    expect([again / inside, inGB(again, 0)]).toEqual([1 / 4, "150 GB"]);
    everyLessonSays("150 GB", "8.75", "48.1 GB", "11.4 GB", "59.5 GB", "30.6 GB", "0.61 s", "601 GB", "1.50 s", "12.0 s");
  });
  test("with tensor groups and a pipeline have a bubble of 5.2%", () => {
    const micros = tokens / sequence;
    expect([micros, percent(7 / (micros + 7)), micros + 7]).toEqual([128, "5.2%", 135]);
    expect(inGB(micros * 2 * sequence * width)).toBe("8.6 GB");
    expect(inGB((parameters / 64) * stateBytes(0, 1))).toBe("17.5 GB");
    // the first stage holds 8 micro-batches of 10 layers: as much as one micro-batch of all 80
    expect(Math.min(micros, 8) * (layers / 8)).toBe(layers);
    everyLessonSays("7/135 = 5.2%", "8.6 GB", "$m = 128$");
  });
  test("compute for 11.5, 10.1 and 10.7 s", () => {
    const compute = (tokens * perToken) / (64 * rate);
    const tensor = compute + (16 * layers * tensorBytes(8, 1, sequence, width)) / 400e9;
    const times = [(compute * 4) / 3, tensor, (tensor * 135) / 128].map((time) => seconds(time, 1));
    expect(times).toEqual(["11.5 s", "10.1 s", "10.7 s"]);
    // wholly exposed, the exchange of gradients would cost the second layout its lead over the third
    const exchange = ringBytes(8, (2 * parameters) / 8) / link;
    expect(tensor + exchange).toBeGreaterThan((tensor * 135) / 128);
    expect(tensor + 0.8 * exchange).toBeLessThan((tensor * 135) / 128);
    everyLessonSays(...times);
  });
});
