import fc from "fast-check";
import { expect, test } from "vitest";
import { keepApart } from "./keep-apart";

const letter = (text: string) => text.charAt(0);
const neighbours = (order: string[], last?: string) =>
  order.filter((item, index) => letter(item) === (index === 0 ? last : letter(order[index - 1]!))).length;

test("siblings keep away from each other, and everything else keeps its place", () => {
  expect(keepApart(["a1", "a2", "b1", "c1"], letter)).toEqual(["a1", "b1", "a2", "c1"]);
  expect(keepApart(["a1", "b1", "c1"], letter)).toEqual(["a1", "b1", "c1"]);
});

test("the many of one topic begin early enough to be spread", () => {
  expect(keepApart(["a1", "b1", "c1", "c2", "c3"], letter)).toEqual(["c1", "a1", "c2", "b1", "c3"]);
});

test("what was asked last counts as a neighbour", () => {
  expect(keepApart(["a1", "b1"], letter, "a")).toEqual(["b1", "a1"]);
  expect(keepApart(["a1", "a2"], letter, "a")).toEqual(["a1", "a2"]);
});

test("no two neighbours are siblings wherever an order without them exists, and nothing is lost", () => {
  const items = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 24 });
  fc.assert(
    fc.property(items, fc.option(fc.constantFrom("a", "b", "c", "d"), { nil: undefined }), (keys, last) => {
      const given = keys.map((key, index) => `${key}${index}`);
      const order = keepApart(given, letter, last);
      expect([...order].sort()).toEqual([...given].sort());
      const most = (key: string) => keys.filter((each) => each === key).length;
      const possible = ["a", "b", "c", "d"].every((key) =>
        key === last ? most(key) <= Math.floor(keys.length / 2) : most(key) <= Math.ceil(keys.length / 2),
      );
      if (possible) expect(neighbours(order, last)).toBe(0);
    }),
  );
});
