import { expect, test } from "vitest";
import { topicProgress } from "./topic-progress";
import type { TopicRow } from "./topic.repo";

const body = { title: { zh: "题", en: "T" }, summary: { zh: "述", en: "S" }, objectives: [], misconceptions: [] };
const row = (slug: string, prerequisites: string[], rest: Partial<TopicRow> = {}): TopicRow => ({
  slug,
  number: 1,
  area: "data",
  body,
  prerequisites,
  questions: 10,
  hasLesson: true,
  rating: null,
  level: 0,
  answers: 0,
  right: 0,
  seen: 0,
  due: 0,
  lessonReadAt: null,
  skippedAt: null,
  ...rest,
});
const lacks = (topics: TopicRow[], slug: string) => topicProgress(topics).get(slug)!.lacks;

test("a topic lacks what it builds on and the learner does not hold yet", () => {
  const top = row("top", ["held", "open"]);
  expect(lacks([row("held", [], { skippedAt: new Date(0) }), row("open", []), top], "top")).toEqual(["open"]);
});
test("behind a topic without questions those before it are lacking in its place, each once", () => {
  const topics = [row("base", []), row("a", ["base"], { questions: 0 }), row("b", ["base"], { questions: 0 }), row("top", ["a", "b"])];
  expect(lacks(topics, "top")).toEqual(["base"]);
  expect(topicProgress(topics).get("top")!.state).toBe("not-ready");
});
test("topics that build on each other in a circle keep nobody waiting", () => {
  const topics = [row("a", ["b"], { questions: 0 }), row("b", ["a"], { questions: 0 })];
  expect(lacks(topics, "a")).toEqual([]);
});
