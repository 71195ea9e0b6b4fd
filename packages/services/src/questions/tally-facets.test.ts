import { expect, test } from "vitest";
import { type FacetGroup, tallyFacets } from "./tally-facets";

const group = (over: Partial<FacetGroup>): FacetGroup => ({
  topic: "a",
  kind: "numeric",
  status: "published",
  hasDraft: false,
  difficulty: 2,
  n: 1,
  ...over,
});
const groups = [
  group({ n: 5 }),
  group({ kind: "cloze", n: 3 }),
  group({ topic: "b", n: 2 }),
  group({ topic: "b", hasDraft: true, n: 1 }),
  group({ status: "draft", hasDraft: true, difficulty: 4, n: 1 }),
];

test("without a filter every question is counted once in each facet", () => {
  const facets = tallyFacets(groups, {});
  expect(facets.total).toBe(12);
  expect(facets.topics).toEqual({ a: 9, b: 3 });
  expect(facets.kinds).toEqual({ numeric: 9, cloze: 3 });
  expect(facets.difficulties).toEqual({ 2: 11, 4: 1 });
});
test("an editor who chose a topic still sees how many the other topics have", () => {
  const facets = tallyFacets(groups, { topic: "b" });
  expect(facets.total).toBe(3);
  expect(facets.topics).toEqual({ a: 9, b: 3 });
  expect(facets.kinds).toEqual({ numeric: 3 });
});
test("two filters hold each other's counts down", () => {
  const facets = tallyFacets(groups, { topic: "a", kind: "cloze" });
  expect(facets).toMatchObject({ total: 3, topics: { a: 3 }, kinds: { numeric: 6, cloze: 3 } });
});
test("a published question with an open draft is found as published and as draft", () => {
  expect(tallyFacets(groups, {}).statuses).toEqual({ published: 11, draft: 2 });
  expect(tallyFacets(groups, { status: "draft" }).total).toBe(2);
});
