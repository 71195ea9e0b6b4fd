import { formatPoints, relativeTime, zoneName } from "@tidao/i18n/format";
import { wallTime } from "@tidao/kernel";
import { Notice } from "@tidao/ui/notice";
import { PageTitle } from "@tidao/ui/page-header";
import { Tabs } from "@tidao/ui/tabs";
import { TimeText } from "@tidao/ui/time-text";
import type { ReactNode } from "react";
import { AppLink } from "@tidao/next-kit/app-link";
import { pack } from "@tidao/next-kit/packed";
import { Static } from "@tidao/next-kit/static";
import { pageWords } from "../../../page-words";
import { assignmentState } from "../assignment-state";
import { BackLink } from "../back-link";
import { RestoreButton } from "../keeping-buttons";
import { StateBadge } from "../state-badge";
import { AssignmentTools } from "./assignment-tools";
import { type Results, type ResultsQuery, resultsHref } from "./results-query";

interface ResultsViewProps {
  path: string;
  query: ResultsQuery;
  results: Results;
  readOnly: boolean;
  zone: string;
  now: Date;
  children: ReactNode;
}

/** The frame of an assignment's results: what was assigned, what can be done with it, the two ways to look at it. */
export function ResultsView({ path, query, results, readOnly, zone, now, children }: ResultsViewProps) {
  const { locale, words, to } = pageWords();
  const { results: texts, edit, assign, saving } = words.teach;
  const { actions, state, notice } = words.app;
  const { assignment } = results;
  const failure = { locale, offline: state.offline, zone };
  // the browser gets the words that its components say, not the page's
  const keeping = (({ archive, archived, restore, restored }) => ({ archive, archived, restore, restored }))(texts);
  const downloading = (({ download, downloading, downloaded }) => ({ download, downloading, downloaded }))(texts);
  const undoing = (({ save, cancel, undo }) => ({ save, cancel, undo }))(actions);
  const kept = { what: "assignment", id: assignment.id } as const;
  return (
    <>
      <header className="page-header">
        <Static as="div">
          <PageTitle
            over={<BackLink href={to(`/teach/classes/${assignment.classId}`)}>{assignment.className}</BackLink>}
            title={<span className="wrap-anywhere">{assignment.title}</span>}
            lead={<Terms assignment={assignment} zone={zone} now={now} />}
          />
        </Static>
        <AssignmentTools
          edit={
            readOnly
              ? null
              : {
                  label: texts.edit,
                  title: edit.title,
                  lead: edit.lead,
                  data: pack({
                    assignment: (({ id, title, attempts, feedback }) => ({ id, title, attempts, feedback }))(
                      assignment,
                    ),
                    times: {
                      opens: wallTime(new Date(assignment.opensAt), zone),
                      due: wallTime(new Date(assignment.dueAt), zone),
                    },
                    wasDue: new Date(assignment.dueAt) <= now,
                    // who has a number of attempts of their own gets none by this
                    sawKey: results.learners.filter((one) => one.sawFeedback && !one.override?.attempts).length,
                    sawFeedback: results.learners.filter((one) => one.sawFeedback).length,
                    zone,
                    zoneName: zoneName(locale, zone, assignment.dueAt),
                    words: { edit, assign, saving, cancel: actions.cancel },
                    failure,
                  }),
                }
          }
          keeping={readOnly || assignment.archived ? null : { kept, words: keeping, actions: undoing }}
          download={{ assignmentId: assignment.id, words: downloading }}
          failure={failure}
        />
      </header>
      {assignment.archived && (
        <div className="mb-6">
          <Notice
            kind="warning"
            word={notice.warning}
            title={texts.archivedTitle}
            action={!readOnly && <RestoreButton kept={kept} words={keeping} failure={failure} />}
          >
            {texts.archivedBody}
          </Notice>
        </div>
      )}
      <Static as="div" className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <Tabs
          label={texts.views}
          link={AppLink}
          tabs={(["learners", "questions"] as const).map((view) => ({
            href: resultsHref(path, query, { view, sort: "name", down: false }),
            label: view === "learners" ? texts.byLearner : texts.byQuestion,
            current: query.view === view,
            count: view === "learners" ? results.learners.length : results.items.length,
          }))}
        />
        <MeanPoints results={results} />
      </Static>
      {children}
    </>
  );
}

function Terms({ assignment, zone, now }: { assignment: Results["assignment"]; zone: string; now: Date }) {
  const { locale, words, say } = pageWords();
  const texts = words.teach.results;
  const state = assignmentState(assignment, now);
  const timed = (instant: string, sentence: string) => {
    const time = relativeTime(locale, instant, now, zone);
    return <TimeText time={{ ...time, text: say(sentence, { time: time.text }) }} />;
  };
  // heard between what only a gap keeps apart: “3 questions1 attempt”
  const comma = <span className="sr-only">{locale === "zh" ? "，" : ", "}</span>;
  return (
    <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <StateBadge state={state} />
      {state === "upcoming" && timed(assignment.opensAt, texts.opensAt)}
      {timed(assignment.dueAt, state === "closed" ? texts.closedAt : texts.dueAt)}
      {comma}
      <span>{say(words.teach.questions, { count: assignment.questions })}</span>
      {comma}
      <span>{say(texts.attempts, { count: assignment.attempts })}</span>
      {comma}
      <span>{texts.feedback[assignment.feedback]}</span>
    </span>
  );
}

function MeanPoints({ results: { assignment, learners } }: { results: Results }) {
  const { locale, words, say } = pageWords();
  const texts = words.teach.results;
  const points = learners.flatMap((learner) => learner.points ?? []);
  const mean = points.reduce((sum, one) => sum + one, 0) / points.length;
  return (
    <p className="text-sm">
      <span className="text-muted">{texts.meanPoints}</span>{" "}
      <strong className="font-semibold tabular-nums">
        {points.length > 0
          ? say(texts.meanOf, {
              mean: formatPoints(locale, mean),
              max: formatPoints(locale, assignment.points),
              n: points.length,
            })
          : texts.nothingYet}
      </strong>
    </p>
  );
}
