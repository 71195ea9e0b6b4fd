import { formatNumber, formatPercent } from "@tidao/i18n/format";
import { LinkButton } from "@tidao/ui/button";
import { BarChart } from "@tidao/ui/charts/bar-chart";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { levelName } from "../topics/topic-state";
import type { Overview } from "./totals";

/** Topics that the last seven days moved: where they stand, with a tick where they stood. */
export function WeekChart({ week }: Pick<Overview, "week">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.week;
  const [most] = week;
  const percent = (share: number) => formatPercent(locale, share);
  return (
    <section className="grid gap-4" aria-labelledby="week">
      <h2 id="week">{texts.title}</h2>
      {most ? (
        <>
          <BarChart
            sentence={say(texts.up, {
              topic: most.title,
              before: percent(most.knowsBefore),
              now: percent(most.knowsNow),
            })}
            max={1}
            markName={texts.tick}
            bars={week.slice(0, 10).map(({ slug, title, knowsBefore, knowsNow, levelBefore, levelNow }) => ({
              key: slug,
              label: title,
              value: knowsNow,
              mark: knowsBefore,
              text: percent(knowsNow),
              ...(levelBefore !== levelNow && {
                note: say(texts.levelMove, { before: levelName(words, levelBefore), now: levelName(words, levelNow) }),
              }),
            }))}
            table={{
              label: words.app.chart.table,
              columns: [words.analytics.topic, texts.before, texts.now, texts.level, words.analytics.answers],
              rows: week.map(({ slug, title, knowsBefore, knowsNow, levelBefore, levelNow, answers }) => ({
                key: slug,
                cells: [
                  title,
                  percent(knowsBefore),
                  percent(knowsNow),
                  say(texts.levelMove, { before: levelName(words, levelBefore), now: levelName(words, levelNow) }),
                  formatNumber(locale, answers),
                ],
              })),
            }}
            action={
              <LinkButton link={AppLink} href={to(`/practice?topic=${most.slug}`)}>
                {say(texts.go, { topic: most.title })}
              </LinkButton>
            }
          />
          <p className="text-sm text-muted">{texts.explain}</p>
        </>
      ) : (
        <p className="text-muted">{texts.none}</p>
      )}
    </section>
  );
}
