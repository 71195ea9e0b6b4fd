import { formatDay, formatNumber, formatPercent } from "@tidao/i18n/format";
import { pageWords } from "../../page-words";
import type { PlanData } from "./why-text";

export function ForecastSection({
  outlook,
  date,
  today,
}: {
  outlook: PlanData["outlook"];
  date: string;
  today: string;
}) {
  const { locale, words, say } = pageWords();
  const texts = words.plan.forecast;
  const { recall, low, high } = outlook.forecast;
  const percent = (share: number) => formatPercent(locale, share);
  return (
    <section className="grid gap-3" aria-labelledby="forecast">
      <h2 id="forecast">{texts.title}</h2>
      <p className="text-lg font-semibold">
        {say(texts.sentence, {
          day: formatDay(locale, date),
          recall: percent(recall),
          low: percent(low),
          high: percent(high),
        })}
      </p>
      <svg className="h-4 w-full max-w-2xl" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="fill-line" width="100" height="8" rx="1" />
        <rect className="fill-accent opacity-40" x={100 * low} width={Math.max(0.5, 100 * (high - low))} height="8" />
        <rect className="fill-ink" x={Math.min(99.4, 100 * recall)} width="0.6" height="8" />
      </svg>
      <p>{say(texts.without, { recall: percent(outlook.withoutWork) })}</p>
      <p className="text-sm text-muted">
        {say(texts.basis, { asked: formatNumber(locale, outlook.asked), today: formatDay(locale, today) })}
      </p>
    </section>
  );
}
