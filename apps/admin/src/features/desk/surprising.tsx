import { formatShare } from "@tidao/i18n/format";
import { Card } from "@tidao/ui/card";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { stemLine } from "../questions/stem-line";

/** Questions whose answers say that something may be wrong with them. */
export function Surprising({ questions }: { questions: ApiData["questions"]["getDesk"]["surprising"] }) {
  const { locale, words, to } = pageWords();
  const { surprising: texts } = words.admin.desk;
  return (
    <Card title={texts.title}>
      <p className="text-muted">{questions.length === 0 ? texts.none : texts.lead}</p>
      <ul className="divide-y divide-line">
        {questions.map(({ id, stem, answers, facility }) => (
          <li key={id} className="grid gap-0.5 py-2.5">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <AppLink data-row className="link font-mono text-sm" href={to(`/questions/${id}`)}>
                {id}
              </AppLink>
              <span className="text-sm tabular-nums">{formatShare(locale, facility, answers)}</span>
            </span>
            <span className="line-clamp-1">{stemLine(stem, locale)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
