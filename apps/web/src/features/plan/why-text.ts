import type { Messages } from "@tidao/i18n";
import { formatPercent } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import type { ApiData } from "../../api-data";

export type PlanData = NonNullable<ApiData["plan"]["getPlan"]["plan"]>;
export type Item = PlanData["items"][number];
type Why = Item["whyNow"];

/** The answer to "why now?", as a sentence. Beside its topic it does not repeat the name. */
export function whyText(
  locale: Locale,
  sentences: Messages["practice"]["why"],
  why: Why,
  names: Readonly<Record<string, string>>,
  besideTopic = false,
): string {
  const percent = (share: number | null) => formatPercent(locale, share ?? 0);
  return formatMessage(locale, sentences[why.code === "first" && besideTopic ? "firstOfTopic" : why.code], {
    topic: names[why.topic] ?? why.topic,
    before: names[why.before ?? ""] ?? "",
    days: why.days ?? 0,
    recall: percent(why.recall),
    weight: percent(why.weight),
    without: percent(why.without),
    withIt: percent(why.withIt),
  });
}
