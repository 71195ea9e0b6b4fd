import { formatNumber } from "@tidao/i18n/format";
import { LinkButton } from "@tidao/ui/button";
import { ChartFrame } from "@tidao/ui/charts/chart-frame";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { TopicMap } from "../topics/topic-map";
import { levelName, type Topic } from "../topics/topic-state";

/** The topics on their prerequisite graph, filled by mastery; the table says the same. */
export function MasteryMap({ topics }: { topics: readonly Topic[] }) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.mastery;
  const mastered = topics.filter((topic) => topic.level === 4).length;
  const begun = topics.filter((topic) => topic.level > 0).length;
  const next = topics.find((topic) => topic.state === "in-progress") ?? topics.find((topic) => topic.state === "ready");
  return (
    <section className="grid min-w-0 gap-4" aria-labelledby="mastery">
      <h2 id="mastery">{texts.title}</h2>
      <ChartFrame
        sentence={say(texts.sentence, { mastered, total: topics.length, started: begun - mastered })}
        table={{
          label: words.app.chart.table,
          columns: [texts.topic, texts.level, words.analytics.answers],
          rows: topics.map(({ slug, title, level, answers }) => ({
            key: slug,
            cells: [title, levelName(words, level), formatNumber(locale, answers)],
          })),
        }}
        action={
          <LinkButton link={AppLink} href={to(next ? `/practice?topic=${next.slug}` : "/topics?view=map")}>
            {next ? say(texts.practise, { topic: next.title }) : texts.map}
          </LinkButton>
        }
      >
        <TopicMap topics={topics} />
      </ChartFrame>
    </section>
  );
}
