import { expect, test } from "vitest";
import { poolSize } from "./pool-size";

test.each([
  ["a small machine", 1, undefined, 4],
  ["two processors", 2, undefined, 4],
  ["eight processors", 8, undefined, 16],
  ["a large machine, whose three processes PostgreSQL would refuse together,", 64, undefined, 20],
  ["whoever sets a number", 64, "50", 50],
])("%s has connections for it", (_, processors, given, connections) => {
  expect(poolSize(processors, given)).toBe(connections);
});
