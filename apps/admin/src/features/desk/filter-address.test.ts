import { expect, test } from "vitest";
import { oneOf, pageBefore, pageOf } from "./filter-address";

test.each([
  [1, 0, null],
  [1, 25, null],
  [2, 25, 1],
  [2, 26, null],
  [999, 951, 39],
  [3, 0, 1],
])("who asks for page %i of %i entries is sent to %s", (asked, total, page) => {
  expect(pageBefore(asked, total, 25)).toBe(page);
});
test("a mistyped address still opens the list", () => {
  expect([{ page: "x" }, { page: "-1" }, { page: "2" }].map(pageOf)).toEqual([1, 1, 2]);
  expect(oneOf({ text: "a\0b " }, "text")).toBe("ab");
  expect(oneOf({ text: "\0" }, "text")).toBeUndefined();
});
