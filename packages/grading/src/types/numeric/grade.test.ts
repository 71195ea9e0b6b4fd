import { describe, expect, test } from "vitest";
import { gradeAnswer } from "../../grade-answer";
import { sampleInteractions, sampleQuestion } from "../../sample-questions";

// 16 GB within 1 %, MB accepted, 8 named as a misconception
const question = sampleQuestion(sampleInteractions.numeric);
const type = (text: string, spec = question) => gradeAnswer(spec, { kind: "numeric", text });
const numeric = (rest: Record<string, unknown>) =>
  sampleQuestion({ kind: "numeric", answer: 16, tolerance: { absolute: 0 }, ...rest });

describe("a number with a unit", () => {
  test.each([
    "16",
    "16 GB",
    "16GB",
    "16gb",
    "１６ＧＢ",
    "16.0",
    "1.6e1 GB",
    "16,000 MB",
    "16000MB",
    "16.15",
    "15.85",
    "1.6万 MB",
  ])("%s is right", (text) => {
    expect(type(text)).toMatchObject({ verdict: "right", points: 1 });
  });
  test.each(["16.2", "15.8", "16 MB", "-16", "0"])("%s is wrong", (text) => {
    expect(type(text)).toMatchObject({ verdict: "wrong", points: 0 });
  });
  test.each([
    ["16 TB", "unit"],
    ["16 parameters", "unit"],
    ["sixteen", "number"],
    ["16,5", "number"],
    ["1.2.3", "number"],
  ])("%s is sent back for its %s instead of being marked wrong", (text, unreadable) => {
    expect(type(text)).toEqual({ unreadable });
  });
  test("letter case of a unit counts where bits and bytes would be confused", () => {
    const bits = numeric({
      unit: "MB",
      units: [
        { unit: "MB", factor: 1 },
        { unit: "Mb", factor: 0.125 },
      ],
    });
    expect(type("16 MB", bits)).toMatchObject({ points: 1 });
    expect(type("128 Mb", bits)).toMatchObject({ points: 1 });
    expect(type("16 mb", bits)).toEqual({ unreadable: "unit" });
  });
  test.each(["16 倍", "１６倍", "16x", "16 X", "16 times", "16个", "1.6e1 倍"])(
    "%s is a bare number where no unit is asked for",
    (text) => {
      expect(type(text, numeric({}))).toMatchObject({ points: 1 });
      expect(type("16 倍")).toEqual({ unreadable: "unit" });
    },
  );
  test("a unit where none is asked for is sent back as such: there is none to choose", () => {
    expect(type("16 GB", numeric({}))).toEqual({ unreadable: "unitless" });
  });
  test("a plural is the same unit", () => {
    expect(type("16 token", numeric({ unit: "tokens" }))).toMatchObject({ points: 1 });
  });
});

test("a typed value that a misconception computes names it and tells why", () => {
  expect(type("8")).toMatchObject({
    verdict: "wrong",
    misconceptions: ["mem-m1"],
    parts: [{ why: { en: "English half" }, trap: 0 }],
  });
  expect(type("8000 MB")).toMatchObject({ misconceptions: ["mem-m1"] });
});
test("the key is shown with its unit", () => {
  expect(type("3")).toMatchObject({ parts: [{ id: "value", key: { zh: "16 GB", en: "16 GB" } }] });
});
test("nothing typed is wrong with no points", () => {
  expect(type("  ")).toMatchObject({ verdict: "wrong", points: 0 });
});
test("with an absolute tolerance of zero binary rounding is still forgiven", () => {
  expect(type("0.3", numeric({ answer: 0.1 + 0.2 }))).toMatchObject({ points: 1 });
  expect(type("0.3001", numeric({ answer: 0.1 + 0.2 }))).toMatchObject({ points: 0 });
});
test("a percentage is a hundredth where no unit is asked for, and itself where % is", () => {
  expect(type("50%", numeric({ answer: 0.5 }))).toMatchObject({ points: 1 });
  expect(type("50%", numeric({ answer: 50, unit: "%" }))).toMatchObject({ points: 1 });
  expect(type("50", numeric({ answer: 50, unit: "%" }))).toMatchObject({ points: 1 });
});
