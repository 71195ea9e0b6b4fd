import type { Messages } from "@tidao/i18n";
import { formatNumber, formatPercent } from "@tidao/i18n/format";
import { BarChart } from "@tidao/ui/charts/bar-chart";
import { pageWords } from "../../page-words";
import { levelName } from "../topics/topic-state";
import { EmptyChart } from "./empty-chart";
import { practiceOf, practiceWithin, progressOf } from "./practice-of";
import type { Overview } from "./totals";

const shownBars = 10;
const weekSentence = (texts: Messages["analytics"]["week"], scoped: boolean, first: boolean) =>
  scoped ? (first ? texts.first : texts.right) : first ? texts.begun : texts.up;

/** Topics that the last seven days moved: where they stand, with a tick where they stood. */
export function WeekChart({ week, scope }: Pick<Overview, "week" | "scope">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.week;
  const [most] = week;
  const percent = (share: number | null) => (share === null ? "–" : formatPercent(locale, share));
  if (!most)
    return (
      <section className="grid gap-4" aria-labelledby="week">
        <h2 id="week">{texts.title}</h2>
        <EmptyChart go={{ href: to(practiceWithin(scope, "", "/practice")), text: words.analytics.empty.action }}>
          {texts.none}
        </EmptyChart>
      </section>
    );
  const moved = {
    topic: most.title,
    before: percent(most.before),
    now: percent(most.now),
    n: formatNumber(locale, most.answers),
  };
  const sentence = say(weekSentence(texts, scope !== null, most.before === null), moved);
  const levels = (of: { before: number; now: number }) =>
    say(texts.levelMove, { before: levelName(words, of.before), now: levelName(words, of.now) });
  return (
    <section className="grid gap-4" aria-labelledby="week">
      <h2 id="week">{texts.title}</h2>
      <BarChart
        sentence={sentence}
        max={1}
        markName={scope ? texts.earlier : texts.tick}
        bars={week.slice(0, shownBars).map(({ title, query, before, now, answers, levels: moves }) => ({
          label: title,
          link: { href: to(progressOf(query)), title: say(words.analytics.scope.only, { name: title }) },
          value: now,
          ...(before !== null && { mark: before }),
          text: percent(now),
          ...(!moves && { note: `n = ${formatNumber(locale, answers)}` }),
          ...(moves && moves.before !== moves.now && { note: levels(moves) }),
        }))}
        table={{
          label: words.app.chart.table,
          columns: [
            words.analytics.topic,
            texts.before,
            texts.now,
            ...(scope ? [] : [texts.level]),
            words.analytics.answers,
          ],
          rows: week.map(({ title, before, now, answers, levels: moves }) => [
            title,
            percent(before),
            percent(now),
            ...(moves ? [levels(moves)] : []),
            formatNumber(locale, answers),
          ]),
        }}
        action={{
          href: to(scope ? practiceOf(most.query) : `/practice?topic=${most.slug}`),
          text: say(texts.go, { topic: most.title }),
        }}
      />
      <p className="text-sm text-muted">{scope ? texts.explainRight : texts.explain}</p>
    </section>
  );
}
