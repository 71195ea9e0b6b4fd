import { describe, expect, test } from "vitest";
import { seededRandom, seedFrom } from "./seeded-random";

describe("seeded randomness", () => {
  test("seed 1 gives the published mulberry32 sequence", () => {
    const random = seededRandom(1);
    expect([random.next(), random.next()]).toEqual([0.6270739405881613, 0.002735721180215478]);
  });
  test("a shuffle keeps every element", () => {
    expect(seededRandom(7).shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  });
  test("an integer stays inside its bounds, both reachable", () => {
    const random = seededRandom(3);
    const seen = new Set(Array.from({ length: 200 }, () => random.integer(2, 4)));
    expect([...seen].sort()).toEqual([2, 3, 4]);
  });
  test("text seeds are stable (FNV-1a vector)", () => {
    expect(seedFrom("a")).toBe(0xe40c292c);
  });
});
