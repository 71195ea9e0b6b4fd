import { evaluateFormula } from "@tidao/grading";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  lruHitRate,
  packRequests,
  reserveMaximum,
  reservePages,
  reservePowerOfTwo,
  runAllocator,
} from "./simulations";

const { read, lessons, question, everyLessonSays } = topicUnderTest(import.meta.url);
const keyOf = (id: string, values: Record<string, number> = {}) =>
  evaluateFormula(question(id).interaction.answer, values);

const GB = 1e9;
const [KiB, MiB, GiB] = [2 ** 10, 2 ** 20, 2 ** 30];
const inGB = (bytes: number, digits = 1) => `${(bytes / GB).toFixed(digits)} GB`;

/** Rajbhandari et al. 2020: bytes per parameter and card, k = 12 for mixed-precision Adam. */
function stateBytes(stage: 0 | 1 | 2 | 3, cards: number, k = 12): number {
  const share = (from: number) => (stage >= from ? cards : 1);
  return 2 / share(3) + 2 / share(2) + k / share(1);
}
const adapters = 40e6 * stateBytes(0, 1);
const quantisedBits = 4 + 0.127;

describe("the training ledger", () => {
  test("is 112 GB for 7 B, 70 GB with 8-bit moments, and 5 B fill 80 GB", () => {
    expect(7 * stateBytes(0, 1)).toBe(112);
    expect(7 * stateBytes(0, 1, 4 + 1 + 1)).toBe(70);
    expect(80 / stateBytes(0, 1)).toBe(5);
    expect((GiB / GB - 1) * 100).toBeCloseTo(7.4, 1);
    everyLessonSays("14 + 14 + 84 = 112 GB", "70 GB", "$5\\times10^9$", "7.4%");
  });
  test("is 14.64 GB with LoRA and 4.25 GB with QLoRA", () => {
    expect(inGB(adapters, 2)).toBe("0.64 GB");
    expect(inGB(2 * 7e9 + adapters, 2)).toBe("14.64 GB");
    expect(inGB((7e9 * quantisedBits) / 8 + adapters, 2)).toBe("4.25 GB");
    everyLessonSays("0.64 GB", "14.64 GB", "4.25 GB");
    expect(keyOf("mem-qlora-ledger", { p: 7, m: 40 }) * GB).toBeCloseTo((7e9 * quantisedBits) / 8 + adapters, 0);
  });
  test("is divided by ZeRO as the paper prints it", () => {
    expect(([0, 1, 2, 3] as const).map((stage) => 7.5 * stateBytes(stage, 64))).toEqual([
      120, 31.40625, 16.640625, 1.875,
    ]);
    expect(keyOf("mem-zero-two", { p: 7.5, n: 64 })).toBe(16.640625);
    const onEight = ([0, 1, 2, 3] as const).map((stage) => 7 * stateBytes(stage, 8));
    expect(onEight).toEqual([112, 38.5, 26.25, 14]);
    everyLessonSays(...onEight.map((size) => `| ${size} GB |`));
    for (const figure of ["figures/ledger.zh.svg", "figures/ledger.en.svg"])
      for (const size of onEight) expect(read(figure)).toContain(`>${size} GB<`);
  });
  test("keys of its questions follow from 16 bytes", () => {
    expect(keyOf("mem-adam-state", { p: 7 })).toBe(112);
    expect(keyOf("mem-largest-trainable", { c: 80, r: 16 })).toBe(4);
    const perParameter: Record<string, number> = {
      "four-bit": quantisedBits / 8,
      serve: 2,
      "zero-two": stateBytes(2, 8),
      "zero-one": stateBytes(1, 8),
      "eight-bit": stateBytes(0, 1, 6),
      full: stateBytes(0, 1),
    };
    const order = Object.keys(perParameter).sort((a, b) => (perParameter[a] ?? 0) - (perParameter[b] ?? 0));
    expect(question("mem-bytes-per-parameter").interaction.items.map(({ id }) => id)).toEqual(order);
    const sums = [1, 2, 3].map((stage) => 13 * stateBytes(stage as 1 | 2 | 3, 8) + 25);
    expect(sums).toEqual([96.5, 73.75, 51]);
    const right = question("mem-lowest-zero-stage").interaction.choices.find(({ correct }) => correct);
    expect(right?.text.en).toContain("ZeRO-2, in all 73.75 GB");
  });
});

/** Korthikanti et al. 2022, equation 2: bytes of 16-bit activations of one layer. */
const layerActivations = (s: number, b: number, h: number, a: number) => s * b * h * (34 + (5 * a * s) / h);

describe("activations", () => {
  test("of the 7B-like shape are 97 GiB, 17 without attention matrices, 1 as layer inputs", () => {
    const layer = layerActivations(4096, 1, 4096, 32);
    expect((layer / GiB).toFixed(2)).toBe("3.03");
    expect((32 * layer) / GiB).toBe(97);
    expect((32 * 34 * 4096 * 4096) / GiB).toBe(17);
    expect((32 * 2 * 4096 * 4096) / GiB).toBe(1);
    expect((5 * 32 * 4096) / 4096).toBe(160);
    expect((96 * layerActivations(2048, 1, 12288, 96)) / GiB).toBe(256.5);
    expect((5 * 96 * 2048) / 12288).toBe(80);
    everyLessonSays("3.03 GiB", "97 GiB", "17 GiB", "1 GiB", "160", "256.5 GiB");
    expect(keyOf("mem-selective-saving", { layers: 32, a: 32, s: 4096, b: 1, h: 4096 })).toBe(97 - 17);
  });
  test("recomputed in the attention core cost 4.8% more FLOPs at that shape", () => {
    const [s, h] = [4096, 4096];
    const overhead = (4 * s ** 2 * h) / (72 * s * h ** 2 * (1 + s / (6 * h)));
    expect((overhead * 100).toFixed(1)).toBe("4.8");
    everyLessonSays("4.8%", "4/3", "+33%");
  });
  test("in segments leave 16 of 64 layers live at k = 8", () => {
    const live = (layers: number, k: number) => k + Math.ceil(layers / k);
    const all = Array.from({ length: 64 }, (_, i) => live(64, i + 1));
    expect(Math.min(...all)).toBe(16);
    expect(all.indexOf(16) + 1).toBe(8);
    expect(keyOf("mem-checkpoint-live", { k: 8, layers: 64, m: 8 })).toBe(16);
    const keys = question("mem-segments-cloze").interaction.blanks.map(({ accept }) => accept.en[0]);
    expect(keys).toEqual(["8", "16", "forward", ((4 / 3 - 1) * 100).toFixed(0)]);
    everyLessonSays("$k = 8$");
    // an input is 2sbh against 34sbh of a layer
    const bytes = Array.from({ length: 64 }, (_, i) => 2 * (i + 1) + (34 * 64) / (i + 1));
    expect(bytes.indexOf(Math.min(...bytes)) + 1).toBe(33);
    expect(Math.round(Math.sqrt(17 * 64))).toBe(33);
    everyLessonSays("$\\sqrt{17L}$", "33");
  });
});

const kvPerToken = (layers: number, kvHeads: number, size = 128, bytes = 2) => 2 * layers * kvHeads * size * bytes;

describe("the KV cache", () => {
  test("per token follows from layers and KV heads", () => {
    expect(kvPerToken(32, 32)).toBe(524_288);
    expect([kvPerToken(32, 32), kvPerToken(32, 8), kvPerToken(80, 8), kvPerToken(80, 64)].map((b) => b / KiB)).toEqual([
      512, 128, 320, 2560,
    ]);
    expect((512 + 64) * 60 * 2).toBe(69_120);
    expect((16 * 8192 * kvPerToken(32, 8)) / GiB).toBe(16);
    everyLessonSays("524,288", "512 KiB", "128 KiB", "320 KiB", "2560 KiB", "69,120", "16 GiB");
    expect(keyOf("mem-kv-batch", { layers: 32, kv: 8, q: 32, n: 8192, r: 16 })).toBe(16);
    expect(keyOf("mem-latent-factor").toFixed(1)).toBe("56.9");
    expect(question("mem-latent-factor").solution.en).toContain("= 56.9$");
  });
  test("of 60 users overfills the card, 52 fit in 16 bits and 104 in 8", () => {
    const user = 8192 * kvPerToken(32, 8);
    expect(user).toBe(GiB);
    expect(inGB(user, 4)).toBe("1.0737 GB");
    expect(inGB(60 * user)).toBe("64.4 GB");
    expect(inGB(60 * user + 16 * GB)).toBe("80.4 GB");
    expect(inGB(30 * user)).toBe("32.2 GB");
    const left = (0.9 * 80 - 16) * GB;
    expect([Math.floor(left / user), Math.floor(left / (user / 2))]).toEqual([52, 104]);
    everyLessonSays("1.0737 GB", "64.4 GB", "80.4 GB", "52 ", "104");
    expect(keyOf("mem-concurrency", { c: 80, p: 8, t: 128, n: 8192 })).toBe(52);
    const { modelAnswer } = question("mem-serve-sixty").interaction;
    for (const text of [modelAnswer.zh, modelAnswer.en])
      for (const number of ["1.07 GB", "64.4 GB", "80.4 GB", "52 ", "104 "]) expect(text).toContain(number);
  });
});

describe("allocators and caches", () => {
  test("fail 13 of 15 times with enough free, 40 of 41 without merging", () => {
    expect(runAllocator(true)).toMatchObject({ failures: 15, falseFailures: 13 });
    expect(runAllocator(false)).toMatchObject({ failures: 41, falseFailures: 40 });
    expect([8, 8 * 24]).toEqual([8, 192]);
    expect(Math.round(Math.exp(5.5))).toBe(245);
    everyLessonSays("192", "245");
    expect(1 - 10 / 50).toBe(0.8);
    expect(lessons[0]).toContain("15 次失败中有 13 次");
    expect(lessons[0]).toContain("41 次里有 40 次");
    expect(lessons[1]).toContain("13 of 15 failures");
    expect(lessons[1]).toContain("40 of 41");
    everyLessonSays("$1 - 10/50 = 0.8$");
  });
  test("hold 16, 75 or 95 requests in the same slots", () => {
    const packed = [reserveMaximum, reservePowerOfTwo, reservePages(16)].map((reserve) => packRequests(reserve));
    expect(packed).toEqual([
      { requests: 16, used: 3849, reserved: 32_768 },
      { requests: 75, used: 23_795, reserved: 32_384 },
      { requests: 95, used: 32_027, reserved: 32_704 },
    ]);
    const shares = packed.map(({ used, reserved }) => `${((used / reserved) * 100).toFixed(1)}%`);
    everyLessonSays("32,768", ...shares);
    for (const figure of ["figures/packing.zh.svg", "figures/packing.en.svg"])
      for (const share of shares) expect(read(figure)).toContain(share);
    expect([packRequests(reservePages(64)).requests, packRequests(reservePages(256)).requests]).toEqual([89, 72]);
    everyLessonSays("89 ", "72");
    expect(keyOf("mem-page-waste", { b: 16, s: 100, t: 128 })).toBe((100 * 15 * 128 * KiB) / MiB);
    expect(keyOf("mem-page-waste", { b: 16, s: 100, t: 128 })).toBe(187.5);
  });
  test("hit more often only as they hold more", () => {
    const rates = [5, 20, 100].map((capacity) => lruHitRate(capacity));
    expect(rates).toEqual([0.25, 0.5388, 0.8552]);
    everyLessonSays(...rates.map(String));
  });
});

describe("plans", () => {
  test("for 7 B on 8 cards end with ZeRO-2 and a micro-batch of 2", () => {
    const attentionFree = 17 * GiB;
    const zero = (stage: 1 | 2) => 7 * GB * stateBytes(stage, 8);
    expect(inGB(97 * GiB)).toBe("104.2 GB");
    expect(inGB(attentionFree)).toBe("18.3 GB");
    expect(inGB(zero(1) + attentionFree)).toBe("56.8 GB");
    expect(inGB(zero(2) + attentionFree)).toBe("44.5 GB");
    expect(inGB(zero(1) + 2 * attentionFree)).toBe("75.0 GB");
    expect(inGB(zero(2) + 2 * attentionFree)).toBe("62.8 GB");
    everyLessonSays("104.2 GB", "18.3 GB", "56.8 GB", "44.5 GB", "75.0 GB", "62.8 GB");
  });
  test("for 13 B need ZeRO-3 or recomputation after fused attention", () => {
    const whole = 40 * layerActivations(4096, 1, 5120, 40);
    const fused = 40 * 34 * 4096 * 5120;
    expect([inGB(whole), (whole / GiB).toFixed(1)]).toEqual(["162.7 GB", "151.6"]);
    expect([inGB(fused), (fused / GiB).toFixed(1)]).toEqual(["28.5 GB", "26.6"]);
    expect(([1, 2, 3] as const).map((stage) => inGB(13 * GB * stateBytes(stage, 8) + fused))).toEqual([
      "100.0 GB",
      "77.3 GB",
      "54.5 GB",
    ]);
    const { solution } = question("mem-plan-thirteen");
    for (const text of [solution.zh, solution.en])
      for (const number of ["208", "162.7", "151.6", "28.5", "26.6", "= 100.0$", "= 77.3$", "= 54.5$"])
        expect(text).toContain(number);
  });
  test("with offload move 28 GB in 1.12 s, and the ladder rises", () => {
    expect((4 * 7) / 25).toBe(1.12);
    expect(keyOf("mem-offload-seconds", { p: 7, w: 25 })).toBe(1.12);
    everyLessonSays("28 GB", "1.12 s", "25 GB/s");
    const forward = 8 / 3;
    // fused attention is given no number: the lesson says that it usually shortens the step
    const added = {
      fused: -Infinity,
      "six-layers": (forward * 6) / 32,
      "zero-three": 2 * 0.5,
      "all-layers": forward,
      offload: 40 / 10,
    };
    expect(Object.values(added)).toEqual(Object.values(added).sort((a, b) => a - b));
    expect(question("mem-oom-ladder").interaction.items.map(({ id }) => id)).toEqual(Object.keys(added));
    for (const text of Object.values(question("mem-oom-ladder").solution))
      for (const number of ["= 0.5$", "= 2.67$", "= 4$"]) expect(text).toContain(number);
  });
});
