import { formatNumber } from "@tidao/i18n/format";
import { Table } from "@tidao/ui/table";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { type QuestionKind, questionKinds, questionsHref } from "../questions/question-filter";

/** Topic by kind: each number leads to the questions that it counts. */
export function CoverageTable({ coverage }: { coverage: ApiData["questions"]["getDesk"]["coverage"] }) {
  const { locale, words, say } = pageWords();
  const texts = words.admin.desk.coverage;
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const totals = coverage.map(({ kinds }) => sum(Object.values(kinds)));
  const empty = totals.filter((total) => total === 0).length;
  return (
    <section className="mt-10 grid gap-3">
      <div>
        <h2 className="text-xl">{texts.title}</h2>
        <p className="text-muted">{say(texts.lead, { empty })}</p>
      </div>
      <Table label={texts.title} stickyColumn>
        <thead>
          <tr>
            <th scope="col">{texts.topic}</th>
            {questionKinds.map((kind) => (
              <th key={kind} scope="col" className="number">
                {words.questionKinds[kind]}
              </th>
            ))}
            <th scope="col" className="number">
              {texts.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {coverage.map(({ slug, number, title, kinds }, index) => (
            <tr key={slug}>
              <th scope="row">
                <span className="mr-2 inline-block w-5 text-end font-normal text-muted tabular-nums">{number}</span>
                {title[locale]}
              </th>
              {questionKinds.map((kind) => (
                <Cell key={kind} count={kinds[kind] ?? 0} topic={{ slug, title: title[locale] }} kind={kind} />
              ))}
              <Cell count={totals[index] ?? 0} topic={{ slug, title: title[locale] }} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.total}</th>
            {questionKinds.map((kind) => (
              <Cell key={kind} count={sum(coverage.map(({ kinds }) => kinds[kind] ?? 0))} kind={kind} />
            ))}
            <Cell count={sum(totals)} />
          </tr>
        </tfoot>
      </Table>
    </section>
  );
}

interface CellProps {
  count: number;
  topic?: { slug: string; title: string };
  kind?: QuestionKind;
}
function Cell({ count, topic, kind }: CellProps) {
  const { locale, words, say, to } = pageWords();
  const { cell, total } = words.admin.desk.coverage;
  if (count === 0) return <td className="number text-muted">{formatNumber(locale, 0)}</td>;
  const named = say(cell, { topic: topic?.title ?? total, kind: kind ? words.questionKinds[kind] : total, count });
  return (
    <td className="number">
      <AppLink
        className="link -m-1 inline-block min-w-6 p-1"
        href={to(questionsHref({ topic: topic?.slug, kind, status: "published" }))}
        aria-label={named}
      >
        {formatNumber(locale, count)}
      </AppLink>
    </td>
  );
}
