import { seededRandom } from "@tidao/kernel";
import { expect, test } from "vitest";
import { normal } from "./normal";

test("seed 1 gives the two normal numbers that every lab was computed with", () => {
  const random = seededRandom(1);
  expect([normal(random), normal(random)]).toEqual([1.4043387784152637, 1.2157546192705377]);
});
