import { describe, expect, test } from "vitest";
import { dictionary, maxTypeLength, rawLines, trainingSentences } from "./corpus";
import { trainHmm } from "./hidden-markov";
import { bidirectionalMaxMatch, forwardMaxMatch, reverseMaxMatch } from "./max-match";
import { trainCrf } from "./random-field";
import { legalSuccessors, tagsOf, wordsOf } from "./tags";
import { latticeOf, maxProbabilityPath } from "./word-lattice";

const slash = (words: string[]) => words.join("/");
const crf = trainCrf();
const hmm = trainHmm();

test("the training data is the one that every number below was computed on", () => {
  expect([trainingSentences.length, trainingSentences.flat().length, dictionary.length]).toEqual([12, 43, 28]);
  const characters = [...rawLines.join("")];
  expect([characters.length, new Set(characters).size, new TextEncoder().encode(rawLines.join("")).length]).toEqual([
    77, 38, 231,
  ]);
  expect(maxTypeLength).toBe(3);
});

describe("maximum matching", () => {
  test("no fixed direction wins", () => {
    expect(slash(forwardMaxMatch("研究生命的起源", dictionary))).toBe("研究生/命/的/起源");
    expect(slash(reverseMaxMatch("研究生命的起源", dictionary))).toBe("研究/生命/的/起源");
    expect(slash(forwardMaxMatch("美国会采取措施", dictionary))).toBe("美国/会/采取/措施");
    expect(slash(reverseMaxMatch("美国会采取措施", dictionary))).toBe("美/国会/采取/措施");
    expect(slash(forwardMaxMatch("他将来上海", dictionary))).toBe("他/将来/上海");
    expect(slash(reverseMaxMatch("他将来上海", dictionary))).toBe("他/将来/上海");
  });
  test("a name outside the dictionary falls apart from both ends", () => {
    for (const match of [forwardMaxMatch, reverseMaxMatch]) expect(slash(match("王华", dictionary))).toBe("王/华");
  });
});

/** The exercise's own cases: text, dictionary, expected. */
test.each<[string, string, string[], string[]]>([
  [
    "overlap: reverse wins",
    "研究生命的起源",
    ["研究", "研究生", "生命", "命", "的", "起源"],
    ["研究", "生命", "的", "起源"],
  ],
  [
    "overlap: the rule picks the wrong one",
    "美国会采取措施",
    ["美国", "国会", "会", "采取", "措施"],
    ["美", "国会", "采取", "措施"],
  ],
  ["combination ambiguity, both equal", "他将来上海", ["他", "将来", "将", "来", "上海"], ["他", "将来", "上海"]],
  ["classic", "结婚的和尚未结婚的", ["结婚", "的", "和", "和尚", "尚未"], ["结婚", "的", "和", "尚未", "结婚", "的"]],
  ["full tie: reverse wins", "使用户满意", ["使用", "用户", "使", "满意", "户"], ["使", "用户", "满意"]],
  ["fewer singles: forward wins", "高中学生", ["高中", "学生", "中学生"], ["高中", "学生"]],
  ["fewer tokens: forward wins", "天安门口", ["天安门", "门口"], ["天安门", "口"]],
  ["unknown words and an emoji", "王华研究😀模型", ["研究", "模型"], ["王", "华", "研究", "😀", "模型"]],
  ["empty text", "", ["研究"], []],
  ["empty dictionary", "大模型", [], ["大", "模", "型"]],
  ["empty entry ignored", "模型", ["", "模型"], ["模型"]],
])("bidirectional matching: %s", (_, text, words, expected) =>
  expect(bidirectionalMaxMatch(text, words)).toEqual(expected),
);
test("bidirectional matching refuses what is no text", () => {
  expect(() => bidirectionalMaxMatch(123 as unknown as string, ["研究"])).toThrow(RangeError);
});

describe("the word lattice", () => {
  test.each([
    ["研究生命的起源", "研究/生命/的/起源", -12.5599],
    ["美国会采取措施", "美国/会/采取/措施", -13.6585],
    ["王华研究语言模型", "王/华/研究/语言/模型", -17.0142],
  ])("%s", (text, words, score) => {
    const path = maxProbabilityPath(text);
    expect(slash(path.words)).toBe(words);
    expect(Math.abs(path.score - score)).toBeLessThan(1e-4);
  });
  test("an unknown string is an edge only as a single character", () => {
    expect(latticeOf("王华").map(({ word }) => word)).toEqual(["王", "华"]);
  });
});

describe("the hidden Markov model", () => {
  test("is a matter of counting", () => {
    expect(hmm.logStart("B")).toBeCloseTo(-0.293162, 6);
    expect(hmm.logTransition("E", "B")).toBeCloseTo(-0.275182, 6);
    expect(hmm.logEmission("B", "研")).toBeCloseTo(-2.197225, 6);
    expect(hmm.logEmission("S", "☃")).toBeCloseTo(-4.934474, 6);
    expect(hmm.logTransition("B", "S")).toBe(-Infinity);
  });
  test.each([
    ["研究生命的起源", "BEBESBE", -21.0004],
    ["他将来上海", "SBEBE", -16.5914],
  ])("decodes %s", (text, tags, score) => {
    const decoding = hmm.segment(text);
    expect(decoding.tags.join("")).toBe(tags);
    expect(Math.abs(decoding.score - score)).toBeLessThan(1e-4);
    expect(decoding.trellis.length).toBe([...text].length);
  });
});

describe("the conditional random field", () => {
  test("starts at the number of legal taggings: a sentence of n characters has 2^(n-1)", () => {
    expect(crf.objectives[0]).toBeCloseTo(-65 * Math.LN2, 9);
    expect(crf.weightCount).toBe(396);
  });
  test("climbs as computed", () => {
    const at = (iteration: number) => crf.objectives[iteration] ?? NaN;
    expect(Math.abs(at(1) - -17.125093)).toBeLessThan(1e-5);
    expect(Math.abs(at(10) - -5.179107)).toBeLessThan(1e-5);
    expect(Math.abs(at(100) - -0.696898)).toBeLessThan(1e-5);
    expect(Math.abs(crf.logLikelihood - -0.508731)).toBeLessThan(1e-5);
  });
  test.each([
    ["研究生命的起源", "研究/生命/的/起源", 0.9559],
    ["他将来上海", "他/将/来/上海", 0.9032],
    ["大语言模型", "大/语言/模型", 0.8371],
  ])("segments %s", (text, words, probability) => {
    const decoding = crf.segment(text);
    expect(slash(decoding.words)).toBe(words);
    expect(Math.abs(decoding.probability - probability)).toBeLessThan(1e-3);
  });
});

test("only the CRF gets 他将来上海 right: it sees the neighbours", () => {
  expect(slash(crf.segment("他将来上海").words)).toBe("他/将/来/上海");
  expect(slash(hmm.segment("他将来上海").words)).toBe("他/将来/上海");
});
test("HMM and CRF join a name that no dictionary holds", () => {
  expect(slash(hmm.segment("王华").words)).toBe("王华");
  expect(slash(crf.segment("王华").words)).toBe("王华");
});
test("nothing to segment gives nothing", () => {
  expect([hmm.segment("").words, crf.segment("").words, maxProbabilityPath("").words]).toEqual([[], [], []]);
});
test("tags and words are two ways to say the same, and seven characters have 64 legal taggings", () => {
  for (const words of trainingSentences) expect(wordsOf([...words.join("")], tagsOf(words))).toEqual([...words]);
  let paths = { B: 1, M: 0, E: 0, S: 1 };
  for (let i = 1; i < 7; i++) {
    const next = { B: 0, M: 0, E: 0, S: 0 };
    for (const from of ["B", "M", "E", "S"] as const) for (const to of legalSuccessors[from]) next[to] += paths[from];
    paths = next;
  }
  expect(paths.E + paths.S).toBe(64);
});
