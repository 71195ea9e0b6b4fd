import { expect, test } from "vitest";
import { layoutMap, neighbours } from "./map-layout";

const topics = [
  { slug: "tokens", prerequisites: [] },
  { slug: "compression", prerequisites: [] },
  { slug: "training", prerequisites: ["tokens"] },
  { slug: "memory", prerequisites: ["training", "compression"] },
  { slug: "speed", prerequisites: ["memory", "tokens"] },
];
const at = (slug: string) => {
  const node = layoutMap(topics).nodes.find((each) => each.slug === slug);
  if (!node) throw new Error(`${slug} is not on the map`);
  return node;
};

test("a topic stands one column behind the deepest of what it needs", () => {
  expect(["tokens", "compression", "training", "memory", "speed"].map((slug) => at(slug).column)).toEqual([
    0, 0, 1, 2, 3,
  ]);
});
test("no two topics stand in one place", () => {
  const places = layoutMap(topics).nodes.map(({ column, row }) => `${column} ${row}`);
  expect(new Set(places).size).toBe(topics.length);
});
test("each prerequisite is a line", () => {
  expect(layoutMap(topics).edges.map(({ from, to }) => `${from.slug} ${to.slug}`)).toEqual([
    "tokens training",
    "training memory",
    "compression memory",
    "memory speed",
    "tokens speed",
  ]);
});
test("arrow keys walk along the lines and stop at the rim", () => {
  const layout = layoutMap(topics);
  expect(neighbours(layout, at("memory"))).toEqual({ left: "training", right: "speed", up: "", down: "" });
  expect(neighbours(layout, at("tokens"))).toMatchObject({ left: "", right: "training", up: "", down: "compression" });
});
test("a cycle, which the importer refuses, does not hang the page", () => {
  const cycle = [
    { slug: "a", prerequisites: ["b"] },
    { slug: "b", prerequisites: ["a"] },
  ];
  expect(layoutMap(cycle).nodes).toHaveLength(2);
});
test("a prerequisite that is archived is left out", () => {
  expect(layoutMap([{ slug: "a", prerequisites: ["gone"] }])).toMatchObject({ edges: [], columns: 1, rows: 1 });
});
