import { formatNumber } from "@tidao/i18n/format";
import { LinkButton } from "@tidao/ui/button";
import { ChartFrame } from "@tidao/ui/charts/chart-frame";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { TopicMap } from "../topics/topic-map";
import { levelName } from "../topics/topic-state";
import { practiceOf } from "./practice-of";
import type { Overview } from "./totals";

/** The topics on their prerequisite graph, filled by mastery; of a search, its topics filled by what of it is known. The table says the same. */
export function MasteryMap({ map, scope }: Pick<Overview, "map" | "scope">) {
  return scope ? <FoundMap map={map} scope={scope} /> : <WholeMap map={map} />;
}

function WholeMap({ map }: Pick<Overview, "map">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.mastery;
  const mastered = map.filter((topic) => topic.level === 4).length;
  const begun = map.filter((topic) => topic.level > 0).length;
  const next = map.find((topic) => topic.state === "in-progress") ?? map.find((topic) => topic.state === "ready");
  return (
    <section className="grid min-w-0 gap-4" aria-labelledby="mastery">
      <h2 id="mastery">{texts.title}</h2>
      <ChartFrame
        sentence={say(texts.sentence, { mastered, total: map.length, started: begun - mastered })}
        table={{
          label: words.app.chart.table,
          columns: [texts.topic, texts.level, words.analytics.answers],
          rows: map.map(({ title, level, answers }) => [title, levelName(words, level), formatNumber(locale, answers)]),
        }}
        action={
          <LinkButton link={AppLink} href={to(next ? `/practice?topic=${next.slug}` : "/topics?view=map")}>
            {next ? say(texts.practise, { topic: next.title }) : texts.map}
          </LinkButton>
        }
      >
        <TopicMap topics={map} />
      </ChartFrame>
    </section>
  );
}

function FoundMap({ map, scope }: Pick<Overview, "map"> & { scope: NonNullable<Overview["scope"]> }) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.found;
  const found = map.map((topic) => ({ title: topic.title, ...(topic.found ?? { questions: 0, seen: 0, known: 0 }) }));
  const sum = (of: "questions" | "seen" | "known") => found.reduce((total, topic) => total + topic[of], 0);
  return (
    <section className="grid min-w-0 gap-4" aria-labelledby="mastery">
      <h2 id="mastery">{texts.title}</h2>
      <ChartFrame
        sentence={say(texts.sentence, { questions: sum("questions"), seen: sum("seen"), known: sum("known") })}
        table={{
          label: words.app.chart.table,
          columns: [texts.topic, texts.questions, texts.seen, texts.known],
          rows: found.map(({ title, ...of }) => [
            title,
            ...[of.questions, of.seen, of.known].map((count) => formatNumber(locale, count)),
          ]),
        }}
        action={
          <LinkButton link={AppLink} href={to(practiceOf(scope.query))}>
            {words.analytics.scope.practise}
          </LinkButton>
        }
      >
        <TopicMap topics={map} fills={texts.shares} />
      </ChartFrame>
    </section>
  );
}
