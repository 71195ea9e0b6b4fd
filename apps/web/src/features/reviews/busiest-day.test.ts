import { formatMessage, messages } from "@tidao/i18n";
import { expect, test } from "vitest";
import { busiestDay } from "./busiest-day";

const said = (locale: "zh" | "en", first: number, second: number) => {
  const days = [first, second].map((reviews, at) => ({ date: at === 0 ? "2026-11-30" : "2026-12-01", reviews }));
  const { sentence } = messages[locale].reviews.forecast;
  return formatMessage(locale, sentence, {
    days: 2,
    reviews: 32,
    minutes: "16",
    ...busiestDay(locale, days).params,
  });
};

test("a learner whose busiest day is today is told so, and not its date", () => {
  expect(said("en", 30, 2)).toBe("About 32 reviews in 2 days, 16 minutes a day; most today.");
  expect(said("en", 2, 30)).toBe("About 32 reviews in 2 days, 16 minutes a day; most on 1 Dec 2026.");
  expect(said("zh", 30, 2)).toBe("未来2天大约要复习32道题，平均每天16分钟；今天最多。");
  expect(said("zh", 2, 30)).toBe("未来2天大约要复习32道题，平均每天16分钟；2026年12月1日最多。");
});
