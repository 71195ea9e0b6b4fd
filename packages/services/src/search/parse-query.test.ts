import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseQuery, type SearchQuery, type TopicName } from "./parse-query";
import { printQuery } from "./print-query";

const topics: TopicName[] = [
  { slug: "online-serving", title: { zh: "在线服务", en: "Online serving" } },
  { slug: "online-learning", title: { zh: "在线学习", en: "Online learning" } },
  { slug: "energy", title: { zh: "能耗", en: "Energy" } },
];
const read = (written: string) => parseQuery(written, topics).query;
const problems = (written: string) => parseQuery(written, topics).problems;

describe("a learner types", () => {
  test.each<[string, Partial<SearchQuery>]>([
    ["kv cache", { texts: [{ text: "kv", phrase: false, not: false }, { text: "cache", phrase: false, not: false }] }],
    ['"kv cache" -paged', { texts: [{ text: "kv cache", phrase: true, not: false }, { text: "paged", phrase: false, not: true }] }],
    ["is:wrong topic:serving difficulty>3", {
      states: [{ value: "wrong", not: false }],
      topics: [{ value: { slugs: ["online-serving"], written: "online-serving" }, not: false }],
      difficulties: [{ value: { from: 4, to: 5 }, not: false }],
    }],
    ["状态：答错 主题：在线服务 难度＞3", {
      states: [{ value: "wrong", not: false }],
      topics: [{ value: { slugs: ["online-serving"], written: "online-serving" }, not: false }],
      difficulties: [{ value: { from: 4, to: 5 }, not: false }],
    }],
    ["“连续批处理” 题型：单选", { texts: [{ text: "连续批处理", phrase: true, not: false }], kinds: [{ value: "single-choice", not: false }] }],
    ['topic:"Online serving"', { topics: [{ value: { slugs: ["online-serving"], written: "online-serving" }, not: false }] }],
    ["topic:online", { topics: [{ value: { slugs: ["online-serving", "online-learning"], written: "online" }, not: false }] }],
    ["-in:notes -is:new", { places: [{ value: "notes", not: true }], states: [{ value: "new", not: true }] }],
    ["difficulty:2-4", { difficulties: [{ value: { from: 2, to: 4 }, not: false }] }],
    ["difficulty <= 2", { difficulties: [{ value: { from: 1, to: 2 }, not: false }] }],
    ["http://x.y a>b -5", { texts: ["http://x.y", "a>b", "-5"].map((text) => ({ text, phrase: false, not: false })) }],
    ["  -  \"\" ", { texts: [] }],
  ])("%s", (written, expected) => {
    expect(parseQuery(written, topics)).toMatchObject({ query: expected, problems: [] });
  });
});

describe("what is not understood is told, and the rest still searches", () => {
  test.each([
    ["cache topic:cooking", "TOPIC_UNKNOWN", "cooking"],
    ["cache kind:essay", "KIND_UNKNOWN", "essay"],
    ["cache is:hard", "STATE_UNKNOWN", "hard"],
    ["cache in:videos", "PLACE_UNKNOWN", "videos"],
    ["cache difficulty>9", "DIFFICULTY_UNKNOWN", "9"],
  ])("%s", (written, code, value) => {
    expect(problems(written)).toEqual([{ code, value }]);
    expect(read(written).texts.map(({ text }) => text)).toEqual(["cache"]);
  });
  test.each([
    ["cache topic:", "TOPIC_OPEN", "topic:"],
    ["kind: cache is:due", "KIND_UNKNOWN", "cache"],
    ["cache -is:", "STATE_OPEN", "is:"],
    ["cache 范围：", "PLACE_OPEN", "范围:"],
    ["cache difficulty >", "DIFFICULTY_OPEN", "difficulty>"],
    ['cache topic:""', "TOPIC_OPEN", "topic:"],
  ])("a filter that is still being typed is no word: %s", (written, code, value) => {
    expect(problems(written)).toEqual([{ code, value }]);
    expect(read(written).texts.map(({ text }) => text)).toEqual(code.endsWith("OPEN") ? ["cache"] : []);
  });
  test("a filter that has begun does not take the next one for its value", () => {
    expect(parseQuery("topic: is:due -in:", topics)).toMatchObject({
      query: { texts: [], states: [{ value: "due", not: false }] },
      problems: [{ code: "TOPIC_OPEN" }, { code: "PLACE_OPEN" }],
    });
  });
  test("states of questions are asked of lessons", () => {
    expect(problems("in:lessons is:due")).toEqual([{ code: "QUESTIONS_ONLY", value: "" }]);
    expect(problems("in:questions is:due")).toEqual([]);
  });
});

test("a query that is printed in either language and read again is the same query", () => {
  const parts = ["kv", '"kv cache"', "-缓存", "topic:energy", "-topic:online", "kind:numeric", "is:wrong", "is:due", "-is:right", "in:questions", "difficulty>3", "difficulty:2-4", "difficulty<1", "难度:5", "状态:没做过"];
  fc.assert(
    fc.property(fc.subarray(parts), fc.constantFrom("zh" as const, "en" as const), (chosen, locale) => {
      const query = read(chosen.join(" "));
      expect(read(printQuery(query, locale))).toEqual(query);
    }),
  );
});
test("nothing that can be typed breaks it", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => void printQuery(read(text), "zh")));
  expect(read("x".repeat(5000)).texts[0]?.text).toHaveLength(300);
});
