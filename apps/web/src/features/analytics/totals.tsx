import { formatDuration, formatNumber, formatPercent } from "@tidao/i18n/format";
import { LinkButton } from "@tidao/ui/button";
import type { ReactNode } from "react";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { practiceWithin } from "./practice-of";

export type Overview = ApiData["analytics"]["getOverview"];

function Figure({ label, value, note }: { label: string; value: string; note?: ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="grid gap-1">
        <span className="text-xl font-semibold whitespace-nowrap tabular-nums">{value}</span>
        {note && <span className="text-sm text-muted">{note}</span>}
      </dd>
    </div>
  );
}

/** The learner's numbers in one line, the share with the interval that its n allows. */
export function Totals({ totals, streak, scope }: Pick<Overview, "totals" | "streak" | "scope">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.totals;
  const { accuracy } = totals;
  const interval = say(texts.interval, {
    low: formatPercent(locale, accuracy.low),
    high: formatPercent(locale, accuracy.high),
    n: formatNumber(locale, accuracy.n),
  });
  return (
    <section className="card" aria-label={texts.title}>
      <dl className="grid grid-cols-2 gap-6 sm:grid-cols-[auto_1.7fr_auto_1.3fr_auto]">
        <Figure label={texts.answers} value={formatNumber(locale, totals.answers)} />
        <Figure label={texts.accuracy} value={formatPercent(locale, accuracy.share ?? 0)} note={interval} />
        <Figure label={texts.time} value={formatDuration(locale, totals.seconds)} />
        <Figure
          label={texts.streak}
          value={formatNumber(locale, streak.days)}
          // freezes are earned by all answers, not by those of a search
          note={scope ? undefined : say(texts.freezes, { count: streak.freezes })}
        />
        <Figure
          label={texts.due}
          value={formatNumber(locale, totals.due)}
          note={
            totals.due > 0 && (
              <LinkButton
                link={AppLink}
                size="small"
                href={to(practiceWithin(scope, words.analytics.due, "/practice?due=1"))}
              >
                {texts.review}
              </LinkButton>
            )
          }
        />
      </dl>
    </section>
  );
}
