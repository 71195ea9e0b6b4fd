import { describe, expect, test } from "vitest";
import { freshId, readAt, type Spec, writeAt } from "./spec-path";

const spec: Spec = {
  stem: { zh: "题", en: "Q" },
  interaction: { kind: "single-choice", choices: [{ id: "a" }, { id: "b" }] },
};

describe("a place in a draft", () => {
  test("is read by its path, and is nothing where there is nothing", () => {
    expect(readAt(spec, ["interaction", "choices", 1, "id"])).toBe("b");
    expect(readAt(spec, ["interaction", "choices", 7, "id"])).toBeUndefined();
    expect(readAt(spec, ["stem", "zh", "deeper"])).toBeUndefined();
  });
  test("is written without touching what stands beside it", () => {
    const next = writeAt(spec, ["stem", "en"], "Question");
    expect(next).toEqual({ ...spec, stem: { zh: "题", en: "Question" } });
    expect(readAt(next, ["interaction"])).toBe(spec.interaction);
    expect(spec.stem).toEqual({ zh: "题", en: "Q" });
  });
  test("is taken away by writing nothing, with no key left behind", () => {
    const named = writeAt(spec, ["interaction", "choices", 0, "misconception"], "m1");
    expect(writeAt(named, ["interaction", "choices", 0, "misconception"], undefined)).toEqual(spec);
  });
  test("is made where it did not exist", () => {
    expect(writeAt({}, ["variant", "parameters", "n", "min"], 1)).toEqual({
      variant: { parameters: { n: { min: 1 } } },
    });
  });
});

describe("a new part's id", () => {
  test("is the first letter that is free, also after one in the middle was removed", () => {
    expect(freshId(["a", "c"])).toBe("b");
    expect(freshId([..."abcdefghijklmnopqrstuvwxyz"])).toBe("a2");
  });
  test("counts where one letter is given", () => {
    expect(freshId([], "b")).toBe("b1");
    expect(freshId(["b1", "b2"], "b")).toBe("b3");
  });
});
