import { errorCodes, locales } from "@tidao/kernel";
import { describe, expect, test } from "vitest";
import { errorMessage } from "./error-message";
import { messages } from "./messages";

describe.each(locales)("errors in %s", (locale) => {
  test("every code has a sentence, and no sentence is left without a code", () => {
    expect(Object.keys(messages[locale].errors).toSorted()).toEqual([...errorCodes, "UNEXPECTED"].toSorted());
  });

  test.each([...errorCodes, "UNEXPECTED"] as const)(
    "%s reads as sentences even when its parameters are missing",
    (code) => {
      const text = errorMessage(locale, code);
      expect(text).toMatch(/[.。]$/);
      expect(text).not.toMatch(/[{}]|none|undefined|\. \.|。。|  /);
      expect(text.length).toBeGreaterThan(locale === "zh" ? 10 : 30);
    },
  );
});

test("a learner who is too early reads the opening time in their own zone", () => {
  const params = { opensAt: "2026-03-01T13:30:00.000Z" };
  expect(errorMessage("en", "ASSIGNMENT_NOT_OPEN", params, "Asia/Shanghai")).toBe(
    "This assignment opens at 1 Mar 2026, 21:30. Come back then.",
  );
  expect(errorMessage("zh", "ASSIGNMENT_NOT_OPEN", params, "Asia/Shanghai")).toContain("2026年3月1日 21:30开放");
});

test("a learner who types a strange unit is told that it was the unit", () => {
  expect(errorMessage("en", "ANSWER_UNREADABLE", { reason: "unit" })).toContain("unit is not known");
  expect(errorMessage("zh", "ANSWER_UNREADABLE", { reason: "number" })).toContain("没能从答案中读出数字");
});

test("an unexpected failure carries the number that the log has", () => {
  expect(errorMessage("en", "UNEXPECTED", { id: "01J9" })).toContain("01J9");
});

test("who mistypes is told which field by its name on the page, never by the one it has in our code", () => {
  expect(errorMessage("zh", "INPUT_INVALID", { field: "name" })).toMatch(/^这个名字不符合要求/);
  expect(errorMessage("en", "INPUT_INVALID", { field: "email" })).toMatch(/^This e-mail address cannot be accepted/);
  for (const locale of ["zh", "en"] as const)
    expect(errorMessage(locale, "INPUT_INVALID", { field: "items.0.points" })).not.toContain("items");
});

test("who has to wait for an hour is not told so in seconds", () => {
  const said = (seconds: number) =>
    (["zh", "en"] as const).map((to) => errorMessage(to, "TOO_MANY_REQUESTS", { seconds }));
  expect(said(5)).toEqual(["尝试次数过多。请等待5秒后重试。", "Too many attempts. Wait 5 sec, then try again."]);
  expect(said(1790)).toEqual(["尝试次数过多。请等待30分钟后重试。", "Too many attempts. Wait 30 min, then try again."]);
  expect(said(3592)).toEqual(["尝试次数过多。请等待1小时后重试。", "Too many attempts. Wait 1 hr, then try again."]);
});
