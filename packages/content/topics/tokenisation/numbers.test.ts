import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { drawVariant, instantiate, questionSpec, variantSeeds } from "@tidao/grading";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as bench from "./segmenters";

const read = (file: string) => readFileSync(join(import.meta.dirname, file), "utf8");
const lessons = { zh: read("lesson.zh.md"), en: read("lesson.en.md") };
const both = (text: string) => {
  expect(lessons.zh).toContain(text);
  expect(lessons.en).toContain(text);
};
/** As the lessons print it, with a real minus sign. */
const fixed = (value: number, digits: number) => value.toFixed(digits).replace("-", "−");
const question = (id: string) => read(`questions/${id}.yaml`);
const keyOf = (id: string): unknown => parse(question(id)).interaction.answer;

const dictionary = new Set(bench.wordCounts.keys());
const rowGold = ["研究/生命/的/起源", "美国/会/采取/措施", "他/将/来/上海", "王华/研究/语言/模型"];
const hmm = bench.trainHmm(0.1);
const hmmCut = (text: string) => {
  const characters = [...text];
  const emit = (tag: string, at: number) => hmm.emit(tag, characters[at] ?? "");
  return bench.cut(text, bench.viterbi(characters.length, { start: hmm.start, step: hmm.step, emit }).tags).join("/");
};
const bytes = (text: string) => [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte));

describe("dictionary methods in the lesson", () => {
  test("the toy corpus has the sizes that the lesson states", () => {
    const text = bench.rawLines.join("");
    expect([bench.rawLines.length, bench.wordTotal, dictionary.size, [...text].length, bytes(text).length]).toEqual([
      12, 43, 28, 77, 231,
    ]);
    expect(lessons.en).toContain("12 segmented sentences: 43 words of 28 types, 77 characters, 231 bytes");
    expect(lessons.zh).toContain("12 句已分好词的话，共 43 个词、28 种，77 个字，UTF-8 编码 231 字节");
  });
  test("each row of the table is what FMM and RMM output", () => {
    for (const gold of rowGold) {
      const text = gold.replaceAll("/", "");
      const cuts = [bench.forwardMaxMatch(text, dictionary), bench.reverseMaxMatch(text, dictionary)].map((cut) =>
        cut.join("/"),
      );
      both(`| ${text} | ${cuts.join(" | ")} | ${gold} |`);
    }
  });
  test("bidirectional matching errs in rows 2, 3 and 4 and only there", () => {
    const wrong = rowGold.map(
      (gold) => bench.bidirectionalMaxMatch(gold.replaceAll("/", ""), dictionary).join("/") !== gold,
    );
    expect(wrong).toEqual([false, true, true, true]);
  });
  test("the lattice is right in rows 1 and 2, with the scores stated", () => {
    const cuts = rowGold.map((gold) => bench.bestPath(gold.replaceAll("/", ""), bench.latticeScore));
    expect(cuts.map(({ pieces }, row) => pieces.join("/") === rowGold[row])).toEqual([true, true, false, false]);
    both(fixed(cuts[0]?.score ?? 0, 4));
    const forward = ["研究生", "命", "的", "起源"].reduce((sum, word) => sum + (bench.latticeScore(word) ?? 0), 0);
    both(fixed(forward, 4));
  });
});

describe("taggers in the lesson", () => {
  test("a sentence of n characters has 2^(n-1) legal taggings, found by writing them all", () => {
    const count = (n: number) => {
      let open = ["B", "S"];
      for (let at = 1; at < n; at++)
        open = open.flatMap((tags) => [...(bench.successors[tags.at(-1) ?? ""] ?? "")].map((tag) => tags + tag));
      return open.filter((tags) => /[ES]$/.test(tags)).length;
    };
    expect([5, 6, 7, 8, 9, 10].map(count)).toEqual([16, 32, 64, 128, 256, 512]);
    expect(Object.values(bench.successors).join("")).toHaveLength(8);
    both("64");
  });
  test("the HMM's transition from E to B is 16.1/21.2", () => {
    expect([hmm.counts.transition["EB"], hmm.counts.leaving["E"]]).toEqual([16, 21]);
    both(`16.1/21.2 = ${Math.exp(hmm.step("E", "B")).toFixed(4)}`);
  });
  test("the CRF's objective starts at -65 ln 2 and climbs to the value stated", () => {
    expect(bench.trainCrf(0).objective()).toBeCloseTo(-65 * Math.log(2), 9);
    both(fixed(bench.trainCrf(0).objective(), 4));
    both(fixed(bench.trainCrf(100).objective(), 4));
    // the set-up that the lesson states is what trainCrf uses when nothing else is said
    expect(bench.trainCrf(100, 0.5, 2 * 0.005).objective()).toBe(bench.trainCrf(100).objective());
    both("$0.005\\lVert w\\rVert^2$");
  });
  test("both taggers join 王华, which no training sentence holds as a word; only the CRF cuts 他将来上海", () => {
    const crf = bench.trainCrf(100);
    expect(dictionary.has("王华")).toBe(false);
    expect(crf.decode("王华研究语言模型").words.join("/")).toBe(rowGold[3]);
    expect(hmmCut("王华研究语言模型")).toBe(rowGold[3]);
    expect(hmmCut("他将来上海")).toBe("他/将来/上海");
    const decoded = crf.decode("他将来上海");
    expect(decoded.words.join("/")).toBe(rowGold[2]);
    both(decoded.probability.toFixed(4));
    expect(bench.rawLines).toContain("他将来上海");
  });
});

describe("subword tokenisers in the lesson", () => {
  const textbook = bench.trainBpe(bench.textbookCorpus, 10);
  test("each row of the merge table has the count and the corpus length that training gives", () => {
    const shown = (symbol: string) => symbol.replace("</w>", "`</w>`");
    textbook.merges.forEach(({ pair: [left, right], count }, at) =>
      both(`| ${shown(left)} + ${shown(right)} | ${count} | ${textbook.sizes[at + 1]} |`),
    );
    expect(textbook.sizes[0]).toBe(95);
    expect(
      textbook.sizes.every(
        (size, at) => at === 0 || (textbook.sizes[at - 1] ?? 0) - size === textbook.merges[at - 1]?.count,
      ),
    ).toBe(true);
  });
  test("words never seen are encoded as the lesson says", () => {
    expect(textbook.encode([...Array.from("lowest"), "</w>"])).toEqual(["low", "est</w>"]);
    expect(textbook.encode([...Array.from("newer"), "</w>"])).toEqual(["n", "ew", "e", "r", "</w>"]);
    both("low/est`</w>`");
    both("n/ew/e/r/`</w>`");
  });
  test("BPE on raw Chinese lines ends after 15 merges at 43 tokens and joins 国会采取措施", () => {
    const chinese = bench.trainBpe(
      bench.rawLines.map((line) => [[...line], 1] as const),
      100,
    );
    expect([chinese.merges.length, chinese.sizes[0], chinese.sizes.at(-1)]).toEqual([15, 77, 43]);
    expect(chinese.encode(Array.from("美国会采取措施")).join("/")).toBe("美/国会采取措施");
    both("美/国会采取措施");
  });
  test("BPE on bytes ends after 67 merges at 66 tokens", () => {
    const byteLevel = bench.trainBpe(
      bench.rawLines.map((line) => [bytes(line), 1] as const),
      100,
    );
    expect([byteLevel.merges.length, byteLevel.sizes[0], byteLevel.sizes.at(-1)]).toEqual([67, 231, 66]);
    for (const locale of ["zh", "en"]) {
      const figure = read(`figures/merges.${locale}.svg`);
      for (const merges of [20, 40]) expect(figure).toContain(String(byteLevel.sizes[merges]));
    }
  });
  test("Viterbi beats longest match on unrelated by 6.5", () => {
    const pieces: Record<string, number> = { un: -4, related: -5, unrel: -9.5, ated: -6 };
    const best = bench.bestPath("unrelated", (piece) => pieces[piece]);
    expect(best).toEqual({ pieces: ["un", "related"], score: -9 });
    const longest = bench.forwardMaxMatch("unrelated", new Set(Object.keys(pieces)));
    expect(longest).toEqual(["unrel", "ated"]);
    const greedy = longest.reduce((sum, piece) => sum + (pieces[piece] ?? 0), 0);
    both(fixed(best.score, 1));
    both(fixed(greedy, 1));
    both((best.score - greedy).toFixed(1));
  });
  test("WordPiece scores i + d above every other pair, 17/3 times e + s", () => {
    const single: Record<string, number> = {};
    const pairs: Record<string, number> = {};
    for (const [symbols, count] of bench.textbookCorpus)
      symbols.forEach((symbol, at) => {
        single[symbol] = (single[symbol] ?? 0) + count;
        const next = symbols[at + 1];
        if (next) pairs[`${symbol} ${next}`] = (pairs[`${symbol} ${next}`] ?? 0) + count;
      });
    const score = (pair: string) =>
      pair.split(" ").reduce((value, symbol) => value / (single[symbol] ?? 0), pairs[pair] ?? 0);
    const ranked = Object.keys(pairs).toSorted((a, b) => score(b) - score(a));
    expect(ranked[0]).toBe("i d");
    both(score("i d").toFixed(3));
    both(score("e s").toFixed(3));
    expect(keyOf("tok-wordpiece-first-merge")).toBeCloseTo(score("i d") / score("e s"), 4);
  });
});

describe("vocabulary and comparison", () => {
  test("untied embeddings of Llama 3 8B hold 1.0507 billion parameters, 13.08 %", () => {
    const parameters = 2 * 128_256 * 4_096;
    both((parameters / 1e9).toFixed(4));
    expect(lessons.en).toContain(`${((100 * parameters) / 8.03e9).toFixed(2)} %`);
    expect(lessons.zh).toContain(`${((100 * parameters) / 8.03e9).toFixed(2)}%`);
  });
  const perByte = (perplexity: number, bytesPerToken: number) =>
    (Math.log(perplexity) / Math.LN2 / bytesPerToken).toFixed(3);
  test("bits per byte of the two models in lesson and short answer", () => {
    both(`3/4.2 = ${perByte(8, 4.2)}`);
    both(`${Math.log2(6).toFixed(3)}/3.0 = ${perByte(6, 3)}`);
    expect(question("tok-which-compresses")).toContain(`A 是 ${perByte(8, 4.2)}，B 是 ${perByte(6, 3)}`);
  });
  test("bits per byte and token growth in the report with errors", () => {
    const text = question("tok-eval-report");
    for (const number of [perByte(9.1, 4.1), perByte(7.4, 3), (4.1 / 3).toFixed(2)]) expect(text).toContain(number);
  });
  test("the cloze on compression: 4 bits, 1 and 1.5 bits per byte", () => {
    const blanks = (
      parse(question("tok-compression-cloze")).interaction.blanks as { id: string; accept: { en: string[] } }[]
    ).map(({ id, accept }) => [id, accept.en[0]]);
    expect(Object.fromEntries(blanks)).toEqual({
      bits: String(Math.log2(16)),
      a: String(Math.log2(16) / 4),
      b: String(Math.log2(8) / 2),
      winner: "A",
    });
  });
});

describe("keys of the questions that show a segmentation", () => {
  const keyChoice = (id: string) => {
    const { choices } = parse(question(id)).interaction as { choices: { correct?: boolean; text: { zh: string } }[] };
    return choices.find(({ correct }) => correct)?.text.zh.replaceAll(" | ", "/");
  };
  test("are what the algorithms output", () => {
    const small = new Set(["研究", "研究生", "生命", "的", "起源"]);
    expect(keyChoice("tok-fmm-trace")).toBe(bench.forwardMaxMatch("研究生命的起源", small).join("/"));
    expect(keyChoice("tok-rmm-oov")).toBe(
      bench.reverseMaxMatch("王华研究语言模型", new Set(["研究", "语言", "模型"])).join("/"),
    );
    const ambiguous = new Set(["美国", "国会", "会", "采取", "措施"]);
    expect(keyChoice("tok-bidirectional-tie")).toBe(bench.bidirectionalMaxMatch("美国会采取措施", ambiguous).join("/"));
  });
  test("the order of merges is the order of training", () => {
    const { items } = parse(question("tok-bpe-merge-order")).interaction as { items: { text: { en: string } }[] };
    const learned = bench
      .trainBpe(bench.textbookCorpus, 5)
      .merges.map(({ pair }) => pair.join(" + ").replace("</w>", "`</w>`"));
    expect(items.map(({ text }) => text.en)).toEqual(learned);
  });
  test("for every learner, training learns the two merges of the BPE question first and leaves the length of its key", () => {
    const { id: _id, ...file } = parse(question("tok-bpe-corpus-length")) as Record<string, unknown>;
    const spec = questionSpec.parse(file);
    for (let seed = 0; seed < variantSeeds; seed++) {
      const drawn = drawVariant(spec, seed);
      const words = { low: "nLow", lower: "nLower", newest: "nNewest", widest: "nWidest" };
      const corpus = Object.entries(words).map(
        ([word, name]): [string[], number] => [[...Array.from(word), "</w>"], drawn[name] ?? 0],
      );
      const { merges, sizes } = bench.trainBpe(corpus, 2);
      expect(merges.map(({ pair }) => pair.join(" + "))).toEqual(["e + s", "es + t"]);
      const { interaction } = instantiate(spec, seed);
      expect(interaction.kind === "numeric" && interaction.answer).toBe(sizes[2]);
    }
  });
  test("there are at least 20 questions to look at", () => {
    expect(readdirSync(join(import.meta.dirname, "questions")).length).toBeGreaterThanOrEqual(20);
  });
});
