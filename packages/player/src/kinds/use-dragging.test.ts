import { expect, test } from "vitest";
import { placeUnder } from "./use-dragging";

const middles = [20, 60, 120, 200];
test("a dragged item takes the place of the one whose middle the pointer has passed", () => {
  expect(placeUnder(61, middles, 0)).toBe(1);
  expect(placeUnder(59, middles, 0)).toBe(0);
  expect(placeUnder(19, middles, 3)).toBe(0);
  expect(placeUnder(150, middles, 1)).toBe(2);
});
test("beyond either end it stays at the end, and its own middle does not count", () => {
  expect(placeUnder(-500, middles, 2)).toBe(0);
  expect(placeUnder(5000, middles, 1)).toBe(3);
  expect(placeUnder(121, middles, 2)).toBe(2);
});
