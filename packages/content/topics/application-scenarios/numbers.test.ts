import { sum } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  accuracy,
  allergyQuestion,
  bm25,
  brevityPenalty,
  characters,
  chrf2,
  clipped,
  type Confusion,
  confusion,
  corpusBleu,
  cost,
  drawItems,
  f1,
  idf,
  inputPerTurn,
  macroF1,
  pack,
  recall,
  reference,
  sigmoid,
  softmax,
  systemPrompt,
  trainLogistic,
  translations,
  turns,
  words,
} from "./simulations";

const { read, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const [zh, en] = lessons;

describe("translation metrics", () => {
  test("match the published examples", () => {
    const the = clipped(
      words("the the the the the the the"),
      [words("the cat is on the mat"), words("there is a cat on the mat")],
      1,
    );
    expect(the).toEqual({ matches: 2, total: 7 });
    everyLessonSays("2/7", "7/7");
    const references = [
      "It is a guide to action that ensures that the military will forever heed Party commands",
      "It is the guiding principle which guarantees the military forces always being under the command of the Party",
      "It is the practical guide for the army always to heed the directions of the party",
    ].map(words);
    const first = words(
      "It is a guide to action which ensures that the military always obeys the commands of the party",
    );
    const second = words("It is to insure the troops forever hearing the activity guidebook that party direct");
    expect(clipped(first, references, 1)).toEqual({ matches: 17, total: 18 });
    expect(clipped(second, references, 1)).toEqual({ matches: 8, total: 14 });
    expect(corpusBleu([first], [references])).toBeCloseTo(0.5045666840058485, 12);
    expect(
      chrf2(
        "The relationship between Obama and Netanyahu is not exactly friendly.",
        "The ties between Obama and Netanyahu are not particularly friendly.",
      ),
    ).toBeCloseTo(61.576379, 5);
  });
  test("pool their counts over the corpus", () => {
    const candidates = ["a b c d x", "e f g h"].map(words);
    const references = ["a b c d e", "e f g h"].map((text) => [words(text)]);
    const alone = candidates.map((candidate, i) => 100 * corpusBleu([candidate], [references[i] ?? []]));
    const [one = 0, two = 0] = alone;
    expect([one, two, 100 * corpusBleu(candidates, references), (one + two) / 2].map((v) => v.toFixed(2))).toEqual([
      "66.87",
      "100.00",
      "79.84",
      "83.44",
    ]);
    everyLessonSays("66.87", "100", "79.84", "83.44");
  });
  test("prefer the wrong hour to the paraphrase", () => {
    const scores = Object.values(translations).map((text) => ({
      text,
      bleu: 100 * corpusBleu([characters(text)], [[characters(reference)]]),
      chrf: chrf2(text, reference),
    }));
    expect(scores[0]).toMatchObject({ bleu: 100, chrf: 100 });
    for (const { text, bleu, chrf } of scores.slice(1)) {
      const [b, c] = [bleu === 0 ? "0" : bleu.toFixed(2), chrf.toFixed(2)];
      for (const lesson of lessons) {
        const row = lesson.split("\n").find((line) => line.startsWith(`| ${text} |`));
        expect(row).toContain(`| ${b} | ${c} |`);
      }
      bothFiguresSay("overlap", `>${b}<`, `>${c}<`);
    }
    const best = Math.max(...scores.slice(1).map(({ bleu }) => bleu));
    expect(scores.find(({ bleu }) => bleu === best)?.text).toBe(translations.wrongHour);
    const bestChrf = Math.max(...scores.slice(1).map(({ chrf }) => chrf));
    expect(scores.find(({ chrf }) => chrf === bestChrf)?.text).toBe(translations.wrongHour);
    expect(brevityPenalty(14, 16).toFixed(4)).toBe("0.8669");
    // one wrong character breaks one, two, three and four n-grams
    const broken = [1, 2, 3, 4].map((n) => {
      const { matches, total } = clipped(characters(translations.wrongHour), [characters(reference)], n);
      return total - matches;
    });
    expect([broken, sum(broken)]).toEqual([[1, 2, 3, 4], 10]);
    everyLessonSays("BP 0.8669", "81.54");
    const drawn = read("figures/overlap.en.svg").matchAll(
      /<rect x="12" y="[\d.]+" width="([\d.]+)" height="12" fill="var\(--figure-[12]/g,
    );
    const widths = [...drawn].slice(1).map(([, width]) => Number(width));
    const wanted = scores.slice(1).flatMap(({ bleu, chrf }) => [3.2 * bleu, 3.2 * chrf]);
    expect(widths).toHaveLength(wanted.length);
    for (const [i, width] of widths.entries()) expect(width).toBeCloseTo(wanted[i] ?? Number.NaN, 0);
  });
});

describe("classification", () => {
  const [train, held] = [drawItems(11), drawItems(12)];
  const positives = (items: typeof train) => items.filter(({ positive }) => positive).length;
  const plain = trainLogistic(train);
  const weight = 945 / 55;
  const weighted = trainLogistic(train, weight);
  test("of labels that exclude each other or do not", () => {
    const logits = [2, 2, -3];
    const [soft, single] = [softmax(logits), logits.map(sigmoid)].map((values) => values.map((v) => v.toFixed(3)));
    expect(soft).toEqual(["0.498", "0.498", "0.003"]);
    expect(single).toEqual(["0.881", "0.881", "0.047"]);
    everyLessonSays("0.498", "0.003", "0.881", "0.047");
    expect(softmax(logits).filter((p) => p >= 0.5)).toHaveLength(0);
    expect(logits.filter((z) => sigmoid(z) >= 0.5)).toHaveLength(2);
  });
  test("of a rare class", () => {
    expect([positives(train), positives(held), train.length, held.length]).toEqual([55, 49, 1000, 1000]);
    const never: Confusion = { tp: 0, fp: 0, fn: 49, tn: 951 };
    const row = (c: Confusion) =>
      [
        c.tp,
        c.fp,
        c.fn,
        c.tn,
        accuracy(c).toFixed(3),
        f1(c) === 0 ? "0" : f1(c).toFixed(3),
        macroF1(c).toFixed(3),
      ].join(" | ");
    const rows = [
      never,
      ...[0.5, 0.2, 0.055].map((threshold) => confusion(held, plain, threshold)),
      confusion(held, weighted, 0.5),
    ].map(row);
    expect(rows[0]).toBe("0 | 0 | 49 | 951 | 0.951 | 0 | 0.487");
    expect(rows[4]).toBe("34 | 185 | 15 | 766 | 0.800 | 0.254 | 0.569");
    for (const each of rows) everyLessonSays(`| ${each} |`);
    expect(recall(never)).toBe(0);
    for (const threshold of [0.2, 0.5])
      bothFiguresSay("threshold", `>${f1(confusion(held, plain, threshold)).toFixed(3)}<`);
    bothFiguresSay("threshold", "0.951<", "0.791", "0.055");
  });
  test("of costs", () => {
    const costOf = ({ fp, fn }: Pick<Confusion, "fp" | "fn">) => fp + 9 * fn;
    const totals = [confusion(held, plain, 0.5), confusion(held, plain, 0.1), { fp: 0, fn: 49 }].map(costOf);
    expect(totals).toEqual([417, 264, 441]);
    everyLessonSays("417", "264", "441");
    expect(1 / (1 + 9)).toBe(0.1);
    expect(1 / (1 + weight)).toBeCloseTo(0.055, 6);
    expect([weight.toFixed(1), ((weighted[0] ?? 0) - plain[0]).toFixed(3)]).toEqual(["17.2", "2.724"]);
    expect(Math.log(weight).toFixed(3)).toBe("2.844");
    everyLessonSays("945/55 = 17.2", "2.724", "2.844");
    expect(plain[0]).toBeCloseTo(-4.06324, 5);
  });
  test("averaged in two ways", () => {
    const labels = [
      { tp: 90, fp: 10, fn: 10 },
      { tp: 5, fp: 5, fn: 15 },
    ];
    const micro = f1({ tp: 95, fp: 15, fn: 25 });
    const macro = sum(labels.map(f1)) / 2;
    expect([micro, macro, f1({ tp: 5, fp: 5, fn: 15 })].map((v) => v.toFixed(3))).toEqual(["0.826", "0.617", "0.333"]);
    everyLessonSays("0.826", "0.617", "0.333");
  });
  test("is drawn as computed", () => {
    for (const language of ["zh", "en"]) {
      const curves = [...read(`figures/threshold.${language}.svg`).matchAll(/<path d="([^"]+)"/g)].map(([, d = ""]) =>
        d
          .split(/[ML]/)
          .slice(1)
          .map((pair) => pair.trim().split(" ").map(Number)),
      );
      expect(curves).toHaveLength(2);
      for (const [k, curve] of curves.entries())
        for (const [i, [x = 0, y = 0]] of curve.entries()) {
          const counts = confusion(held, plain, (i + 1) / 100);
          expect(x).toBeCloseTo(44 + 5.4 * (i + 1), 0);
          expect(y).toBeCloseTo(226 - 190 * (k === 0 ? accuracy(counts) : f1(counts)), 0);
        }
    }
  });
});

describe("dialogue and retrieval", () => {
  test("re-read the history", () => {
    const total = (count: number) => sum(inputPerTurn(1000, 50, 200, count));
    expect([total(20), total(40), (total(40) / total(20)).toFixed(2)]).toEqual([68_500, 237_000, "3.46"]);
    everyLessonSays("68,500", "237,000", "3.46");
  });
  test("keep the allergy only when it is found", () => {
    expect(cost(systemPrompt) + cost(allergyQuestion)).toBe(27);
    expect(pack("recent", 80)).toEqual([6, 7, 8, 9]);
    expect(pack("retrieve", 80)).toEqual([0, 7, 8, 9]);
    for (const language of ["zh", "en"]) {
      const kept = [
        ...read(`figures/packing.${language}.svg`).matchAll(
          /<rect x="(\d+)" y="(\d+)" width="32" height="32" fill="var/g,
        ),
      ];
      expect(kept.map(([, x]) => (Number(x) - 12) / 38)).toEqual([6, 7, 8, 9, 0, 7, 8, 9]);
    }
    expect(en).toContain("*Recent* keeps turns 6 to 9 and loses the allergy; *retrieve, then recent* keeps 0, 7, 8, 9");
    expect(zh).toContain("*最近优先*保留第 6 到 9 轮，丢了过敏；*先检索、再最近*保留 0、7、8、9");
    const scores = bm25(allergyQuestion, turns);
    expect(scores[0]?.toFixed(3)).toBe("3.519");
    expect(scores.slice(1).every((score) => score === 0)).toBe(true);
    everyLessonSays("3.519");
    expect([60, 100, 140].map((budget) => pack("retrieve", budget).length)).toEqual([2, 6, 9]);
    const [second = 0, fourth = 0] = [bm25("餐厅预算是多少", turns)[1], bm25("餐厅预算是多少", turns)[3]];
    expect([second, fourth].map((v) => v.toFixed(4))).toEqual(["1.7595", "1.8583"]);
    expect(idf(10, 2)).toBeCloseTo(Math.log(4.4), 12);
  });
  test("lose it to another name of the dish", () => {
    const other = "我能吃宫保鸡丁吗";
    expect(bm25(other, turns).every((score) => score === 0)).toBe(true);
    expect(pack("retrieve", 80, other)).not.toContain(0);
    everyLessonSays(other);
  });
  test("bound the answers", () => {
    const right = (r: number, a: number, m: number) => r * a + (1 - r) * m;
    const values = [right(0.9, 0.92, 0.1), right(0.95, 0.92, 0.1), right(0.9, 0.96, 0.1), right(0.9, 1, 0.1)].map((v) =>
      v.toFixed(3),
    );
    expect(values).toEqual(["0.838", "0.879", "0.874", "0.910"]);
    everyLessonSays(...values);
  });
});

describe("agents", () => {
  /** Success of n steps, step by step, with one retry of the noticed failures. */
  const task = (p: number, n: number, noticed = 0) => {
    let success = 1;
    for (let i = 0; i < n; i++) success *= p + (1 - p) * noticed * p;
    return success;
  };
  test("compound", () => {
    expect(task(0.95, 10).toFixed(3)).toBe("0.599");
    expect((0.9 ** 0.1).toFixed(4)).toBe("0.9895");
    expect(((1 + task(0.9, 10)) / 2).toFixed(3)).toBe("0.674");
    expect([task(0.95, 1, 0.8), task(0.95, 10, 0.8)].map((v) => v.toFixed(3))).toEqual(["0.988", "0.886"]);
    everyLessonSays("0.599", "0.9895", "0.674", "0.988", "0.886");
  });
  test("of the worked example", () => {
    expect(task(0.97, 4).toFixed(3)).toBe("0.885");
    expect(task(0.97, 1, 0.5)).toBeCloseTo(0.98455, 10);
    expect(task(0.97, 4, 0.5).toFixed(3)).toBe("0.940");
    everyLessonSays("0.885", "0.98455", "0.940");
  });
});

test("the requests of the worked example cost what is said", () => {
  const price = (fresh: number, cached: number, output: number) => (fresh + 0.1 * cached + 4 * output) / 1e6;
  const input = 1200 + 800 + 50 + 5 * 300;
  const withManual = 1200 + 800 + 50 + 120_000;
  expect([input, withManual]).toEqual([3550, 122_050]);
  expect([price(input, 0, 0), price(0, 0, 200), price(input, 0, 200)].map((v) => v.toFixed(5))).toEqual([
    "0.00355",
    "0.00080",
    "0.00435",
  ]);
  everyLessonSays("3550", "0.00355 + 0.0008 = 0.00435", "122,050", "0.12285", "28.2", "0.01377", "0.00327", "4.2");
  expect(price(withManual, 0, 200).toFixed(5)).toBe("0.12285");
  expect((price(withManual, 0, 200) / price(input, 0, 200)).toFixed(1)).toBe("28.2");
  const [manual, rag] = [price(850, 121_200, 200), price(input - 1200, 1200, 200)];
  expect([manual, rag].map((v) => v.toFixed(5))).toEqual(["0.01377", "0.00327"]);
  expect((manual / rag).toFixed(1)).toBe("4.2");
  expect(20 * 80).toBe(1600);
  expect(800 / (1600 / 1e6)).toBeCloseTo(500_000, 6);
  everyLessonSays("1600", "0.0016", "500,000");
  // examples found in the cache cost a tenth
  expect(price(0, 1600, 0).toFixed(5)).toBe("0.00016");
  expect(800 / price(0, 1600, 0)).toBeCloseTo(5_000_000, 4);
  everyLessonSays("0.00016", "5,000,000");
});
