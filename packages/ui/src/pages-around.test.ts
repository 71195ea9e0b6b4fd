import { expect, test } from "vitest";
import { pagesAround } from "./pages-around";

test("a reader sees the first, the last and the pages beside the current one", () => {
  expect(pagesAround(6, 12)).toEqual([1, null, 5, 6, 7, null, 12]);
  expect(pagesAround(1, 12)).toEqual([1, 2, null, 12]);
});

test("a gap never hides a single page", () => {
  expect(pagesAround(4, 12)).toEqual([1, 2, 3, 4, 5, null, 12]);
  expect(pagesAround(3, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(pagesAround(1, 1)).toEqual([1]);
});
