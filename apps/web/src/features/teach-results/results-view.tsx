import { relativeTime } from "@tidao/i18n/format";
import { wallTime } from "@tidao/kernel";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { Mark } from "@tidao/ui/mark";
import { Notice } from "@tidao/ui/notice";
import { PageHeader } from "@tidao/ui/page-header";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { AppLink } from "../../app-link";
import { pageWords } from "../../page-words";
import { assignmentState } from "../teach/assignment-state";
import { BackLink } from "../teach/back-link";
import { ArchiveButton, RestoreButton } from "../teach/keeping-buttons";
import { StateBadge } from "../teach/state-badge";
import { DownloadButton } from "./download-button";
import { EditButton } from "./edit-button";
import { QuestionTable } from "./question-table";
import { ResultCounts } from "./result-counts";
import { pickLearners, type ResultQuery } from "./result-query";
import { ResultsFilter } from "./results-filter";
import { ResultsTable } from "./results-table";
import { TableKeys } from "./table-keys";
import { verdictColor } from "./verdict-cell";

interface ResultsViewProps {
  results: ApiData["teach"]["getResults"];
  questions: ApiData["teach"]["listAssignmentQuestions"];
  query: ResultQuery;
  zone: string;
  now: Date;
}
const verdicts = ["right", "partial", "wrong", "pending"] as const;

/** What came of an assignment: who has done what, and which question was hard. */
export function ResultsView({ results, questions, query, zone, now }: ResultsViewProps) {
  const { locale, words, say, to } = pageWords();
  const { assignment, items } = results;
  const { list: texts, edit } = words.teachResults;
  const { actions, state, notice } = words.app;
  const failure = { locale, offline: state.offline, zone };
  const kept = { what: "assignment", id: assignment.id } as const;
  const path = to(`/teach/assignments/${assignment.id}`);
  const learners = pickLearners(results, query);
  const stage = assignmentState(assignment, now);
  const [sentence, instant] =
    stage === "upcoming"
      ? [texts.opensAt, assignment.opensAt]
      : [now < new Date(assignment.dueAt) ? texts.dueAt : texts.closedAt, assignment.dueAt];
  const when = relativeTime(locale, instant, now, zone);
  return (
    <>
      <PageHeader
        over={<BackLink href={to(`/teach/classes/${assignment.classId}`)}>{assignment.className}</BackLink>}
        title={<span className="wrap-anywhere">{assignment.title}</span>}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StateBadge state={stage} />
            <TimeText time={{ ...when, text: say(sentence, { time: when.text }) }} />
            <span>{say(texts.attempts, { count: assignment.attempts })}</span>
            <span>{texts.feedback[assignment.feedback]}</span>
          </span>
        }
        actions={
          !assignment.archived && (
            <>
              <ArchiveButton kept={kept} words={texts} actions={actions} failure={failure} />
              <EditButton
                assignment={{
                  id: assignment.id,
                  title: assignment.title,
                  attempts: assignment.attempts,
                  feedback: assignment.feedback,
                  opens: wallTime(new Date(assignment.opensAt), zone),
                  due: wallTime(new Date(assignment.dueAt), zone),
                }}
                zone={zone}
                words={edit}
                fields={words.teach.assign}
                cancel={actions.cancel}
                failure={failure}
              />
            </>
          )
        }
      />
      {assignment.archived && (
        <div className="mb-6">
          <Notice
            kind="warning"
            word={notice.warning}
            title={texts.archivedTitle}
            action={<RestoreButton kept={kept} words={texts} failure={failure} />}
          >
            {texts.archivedBody}
          </Notice>
        </div>
      )}
      {results.learners.length === 0 ? (
        <Empty
          title={texts.nobody.title}
          action={
            <LinkButton link={AppLink} href={to(`/teach/classes/${assignment.classId}`)}>
              {texts.nobody.action}
            </LinkButton>
          }
        >
          {texts.nobody.body}
        </Empty>
      ) : (
        <div className="grid gap-8">
          <ResultCounts {...results} />
          <section className="grid gap-3">
            <h2 className="sr-only">{texts.table}</h2>
            <TableKeys
              words={{ copy: texts.copy, copied: texts.copied, notCopied: texts.notCopied }}
              above={<ResultsFilter path={path} query={query} shown={learners.length} />}
              beside={
                <DownloadButton
                  assignmentId={assignment.id}
                  words={{ download: texts.download, downloading: texts.downloading, downloaded: texts.downloaded }}
                  failure={failure}
                />
              }
            >
              {learners.length > 0 ? (
                <ResultsTable {...{ results, learners, query, path, zone, now }} />
              ) : (
                <p className="text-muted">{texts.noneFound}</p>
              )}
            </TableKeys>
            <div className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
              <ul className="flex flex-wrap gap-x-4" aria-label={texts.legend}>
                {verdicts.map((verdict) => (
                  <li key={verdict} className="inline-flex items-center gap-1.5">
                    <Mark shape={verdict} size={12} className={verdictColor[verdict]} />
                    {words.verdicts[verdict]}
                  </li>
                ))}
              </ul>
              <p>{texts.best}</p>
            </div>
          </section>
          <QuestionTable items={items} questions={questions} query={query} path={path} />
        </div>
      )}
    </>
  );
}
