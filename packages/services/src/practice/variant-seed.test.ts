import { drawVariant, questionSpec, variantSeeds } from "@tidao/grading";
import { expect, test } from "vitest";
import { sampleSpecs } from "../testing/sample-specs";
import { nextVariantSeed } from "./variant-seed";

const who = { subjectId: "3f0c7a52-0000-4000-8000-000000000001", questionId: "sample" };
const fixed = questionSpec.parse(sampleSpecs.single);
const coarse = questionSpec.parse({ ...sampleSpecs.numeric, variant: { parameters: { n: { from: [1, 2] } } } });

test("a learner who asks for another like this meets every variant before one comes back", () => {
  const seeds = Array.from({ length: variantSeeds }, (_, answers) => nextVariantSeed({ ...who, spec: fixed }, answers, null));
  expect(new Set(seeds).size).toBe(variantSeeds);
});
test("a reload shows the same variant, and two learners start apart", () => {
  const seed = nextVariantSeed({ ...who, spec: coarse }, 0, null);
  expect(nextVariantSeed({ ...who, spec: coarse }, 0, null)).toBe(seed);
  expect(nextVariantSeed({ ...who, subjectId: "another", spec: coarse }, 0, null)).not.toBe(seed);
});
test("the same numbers never come twice in a row, even where there are only two of them", () => {
  let last = nextVariantSeed({ ...who, spec: coarse }, 0, null);
  for (let answers = 1; answers < 100; answers++) {
    const seed = nextVariantSeed({ ...who, spec: coarse }, answers, last);
    expect(drawVariant(coarse, seed)).not.toEqual(drawVariant(coarse, last));
    last = seed;
  }
});
