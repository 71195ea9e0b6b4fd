import { messages } from "@tidao/i18n";
import { expect, test } from "vitest";
import { afterPlan } from "./after-plan";

const { due: texts } = messages.en.home;

test("a learner with a plan and with reviews is told which comes first, as long as both wait", () => {
  expect(afterPlan(texts, { due: 12, plan: { itemsLeft: 9 } })).toBe(texts.afterPlan);
  for (const home of [
    { due: 0, plan: { itemsLeft: 9 } },
    { due: 12, plan: { itemsLeft: 0 } },
    { due: 12, plan: null },
  ])
    expect(afterPlan(texts, home)).toBeNull();
});
