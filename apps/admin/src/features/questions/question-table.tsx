import { formatNumber, formatPercent, relativeTime } from "@tidao/i18n/format";
import { Table } from "@tidao/ui/table";
import { TimeText } from "@tidao/ui/time-text";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import type { QuestionListProps } from "./question-list-view";
import { StatusBadge } from "./status-badge";
import { stemLine } from "./stem-line";

type TableProps = Pick<QuestionListProps, "topics" | "zone" | "now" | "filter"> & {
  questions: QuestionListProps["page"]["questions"];
};

/** A page of questions; on a phone what does not fit beside the question stands under it. */
export function QuestionTable({ questions, topics, filter, zone, now }: TableProps) {
  const { locale, words } = pageWords();
  const texts = words.admin.questions;
  const titles = new Map(topics.map(({ slug, title }) => [slug, title[locale]]));
  // a column of one value tells nothing
  const shows = { topic: !filter.topic, kind: !filter.kind };
  return (
    <Table label={texts.title}>
      <thead>
        <tr>
          <th scope="col">{texts.stem}</th>
          {shows.topic && (
            <th scope="col" className="max-xl:hidden">
              {texts.topic}
            </th>
          )}
          {shows.kind && (
            <th scope="col" className="max-md:hidden">
              {texts.kind}
            </th>
          )}
          <th scope="col" className="number max-md:hidden">
            {texts.difficulty}
          </th>
          <th scope="col" className="max-sm:hidden">
            {texts.status}
          </th>
          <th scope="col" className="number max-md:hidden">
            {texts.answers}
          </th>
          <th scope="col" className="number max-md:hidden">
            {texts.points}
          </th>
          <th scope="col" className="max-lg:hidden">
            {texts.changed}
          </th>
        </tr>
      </thead>
      <tbody>
        {questions.map((question) => {
          const { id, kind, topicSlug, difficulty, answers, facility, updatedAt } = question;
          const topic = titles.get(topicSlug) ?? topicSlug;
          return (
            <tr key={id}>
              <td className="w-full min-w-0">{questionCell(question, topic)}</td>
              {shows.topic && <td className="min-w-36 max-xl:hidden">{topic}</td>}
              {shows.kind && <td className="whitespace-nowrap max-md:hidden">{words.questionKinds[kind]}</td>}
              <td className="number max-md:hidden">{difficulty}</td>
              <td className="max-sm:hidden">
                <StatusBadge question={question} />
              </td>
              <td className="number max-md:hidden">{formatNumber(locale, answers)}</td>
              <td className="number max-md:hidden">{facility === null ? "–" : formatPercent(locale, facility)}</td>
              <td className="whitespace-nowrap max-lg:hidden">
                <TimeText time={relativeTime(locale, updatedAt, now, zone)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function questionCell(question: TableProps["questions"][number], topic: string) {
  const { locale, words, to } = pageWords();
  const { id, stem, kind } = question;
  return (
    <>
      <AppLink data-row href={to(`/questions/${id}`)} className="group grid gap-0.5">
        <span className="line-clamp-2 text-base leading-snug break-words group-hover:text-accent">
          {stemLine(stem, locale) || words.admin.questions.noStem}
        </span>
        <span className="font-mono text-xs text-muted">{id}</span>
      </AppLink>
      <span className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted md:hidden">
        <span>{topic}</span>
        <span>{words.questionKinds[kind]}</span>
        <span className="sm:hidden">
          <StatusBadge question={question} />
        </span>
      </span>
    </>
  );
}
