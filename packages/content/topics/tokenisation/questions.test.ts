import { drawVariant, instantiateWith, variantSeeds } from "@tidao/grading";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import * as bench from "./segmenters";

const { question, spec, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(import.meta.url);
type Values = Record<string, number>;

/** The key of every learner's numbers is what another way of computing gives. */
function everyKey(id: string, other: (values: Values) => number): void {
  const file = spec(id);
  for (let seed = 0; seed < variantSeeds; seed++) {
    const values = drawVariant(file, seed);
    const { interaction } = instantiateWith(file, values);
    const key = interaction.kind === "numeric" ? Number(interaction.answer) : Number.NaN;
    expect(key / other(values), `${id} ${JSON.stringify(values)}`).toBeCloseTo(1, 6);
  }
}
/** The x at which a rising function meets zero. */
function root(rising: (x: number) => number, high: number): number {
  let low = 0;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return low;
}

describe("numeric keys", () => {
  test("bits per byte are the exponent that gives a token's perplexity back", () =>
    everyKey("tok-bits-per-byte", ({ ppl = NaN, bytes = NaN }) => root((bits) => 2 ** (bits * bytes) - ppl, 10)));
  test("new rows are added up one by one", () => {
    everyKey("tok-embedding-bytes", ({ d = NaN, oldV = NaN, newV = NaN }) => {
      let bytes = 0;
      for (let row = oldV; row < newV; row++) bytes += 2 * d + 2 * d;
      return bytes / 1e9;
    });
    statesInBoth("tok-embedding-bytes", ((1 - 1e9 / 2 ** 30) * 100).toFixed(1));
  });
  test("a transition is the share that its odds give", () =>
    everyKey("tok-hmm-transition", ({ toB = NaN, toS = NaN, delta = NaN }) => {
      const odds = (toB + delta) / (toS + delta);
      return odds / (1 + odds);
    }));
  test("two paths of the lattice are scored by the search itself", () => {
    everyKey("tok-lattice-gap", ({ first = NaN, second = NaN, long = NaN, total = NaN }) => {
      const scored = (counts: Values) =>
        bench.bestPath("WXYZ", (piece) => (piece in counts ? Math.log((counts[piece] ?? NaN) / total) : undefined));
      const short = scored({ WX: first, YZ: second });
      const other = scored({ WXY: long, Z: 0.5 });
      expect([short.pieces.join("/"), other.pieces.join("/")]).toEqual(["WX/YZ", "WXY/Z"]);
      return short.score - other.score;
    });
    statesInBoth("tok-lattice-gap", Math.LN2.toFixed(2));
  });
  test("legal taggings are counted tag by tag", () =>
    everyKey("tok-legal-taggings", ({ n = NaN }) => {
      let ways: Values = { B: 1, S: 1 };
      for (let at = 1; at < n; at++) {
        const next: Values = {};
        for (const [tag, count] of Object.entries(ways))
          for (const to of bench.successors[tag] ?? "") next[to] = (next[to] ?? 0) + count;
        ways = next;
      }
      return (ways["E"] ?? 0) + (ways["S"] ?? 0);
    }));
  test("a month is thirty days of requests", () =>
    everyKey("tok-monthly-cost", ({ requests = NaN, characters = NaN, fertility = NaN, price = NaN }) => {
      let yuan = 0;
      for (let day = 0; day < 30; day++) yuan += ((requests * characters) / 1e6) * fertility * price;
      return yuan;
    }));
  test("Viterbi and longest match cut unrelated as the question says", () =>
    everyKey("tok-unigram-gap", ({ un = NaN, related = NaN, unrel = NaN, ated = NaN }) => {
      const pieces: Values = { un, related, unrel, ated };
      const best = bench.bestPath("unrelated", (piece) => pieces[piece]);
      const greedy = bench.forwardMaxMatch("unrelated", new Set(Object.keys(pieces)));
      expect([best.pieces, greedy]).toEqual([
        ["un", "related"],
        ["unrel", "ated"],
      ]);
      return best.score - greedy.reduce((sum, piece) => sum + (pieces[piece] ?? NaN), 0);
    }));
  test("the counts that WordPiece's scores need", () => {
    const letters: Values = {};
    for (const [symbols, count] of bench.textbookCorpus)
      for (const symbol of symbols) letters[symbol] = (letters[symbol] ?? 0) + count;
    expect([letters["e"], letters["s"], letters["i"], letters["d"]]).toEqual([17, 9, 3, 3]);
    bothSay(question("tok-wordpiece-first-merge").solution, "= 17$", "= 0.0588$", "= 0.3333$", "17/3 = 5.67");
  });
});

describe("keys that are chosen", () => {
  test("of single-choice and multiple-choice questions", () => {
    const keys: Record<string, string[]> = {
      "tok-bidirectional-tie": ["reverse"],
      "tok-crf-parameters": ["weights"],
      "tok-extend-vocabulary": ["rows"],
      "tok-fmm-trace": ["forward"],
      "tok-hmm-training": ["count"],
      "tok-learns-from": ["raw"],
      "tok-perplexity-next-step": ["bytes"],
      "tok-rmm-oov": ["split"],
      "tok-unseen-emoji": ["bytes"],
      "tok-bigger-vocabulary": ["shorter", "parameters", "undertrained"],
      "tok-new-words": ["hmm", "crf"],
      "tok-subword-facts": ["unigram-dp", "wordpiece-unk", "half-character"],
    };
    for (const [id, key] of Object.entries(keys)) expect(correctIds(id), id).toEqual(key);
    expect(new TextEncoder().encode("😀")).toHaveLength(4);
    bothSay(whyOf("tok-bigger-vocabulary", "parameters"), `128,000 / 32,000 = ${128_000 / 32_000}`);
  });
  test("of passages with errors", () => {
    expect(wrongSpans("tok-crf-memo")).toEqual(["parameters", "segment-first"]);
    expect(wrongSpans("tok-eval-report")).toEqual(["tokens", "perplexity"]);
    expect(wrongSpans("tok-rmm-hmm-claims")).toEqual(["unknown", "training"]);
  });
  test("both directions of the tie have four words and one single character", () => {
    const words = new Set(["美国", "国会", "会", "采取", "措施"]);
    for (const cut of [bench.forwardMaxMatch, bench.reverseMaxMatch]) {
      const tokens = cut("美国会采取措施", words);
      expect([tokens.length, tokens.filter((token) => [...token].length === 1).length]).toEqual([4, 1]);
    }
  });
  test("the corpus shrinks as the order of merges says", () => {
    const { sizes } = bench.trainBpe(bench.textbookCorpus, 5);
    expect(sizes).toEqual([95, 86, 77, 68, 61, 54]);
    const { zh, en } = question("tok-bpe-merge-order").solution;
    expect(zh).toContain(sizes.join("、"));
    expect(en).toContain(`from ${sizes[0]} to ${sizes.slice(1, 5).join(", ")} and ${sizes[5]}`);
  });
});

describe("short answers", () => {
  test.each(["tok-digits-and-letters", "tok-segment-first-debate", "tok-which-compresses"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test("give nothing for the lower perplexity or for a quotient of perplexity and bytes", () => {
    for (const wrong of [
      "B is better because its perplexity of 6 is lower than 8.",
      "8/4.2 = 1.90 and 6/3.0 = 2.00, so A.",
      "B 更好，因为困惑度 6 比 8 低。",
      "B 用更少的比特编码同样的文本。",
      "B encodes the same text in fewer bits.",
      "B 压缩得更好。",
    ])
      expect(met("tok-which-compresses", wrong), wrong).toEqual([]);
  });
  test("give nothing for letters that are seen", () => {
    for (const wrong of ["The model sees letters, not tokens.", "模型看到的是字母而不是 token。"])
      expect(met("tok-digits-and-letters", wrong), wrong).toEqual([]);
  });
  test("give nothing for segmenting first", () => {
    for (const wrong of ["先分词再训练 BPE，token 就是词，更有语义。", "Segment first: tokens must be words."])
      expect(met("tok-segment-first-debate", wrong), wrong).toEqual([]);
  });
});
