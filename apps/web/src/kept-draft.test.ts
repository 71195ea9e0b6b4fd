import { expect, test } from "vitest";
import { type DraftStore, dropDraft, keepDraft, readDraft } from "./kept-draft";

function storage(): DraftStore {
  const held = new Map<string, string>();
  return {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
  };
}
const broken: DraftStore = {
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
  const store = storage();
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
  const store = storage();
  store.setItem("practice", "{not json");
  expect(readDraft("practice", "v", store)).toBeNull();
});
