import { formatPercent, formatPoints, relativeTime, zonedTime } from "@tidao/i18n/format";
import { Badge } from "@tidao/ui/badge";
import { Icon } from "@tidao/ui/icon";
import { Table } from "@tidao/ui/table";
import { TimeText } from "@tidao/ui/time-text";
import { wallTime } from "@tidao/kernel";
import type { ReactNode } from "react";
import type { ApiData } from "../../api-data";
import { AppLink } from "../../app-link";
import { pageWords } from "../../page-words";
import { ExtensionButton } from "./extension-button";
import { type Learner, meanPoints, resultHref, type ResultQuery, sortedBy } from "./result-query";
import { VerdictCell } from "./verdict-cell";

interface ResultsTableProps {
  results: ApiData["teach"]["getResults"];
  learners: readonly Learner[];
  query: ResultQuery;
  path: string;
  zone: string;
  now: Date;
}

/** Learners by questions; each cell leads to its answer. */
export function ResultsTable({ results, learners, query, path, zone, now }: ResultsTableProps) {
  const { assignment, items, learners: all } = results;
  const { locale, words, say } = pageWords();
  const texts = words.teachResults.list;
  const mean = meanPoints(all);
  const points = (value: number) => formatPoints(locale, value);
  const head = (sort: ResultQuery["sort"], label: string, title?: string) => (
    <SortHead key={sort} {...{ sort, query, path, label, title }} />
  );
  const copyOf = (cell: Learner["cells"][number] | undefined) =>
    cell && (cell.verdict === "pending" ? words.verdicts.pending : formatPercent(locale, cell.share));
  const stateLine = ({ state, finishedAt, attemptsStarted, attempts, pending }: Learner): ReactNode => (
    <>
      <Badge tone={state === "under-way" ? "accent" : "neutral"}>{texts.states[state]}</Badge>
      {state !== "not-started" && (
        <span className="mt-0.5 block text-xs text-muted">
          {finishedAt && (
            <>
              <TimeText time={relativeTime(locale, finishedAt, now, zone)} />
              {attempts > 1 && " · "}
            </>
          )}
          {attempts > 1 && say(texts.attemptOf, { started: attemptsStarted, allowed: attempts })}
          {pending > 0 && <span className="block">{say(texts.pending, { count: pending })}</span>}
        </span>
      )}
    </>
  );
  const extension = {
    words: words.teachResults.extension,
    cancel: words.app.actions.cancel,
    failure: { locale, offline: words.app.state.offline, zone },
    zone,
    assignmentId: assignment.id,
    usual: { dueAt: zonedTime(locale, assignment.dueAt, zone).text, attempts: assignment.attempts },
  };
  return (
    <Table label={texts.table} stickyColumn height="min(44rem, 80dvh)">
      <thead>
        <tr>
          {head("name", texts.learner)}
          {head("state", texts.state)}
          {head("points", texts.points)}
          {items.map(({ position, topicTitle }) => head(position, say(texts.short, { number: position }), topicTitle))}
          <th scope="col" data-skip>
            {texts.actions}
          </th>
        </tr>
      </thead>
      <tbody>
        {learners.map((learner) => {
          const work = learner.attemptsStarted > 0 ? `${path}/learners/${learner.userId}` : null;
          return (
            <tr key={learner.userId}>
              <th scope="row" className="max-w-48 min-w-28 wrap-break-word">
                <AppLink data-cell className="link" href={`${path}/learners/${learner.userId}`} title={learner.email}>
                  {learner.name}
                </AppLink>
              </th>
              <td className="whitespace-nowrap" data-copy={texts.states[learner.state]}>
                {stateLine(learner)}
              </td>
              <td className="number" data-copy={learner.points === null ? "" : points(learner.points)}>
                {learner.points === null
                  ? texts.nothingYet
                  : say(texts.pointsOf, { points: points(learner.points), max: points(assignment.points) })}
              </td>
              {items.map(({ position, questionId }, index) => (
                <td key={position} className="number py-0.5!" data-copy={copyOf(learner.cells[index]) ?? ""}>
                  <VerdictCell
                    cell={learner.cells[index] ?? null}
                    number={position}
                    href={work && `${work}#${questionId}`}
                  />
                </td>
              ))}
              <td className="py-0.5! whitespace-nowrap" data-skip>
                <div className="flex items-center gap-2">
                  {!assignment.archived && (
                    <ExtensionButton
                      {...extension}
                      learner={{
                        userId: learner.userId,
                        name: learner.name,
                        due: learner.override?.dueAt ? wallTime(new Date(learner.override.dueAt), zone) : "",
                        attempts: learner.override?.attempts ?? null,
                        reason: learner.override?.reason ?? null,
                      }}
                    />
                  )}
                  {learner.override && (
                    <span className="text-xs text-muted" title={learner.override.reason}>
                      {texts.extended}{" "}
                      {learner.override.dueAt && <TimeText time={relativeTime(locale, learner.dueAt, now, zone)} />}
                    </span>
                  )}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot className="[&_th]:z-2! [&>tr>*]:sticky [&>tr>*]:bottom-0 [&>tr>*]:border-t [&>tr>*]:border-b-0 [&>tr>*]:border-line [&>tr>*]:bg-sunken">
        <tr>
          <th scope="row">{texts.mean}</th>
          <td className="whitespace-nowrap text-muted">
            {say(texts.finishedOf, { finished: assignment.finished, learners: assignment.learners })}
          </td>
          <td className="number">{mean === null ? texts.nothingYet : points(mean)}</td>
          {items.map(({ position, meanShare, answers }) => (
            <td
              key={position}
              className="number"
              data-copy={meanShare === null ? "" : formatPercent(locale, meanShare)}
            >
              {meanShare === null ? texts.nothingYet : formatPercent(locale, meanShare)}
              <span className="block text-xs text-muted">{say(texts.meanCell, { n: answers })}</span>
            </td>
          ))}
          <td className="text-muted" data-skip>
            {say(texts.extensions, { count: all.filter((learner) => learner.override).length })}
          </td>
        </tr>
      </tfoot>
    </Table>
  );
}

interface SortHeadProps {
  sort: ResultQuery["sort"];
  query: ResultQuery;
  path: string;
  label: string;
  title?: string | undefined;
}

function SortHead({ sort, query, path, label, title }: SortHeadProps) {
  const { words, say } = pageWords();
  const current = query.sort === sort;
  const isNumber = typeof sort === "number" || sort === "points";
  const by = say(words.teachResults.list.sortBy, { column: title ? `${label} ${title}` : label });
  return (
    <th
      scope="col"
      className={isNumber ? "number" : undefined}
      aria-sort={current ? (query.descending ? "descending" : "ascending") : undefined}
    >
      <AppLink
        className={`inline-flex min-h-6 items-center gap-1 hover:text-accent ${current ? "text-ink" : ""}`}
        href={resultHref(path, sortedBy(query, sort))}
        scroll={false}
        title={by}
      >
        {label}
        {current && <Icon name={query.descending ? "chevron-down" : "chevron-up"} size={12} />}
      </AppLink>
    </th>
  );
}
