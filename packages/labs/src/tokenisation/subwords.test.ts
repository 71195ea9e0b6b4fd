import { describe, expect, test } from "vitest";
import { applyMerges, learnMerges, pieceText } from "./byte-pair";
import { rawLines } from "./corpus";
import { bestPieces, greedyPieces } from "./unigram-pieces";
import { bpeTrainEncode } from "./word-byte-pair";

describe("BPE on Chinese lines", () => {
  const learned = learnMerges(rawLines, 100);
  test("learns the merges in order, with their counts", () => {
    expect(
      learned.merges
        .slice(0, 15)
        .map((pair, i) => pair.join("") + learned.counts[i])
        .join(" "),
    ).toBe(
      "模型4 研究4 上海2 会采2 会采取2 会采取措2 会采取措施2 国会采取措施2 学习2 将来2 海洋2 生命2 训练2 语言2 起源2",
    );
  });
  test("shortens the corpus from 77 to 43 tokens", () => {
    expect(learned.corpusTokens.slice(0, 6)).toEqual([77, 73, 69, 67, 65, 63]);
    expect(learned.corpusTokens[15]).toBe(43);
  });
  test("its pieces are not words", () => {
    expect(applyMerges("美国会采取措施", learned.merges.slice(0, 15))).toEqual(["美", "国会采取措施"]);
  });
});

describe("BPE on bytes", () => {
  const learned = learnMerges(rawLines, 1000, "byte");
  test("starts at 231 tokens and ends at 66 after 67 merges", () => {
    expect([0, 20, 40, 67].map((merges) => learned.corpusTokens[merges])).toEqual([231, 160, 120, 66]);
    expect(learned.merges.length).toBe(67);
  });
  test("encodes any string, without an unknown token", () => {
    const pieces = applyMerges("研究😀é", learned.merges, "byte");
    const bytes = Uint8Array.from(pieces.join(""), (byte) => byte.charCodeAt(0));
    expect(new TextDecoder().decode(bytes)).toBe("研究😀é");
    expect(pieceText(pieces[0] ?? "", "byte")).toBe("研究");
    expect(pieceText("\u00f0\u009f", "byte")).toBe("F0 9F");
  });
});

type Words = [string, number][];
const textbook: Words = [
  ["low", 5],
  ["lower", 2],
  ["newest", 6],
  ["widest", 3],
];

describe("BPE on words with an end marker", () => {
  test("the textbook corpus: merges, and tokens after 0, 4 and 10 of them", () => {
    const { merges, corpusTokens } = bpeTrainEncode(textbook, 10, []);
    expect(merges.map((pair) => pair.join("")).join(" ")).toBe(
      "es est est</w> lo low ew ewest</w> newest</w> low</w> dest</w>",
    );
    expect([corpusTokens[0], corpusTokens[4], corpusTokens[10]]).toEqual([95, 61, 28]);
  });
  test.each<[string, Words, number, string[], string[], string[]]>([
    [
      "ten merges",
      textbook,
      10,
      ["lowest", "newer", "widest", "lowlow", "xyz", ""],
      ["e s", "es t", "est </w>", "l o", "lo w", "e w", "ew est</w>", "n ewest</w>", "low </w>", "d est</w>"],
      ["low est</w>", "n ew e r </w>", "w i dest</w>", "low low</w>", "x y z </w>", ""],
    ],
    ["no merges", textbook, 0, ["low"], [], ["l o w </w>"]],
    ["an overlapping run", [["aaaa", 1]], 5, ["aaaaa"], ["a a"], ["aa aa a </w>"]],
    [
      "no pair reaches 2",
      [
        ["ab", 1],
        ["cd", 1],
      ],
      3,
      ["ab"],
      [],
      ["a b </w>"],
    ],
    ["an empty corpus", [], 3, ["x"], [], ["x </w>"]],
    [
      "Chinese",
      [
        ["分词", 3],
        ["分析", 2],
        ["词", 4],
      ],
      4,
      ["分词", "分析", "析词"],
      ["词 </w>", "分 词</w>", "分 析", "分析 </w>"],
      ["分词</w>", "分析</w>", "析 词</w>"],
    ],
    ["four merges only", textbook, 4, ["lowest"], ["e s", "es t", "est </w>", "l o"], ["lo w est</w>"]],
  ])("%s", (_, words, wanted, probes, merges, pieces) => {
    const result = bpeTrainEncode(words, wanted, probes);
    expect(result.merges.map((pair) => pair.join(" "))).toEqual(merges);
    expect(result.pieces.map((list) => list.join(" "))).toEqual(pieces);
  });
  test("a negative number of merges and a count of zero are refused", () => {
    expect(() => bpeTrainEncode(textbook, -1, [])).toThrow(RangeError);
    expect(() => bpeTrainEncode([["a", 0]], 1, [])).toThrow(RangeError);
  });
});

test("the most probable pieces beat the longest ones by 6.5", () => {
  const pieces = new Map([
    ["un", -4],
    ["unrel", -9.5],
    ["related", -5],
    ["ated", -6],
    ["re", -3.5],
    ["lated", -8],
  ]);
  expect(bestPieces("unrelated", pieces)).toEqual({ pieces: ["un", "related"], score: -9 });
  expect(greedyPieces("unrelated", pieces)).toEqual({ pieces: ["unrel", "ated"], score: -15.5 });
  expect([bestPieces("xyz", pieces), greedyPieces("xyz", pieces)]).toEqual([null, null]);
});
