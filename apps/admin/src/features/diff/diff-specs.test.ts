import { expect, test } from "vitest";
import type { Spec } from "../editor/spec-path";
import { diffSpecs } from "./diff-specs";

const choice = (id: string, text: string) => ({ id, text: { zh: text, en: text }, correct: id === "a" });
const base: Spec = {
  stem: { zh: "题", en: "Q" },
  interaction: { kind: "single-choice", choices: [choice("a", "one"), choice("b", "two"), choice("c", "three")] },
  hints: [],
  sources: ["x-2020"],
};
const changed = (interaction: object, rest: object = {}) =>
  diffSpecs(base, { ...base, interaction: { kind: "single-choice", ...interaction }, ...rest });
const short = (differences: ReturnType<typeof diffSpecs>) => differences.map(({ key, kind }) => `${kind} ${key}`);

test("the same text differs in nothing", () => {
  expect(diffSpecs(base, structuredClone(base))).toEqual([]);
});
test("a text that changed is named by its field and language, once", () => {
  const differences = diffSpecs(base, { ...base, stem: { zh: "题", en: "Question" } });
  expect(differences).toEqual([
    { key: "stem/en", path: ["stem", "en"], isOrder: false, kind: "changed", before: "Q", after: "Question" },
  ]);
});
test("removing the first choice does not make the others look changed", () => {
  const differences = changed({ choices: [choice("b", "two"), choice("c", "three")] });
  expect(short(differences)).toEqual([
    "removed interaction/choices/a/text/zh",
    "removed interaction/choices/a/text/en",
    "removed interaction/choices/a/correct",
  ]);
});
test("parts that change places are one difference of order", () => {
  const differences = changed({ choices: [choice("c", "three"), choice("a", "one"), choice("b", "two")] });
  expect(differences).toMatchObject([{ isOrder: true, before: "a, b, c", after: "c, a, b" }]);
});
test("what is new is told as added, in the order in which a question is read", () => {
  const differences = changed(
    {
      choices: base.interaction && [choice("a", "one"), choice("b", "two"), choice("c", "three"), choice("d", "four")],
    },
    { hints: [{ zh: "提示", en: "Hint" }] },
  );
  expect(short(differences)).toEqual([
    "added interaction/choices/d/text/zh",
    "added interaction/choices/d/text/en",
    "added interaction/choices/d/correct",
    "added hints/0/zh",
    "added hints/0/en",
  ]);
});
