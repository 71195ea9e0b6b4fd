import { expect, test } from "vitest";
import {
  isNothingToFind,
  isStillTyped,
  practiceHref,
  roundly,
  saysItsFilter,
  searchHref,
  searchQueryOf,
} from "./search-query";

test("an address says what is searched, and what it cannot mean is left out", () => {
  expect(searchQueryOf({ q: " KV 缓存 ", page: "2" })).toEqual({ query: "KV 缓存", page: 2 });
  for (const page of ["0", "-1", "1.5", "x", "51", ["2", "3"]]) expect(searchQueryOf({ page }).page).toBe(1);
  expect(searchQueryOf({ q: ["a", "b"] }).query).toBe("");
});
test("a search that is too long is not cut on its way: the page says so and shows all of it", () => {
  expect(searchQueryOf({ q: `${"x".repeat(400)} is:wrong` }).query).toBe(`${"x".repeat(400)} is:wrong`);
});
test("a search makes an address again", () => {
  expect(searchHref("is:wrong topic:serving", 2)).toBe("/search?q=is%3Awrong+topic%3Aserving&page=2");
  expect(searchHref("")).toBe("/search");
  expect(practiceHref("难度>3", "q-1")).toBe("/practice?search=%E9%9A%BE%E5%BA%A6%3E3&question=q-1");
});
test("whoever typed marks alone is told that they hold no word, and whoever typed nothing is not", () => {
  expect(isNothingToFind({ query: "🙂" }, { empty: true, problems: [] })).toBe(true);
  expect(isNothingToFind({ query: "" }, { empty: true, problems: [] })).toBe(false);
  expect(isNothingToFind({ query: "difficulty>9" }, { empty: true, problems: [{}] })).toBe(false);
  expect(isNothingToFind({ query: "KV" }, { empty: false, problems: [] })).toBe(false);
});
test("a filter is not named twice on its button", () => {
  expect(saysItsFilter("Difficulty", "Difficulty 1")).toBe(true);
  expect(saysItsFilter("难度", "难度1")).toBe(true);
  expect(saysItsFilter("Topic", "Model compression")).toBe(false);
});
test("of very many hits the number is a round one, and there are more than that", () => {
  expect([121, 150, 151, 189, 200, 201, 360].map(roundly)).toEqual([100, 100, 150, 150, 150, 200, 350]);
});
test("a filter that has been begun stays in the box to be gone on with", () => {
  expect(isStillTyped({ problems: [{ code: "TOPIC_UNKNOWN" }, { code: "STATE_OPEN" }] })).toBe(true);
  expect(isStillTyped({ problems: [{ code: "TOPIC_UNKNOWN" }] })).toBe(false);
});
