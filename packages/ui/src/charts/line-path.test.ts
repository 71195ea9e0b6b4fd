import { expect, test } from "vitest";
import { dotsPath, linePath, place } from "./line-path";

const frame = { x: [0, 10], y: [0, 1] } as const;

test("zero is at the bottom and the greatest value at the top", () => {
  expect(place({ x: 0, y: 0 }, frame)).toEqual({ x: 0, y: 100 });
  expect(place({ x: 10, y: 1 }, frame)).toEqual({ x: 100, y: 0 });
});

test("a single point stands in the middle instead of nowhere", () => {
  expect(place({ x: 3, y: 0.5 }, { x: [3, 3], y: [0, 1] })).toEqual({ x: 50, y: 50 });
});

test("a line goes through its points and each has a dot", () => {
  const points = [
    { x: 0, y: 0.5 },
    { x: 5, y: 1 },
  ];
  expect(linePath(points, frame)).toBe("M0 50L50 0");
  expect(dotsPath(points, frame)).toBe("M0 50h0M50 0h0");
});
