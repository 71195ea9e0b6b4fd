import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dictionaryWith } from "./chinese-words";
import { foldText, titleKeyOf } from "./fold-text";
import { tsvectorOf } from "./lexemes";
import { excerptOf, markWords, type Stretch } from "./mark-words";
import { nearestWord, slipsBetween } from "./near-word";
import { parseQuery } from "./parse-query";
import { replaceWords } from "./replace-words";
import { soundDistance, soundsAlike } from "./sound-order";
import { textQueryOf } from "./tsquery-of";
import { wordsOf } from "./words-of";

const { cut } = dictionaryWith("test", ["激活重计算", "键值缓存"]);
const words = (text: string) => wordsOf(foldText(text), cut);
const plain = (text: string) => words(text).map(({ word }) => word);
const joined = (stretches: Stretch[]) => stretches.map(({ text, found }) => (found ? `[${text}]` : text)).join("");

describe("a text is cut into words", () => {
  test.each([
    ["激活重计算省了显存", ["激活重计算", "省", "了", "显存"]],
    ["ＫＶ　Cache：0.5 倍", ["kv", "cache", "0.5", "倍"]],
    ["Tokenisation, tokenization", ["tokenization", "tokenization"]],
    ["C++ 与 C#、GPT-4", ["c++", "与", "c#", "gpt", "4"]],
  ])("%s", (text, expected) => expect(plain(text)).toEqual(expected));
  test("words joined by a sign belong together", () => {
    expect(words("gpt-4 x").map(({ joined: isJoined }) => isJoined)).toEqual([false, true, false]);
  });
});

describe("a term that is new to the glossary", () => {
  const terms = (count: number) => Array.from({ length: count }, (_, at) => `龘${String.fromCodePoint(0x4e00 + at)}龘`);
  const after = (...names: string[]) => dictionaryWith(names.join(), names);
  const tie = "矩阵写进显存";
  test("leaves texts as they are cut that do not hold it, near ties too", () => {
    // by the general dictionary alone 写 and 进 stand apart, by one with four hundred words more they do not
    const first = after().cut(tie);
    expect([terms(499), ["问题", "函数"]].map((names) => after(...names).cut(tie))).toEqual([first, first]);
    expect(after(...terms(499)).partFor(tie)).toEqual(after().partFor(tie));
  });
  test("changes the part of the dictionary that a text which holds it is cut by", () => {
    expect(after().cut("斑马纹路很长")).not.toContain("斑马纹路");
    expect(after("斑马纹路").cut("斑马纹路很长")).toContain("斑马纹路");
    expect(after("斑马纹路").partFor("斑马纹路很长")).not.toEqual(after().partFor("斑马纹路很长"));
  });
  test("changes it for every text when there is no room left for one more", () => {
    expect(after(...terms(500)).partFor(tie)).not.toEqual(after(...terms(499)).partFor(tie));
  });
});

test("whatever stands in a text, its lexemes are quoted", () => {
  const { tsvector } = tsvectorOf({ title: "it's", body: "a\\b 'x' :1A", facets: ["@topic:o'x"] }, cut);
  expect(tsvector).toContain("'@topic:o''x'");
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      const { all } = textQueryOf(parseQuery(text, []).query, "s", cut);
      // outside of quotes only operators are left
      expect(all.replace(/'(?:[^']|'')*'/g, "")).toMatch(/^[\s&|!()<\->]*$/);
    }),
  );
});
test("words of which questions are made do not have to be in the answer", () => {
  const ask = (text: string) => textQueryOf(parseQuery(text, []).query, "s", cut).words.map(({ word }) => word);
  expect(ask("what is the KV cache")).toEqual(["kv", "cache"]);
  expect(ask("什么是键值缓存")).toEqual(["键值缓存"]);
  expect(ask("what is")).toEqual(["what", "is"]);
});

describe("what was found is marked", () => {
  test.each([
    ["caches", "A KV Cache is cached.", "A KV [Cache] is [cached]."],
    ["缓存 ＫＶ", "每层的KV缓存", "每层的[KV缓存]"],
    ["键值缓存", "缓存之值", "[缓存]之值"],
    ["quantization", "Ｑuantisation of <b>weights</b>", "[Ｑuantisation] of <b>weights</b>"],
  ])("%s in %s", (query, text, expected) => expect(joined(markWords(text, words(query)))).toBe(expected));
  test("a long text is shown around the first place of it", () => {
    const text = `${"Nothing here at all. ".repeat(30)}Paging keeps the cache in blocks. ${"More of nothing. ".repeat(30)}`;
    const excerpt = joined(excerptOf(text, words("cache blocks")));
    expect(excerpt).toMatch(/^….*\[cache\] in \[blocks\].*…$/);
    expect(excerpt.length).toBeLessThan(240);
  });
  test("an excerpt is a part of its text, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }), (text, query) => {
        const shown = excerptOf(text, words(query), 40).map((stretch) => stretch.text).join("").replace(/^…|…$/g, "");
        expect(text).toContain(shown);
      }),
    );
  });
});

test("a title is the same with and without its gaps, in either spelling", () => {
  expect(["KV cache", "kv-cache", "ＫＶ　Ｃache"].map(titleKeyOf)).toEqual(["kvcache", "kvcache", "kvcache"]);
  expect(titleKeyOf("KV 缓存")).toBe(titleKeyOf("KV缓存"));
  expect(titleKeyOf("Post-training quantisation")).toBe(titleKeyOf("post-training quantization"));
});
describe("a slip of the hand", () => {
  const near = (word: string, documents: number) => ({ word, documents });
  test.each([["quantization", "quantizaton", 1], ["attention", "attentoin", 1], ["量化", "量华", 1], ["kitten", "sitting", 3]])("%s for %s", (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips);
    expect(slipsBetween(b, a)).toBe(slips);
  });
  test("means the nearest word, and of two as near the more common", () => {
    expect(nearestWord("quantizaton", [near("quantizations", 90), near("quantization", 3)])?.word).toBe("quantization");
    expect(nearestWord("量华", [near("重量", 2), near("量化", 9)])?.word).toBe("量化");
    expect(nearestWord("zzzzzz", [near("quantization", 3)])).toBeNull();
  });
  test("makes no other abbreviation of one, and of a short word none that is half of it", () => {
    expect(nearestWord("aws", [near("awq", 9)])).toBeNull();
    expect(nearestWord("gup", [near("gpu", 9), near("gap", 20)])?.word).toBe("gpu");
    expect(nearestWord("redis", [near("red", 9)])).toBeNull();
    expect(nearestWord("lorra", [near("lora", 9)])?.word).toBe("lora");
    expect(nearestWord("faiss", [near("fails", 9)])).toBeNull();
    expect(nearestWord("milvus", [near("minus", 9)])).toBeNull();
  });
  test("in Chinese means a word that sounds the same before a more common one", () => {
    expect(nearestWord("分辞器", [near("分类器", 40), near("分词器", 16)])?.word).toBe("分词器");
    expect(nearestWord("向量数据库", [near("向量数据流", 9)])).toBeNull();
    expect(soundsAlike("量话", "量化")).toBe(true);
    expect(soundsAlike("数量", "据量")).toBe(false);
    expect(soundDistance("量化", "量")).toBe(Number.POSITIVE_INFINITY);
  });
  test("is mended wherever it stands as a word of its own, and nowhere else", () => {
    const meant = new Map([["atten", "attention"], ["loar", "LoRA"], ["polarizer", "quantizer"], ["量华", "量化"]]);
    const mend = (text: string) => replaceWords(text, meant);
    expect(mend("attention Atten")).toBe("attention attention");
    expect(mend("loar or LOAR's 用loar做")).toBe("LoRA or LoRA's 用LoRA做");
    // known to the index in the other spelling
    expect(mend("polariser")).toBe("quantizer");
    expect(mend("量华与再量华")).toBe("量化与再量化");
  });
  test("is no slip where a name is written without its gaps", () => {
    expect(nearestWord("kvcache", [{ word: "kvcache", documents: 1, shown: "KV cache" }, near("cache", 90)])?.word).toBe("kvcache");
  });
});
