import { formatNumber, formatPercent } from "@tidao/i18n/format";
import { Disclosure } from "@tidao/ui/disclosure";
import { Table } from "@tidao/ui/table";
import { pageWords } from "../../page-words";
import type { PlanData } from "./why-text";

/** What the plan drops because it does not fit, what that costs, and what would make it fit. */
export function DropSection({
  outlook,
  minutesADay,
  names,
}: {
  outlook: PlanData["outlook"];
  minutesADay: number;
  names: Record<string, string>;
}) {
  const { locale, words, say } = pageWords();
  const texts = words.plan.drop;
  const { questions, cost, minutesMore } = outlook.dropped;
  const topics = outlook.topics.filter(({ dropped }) => dropped > 0).toSorted((a, b) => b.cost - a.cost);
  const whole = topics.filter(({ droppedWhole }) => droppedWhole).map(({ slug }) => names[slug] ?? slug);
  const list = new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en-GB").format(whole);
  if (questions === 0)
    return (
      <section className="grid gap-3" aria-labelledby="drop">
        <h2 id="drop">{texts.title}</h2>
        <p>{texts.fits}</p>
      </section>
    );
  const percent = (share: number) => formatPercent(locale, share);
  return (
    <section className="grid gap-3" aria-labelledby="drop">
      <h2 id="drop">{texts.title}</h2>
      <p className="max-w-2xl text-lg font-semibold">
        {say(texts.sentence, { questions, topics: topics.length, minutes: minutesADay, cost: percent(cost) })}
      </p>
      {whole.length > 0 && <p>{say(texts.whole, { topics: list })}</p>}
      <p>{say(texts.more, { minutes: minutesMore })}</p>
      <Disclosure summary={words.app.chart.table}>
        <Table label={texts.title} height="min(24rem, 92dvh)">
          <thead>
            <tr>
              <th scope="col">{texts.topic}</th>
              <th scope="col" className="number">
                {texts.dropped}
              </th>
              <th scope="col" className="number">
                {texts.cost}
              </th>
            </tr>
          </thead>
          <tbody>
            {topics.map((topic) => (
              <tr key={topic.slug}>
                <th scope="row">{names[topic.slug] ?? topic.slug}</th>
                <td className="number">
                  {say(texts.of, {
                    dropped: formatNumber(locale, topic.dropped),
                    total: formatNumber(locale, topic.questions),
                  })}
                </td>
                <td className="number">{formatPercent(locale, topic.cost, 1)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    </section>
  );
}
