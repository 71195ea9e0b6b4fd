import { formatDay, formatPercent } from "@tidao/i18n/format";
import { LinkButton } from "@tidao/ui/button";
import { Card } from "@tidao/ui/card";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { planButton } from "./plan-button";

type Plan = NonNullable<ApiData["home"]["getHome"]["plan"]>;

/** What the plan toward a date holds for today, and what it foretells. */
export function PlanCard({ plan: { date, itemsLeft, itemsDone, minutesLeft, forecast } }: { plan: Plan }) {
  const { locale, words, say, to } = pageWords();
  const texts = words.home.plan;
  const percent = (share: number) => formatPercent(locale, share);
  return (
    <Card title={texts.title}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>{say(texts.left, { count: itemsLeft, minutes: minutesLeft })}</p>
        {itemsLeft > 0 && (
          <LinkButton link={AppLink} href={to("/practice?plan=today")} size="small">
            {planButton(texts, itemsDone)}
          </LinkButton>
        )}
      </div>
      <p className="flex flex-wrap gap-x-4 text-sm text-muted">
        <span>
          {say(texts.forecast, {
            date: formatDay(locale, date),
            recall: percent(forecast.recall),
            low: percent(forecast.low),
            high: percent(forecast.high),
          })}
        </span>
        <AppLink className="link" href={to("/plan")}>
          {texts.open}
        </AppLink>
      </p>
    </Card>
  );
}
