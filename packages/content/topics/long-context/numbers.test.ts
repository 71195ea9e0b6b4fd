import { sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  angles,
  attentionCase,
  beyondTraining,
  chunks,
  influence,
  kept,
  kvBytesPerToken,
  llama2,
  llama3,
  needleWeight,
  onlineSoftmax,
  prefillFlops,
  ropeScore,
  scaledAngles,
  type Scaling,
  slowPairs,
  softmaxMean,
  visiblePairs,
  wavelengths,
  wholeSpans,
} from "./simulations";

const { read, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const [zh, en] = lessons;
const comma = (value: number) => value.toLocaleString("en-US");
const GiB = 2 ** 30;

describe("chunks", () => {
  test("keep every span of 32 from an overlap of 31 on", () => {
    const [n, c, f] = [1000, 256, 32];
    for (const overlap of [0, 16, 31]) {
      const pieces = chunks(n, c, overlap);
      expect(pieces).toHaveLength(Math.ceil((n - overlap) / (c - overlap)));
      const { whole, all } = wholeSpans(n, c, overlap, f);
      expect(all).toBe(969);
      const share = whole === all ? "1" : (whole / all).toFixed(3);
      const tokens = sum(pieces.map(([from, to]) => to - from));
      everyLessonSays(`| ${overlap} | ${pieces.length} | ${whole} | ${share} | ${tokens} |`);
    }
    everyLessonSays("$n = 1000$", "$c = 256$", "$f = 32$", "969");
    expect(wholeSpans(n, c, 30, f).whole).toBeLessThan(969);
    expect(wholeSpans(n, c, 0, f).whole / 969).toBeCloseTo(0.9040247678, 9);
    expect(wholeSpans(n, c, 16, f).whole / 969).toBeCloseTo(0.9380804954, 9);
    const wider = wholeSpans(n, c, 32, 64);
    expect(wider.whole / wider.all).toBeCloseTo(0.8676627535, 9);
  });
  test("in a hierarchy compare 64 times fewer pairs and lose details level by level", () => {
    const segments = 32_768 / 512;
    expect(segments).toBe(64);
    expect(Math.round(32_768 ** 2 / (segments * 512 ** 2 + segments ** 2))).toBe(64);
    everyLessonSays("$64\\cdot512^2 + 64^2$", "$32768^2$", "32,768");
    expect((0.9 ** 3).toFixed(3)).toBe("0.729");
    everyLessonSays("0.9 ", "0.729");
  });
});

describe("cost", () => {
  test("of attention overtakes the weights at 61,264 tokens", () => {
    for (const [tokens, ratio] of [
      [4096, 0.0668581],
      [32_768, 0.5348652],
      [131_072, 2.1394607],
    ] as const) {
      const { weights, attention } = prefillFlops(llama3, tokens);
      expect(attention / weights).toBeCloseTo(ratio, 6);
      const cache = (tokens * kvBytesPerToken(llama3)) / GiB;
      everyLessonSays(`| ${comma(tokens)} | ${ratio.toFixed(3)} | ${cache} GiB |`);
    }
    expect((llama3.parameters / (llama3.layers * llama3.d)).toFixed(0)).toBe("61264");
    // a table of 128,256 rows and a head of as many: looked up, or needed for the last token only
    const tables = 2 * 128_256 * llama3.d;
    expect((tables / 1e9).toFixed(2)).toBe("1.05");
    expect((100 * (llama3.parameters / (llama3.parameters - tables) - 1)).toFixed(0)).toBe("15");
    everyLessonSays("$1.05\\times10^9$", "15%", "512 + 64 = 576");
    everyLessonSays("61,264", "2.14 ", "16 GiB", "$P = 8.03\\times10^9$", "4096");
    expect([kvBytesPerToken(llama3), kvBytesPerToken(llama2)].map(comma)).toEqual(["131,072", "524,288"]);
    everyLessonSays("131,072", "524,288");
    // one head's scores in 16 bits
    expect((131_072 ** 2 * 2) / GiB).toBe(32);
    everyLessonSays("32 GiB");
  });
  test("leaves the cache alone when the weights are quantised", () => {
    const perToken = kvBytesPerToken(llama3);
    const [full, quarter] = [2 * llama3.parameters, llama3.parameters / 2];
    expect([full / 1e9, quarter / 1e9]).toEqual([16.06, 4.015]);
    for (const [card, factor] of [
      [24, "3.17"],
      [80, "1.22"],
    ] as const) {
      const [before, after] = [full, quarter].map((weights) => Math.floor((0.9 * card * 1e9 - weights) / perToken));
      everyLessonSays(comma(before ?? NaN), comma(after ?? NaN), `${factor}×`);
      expect(((after ?? NaN) / (before ?? NaN)).toFixed(2)).toBe(factor);
    }
    everyLessonSays("16.06 GB", "4.015 GB", "24 GB", "80 GB", "90%");
  });
  test("is drawn to scale", () => {
    const perToken = kvBytesPerToken(llama3);
    const cache = (131_072 * perToken) / 1e9;
    const rows = [
      [16.06, cache],
      [4.015, cache],
      [16.06, cache / 2],
      [16.06, (4096 * perToken) / 1e9],
    ] as const;
    const said = (value: number) => (value === 4.015 ? "4.015" : value.toFixed(2));
    for (const [weights, kv] of rows) bothFiguresSay("memory", `${said(weights)} + ${said(kv)}<`);
    for (const language of ["zh", "en"]) {
      const bars = [...read(`figures/memory.${language}.svg`).matchAll(/width="([\d.]+)" height="18"/g)];
      const wanted = rows.flat().map((value) => 11 * value);
      expect(bars).toHaveLength(8);
      for (const [i, [, width]] of bars.entries()) expect(Number(width)).toBeCloseTo(wanted[i] ?? NaN, 1);
    }
  });
  test("of a full layer in four is 4.375 GiB of cache", () => {
    const layer = kvBytesPerToken(llama3) / 32;
    expect((layer * (8 * 131_072 + 24 * 4096)) / GiB).toBe(4.375);
    expect((layer * 32 * 4096) / GiB).toBe(0.5);
    everyLessonSays("4.375 GiB", "0.5 GiB");
  });
  test("needs no score matrix: the online softmax agrees with the plain one", () => {
    const { scores, values } = attentionCase();
    expect(scores).toHaveLength(37);
    const exact = softmaxMean(scores, values);
    for (const block of [1, 5, 8, 37])
      for (const [c, value] of onlineSoftmax(scores, values, block).entries())
        expect(Math.abs(value - (exact[c] ?? NaN))).toBeLessThan(1e-12);
    // scores that would overflow without the running maximum
    expect(onlineSoftmax([1000, 1001, 1002], [[1], [2], [3]], 2)[0]).toBeCloseTo(2.57521038, 8);
    expect(en).toContain("blocks of 1, 5, 8 and 37 agree with the plain softmax to 12 decimal places");
    expect(zh).toContain("块长取 1、5、8、37，结果与普通 softmax 在小数点后 12 位上一致");
  });
});

describe("RoPE", () => {
  const rope = { d: 128, base: 1e4, trained: 4096 };
  const llama = { d: 128, base: 5e5, trained: 8192 };
  test("has the wavelengths of the closed form", () => {
    const found = [wavelengths(rope), wavelengths(llama)].flatMap((all) => [all[0], all[32], all[63]]);
    const wanted = [6.283185307, 628.3185307, 54410.14313, 6.283185307, 4442.882939, 2559195.517];
    for (const [i, value] of found.entries()) expect((value ?? NaN) / (wanted[i] ?? NaN)).toBeCloseTo(1, 8);
    const slow = [2048, 4096, 8192].flatMap((trained) => [rope, llama].map((r) => slowPairs({ ...r, trained }).length));
    expect(slow).toEqual([23, 35, 18, 32, 14, 29]);
  });
  test("scores by distance, and PI by distance divided by s", () => {
    const scores = [ropeScore(10, 7), ropeScore(1010, 1007), ropeScore(3, 0), ropeScore(40, 28, 4)];
    for (const score of scores) expect(score).toBeCloseTo(-0.7022909956, 9);
    expect(ropeScore(0, 0)).toBeCloseTo(2.5834533617, 9);
    everyLessonSays("(10, 7)", "(1010, 1007)", "(3, 0)", "−0.7023");
  });
  test("is slowed as the table says", () => {
    const plain = angles(rope);
    const rows: [Scaling, string][] = [
      ["none", ""],
      ["PI", "PI"],
      ["NTK", "NTK-aware"],
      ["YaRN", "YaRN"],
    ];
    for (const [scaling, name] of rows) {
      const scaled = scaledAngles(rope, 4, scaling);
      const slowed = [0, 16, 45].map((i) => ((plain[i] ?? NaN) / (scaled[i] ?? NaN)).toFixed(2));
      everyLessonSays(`${name} | ${slowed.join(" | ")} | ${beyondTraining(rope, 4, scaling).length} |`);
    }
    const at = (i: number) => rows.map(([scaling]) => scaledAngles(rope, 4, scaling)[i] ?? NaN);
    for (const [i, value] of [0.1, 0.025, 0.0703227547859181, 0.1].entries()) expect(at(16)[i]).toBeCloseTo(value, 9);
    for (const [i, value] of [0.001539926526, 0.0003849816315, 0.0005720805059, 0.0003851260376].entries())
      expect(at(45)[i]).toBeCloseTo(value, 11);
    const slowest = plain.length - 1;
    expect((plain[slowest] ?? NaN) / (scaledAngles(rope, 4, "NTK")[slowest] ?? NaN)).toBeCloseTo(4, 9);
    expect(beyondTraining(rope, 4, "NTK")).not.toContain(slowest);
    const leaves = slowPairs(rope).map((i) => (4 * (scaledAngles(rope, 4, "NTK")[i] ?? NaN)) / (plain[i] ?? NaN));
    expect(Math.max(...leaves).toFixed(2)).toBe("1.45");
    everyLessonSays("1.45 ");
    expect(scaledAngles(rope, 4, "PI")[0]).toBe(0.25);
    everyLessonSays("0.25 rad");
  });
  test("has the counts and factors of NTK and YaRN", () => {
    expect((1e4 * 4 ** (128 / 126)).toFixed(0)).toBe("40890");
    everyLessonSays("40,890", "40,000");
    const shares = angles(rope).map((theta) => kept((4096 * theta) / (2 * Math.PI)));
    const count = (is: (g: number) => boolean) => shares.filter(is).length;
    expect([count((g) => g === 1), count((g) => g === 0), count((g) => g > 0 && g < 1)]).toEqual([21, 18, 25]);
    expect(en).toContain("21 fast pairs stay, 18 slow ones are fully interpolated, 25 mix");
    expect(zh).toContain("21 个快频率对不动，18 个慢的完全插值，25 个居中混合");
    const factor = (s: number) => 0.1 * Math.log(s) + 1;
    expect([factor(4), factor(4) ** 2, factor(16)].map((f) => f.toFixed(3))).toEqual(["1.139", "1.296", "1.277"]);
    everyLessonSays("1.139", "1.296", "1.277");
    expect([slowPairs(rope).length, slowPairs(llama).length]).toEqual([18, 29]);
    const left = (["none", "YaRN"] as const).map((scaling) => beyondTraining(llama, 16, scaling).length);
    expect(left).toEqual([29, 0]);
    everyLessonSays("500,000", "8,192");
    expect(en).toContain("18 of 64");
    expect(zh).toContain("在 64 对里占 18 对");
    expect(en).toContain("29 of 64 pairs are slow");
    expect(zh).toContain("64 对里有 29 个慢频率对");
  });
  test("is drawn from the same numbers", () => {
    const plain = angles(rope);
    for (const language of ["zh", "en"]) {
      const paths = [...read(`figures/rope.${language}.svg`).matchAll(/<path d="([^"]+)"/g)].map(([, d = ""]) =>
        [...d.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => 1 + (232 - Number(y)) / 52),
      );
      for (const [p, scaling] of (["PI", "NTK", "YaRN"] as const).entries()) {
        const scaled = scaledAngles(rope, 4, scaling);
        expect(paths[p]).toHaveLength(64);
        for (const [i, value] of (paths[p] ?? []).entries())
          expect(value).toBeCloseTo((plain[i] ?? NaN) / (scaled[i] ?? NaN), 2);
      }
    }
    bothFiguresSay("rope", ">46<", "18 ");
  });
});

describe("masks", () => {
  test("count pairs and reach as propagated", () => {
    const masks = [{ window: 64 }, { window: 8 }, { window: 8, sinks: 4 }, { window: 8, stride: 2 }];
    expect(masks.map((mask) => visiblePairs(64, mask))).toEqual([2080, 484, 702, 456]);
    everyLessonSays("$n = 64$", "$w = 8$", "484", "2080");
    expect([1, 2, 4, 9].map((layers) => influence(64, { window: 8 }, layers).length)).toEqual([8, 15, 29, 64]);
    const dilated = influence(64, { window: 8, stride: 2 }, 2);
    expect(dilated).toHaveLength(15);
    expect(dilated.every((j) => (63 - j) % 2 === 0)).toBe(true);
    expect(en).toContain("with stride 2 reaches 15 positions in 2 layers");
    expect(zh).toContain("步长 2，2 层够到 15 个位置");
    expect(comma(32 * 4095 + 1)).toBe("131,041");
    everyLessonSays("131,041");
    expect(influence(200, { window: 8 }, 5)).toHaveLength(5 * 7 + 1);
  });
  test("are drawn as propagated", () => {
    for (const language of ["zh", "en"]) {
      const figure = read(`figures/reach.${language}.svg`);
      for (const layers of [1, 2, 3, 4]) {
        const y = 46 + 30 * (layers - 1);
        const filled = [...figure.matchAll(new RegExp(`<rect x="(\\d+)" y="${y}" width="16"`, "g"))];
        const reached = influence(16, { window: 4 }, layers);
        expect(filled.map(([, x]) => (Number(x) - 76) / 18)).toEqual(reached);
        expect(figure).toContain(`text-anchor="end">${reached.length}<`);
      }
    }
  });
  test("hide a ring's transfer from 3120 tokens on", () => {
    const time = (c: number) => ({
      compute: (4 * c * c * 32 * 128) / 312e12,
      transfer: (2 * c * 8 * 128 * 2) / 25e9,
    });
    expect(time(3120).compute).toBeCloseTo(time(3120).transfer, 12);
    expect(time(3000).compute).toBeLessThan(time(3000).transfer);
    everyLessonSays("312 TFLOP/s", "25 GB/s", "3120");
  });
});

describe("use", () => {
  test("of one needle dilutes with length", () => {
    const weights = [100, 1000, 10_000, 100_000].map((n) => needleWeight(8, n).toFixed(3));
    expect(weights).toEqual(["0.968", "0.749", "0.230", "0.029"]);
    everyLessonSays(...weights);
    expect(Math.log(99_999).toFixed(1)).toBe("11.5");
    expect(needleWeight(Math.log(99_999), 100_000)).toBeCloseTo(0.5, 12);
    everyLessonSays("11.5");
  });
  test("is shown by enough trials", () => {
    let bound = 1;
    while (bound ** 20 > 0.05) bound -= 1e-5;
    expect(bound.toFixed(3)).toBe("0.861");
    let trials = 0;
    while (0.95 ** trials > 0.05) trials++;
    expect(trials).toBe(59);
    everyLessonSays("0.861", " 59 ", "0.95");
  });
  test("in RULER's table of Llama-3.1-8B falls below the threshold between 32k and 64k", () => {
    const [threshold, scores] = [85.6, { "32k": 87.4, "64k": 84.7, "128k": 77 }];
    expect(Object.entries(scores).flatMap(([length, score]) => (score >= threshold ? [length] : []))).toEqual(["32k"]);
    everyLessonSays("87.4", "84.7", "77.0", "85.6");
  });
});

describe("the contract example", () => {
  const usable = 0.9 * 80;
  const sequence = (131_072 * kvBytesPerToken(llama3)) / 1e9;
  test("fits 3 sequences, 3 with INT4 weights and 6 with an 8-bit cache", () => {
    expect(usable).toBe(72);
    expect(sequence.toFixed(2)).toBe("17.18");
    const fits = (weights: number, cache: number) => Math.floor((usable - weights) / cache);
    expect([fits(16.06, sequence), fits(4.015, sequence), fits(16.06, sequence / 2)]).toEqual([3, 3, 6]);
    everyLessonSays("72 GB", "$(72 - 16.06)/17.18$", "$(72 - 4.015)/17.18$");
    expect(en).toContain("still 3. An 8-bit cache: 6.");
    expect(zh).toContain("还是 3 条。8 位缓存：6 条。");
  });
  test("takes 16.5 s to prefill and 0.48 s by retrieval", () => {
    const seconds = (tokens: number) => {
      const { weights, attention } = prefillFlops(llama3, tokens);
      return (weights + attention) / 400e12;
    };
    const { weights, attention } = prefillFlops(llama3, 131_072);
    expect([weights, attention].map((flops) => (flops / 1e15).toFixed(3))).toEqual(["2.105", "4.504"]);
    everyLessonSays("$2.105\\times10^{15} + 4.504\\times10^{15}$");
    expect([seconds(131_072).toFixed(1), seconds(20 * 512).toFixed(2)]).toEqual(["16.5", "0.48"]);
    expect((seconds(131_072) / seconds(20 * 512)).toFixed(0)).toBe("34");
    everyLessonSays("16.5 s", "0.48 s", "400 TFLOP/s", " 34 ");
    expect(((1000 * sequence) / 3350).toFixed(1)).toBe("5.1");
    everyLessonSays("17.18 GB", "3.35 TB/s", "5.1 ms");
  });
});
