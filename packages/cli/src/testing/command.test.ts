import { expect, it } from "vitest";
import { splitWords } from "./command";

it("what is to be tested is named as stages first, then as files", () => {
  expect(splitWords([])).toEqual({ only: [], filters: [] });
  expect(splitWords(["unit", "types"])).toEqual({ only: ["unit", "types"], filters: [] });
  expect(splitWords(["journeys", "sign-up"])).toEqual({ only: ["journeys", "build"], filters: ["sign-up"] });
  expect(splitWords(["submit-answer"])).toEqual({ only: ["unit", "integration"], filters: ["submit-answer"] });
});
