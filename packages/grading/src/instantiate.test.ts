import { expect, test } from "vitest";
import { instantiate, instantiateWith } from "./instantiate";
import { sampleInteractions, sampleQuestion, sampleQuestions, sampleVariant } from "./sample-questions";
import { drawVariant, VariantError } from "./variant";

test("a seed gives the same numbers at every visit, and other seeds other numbers", () => {
  expect(drawVariant(sampleVariant, 7)).toEqual(drawVariant(sampleVariant, 7));
  const draws = new Set(Array.from({ length: 200 }, (_, seed) => JSON.stringify(drawVariant(sampleVariant, seed))));
  expect(draws.size).toBeGreaterThan(50);
});
const variant = (parameters: object, derived: object) =>
  sampleQuestion(sampleInteractions.ordering, { variant: { parameters, derived } });

test("the numbers do not depend on the order of keys, which jsonb does not keep", () => {
  const [a, b] = [{ from: [1, 2, 3] }, { min: 0, max: 1, step: 0.1 }];
  const one = variant({ a, b }, { sum: "a + b", twice: "sum * 2" });
  const other = variant({ b, a }, { twice: "sum * 2", sum: "a + b" });
  expect(drawVariant(one, 11)).toEqual(drawVariant(other, 11));
});
test("a question without parameters is the same for everybody", () => {
  for (const question of sampleQuestions) {
    expect(drawVariant(question, 5)).toEqual({});
    expect(instantiate(question, 5)).toEqual(question);
  }
});
test("draws stay on their grid, reach both ends and meet the conditions", () => {
  const drawn = Array.from({ length: 200 }, (_, seed) => drawVariant(sampleVariant, seed)["params"] ?? 0);
  expect(drawn.every((value) => value >= 1 && value <= 70 && Number.isInteger(value * 2) && value !== 3)).toBe(true);
});
test("conditions that no draw meets are an error, not an endless search", () => {
  const impossible = {
    ...sampleVariant,
    variant: { parameters: { n: { from: [1, 2] } }, derived: {}, require: ["n > 5"] },
  };
  expect(() => drawVariant(impossible, 0)).toThrow(VariantError);
});
test("an instance holds numbers where formulas stood and no variant", () => {
  expect(instantiateWith(sampleVariant, { params: 7, weights: 14 })).toMatchObject({
    stem: { en: "A model of 7.0 billion parameters" },
    interaction: { answer: 14, check: 14, distractors: [{ value: 28, why: { zh: "按 28 GB 算" } }] },
  });
  expect(instantiate(sampleVariant, 1)).not.toHaveProperty("variant");
});
test("inside mathematics a number is one TeX group, outside it is plain", () => {
  const question = sampleQuestion(sampleInteractions.ordering, {
    stem: { zh: "值 $2^{{n}}$ 与 {{n|,}}", en: "costs \\$5: {{n}}, $x = {{n|,}}$, $${{big}}$$, `{{n*2}}` and {{big}}" },
  });
  const { stem } = instantiateWith(
    { ...question, variant: { parameters: {}, derived: {}, require: [] } },
    { n: 1024, big: 3e20 },
  );
  expect(stem).toEqual({
    zh: "值 $2^{1024}$ 与 1,024",
    en: "costs \\$5: 1024, $x = {1{,}024}$, $${3 \\times 10^{20}}$$, `2048` and 3e20",
  });
});
