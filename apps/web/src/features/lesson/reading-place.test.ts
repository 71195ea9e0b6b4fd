import { expect, test } from "vitest";
import { memoryStore } from "../../testing/memory-store";
import { keepPlace, readPlace, sectionAt } from "./reading-place";

const ids = ["question", "ring", "zero", "follow-ups"];

test("one reads under the last heading that has passed the upper part of the window", () => {
  const tops = [
    { id: "question", top: -400 },
    { id: "ring", top: 100 },
    { id: "zero", top: 700 },
  ];
  expect(sectionAt(tops, 900)).toBe("ring");
  expect(sectionAt([{ id: "question", top: 600 }], 900)).toBeNull();
});
test("a place in the middle is kept, and forgotten at the beginning and at the end", () => {
  const store = memoryStore();
  keepPlace(store, "tokenisation", ids, "zero");
  expect(readPlace(store, "tokenisation", ids)).toBe("zero");
  expect(readPlace(store, "evaluation", ids)).toBeNull();
  keepPlace(store, "tokenisation", ids, "follow-ups");
  expect(readPlace(store, "tokenisation", ids)).toBeNull();
  keepPlace(store, "tokenisation", ids, "ring");
  keepPlace(store, "tokenisation", ids, "question");
  expect(store.kept.size).toBe(0);
});
test("a section that the lesson no longer has, and a browser that keeps nothing, lead nowhere", () => {
  const store = memoryStore();
  keepPlace(store, "tokenisation", ids, "zero");
  expect(readPlace(store, "tokenisation", ["question", "ring"])).toBeNull();
  expect(readPlace(null, "tokenisation", ids)).toBeNull();
  const broken = {
    getItem: () => {
      throw new Error("switched off");
    },
    setItem: () => {
      throw new Error("full");
    },
    removeItem: () => {
      throw new Error("off");
    },
  };
  keepPlace(broken, "tokenisation", ids, "zero");
  expect(readPlace(broken, "tokenisation", ids)).toBeNull();
});
