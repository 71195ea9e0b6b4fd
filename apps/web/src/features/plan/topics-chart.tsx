import { formatNumber, formatPercent } from "@tidao/i18n/format";
import { BarChart } from "@tidao/ui/charts/bar-chart";
import { pageWords } from "../../page-words";
import type { PlanData } from "./why-text";

/** What will be known of each topic on the day, the firmest first. */
export function TopicsChart({ outlook, names }: { outlook: PlanData["outlook"]; names: Record<string, string> }) {
  const { locale, words, say } = pageWords();
  const texts = words.plan.topics;
  const topics = outlook.topics.toSorted((a, b) => b.recall - a.recall);
  const [best, worst] = [topics[0], topics.at(-1)];
  if (!best || !worst) return null;
  const percent = (share: number) => formatPercent(locale, share);
  const name = (slug: string) => names[slug] ?? slug;
  const sentence =
    best === worst
      ? say(texts.sentenceOne, { topic: name(best.slug), recall: percent(best.recall) })
      : say(texts.sentence, { best: name(best.slug), worst: name(worst.slug) });
  return (
    <section className="grid gap-4" aria-labelledby="topics">
      <h2 id="topics">{texts.title}</h2>
      <BarChart
        sentence={sentence}
        max={1}
        bars={topics.map(({ slug, recall, low, high }) => ({
          label: name(slug),
          value: recall,
          text: percent(recall),
          note: `${percent(low)}–${percent(high)}`,
        }))}
        table={{
          label: words.app.chart.table,
          columns: [texts.topic, texts.recall, texts.range, texts.met],
          rows: topics.map(({ slug, recall, low, high, questions, dropped }) => [
            name(slug),
            percent(recall),
            `${percent(low)}–${percent(high)}`,
            say(texts.metOf, {
              met: formatNumber(locale, questions - dropped),
              total: formatNumber(locale, questions),
            }),
          ]),
        }}
      />
    </section>
  );
}
