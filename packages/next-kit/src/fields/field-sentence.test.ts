import { messages } from "@tidao/i18n";
import { expect, test } from "vitest";
import { fieldSentence } from "./field-sentence";

const { fields: words } = messages.zh;

test.each([
  ["an empty field", { type: "text", validity: { valueMissing: true } }, words.missing],
  ["a field of nothing but spaces", { type: "text", validity: { patternMismatch: true } }, words.missing],
  ["a box that has to be ticked", { type: "checkbox", validity: { valueMissing: true } }, words.unticked],
  ["a list of which nothing is chosen", { type: "select-one", validity: { valueMissing: true } }, words.unchosen],
  ["half an address", { type: "email", validity: { typeMismatch: true } }, words.email],
  ["a word where a number stands", { type: "number", validity: { badInput: true, valueMissing: true } }, words.number],
  ["half a date", { type: "date", validity: { badInput: true, valueMissing: true } }, words.date],
  ["a short password", { type: "password", validity: { tooShort: true }, minLength: 10 }, "请至少输入10个字符。"],
  ["few minutes", { type: "number", validity: { rangeUnderflow: true }, min: "5" }, "请输入不小于5的数。"],
  [
    "a day gone by",
    { type: "date", validity: { rangeUnderflow: true }, min: "2026-11-30" },
    "请选择2026-11-30或之后的日期。",
  ],
  [
    "a time after the last one",
    { type: "datetime-local", validity: { rangeOverflow: true }, max: "2026-11-30T08:00" },
    "请选择2026-11-30 08:00或之前的日期。",
  ],
  ["half a minute", { type: "number", validity: { stepMismatch: true }, step: "1" }, words.whole],
  ["half a minute where no step is given", { type: "number", validity: { stepMismatch: true }, step: "" }, words.whole],
  ["a number between steps", { type: "number", validity: { stepMismatch: true }, step: "5" }, "请按5的间隔输入数字。"],
  ["a time with odd seconds", { type: "datetime-local", validity: { stepMismatch: true }, step: "" }, words.date],
])("%s is asked for in the page's language", (_, field, sentence) => {
  expect(fieldSentence(field, words)).toBe(sentence);
});
test("what the page has no words for stays the browser's to say", () => {
  expect(fieldSentence({ type: "url", validity: { typeMismatch: true } }, words)).toBeNull();
});
