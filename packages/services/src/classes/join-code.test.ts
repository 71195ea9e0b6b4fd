import { expect, test } from "vitest";
import { joinCodeInput } from "./class.dto";
import { joinCodeLength, newJoinCode, normaliseJoinCode } from "./join-code";

test.each([
  ["as it is written", "7PDZBC4Y"],
  ["in small letters with the gap that it is shown with", " 7pdz bc4y "],
  ["with a dash, in the wide letters of a Chinese keyboard", "７ｐｄｚ－ｂｃ４ｙ"],
  ["as the link that an instructor sent", "https://tidao.example/join/7PDZBC4Y"],
  ["as the link in a language, with what a messenger hangs on it", "https://tidao.example/zh/join/7pdzbc4y?from=chat#top"],
])("a code is understood %s", (_, typed) => {
  expect(normaliseJoinCode(joinCodeInput.parse({ code: typed }).code)).toBe("7PDZBC4Y");
});
test("a new code is as long as it is told and survives being typed", () => {
  const code = newJoinCode();
  expect(code).toHaveLength(joinCodeLength);
  expect(normaliseJoinCode(code.toLowerCase())).toBe(code);
});
test("one that is too short is a code that no class has, not a field that cannot be read", () => {
  expect(joinCodeInput.safeParse({ code: "zz" }).success).toBe(true);
});
