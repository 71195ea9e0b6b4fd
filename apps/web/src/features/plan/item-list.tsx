import { formatDuration } from "@tidao/i18n/format";
import { Badge } from "@tidao/ui/badge";
import { Mark } from "@tidao/ui/mark";
import { pageWords } from "../../page-words";
import { type Item, whyText } from "./why-text";

type Listed = Omit<Item, "done"> & { done?: boolean };

/** Items of a day: topic, kind, time, and why now. */
export function ItemList({
  items,
  names,
  start = 1,
  later = false,
}: {
  items: Listed[];
  names: Record<string, string>;
  start?: number;
  /** Of a day to come: its reasons are foreseen. */
  later?: boolean;
}) {
  const { locale, words } = pageWords();
  const texts = words.plan;
  const why = later ? { ...words.practice.why, ...texts.soon.why } : words.practice.why;
  return (
    <ol className="divide-y divide-line border-y border-line" start={start}>
      {items.map((item, index) => (
        <li key={item.questionId} className="grid grid-cols-[1.75rem_1fr_auto] gap-x-3 gap-y-1 py-3">
          <span className="text-end text-muted tabular-nums">{start + index}</span>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className={item.done ? "text-muted" : "font-semibold"}>{names[item.topic] ?? item.topic}</span>
            <Badge>{texts.kinds[item.kind]}</Badge>
            {item.done && (
              <span className="tone-right flex items-center gap-1 text-sm">
                <Mark shape="right" size={14} className="text-(--tone)" />
                {texts.today.isDone}
              </span>
            )}
          </span>
          <span className="text-sm whitespace-nowrap text-muted tabular-nums">
            {formatDuration(locale, item.seconds)}
          </span>
          <span className="col-start-2 col-end-4 text-sm text-muted">
            {whyText(locale, why, item.whyNow, names, true)}
          </span>
        </li>
      ))}
    </ol>
  );
}
