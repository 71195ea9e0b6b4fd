import { formatNumber } from "@tidao/i18n/format";
import { BarChart } from "@tidao/ui/charts/bar-chart";
import { LinkButton } from "@tidao/ui/button";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { levelName } from "../topics/topic-state";
import type { Overview } from "./totals";

/** The level of every topic that is begun, the highest first. */
export function MasteryChart({ topics }: Pick<Overview, "topics">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.mastery;
  const begun = topics.filter((topic) => topic.level > 0).toSorted((a, b) => b.level - a.level);
  const mastered = topics.filter((topic) => topic.level === 4).length;
  return (
    <section className="grid gap-4" aria-labelledby="mastery">
      <h2 id="mastery">{texts.title}</h2>
      <BarChart
        sentence={say(texts.sentence, { mastered, total: topics.length, started: begun.length - mastered })}
        max={4}
        bars={begun.map(({ slug, title, level }) => ({
          key: slug,
          label: title,
          value: level,
          text: levelName(words, level),
        }))}
        table={{
          label: words.app.chart.table,
          columns: [texts.topic, texts.level, words.analytics.accuracy.answers],
          rows: topics.map(({ slug, title, level, answers }) => ({
            key: slug,
            cells: [title, levelName(words, level), formatNumber(locale, answers)],
          })),
        }}
        action={
          <LinkButton link={AppLink} href={to("/topics?view=map")}>
            {texts.map}
          </LinkButton>
        }
      />
    </section>
  );
}
