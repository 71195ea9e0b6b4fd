import { formatMessage, messages } from "@tidao/i18n";
import { expect, test } from "vitest";
import { comesBack } from "./comes-back";

const answered = "2026-03-01T12:00:00Z";
const said = (locale: "zh" | "en", at: string) =>
  formatMessage(locale, messages[locale].practice.comesBack, { time: comesBack(locale, at, answered) });

test.each([
  ["2026-03-01T12:00:30Z", "Comes back in 1 minute.", "1分钟后再复习。"],
  ["2026-03-01T12:10:00Z", "Comes back in 10 minutes.", "10分钟后再复习。"],
  ["2026-03-01T20:00:00Z", "Comes back in 8 hours.", "8小时后再复习。"],
  ["2026-03-02T12:00:00Z", "Comes back in 1 day.", "1天后再复习。"],
  ["2026-03-09T13:00:00Z", "Comes back in 8 days.", "8天后再复习。"],
])("a learner whose question is due at %s reads %s", (at, en, zh) => {
  expect([said("en", at), said("zh", at)]).toEqual([en, zh]);
});
