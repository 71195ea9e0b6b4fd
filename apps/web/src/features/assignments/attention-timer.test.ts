import { expect, test } from "vitest";
import { attentionTimer } from "./attention-timer";

test("time with the page hidden does not count", () => {
  const timer = attentionTimer(1000);
  timer.pause(4000);
  timer.resume(60_000);
  expect(timer.elapsed(62_000)).toBe(5000);
});
test("hiding twice or showing twice changes nothing", () => {
  const timer = attentionTimer(0);
  timer.pause(1000);
  timer.pause(5000);
  timer.resume(6000);
  timer.resume(7000);
  expect(timer.elapsed(8000)).toBe(3000);
});
test("a question that opened in a tab behind another counts from when it is first looked at", () => {
  const timer = attentionTimer(0, false);
  expect(timer.elapsed(30_000)).toBe(0);
  timer.resume(40_000);
  expect(timer.elapsed(42_000)).toBe(2000);
});
