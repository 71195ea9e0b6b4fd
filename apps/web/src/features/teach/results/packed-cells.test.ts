import { expect, test } from "vitest";
import { packCells, unpackCells } from "./packed-cells";

test("cells come out as they went in", () => {
  const cells = [
    { share: 1, verdict: "right" as const },
    { share: 0.333333, verdict: "partial" as const },
    null,
    { share: 0, verdict: "wrong" as const },
    { share: 0, verdict: "pending" as const },
    { share: 1e-7, verdict: "partial" as const },
  ];
  expect(unpackCells(packCells(cells))).toEqual(cells);
  expect(packCells(cells)).toBe("r1 p0.333333 - w0 ?0 p1e-7");
});
