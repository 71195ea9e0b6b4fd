import { formatShare } from "@tidao/i18n/format";
import { compact, Rendered } from "@tidao/player/rendered";
import { Table } from "@tidao/ui/table";
import type { ApiData } from "../../api-data";
import { AppLink } from "../../app-link";
import { pageWords } from "../../page-words";
import { resultHref, type ResultQuery } from "./result-query";

interface QuestionTableProps {
  items: ApiData["teach"]["getResults"]["items"];
  questions: ApiData["teach"]["listAssignmentQuestions"];
  query: ResultQuery;
  path: string;
}

/** What was asked and how it went, with the hardest named on top. */
export function QuestionTable({ items, questions, query, path }: QuestionTableProps) {
  const { locale, words, say } = pageWords();
  const texts = words.teachResults.questions;
  const { list } = words.teachResults;
  const stems = new Map(questions.map(({ position, question }) => [position, question.stemHtml]));
  const answered = items.flatMap(({ meanShare, ...item }) => (meanShare === null ? [] : [{ ...item, meanShare }]));
  const hardest = answered.toSorted((a, b) => a.meanShare - b.meanShare)[0];
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{texts.title}</h2>
      {hardest && answered.length > 1 && (
        <p>
          {say(texts.lead, {
            question: say(list.question, { number: hardest.position }),
            share: formatShare(locale, hardest.meanShare, hardest.answers),
          })}
        </p>
      )}
      <Table label={texts.title}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {texts.number}
            </th>
            <th scope="col">{texts.question}</th>
            <th scope="col">{texts.kind}</th>
            <th scope="col" className="number">
              {texts.points}
            </th>
            <th scope="col" className="number">
              {texts.mean}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.position}>
              <th scope="row" className="number">
                <AppLink
                  className="link inline-flex min-h-6 min-w-6 items-center justify-end"
                  href={resultHref(path, { ...query, sort: item.position, descending: false })}
                  aria-label={say(texts.sort, { number: item.position })}
                  title={say(texts.sort, { number: item.position })}
                >
                  {item.position}
                </AppLink>
              </th>
              <td className="min-w-72">
                <Stem html={stems.get(item.position)} id={item.questionId} />
                <span className="text-xs text-muted">{item.topicTitle}</span>
              </td>
              <td className="whitespace-nowrap">{words.questionKinds[item.kind]}</td>
              <td className="number">{item.points}</td>
              <td className="number">
                {item.meanShare === null ? list.nothingYet : formatShare(locale, item.meanShare, item.answers)}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** What is asked, or the name alone of a question that was retired. */
const Stem = ({ html, id }: { html: string | undefined; id: string }) =>
  html ? <Rendered html={html} className={`${compact} line-clamp-2`} /> : <span className="wrap-anywhere">{id}</span>;
