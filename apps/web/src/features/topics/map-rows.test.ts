import { expect, test } from "vitest";
import { layoutMap } from "./map-layout";
import { layRows, titleLines } from "./map-rows";

test.each([
  ["Tokens", 1],
  ["Overfitting", 1],
  ["Long context", 1],
  ["Inference speed", 2],
  // thirteen characters to a line
  ["Interpretability", 2],
  ["推理速度", 1],
  ["大模型推理速度的优化方法", 2],
])("%s takes %i lines of the narrowest box", (title, lines) => {
  expect(titleLines(title)).toBe(lines);
});

test("a row is as high as its longest title, and the rows below stand lower by that", () => {
  const topics = ["a", "b", "c"].map((slug, index) => ({ slug, area: "x", prerequisites: index === 2 ? ["a"] : [] }));
  const layout = layoutMap(topics, ["x"]);
  const rowsWith = (title: string) => layRows(layout, (slug) => (slug === "c" ? title : "Short"));
  const short = rowsWith("Short");
  const long = rowsWith("Running efficiency through precision, parallelism and memory traffic");
  expect(long.heightOf(0)).toBeGreaterThan(short.heightOf(0));
  expect(long.heightOf(1)).toBe(short.heightOf(1));
  expect(long.topOf(1) - short.topOf(1)).toBe(long.heightOf(0) - short.heightOf(0));
  expect(long.whole - short.whole).toBe(long.heightOf(0) - short.heightOf(0));
});
