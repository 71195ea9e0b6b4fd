import { messages } from "@tidao/i18n";
import { expect, test } from "vitest";
import { planButton } from "./plan-button";

test("a learner starts today's list, and continues what is begun", () => {
  expect([0, 7].map((done) => planButton(messages.en.home.plan, done))).toEqual(["Start", "Continue"]);
  expect([0, 7].map((done) => planButton(messages.zh.home.plan, done))).toEqual(["开始", "继续"]);
});
