import { expect, test } from "vitest";
import { plainAddress } from "./plain-address";

test.each([
  ["lin＠example．com", "lin@example.com"],
  ["ｌｉｎ＠example。com", "lin@example.com"],
  [" lin@example.com ", "lin@example.com"],
  ["lin.wang+course@example.com", "lin.wang+course@example.com"],
])("somebody whose keyboard writes Chinese is understood: %s", (typed, meant) => {
  expect(plainAddress(typed)).toBe(meant);
});
