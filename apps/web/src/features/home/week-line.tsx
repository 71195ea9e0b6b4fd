import { formatDuration, formatPercent } from "@tidao/i18n/format";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";

/** The last seven days in one line; the rest of it is in analytics. */
export function WeekLine({ week }: Pick<ApiData["home"]["getHome"], "week">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.home.week;
  const { answers, right, seconds, days, streak } = week;
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-1 text-sm text-muted">
      <span>
        <span className="font-semibold text-ink">{texts.title}</span>{" "}
        {answers === 0
          ? texts.none
          : say(texts.line, {
              answers,
              days,
              accuracy: formatPercent(locale, right / answers),
              time: formatDuration(locale, seconds),
            })}
      </span>
      {streak.days > 1 && <span>{say(texts.streak, streak)}</span>}
      <AppLink className="link" href={to("/analytics")}>
        {texts.more}
      </AppLink>
    </p>
  );
}
