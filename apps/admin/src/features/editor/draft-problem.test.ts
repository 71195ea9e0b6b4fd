import { messages } from "@tidao/i18n";
import { locales } from "@tidao/kernel";
import { describe, expect, test } from "vitest";
import { type DraftProblem, sayProblem } from "./draft-problem";

const codes = Object.entries(messages.en.admin.draftProblems).flatMap(([group, names]) =>
  Object.keys(names).map((name) => `${group}.${name}`),
) as DraftProblem["code"][];
// everything that a check may name, so that no sentence is left with a hole
const params = Object.fromEntries(
  [
    "placeholder",
    "character",
    "min",
    "max",
    "name",
    "format",
    "id",
    "text",
    "misconception",
    "answer",
    "check",
    "value",
    "points",
    "unit",
    "other",
    "formula",
    "detail",
    "draws",
    "least",
    "locale",
    "difficulty",
    "label",
    "known",
    "url",
    "html",
    "language",
    "slug",
    "anchor",
    "most",
    "exclusive",
    "field",
  ].map((name): [string, string | number] => [name, "7"]),
);

describe.each(locales)("problems in %s", (locale) => {
  test.each(codes)("%s says what is wrong and how to mend it", (code) => {
    const said = sayProblem(
      { path: [], code, params: { ...params, keys: 2, seed: 0 } },
      messages[locale].admin,
      locale,
    );
    expect(said.length).toBeGreaterThan(6);
    expect(said).not.toMatch(/[{}]/);
  });
});

test("a variant has the number under which the preview shows it", () => {
  const problem: DraftProblem = { path: [], code: "variant.require-never-met", params: { seed: 0 } };
  expect(sayProblem(problem, messages.en.admin, "en")).toContain("variant 1");
});
