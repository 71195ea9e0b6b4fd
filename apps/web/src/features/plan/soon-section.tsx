import { formatDay, formatDuration } from "@tidao/i18n/format";
import { Disclosure } from "@tidao/ui/disclosure";
import { pageWords } from "../../page-words";
import { ItemList } from "./item-list";
import type { PlanData } from "./why-text";

/** What the next days hold, as far as it can be said today. */
export function SoonSection({ outlook, names }: { outlook: PlanData["outlook"]; names: Record<string, string> }) {
  const { locale, words, say } = pageWords();
  const texts = words.plan.soon;
  if (outlook.soon.length === 0) return null;
  return (
    <section className="grid gap-3" aria-labelledby="soon">
      <h2 id="soon">{texts.title}</h2>
      {outlook.soon.map(({ date, items }) => {
        const seconds = items.reduce((sum, item) => sum + item.seconds, 0);
        const off = outlook.days.find((day) => day.date === date)?.off;
        const line = say(texts.day, {
          day: formatDay(locale, date),
          count: items.length,
          time: formatDuration(locale, seconds),
        });
        if (items.length === 0)
          return (
            <p key={date} className="text-muted">
              {off ? say(texts.off, { day: formatDay(locale, date) }) : line}
            </p>
          );
        return (
          <Disclosure key={date} summary={line}>
            <ItemList items={items} names={names} later />
          </Disclosure>
        );
      })}
    </section>
  );
}
