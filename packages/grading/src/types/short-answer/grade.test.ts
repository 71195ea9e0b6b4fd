import { describe, expect, test } from "vitest";
import { gradeAnswer, gradeTicks } from "../../grade-answer";
import { sampleInteractions, sampleQuestion } from "../../sample-questions";
import { saysPhrase } from "./match-phrase";
import { stem } from "./stem";
import { tokens } from "./tokens";

const question = sampleQuestion(sampleInteractions["short-answer"]);
const write = (text: string) => gradeAnswer(question, { kind: "short-answer", text });

test.each([
  "Both directions share one dictionary; unknown words are split into pieces.",
  "since both directions share the one dictionary, an unknown word is just split into pieces",
  "两个方向共用同一部词典，未登录词都会被拆开。",
  "两个方向共用的是同一部词典，所以 out-of-vocabulary words fall apart",
])("who says all key points in any language is right at once: %s", (text) => {
  expect(write(text)).toMatchObject({ verdict: "right", points: 1 });
});
test("what was not recognised is pending, with the points of what was", () => {
  expect(write("Both directions share one dictionary.")).toMatchObject({
    verdict: "pending",
    points: 0.5,
    parts: [
      { id: "shared", right: true },
      { id: "split", right: false },
    ],
  });
  expect(write("I would have to think.")).toMatchObject({ verdict: "pending", points: 0 });
});
test("nothing written is wrong, not pending", () => {
  expect(write(" ")).toMatchObject({ verdict: "wrong", points: 0 });
});

const tick = (text: string, ...ids: string[]) => gradeTicks(question, { kind: "short-answer", text }, ids);

describe("the learner's own ticks", () => {
  test("are added to what was recognised and make the verdict final", () => {
    expect(tick("Both directions share one dictionary.", "split")).toMatchObject({ verdict: "right", points: 1 });
    expect(tick("Both directions share one dictionary.")).toMatchObject({ verdict: "partial", points: 0.5 });
    expect(tick("Hm.", "split")).toMatchObject({ verdict: "partial", points: 0.5 });
    expect(tick("Hm.")).toMatchObject({ verdict: "wrong", points: 0 });
  });
  test("earn nothing on an empty answer", () => {
    expect(tick("", "split", "shared")).toMatchObject({ verdict: "wrong", points: 0 });
    expect(gradeTicks(question, { kind: "blank" }, ["split"])).toMatchObject({ points: 0 });
  });
  test("on a point that the question does not have are sent back", () => {
    expect(tick("Hm.", "nothing")).toEqual({ unreadable: "unknown-part" });
  });
  test("do not exist for other kinds", () => {
    expect(gradeTicks(sampleQuestion(sampleInteractions.numeric), { kind: "blank" }, [])).toEqual({
      unreadable: "kind",
    });
  });
});

describe("a phrase is not found", () => {
  test.each([
    ["the answer denies it", "Training does not need many iterations.", "training needs many iterations"],
    ["the answer denies it in Chinese", "有标注时训练不需要多次迭代。", "训练需要多次迭代"],
    ["a stretch would begin behind the denial", "不能让模型在同样的步数里更快收敛", "模型在同样的步数里更快收敛"],
    ["two clauses deny it", "不需要黑盒攻击，也不用迁移攻击", "用迁移攻击"],
    ["words stand between it and its denial", "不一定能更快收敛", "更快收敛"],
    ["a name shares its letters and digits only", "use W4A16 with 8-bit keys", "use W8A8"],
    [
      "its words lie far apart",
      ["Training", "needs", "many iterations"].join(
        " something else entirely happens over there again today by chance, as people often observe elsewhere ",
      ),
      "training needs many iterations",
    ],
    ["too few of its words are there", "Training is fun.", "training needs many iterations"],
    ["the answer drops its denial", "训练需要多次迭代", "训练不需要多次迭代"],
  ])("when %s", (_, answer, phrase) => {
    expect(saysPhrase(tokens(answer), phrase)).toBe(false);
  });
});
describe("a phrase is found", () => {
  test.each([
    ["in other forms of its words", "It was trained iteratively, caching keys", "trains iteratively; cached key"],
    ["in British spelling", "quantisation of the tokeniser", "quantization of the tokenizer"],
    ["with particles between", "词表外的词", "词表外词"],
    [
      "when something else is denied in another clause",
      "It is not slow, training needs many iterations",
      "training needs many iterations",
    ],
    ["when it denies and so does the answer", "训练并不需要多次迭代", "训练不需要多次迭代"],
    ["although 不同 holds a negating character", "不同语言的词元数相差很大", "不同语言词元数相差大"],
    ["with its denial at the end", "The words stay split and are never merged again", "words stay split, never merged"],
    ["with names in another case", "FP8 on the H100 doubles it", "fp8 doubles"],
    ["when the other thing is what is denied", "瓶颈不是带宽而是算力", "算力"],
    ["with numbers written otherwise", "about 1,024 tokens fit", "1024 tokens fit"],
  ])("%s", (_, answer, phrase) => {
    expect(saysPhrase(tokens(answer), phrase)).toBe(true);
  });
});
test.each([
  ["running", "run"],
  ["merges", "merge"],
  ["caching", "cache"],
  ["quantised", "quantization"],
  ["studies", "study"],
  ["greedily", "greedy"],
  ["losses", "loss"],
])("%s and %s have one stem", (a, b) => {
  expect(stem(a)).toBe(stem(b));
});
