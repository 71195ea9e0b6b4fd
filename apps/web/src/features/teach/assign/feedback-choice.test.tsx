import { messages } from "@tidao/i18n";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FeedbackChoice, type FeedbackRelease } from "./feedback-choice";

const shown = (value: FeedbackRelease, locale: "en" | "zh", warning?: string) =>
  renderToStaticMarkup(
    <FeedbackChoice value={value} onChange={() => {}} words={messages[locale].teach.assign} warning={warning} />,
  );

test.each(["en", "zh"] as const)(
  "an instructor who shows feedback at once is told that it cannot be taken back (%s)",
  (locale) => {
    const { feedbackFinal } = messages[locale].teach.assign;
    expect(shown("immediately", locale)).toContain(feedbackFinal);
    expect(shown("after_due", locale)).not.toContain(feedbackFinal);
  },
);
test("an instructor who closes what some have seen is told so", () => {
  expect(shown("never", "en", "Two have seen it.")).toContain("Two have seen it.");
});
