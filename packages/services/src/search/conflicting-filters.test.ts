import { expect, test } from "vitest";
import { conflictingFilters } from "./conflicting-filters";
import { parseQuery, type TopicName } from "./parse-query";

const topics: TopicName[] = [
  { slug: "online-serving", title: { zh: "在线服务", en: "Online serving" } },
  { slug: "online-learning", title: { zh: "在线学习", en: "Online learning" } },
];
const conflicts = (written: string, locale: "zh" | "en" = "en") => conflictingFilters(parseQuery(written, topics).query, locale);

test("a learner who asks for what is new and was wrong is told both, each with the search without it", () => {
  expect(conflicts("kv is:new is:wrong")).toEqual([
    { written: "is:new", query: "kv is:wrong" },
    { written: "is:wrong", query: "kv is:new" },
  ]);
  expect(conflicts("is:new is:wrong", "zh").map(({ written }) => written)).toEqual(["状态：没做过", "状态：答错"]);
});

test.each([
  ["is:due -is:due", ["is:due", "-is:due"]],
  ["difficulty>3 难度:1", ["difficulty>3", "difficulty:1"]],
  ["topic:online-serving -topic:online", ["topic:online-serving", "-topic:online"]],
  ["-kind:numeric kind:numeric", ["-kind:numeric", "kind:numeric"]],
  ["in:notes -in:notes", ["in:notes", "-in:notes"]],
  // one alone does not make room for the others
  ["is:new is:wrong is:right", ["is:new is:wrong is:right"]],
  ["difficulty>5", ["difficulty>5"]],
])("%s can be met by nothing", (written, told) => {
  expect(conflicts(written).map((each) => each.written)).toEqual(told);
});

test("filters that something can meet are left alone", () => {
  for (const written of ["kv -cache", "is:wrong is:due is:misconception", "topic:online -topic:online-serving", "kind:numeric kind:cloze -kind:cloze", "in:terms in:notes -in:terms", "difficulty>2 difficulty<5 -difficulty:3", "-is:new -is:right"])
    expect(conflicts(written)).toEqual([]);
});
