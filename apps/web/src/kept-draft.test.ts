import { expect, test } from "vitest";
import { type DraftShelf, dropDraft, forgetOthers, keepDraft, readDraft } from "./kept-draft";
import { memoryStore } from "./testing/memory-store";

const broken: DraftShelf = {
  length: 0,
  key: () => null,
  getItem: () => {
    throw new Error("denied");
  },
  setItem: () => {
    throw new Error("full");
  },
  removeItem: () => {
    throw new Error("denied");
  },
};

test("a draft comes back for what it answers, and for nothing else", () => {
  const store = memoryStore();
  keepDraft("practice", "v1|7", { text: "eight" }, store);
  expect(readDraft("practice", "v1|7", store)).toEqual({ text: "eight" });
  expect(readDraft("practice", "v2|7", store)).toBeNull();
  dropDraft("practice", store);
  expect(readDraft("practice", "v1|7", store)).toBeNull();
});
test("a browser without storage, or with a full one, loses no more than the net", () => {
  expect(() => keepDraft("practice", "v", 1, broken)).not.toThrow();
  expect(readDraft("practice", "v", broken)).toBeNull();
  expect(() => dropDraft("practice", broken)).not.toThrow();
  expect(() => keepDraft("practice", "v", 1, null)).not.toThrow();
});
test("what another version of the page left is ignored", () => {
  const store = memoryStore();
  store.setItem("practice", "{not json");
  expect(readDraft("practice", "v", store)).toBeNull();
});
test("somebody else who signs in in the same tab finds no note of whoever wrote there before", () => {
  const store = memoryStore();
  forgetOthers("lin", store);
  keepDraft("tidao.note.q1.", "note", { text: "not for others" }, store);
  keepDraft("theme", "x", "dark", store);
  forgetOthers("lin", store);
  expect(readDraft("tidao.note.q1.", "note", store)).toEqual({ text: "not for others" });
  forgetOthers("mei", store);
  expect(readDraft("tidao.note.q1.", "note", store)).toBeNull();
  expect(readDraft("theme", "x", store)).toBe("dark");
  expect(() => forgetOthers("lin", broken)).not.toThrow();
});
