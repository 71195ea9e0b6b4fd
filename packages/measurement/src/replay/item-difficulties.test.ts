import { describe, expect, test } from "vitest";
import { ItemDifficulties } from "./item-difficulties";

const ability = { rating: 0, variance: 0 };
const right = { points: 1, ability, guess: 0 };
const wrong = { points: 0, ability, guess: 0 };

describe("an item that a learner meets again", () => {
  const items = new ItemDifficulties();
  for (let i = 0; i < 40; i++) items.add("seen", ["s"], true, i % 2 ? right : wrong);
  for (let i = 0; i < 40; i++) items.add("seen", ["s"], false, right);
  for (let i = 0; i < 40; i++) items.add("once", ["s"], true, i % 2 ? right : wrong);
  items.snapshot();

  test("is easier where answers to it again were right, and no easier for those who meet it first", () => {
    expect(items.expected("seen", ["s"], true)).toBeCloseTo(0, 12);
    expect(items.expected("seen", ["s"], false)).toBeLessThan(-1.5);
  });
  test("by hand: what meeting again adds to an item that nobody has met again", () => {
    // forty right answers to items as hard as learners are able, ten at even odds before them: (40 + 5) / 50
    expect(items.expected("once", ["s"], false)).toBeCloseTo(-Math.log(9), 12);
  });
  test("by hand: its own answers count beside twenty at what is expected", () => {
    // (40 + 20 · 0.9) / 60 = 29/30
    expect(items.expected("seen", ["s"], false)).toBeCloseTo(-Math.log(29), 12);
  });
});

test("an item that nobody has met is as hard as the items of its skill", () => {
  const items = new ItemDifficulties();
  for (let i = 0; i < 20; i++) items.add(`easy-${i}`, ["easy"], true, right);
  for (let i = 0; i < 20; i++) items.add(`hard-${i}`, ["hard"], true, wrong);
  items.snapshot();
  // of one kind twenty and ten at the even odds of all
  expect(items.expected("new", ["easy"], true)).toBeCloseTo(-Math.log(5), 12);
  expect(items.expected("newer", ["hard"], true)).toBeCloseTo(Math.log(5), 12);
  expect(items.expected("newest", ["easy", "hard"], true)).toBeCloseTo(0, 12);
  expect(items.of("unheard of")).toBe(0);
});
