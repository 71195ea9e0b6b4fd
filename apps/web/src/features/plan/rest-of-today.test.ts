import { formatMessage, messages } from "@tidao/i18n";
import { expect, test } from "vitest";
import { restOfToday } from "./rest-of-today";

const said = (locale: "zh" | "en", left: number, done: number) => {
  const rest = restOfToday(messages[locale].plan.today, left, done, 5);
  return rest && formatMessage(locale, rest.sentence, rest.params);
};

test.each([
  [28, 7, "23 more questions, 7 done", "另外23道题，已完成7道"],
  [35, 0, "30 more questions", "另外30道题"],
  [6, 1, "1 more question, 1 done", "另外1道题，已完成1道"],
  [3, 4, "2 questions done", "已完成2道题"],
  [0, 6, "1 question done", "已完成1道题"],
  [3, 2, null, null],
])("with %i left and %i done, the list says as many left as the line above it", (left, done, en, zh) => {
  expect([said("en", left, done), said("zh", left, done)]).toEqual([en, zh]);
});
