import { questionSpec } from "@tidao/grading";
import { expect, test } from "vitest";
import { blankSpec } from "./blank-spec";
import { formProblem } from "./form-problem";

const problems = (spec: unknown) => {
  const parsed = questionSpec.safeParse(spec);
  return parsed.success ? [] : parsed.error.issues.map((issue) => formProblem(issue, spec));
};
const with_ = (change: object) => ({ ...blankSpec("numeric"), ...change });
const codeAt = (spec: unknown, ...path: (string | number)[]) =>
  problems(spec).find((p) => p.path.join() === path.join())?.code;

test("an editor is told of each empty field by its place", () => {
  const found = problems(blankSpec("single-choice"));
  expect(found).toContainEqual({ path: ["stem", "zh"], code: "form.missing", params: {} });
  expect(found).toContainEqual({ path: ["interaction", "choices", 0, "why", "en"], code: "form.missing", params: {} });
  expect(found).toContainEqual({ path: ["sources"], code: "form.too-few", params: { least: 1, exclusive: 0 } });
});
test("a word where a number belongs is called what it is", () => {
  expect(codeAt(with_({ expectedSeconds: "soon" }), "expectedSeconds")).toBe("form.not-a-number");
});
test("a number out of its range is told the end that it passed", () => {
  expect(codeAt(with_({ expectedSeconds: 3 }), "expectedSeconds")).toBe("form.too-low");
  expect(codeAt(with_({ difficulty: 9 }), "difficulty")).toBe("form.too-high");
});
test("an empty formula is missing, not wrong", () => {
  expect(codeAt(blankSpec("numeric"), "interaction", "answer")).toBe("form.missing");
});
test("a parameter's name that formulas cannot use is refused by that name", () => {
  const spec = with_({ variant: { parameters: { "2n": { min: 1, max: 2, step: 1 } } } });
  expect(problems(spec)).toContainEqual({
    path: ["variant", "parameters", "2n"],
    code: "form.name",
    params: { name: "2n" },
  });
});
