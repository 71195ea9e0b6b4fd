import { expect, test } from "vitest";
import { layoutMap, neighbours } from "./map-layout";

const topics = [
  { slug: "tokens", area: "data", prerequisites: [] },
  { slug: "compression", area: "hardware", prerequisites: [] },
  { slug: "training", area: "data", prerequisites: ["tokens"] },
  { slug: "memory", area: "hardware", prerequisites: ["training", "compression"] },
  { slug: "noise", area: "hardware", prerequisites: ["training"] },
  { slug: "speed", area: "hardware", prerequisites: ["memory", "tokens"] },
];
const areas = ["data", "nothing", "hardware"];
const at = (slug: string) => {
  const node = layoutMap(topics, areas).nodes.find((each) => each.slug === slug);
  if (!node) throw new Error(`${slug} is not on the map`);
  return node;
};

test("a topic stands one column behind the deepest of what it needs", () => {
  expect(["tokens", "compression", "training", "memory", "speed"].map((slug) => at(slug).column)).toEqual([
    0, 0, 1, 2, 3,
  ]);
});
test("each area is a lane of its own, as high as its fullest column", () => {
  expect(layoutMap(topics, areas)).toMatchObject({
    lanes: [
      { area: "data", row: 0, rows: 1 },
      { area: "hardware", row: 1, rows: 2 },
    ],
    columns: 4,
    rows: 3,
  });
  expect(["training", "memory", "noise", "speed"].map((slug) => at(slug).row)).toEqual([0, 1, 2, 1]);
});
test("no two topics stand in one place", () => {
  const places = layoutMap(topics, areas).nodes.map(({ column, row }) => `${column} ${row}`);
  expect(new Set(places).size).toBe(topics.length);
});
test("each prerequisite is a line", () => {
  expect(layoutMap(topics, areas).edges.map(({ from, to }) => `${from.slug} ${to.slug}`)).toEqual([
    "tokens training",
    "training memory",
    "compression memory",
    "training noise",
    "memory speed",
    "tokens speed",
  ]);
});
test("arrow keys walk along the lines and stop at the rim", () => {
  const layout = layoutMap(topics, areas);
  expect(neighbours(layout, at("memory"))).toEqual({ left: "compression", right: "speed", up: "", down: "noise" });
  expect(neighbours(layout, at("tokens"))).toMatchObject({ left: "", right: "training", up: "", down: "compression" });
});
test("a cycle, which the importer refuses, does not hang the page", () => {
  const cycle = [
    { slug: "a", area: "data", prerequisites: ["b"] },
    { slug: "b", area: "data", prerequisites: ["a"] },
  ];
  expect(layoutMap(cycle, areas).nodes).toHaveLength(2);
});
test("a prerequisite that is archived is left out", () => {
  expect(layoutMap([{ slug: "a", area: "data", prerequisites: ["gone"] }], areas)).toMatchObject({
    edges: [],
    columns: 1,
    rows: 1,
  });
});
