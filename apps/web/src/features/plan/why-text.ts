import type { Messages } from "@tidao/i18n";
import { formatPercent } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import type { ApiData } from "../../api-data";

export type PlanData = NonNullable<ApiData["plan"]["getPlan"]["plan"]>;
export type Item = PlanData["items"][number];
type Why = Item["whyNow"];

/** The answer to "why now?", as a sentence. Without names it stands beside its topic and does not repeat it. */
export function whyText(
  locale: Locale,
  sentences: Messages["practice"]["why"],
  why: Why,
  topicNames?: Readonly<Record<string, string>>,
): string {
  const percent = (share: number | null) => formatPercent(locale, share ?? 0);
  return formatMessage(locale, sentences[why.code === "first" && !topicNames ? "firstOfTopic" : why.code], {
    topic: topicNames?.[why.topic] ?? why.topic,
    days: why.days ?? 0,
    recall: percent(why.recall),
    weight: percent(why.weight),
    without: percent(why.without),
    withIt: percent(why.withIt),
  });
}
