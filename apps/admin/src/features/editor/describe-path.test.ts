import { messages } from "@tidao/i18n";
import { expect, test } from "vitest";
import { describePath } from "./describe-path";
import type { Path, Spec } from "./spec-path";

const spec: Spec = {
  sources: ["kudo-2018"],
  interaction: { choices: [{ id: "a" }, { id: "b" }], distractors: [{ value: 1 }] },
  variant: { parameters: { n: { min: 1 } } },
};
const say = (path: Path, locale: "zh" | "en" = "en") => {
  const { fields, parts, editor } = messages[locale].admin;
  return describePath(path, spec, { fields, parts, languages: { zh: editor.zh, en: editor.en } }, locale);
};

test.each([
  [["stem", "zh"], "Question · Chinese"],
  [["interaction", "choices", 1, "why", "en"], "Choice b · Why · English"],
  [["interaction", "choices"], "Choices"],
  [["interaction", "distractors", 0, "value"], "Wrong answer 1 · Value"],
  [["hints", 1, "zh"], "Hint 2 · Chinese"],
  [["variant", "parameters", "n", "min"], "Parameter n · From"],
  [["sources", 0], "Source kudo-2018"],
  [["interaction"], "Answer"],
] as const)("%j is called %s", (path, name) => {
  expect(say(path)).toBe(name);
});
test("in Chinese too", () => {
  expect(say(["interaction", "choices", 1, "why", "zh"], "zh")).toBe("选项b · 理由 · 中文");
});
